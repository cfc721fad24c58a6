import Features
import Foundation
import TestSupport
import Testing
import Wording

@testable import Formats

/// Tables that are broken, hostile or odd: each is refused or read with findings that say what, where and why.
@Suite struct TortureTableTests {
    private func findings(_ text: String, _ choice: TableDialect.Choice = .init()) throws -> [Diagnostic] {
        try readTable(text, choice).get().diagnostics
    }

    private func texts(_ read: ReadLayer, _ column: Int) -> [String?] {
        (0..<read.layer.count).map { read.layer.columns[column].string(at: $0) }
    }

    @Test func namesRaggedRecords() throws {
        let read = try readTable("a,b,c\n1,2,3\n4\n5,6,7,8,9\n1,2,3,\n\n,,\n7,8,9\n").get()
        #expect(read.diagnostics.map(\.code) == [.tableRecordShort, .tableRecordLong])
        #expect(read.diagnostics.map(\.location?.line) == [3, 4])
        #expect(read.diagnostics.map(\.location?.feature) == [1, 2])
        #expect(
            read.diagnostics.first?.arguments == ["fields": "1", "expected": "3", "count": "2", "column": "b"])
        #expect(read.diagnostics.last?.arguments == ["fields": "5", "expected": "3"])
        // What is missing is absent; blank lines are no records.
        #expect(read.layer.column(named: "c")?.integers() == [3, nil, 7, 3, 9])
        #expect(read.layer.lines == [2, 3, 4, 5, 8])
    }

    @Test(arguments: [
        ("a,b\n1,\"2\n3,4\n5,6\n", 2, 3), ("a,b\n\"x\ny\",\"z", 3, 4), ("\"", 1, 1), ("a;b\n1;\"2\"\"", 2, 3),
    ])
    func saysWhereAQuoteOpens(text: String, line: Int, column: Int) {
        for blockSize in [1, 3, 1 << 20] {
            guard case .failure(let failure) = readTable(text, blockSize: blockSize) else {
                Issue.record("read in spite of the open quote")
                return
            }
            #expect(failure.kind == .malformedData)
            #expect(failure.diagnostics.map(\.code) == [.tableQuoteUnclosed])
            #expect(failure.diagnostics.first?.location == SourceLocation(file: "t.csv", line: line, column: column))
        }
        // Where nothing quotes, there is nothing to close.
        #expect(throws: Never.self) { try readTable(text, .init(quoting: TableDialect.Quoting.none)).get() }
    }

    @Test func namesTextBehindQuotes() throws {
        let read = try readTable("a;b\n\"Haus \"Mitte\"\";1\nx;2\n", .init(separator: 0x3B)).get()
        #expect(read.diagnostics.map(\.code) == [.tableTextBehindQuote])
        #expect(read.diagnostics.first?.arguments == ["column": "a"] && read.diagnostics.first?.location?.line == 2)
        #expect(texts(read, 0) == ["Haus Mitte\"\"", "x"])
    }

    @Test func takesNULBytesOut() throws {
        let read = try readTable("a,b\n1\u{0}2,\"x\u{0}\"\"y\"\n3,4\n\u{0},\u{0}\n").get()
        #expect(read.diagnostics.map(\.code) == [.tableNULBytes])
        #expect(read.diagnostics.first?.location?.line == 2)
        #expect(texts(read, 0) == ["12", "3"] && texts(read, 1) == ["x\"y", "4"])
    }

    @Test(arguments: [false, true]) func readsUTF16(isBigEndian: Bool) throws {
        let text = "Straße;Wert\r\nSüd 😀;1,5\r\n"
        let read = try readTable(utf16(text, isBigEndian: isBigEndian)).get()
        #expect(read.diagnostics.isEmpty)
        #expect(read.layer.columns.map(\.name) == ["Straße", "Wert"])
        #expect(texts(read, 0) == ["Süd 😀"] && read.layer.columns[1].doubles() == [1.5])
        // Without a mark, a person may say it.
        let encoding = isBigEndian ? TableDialect.Encoding.utf16BigEndian : .utf16LittleEndian
        let bare = Array(utf16(text, isBigEndian: isBigEndian).dropFirst(2))
        #expect(try readTable(bare, .init(encoding: encoding)).get().layer.columns == read.layer.columns)
        // Half a pair, and half a unit.
        let broken = utf16("a;b\n", isBigEndian: false) + [0x3D, 0xD8, 0x31, 0, 0x32]
        let found = try readTable(broken).get()
        #expect(found.diagnostics.map(\.code).contains(.tableEncodingInvalid))
        #expect(texts(found, 0) == ["\u{FFFD}1"])
    }

    @Test func readsWindows1252() throws {
        let bytes: [UInt8] =
            Array("Stra".utf8) + [0xDF] + Array("e;n\nS".utf8) + [0xFC] + Array("d ".utf8) + [0x96, 0x80, 0x81]
            + Array(";3\n".utf8)
        let read = try readTable(bytes).get()
        #expect(read.diagnostics.isEmpty)
        #expect(read.layer.columns.map(\.name) == ["Straße", "n"] && texts(read, 0) == ["Süd –€\u{81}"])
        #expect(try readTable(bytes, .init(encoding: .windows1252)).get() == read)
        #expect(try RecordStream(ByteSource(path: "t", bytes: bytes), choice: .init()).dialect.encoding == .windows1252)
        // Said to be UTF-8, it is read all the same, and the finding says where.
        let declared = try readTable(bytes, .init(encoding: .utf8)).get()
        #expect(declared.layer == read.layer)
        #expect(declared.diagnostics.map(\.code) == [.tableEncodingInvalid])
        #expect(declared.diagnostics.first?.arguments == ["encoding": "UTF-8", "count": "1", "column": "Straße"])
        #expect(declared.diagnostics.first?.location?.line == 2)
        // A byte order mark is believed more than a person.
        let marked = try readTable([0xEF, 0xBB, 0xBF] + Array("ä;b\nö;1\n".utf8), .init(encoding: .windows1252)).get()
        #expect(marked.layer.columns.map(\.name) == ["ä", "b"] && marked.diagnostics.isEmpty)
    }

    @Test func readsMixedEncodings() throws {
        let bytes = Array("name;n\nSüd;1\nNör;2\nM".utf8) + [0xFC] + Array("hle;3\nOst;4\n".utf8)
        let read = try readTable(bytes).get()
        #expect(texts(read, 0) == ["Süd", "Nör", "Mühle", "Ost"])
        #expect(read.diagnostics.map(\.code) == [.tableEncodingMixed])
        #expect(read.diagnostics.first?.arguments == ["utf8": "2", "windows1252": "1"])
        #expect(read.diagnostics.first?.location?.line == 4)
    }

    @Test func givesEveryColumnAName() throws {
        let read = try readTable("id,,id, id ,name,id_2,\n1,2,3,4,x,6,\n").get()
        #expect(read.layer.columns.map(\.name) == ["id", "column_2", "id_3", "id_4", "name", "id_2"])
        let renamed = read.diagnostics.filter { $0.code == .tableColumnRenamed }
        #expect(renamed.count == read.diagnostics.count)
        #expect(renamed.map { $0.arguments["original"] } == ["id", "id", ""])
        #expect(renamed.map { $0.arguments["number"] } == ["3", "4", "2"])
        // Without a header, columns are counted.
        let bare = try readTable("1;2.5\n3;4.5\n").get()
        #expect(bare.layer.columns.map(\.name) == ["column_1", "column_2"] && bare.layer.count == 2)
        #expect(try readTable("\"a\nb\",c\n1,2\n").get().layer.columns.map(\.name) == ["a b", "c"])
    }

    /// Statistical offices set a title above the header, and a source below the table.
    @Test func passesTitlesOver() throws {
        let text =
            "Bevölkerung nach Quartieren, 2022\n\nStand: 31.12.;;\nid;name;n\n1;Alt;3,5\n2;Neu;4,5\nQuelle: Stadt\n"
        let read = try readTable(text).get()
        #expect(read.layer.columns.map(\.name) == ["id", "name", "n"] && read.layer.lines == [5, 6, 7])
        #expect(read.layer.columns[2].doubles() == [3.5, 4.5, nil])
        #expect(read.diagnostics.map(\.code) == [.tableRecordShort, .tableTitleSkipped])
        #expect(read.diagnostics.last?.arguments == ["count": "2"] && read.diagnostics.last?.location?.line == 1)
        // A person may say otherwise.
        let said = try readTable(text, .init(separator: 0x3B, titleRecords: 0)).get()
        #expect(said.layer.columns.map(\.name) == ["Bevölkerung nach Quartieren, 2022"])
        // One column has no title.
        #expect(try readTable("name\nAlt\nNeu\n").get().layer.count == 2)
    }

    @Test func notesFormulas() throws {
        let read = try readTable("a;b;c\n=1+1;-5;@x\n=HYPERLINK(\"http://x\");7;y\nz;–;+\n", .init(separator: 0x3B))
            .get()
        #expect(read.diagnostics.filter { $0.code == .tableFormulas }.map { $0.arguments["count"] } == ["2", "2"])
        #expect(read.diagnostics.allSatisfy { $0.severity == .note || $0.code == .tableTextBehindQuote })
        #expect(texts(read, 0) == ["=1+1", "=HYPERLINK(\"http://x\")", "z"])
        #expect(read.layer.columns[1].integers() == [-5, 7, nil])
    }

    @Test func saysWhyAColumnIsText() throws {
        let numbers = (0..<20).map { "\($0)" }
        let found = try findings("n,m\n" + numbers.map { "\($0),1\n" }.joined() + "ca. 30,1\n")
        #expect(found.map(\.code) == [.tableColumnNotNumeric])
        #expect(found.first?.arguments == ["column": "n", "value": "ca. 30", "count": "1"])
        #expect(found.first?.location?.line == 22)
        let ambiguous = try findings("n;m\n987;a\n1.234;b\n")
        #expect(ambiguous.map(\.code) == [.tableNumberAmbiguous])
        #expect(ambiguous.first?.arguments == ["column": "n", "value": "1.234"])
        // Names with a number here and there are nothing to talk about.
        #expect(try findings("n,m\nAlt,1\nNeu,1\n7,1\n").isEmpty)
    }

    @Test func refusesEmptyFilesAndNotesBareHeaders() throws {
        for text in ["", "\u{FEFF}"] {
            guard case .failure(let failure) = readTable(text) else {
                Issue.record("read an empty file")
                continue
            }
            #expect(failure.diagnostics.map(\.code) == [.fileEmpty])
        }
        for text in ["a,b", "a,b\n", "\n\n", "a,b\n,\n \n"] {
            let read = try readTable(text).get()
            #expect(read.layer.count == 0 && read.diagnostics.map(\.code) == [.tableWithoutRecords])
        }
    }

    @Test func refusesEndlessRecords() throws {
        let plain = Array("a,b\n1,2\n".utf8) + [UInt8](repeating: 0x78, count: 300)
        let quoted = Array("a,b\n1,\"2\n".utf8) + [UInt8](repeating: 0x78, count: 300) + Array("\"\n".utf8)
        for blockSize in [1, 50, 1 << 20] {
            guard case .failure(let long) = readTable(plain, blockSize: blockSize, recordSize: 200),
                case .failure(let open) = readTable(quoted, blockSize: blockSize, recordSize: 200)
            else {
                Issue.record("read an endless record")
                continue
            }
            #expect(
                long.diagnostics.map(\.code) == [.tableRecordTooLong] && long.diagnostics.first?.location?.line == 3)
            #expect(open.diagnostics.map(\.code) == [.tableRecordTooLong])
            #expect(open.diagnostics.first?.location?.line == 2)
        }
        #expect(throws: Never.self) { try readTable(plain, recordSize: 300).get() }
        // A quote that is still open when the limit is passed is the likelier reason.
        let endless = Array("a,b\n1,\"2\n".utf8) + [UInt8](repeating: 0x78, count: 600_000)
        guard case .failure(let open) = readTable(endless, recordSize: 100_000) else {
            Issue.record("read an endless field")
            return
        }
        #expect(open.diagnostics.map(\.code) == [.tableQuoteUnclosed] && open.diagnostics.first?.location?.line == 2)
        guard case .failure(let wide) = readTable(String(repeating: ",", count: 20_000)) else {
            Issue.record("read twenty thousand columns")
            return
        }
        #expect(wide.diagnostics.map(\.code) == [.tooLarge])
    }

    /// A line of 256 MB from a pipe without an end: refused after little more than the limit.
    @Test func holdsOnlyLittleOfAnEndlessLine() throws {
        let folder = try Scratch()
        let path = folder.path("pipe.csv")
        #expect(mkfifo(path, 0o600) == 0)
        let writer = Thread {
            guard let handle = FileHandle(forWritingAtPath: path) else { return }
            signal(SIGPIPE, SIG_IGN)
            for _ in 0..<256 {
                guard (try? handle.write(contentsOf: Data(repeating: 0x78, count: 1 << 20))) != nil else { return }
            }
        }
        writer.start()
        do throws(Failure) {
            _ = try CSVReader.read(path: path)
            Issue.record("read an endless line")
        } catch {
            #expect(error.diagnostics.map(\.code) == [.tableRecordTooLong])
            #expect(error.diagnostics.first?.arguments["limit"] == "16")
        }
    }

    /// Whatever bytes there are, reading ends, and every finding has its texts in both languages.
    @Test func survivesNoise() throws {
        var generator = SeededGenerator(seed: 46)
        for round in 0..<300 {
            let alphabet: [UInt8] =
                round % 2 == 0 ? (0...255).filter { $0 != UInt8(ascii: "{") } : Array(",;\"\n\r\u{0}x1.-e–ä".utf8)
            let bytes = (0..<Int.random(in: 1...300, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            let found: [Diagnostic]
            switch readTable(bytes, blockSize: Int.random(in: 1...64, using: &generator)) {
            case .success(let read):
                found = read.diagnostics
                #expect(read.layer.columns.allSatisfy { $0.count == read.layer.count })
                #expect(read.layer.lines.count == read.layer.count)
            case .failure(let failure): found = failure.diagnostics
            }
            for finding in found {
                for language in [Language.german, .english] {
                    let text = finding.description(language)
                    #expect(!text.contains("⟨") && !text.contains("{"), "\(text)")
                }
            }
        }
    }
}
