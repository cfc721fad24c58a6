import Features
import Testing

@testable import Formats

/// Tables as offices export them: dialect, types, signs in place of numbers.
@Suite struct CSVReaderTests {
    /// The value of each row of a column as text; nil where it has none.
    private func values(_ read: ReadLayer, _ name: String) throws -> [String?] {
        let column = try #require(read.layer.column(named: name))
        return (0..<read.layer.count).map { column.string(at: $0) }
    }

    private func column(_ cells: [String], _ choice: TableDialect.Choice = .init(separator: 0x3B)) throws -> Column {
        let table = readTable(["k;v"] + cells.enumerated().map { "r\($0);\($1)" }, choice)
        return try #require(try table.get().layer.column(named: "v"))
    }

    @Test func readsWhatRFC4180Shows() throws {
        let text = "id,name,note\r\n1,\"Süd, links\",\"sagt \"\"ja\"\"\"\r\n2,\"zwei\r\nZeilen\",\r\n3,,x\r\n"
        let read = try readTable(text).get()
        #expect(read.diagnostics.isEmpty)
        #expect(read.layer.name == "t" && read.layer.count == 3)
        #expect(read.layer.columns.map(\.name) == ["id", "name", "note"])
        #expect(read.layer.column(named: "id")?.storage == .int32([1, 2, 3]))
        #expect(try values(read, "name") == ["Süd, links", "zwei\r\nZeilen", nil])
        #expect(try values(read, "note") == ["sagt \"ja\"", nil, "x"])
        #expect(read.layer.lines == [2, 3, 5])
        #expect((0..<3).allSatisfy { read.layer.geometries[$0] == nil })
        #expect(read.layer.source.path == "t.csv" && read.layer.source.bytes == text.utf8.count)
        #expect(read.layer.source.sha256 == Checksum.sha256(Array(text.utf8)))
    }

    @Test(
        arguments: [
            ("a,b\n1,2\n", 0x2C, .point, true), ("a;b\n1,5;2\n", 0x3B, .comma, true),
            ("a\tb\n1.5\t2\n", 0x09, .point, true),
            ("a|b|c\n1|2|3\n", 0x7C, .point, true), ("a;b\nMo, Di;1\nMi;2\n", 0x3B, .point, true),
            // Decimal commas are as many as semicolons.
            ("Name;Wert, in %\nAlt;3,5\nNeu;4,5\n", 0x3B, .comma, true),
            ("a,b\n\"x;y\",1\n\"u;v\",2\n", 0x2C, .point, true), ("a,b\n\"1,5\",x\n", 0x2C, .comma, true),
            ("sep=;\na;b,c\n1;2\n", 0x3B, .point, true), ("1;2.5\n3;4.5\n", 0x3B, .point, false),
            ("Quartier;2021;2022\nAlt;1;2\n", 0x3B, .point, true), ("2021;2022\n1;2\n", 0x3B, .point, true),
            ("name\nAlt\n", 0x2C, .point, true), ("a,b,c;d\n", 0x2C, .point, true),
            ("0461;5\n0462;6\n", 0x3B, .point, false),
        ] as [(String, UInt8, TableDialect.DecimalSign, Bool)])
    func detectsDialects(text: String, separator: UInt8, decimal: TableDialect.DecimalSign, hasHeader: Bool) throws {
        let found = try RecordStream(ByteSource(path: "t", bytes: Array(text.utf8)), choice: .init()).dialect
        #expect(found.separator == separator && found.decimal == decimal && found.hasHeader == hasHeader)
        // What is said is not detected.
        let choice = TableDialect.Choice(separator: 0x7E, decimal: .comma, encoding: .windows1252, hasHeader: false)
        let said = try RecordStream(ByteSource(path: "t", bytes: Array(text.utf8)), choice: choice).dialect
        #expect(said.decimal == .comma && said.decimalCertainty == .stated && !said.hasHeader)
        #expect(said.separator == (text.hasPrefix("sep=") ? 0x7E : 0x7E) && said.encoding == .windows1252)
    }

    @Test(
        arguments: [
            (["1", "-2", "0"], .int32([1, -2, 0])), (["1", "2147483648"], .int64([1, 2_147_483_648])),
            (["1", "2,5"], .doubles([1, 2.5])), (["1.5", "2"], .doubles([1.5, 2])),
            (["1e30", "1"], .doubles([1e30, 1])),
            (["1.234,5", "2,5"], .doubles([1234.5, 2.5])), (["1.234.567", "1.000"], .int32([1_234_567, 1000])),
            (["1,234.5", "7"], .doubles([1234.5, 7])), (["0.125", "0.250"], .doubles([0.125, 0.25])),
            ([" 1 ", "2\u{A0}"], .int32([1, 2])), (["-9223372036854775808", "1"], .int64([.min, 1])),
            // Keys stay what they are, and so do truth values.
            (["03", "4"], .texts(AttributeReadingTests.arena("03", "4"))),
            (["12", "00"], .texts(AttributeReadingTests.arena("12", "00"))),
            (["true", "false"], .texts(AttributeReadingTests.arena("true", "false"))),
            (["9223372036854775808", "1"], .texts(AttributeReadingTests.arena("9223372036854775808", "1"))),
            (["9007199254740993", "0,5"], .texts(AttributeReadingTests.arena("9007199254740993", "0,5"))),
            (["1.5", "2,5"], .texts(AttributeReadingTests.arena("1.5", "2,5"))),
            (["01.02.2024", "1"], .texts(AttributeReadingTests.arena("01.02.2024", "1"))),
            (["x", "x"], .texts(AttributeReadingTests.arena("x", "x"))),
            // A thousand, or one and a bit: nobody can tell.
            (["1.234", "987"], .texts(AttributeReadingTests.arena("1.234", "987"))),
            (["1,234", "987"], .texts(AttributeReadingTests.arena("1,234", "987"))),
            (["12-14", "5"], .texts(AttributeReadingTests.arena("12-14", "5"))),
        ] as [([String], Column.Storage)])
    func findsTypes(cells: [String], storage: Column.Storage) throws {
        #expect(try column(cells).storage == storage)
    }

    @Test func aStatedSignSettlesThousands() throws {
        let choice = TableDialect.Choice(separator: 0x3B, decimal: .comma)
        #expect(try column(["1.234", "987"], choice).storage == .int32([1234, 987]))
        #expect(try column(["1,234", "987"], choice).storage == .doubles([1.234, 987]))
        // Against what is said, nothing is read as a number.
        #expect(try column(["1.5", "987"], choice).storage == .texts(AttributeReadingTests.arena("1.5", "987")))
    }

    /// Neither zero nor forgotten: a sign leaves the row without a value, and is told.
    @Test func keepsSignsInPlaceOfNumbers() throws {
        let read = try readTable("k;v\na;3\nb;–\nc;\nd;.\ne;x\nf;-\ng;/\nh;...\ni;…\nj;nan\nk;1e999\n").get()
        let column = try #require(read.layer.column(named: "v"))
        #expect(column.string(at: 0) == "3" && (1..<11).allSatisfy { !column.isPresent(at: $0) })
        #expect(
            (0..<11).map { column.mark(at: $0) } == [nil, "–", nil, ".", "x", "-", "/", "...", "…", "nan", "1e999"])
        #expect(column.mark(at: -1) == nil && column.mark(at: 99) == nil)
        #expect(read.diagnostics.map(\.code) == [.tableNumberUnusable, .tableNumberUnusable])
        #expect(read.diagnostics.map(\.location?.line) == [11, 12])
        #expect(read.diagnostics.first?.arguments == ["column": "v", "value": "nan"])
    }
}
