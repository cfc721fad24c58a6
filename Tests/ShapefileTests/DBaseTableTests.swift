import Features
import Formats
import Planar
import Shapefile
import Testing

/// Tables made here byte by byte.
@Suite struct DBaseTableTests {
    /// A column: name, type, width, decimals.
    typealias Field = (name: [UInt8], type: Character, width: Int, decimals: Int)

    /// A table; values are padded with blanks, a row that begins with "*" is deleted.
    private func table(_ fields: [Field], _ rows: [[[UInt8]]], languageDriver: UInt8 = 0, promised: Int? = nil)
        -> [UInt8]
    {
        let headerLength = 32 + 32 * fields.count + 1
        let recordLength = 1 + fields.reduce(0) { $0 + $1.width }
        let count = promised ?? rows.count
        var bytes: [UInt8] = [3, 126, 1, 31]
        for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
        bytes += [
            UInt8(headerLength & 255), UInt8(headerLength >> 8), UInt8(recordLength & 255), UInt8(recordLength >> 8),
        ]
        bytes += [UInt8](repeating: 0, count: 17) + [languageDriver, 0, 0]
        for field in fields {
            bytes += field.name + [UInt8](repeating: 0, count: 11 - field.name.count)
            bytes += [field.type.asciiValue ?? 0, 0, 0, 0, 0, UInt8(field.width), UInt8(field.decimals)]
            bytes += [UInt8](repeating: 0, count: 14)
        }
        bytes.append(0x0D)
        for row in rows {
            let isDeleted = row.first == Array("*deleted".utf8)
            bytes.append(isDeleted ? 0x2A : 0x20)
            for (value, field) in zip(isDeleted ? Array(row.dropFirst()) : row, fields) {
                bytes += value + [UInt8](repeating: 0x20, count: field.width - value.count)
            }
        }
        return bytes + [0x1A]
    }

    private func text(_ text: String) -> [UInt8] { Array(text.utf8) }

    private func read(_ dbf: [UInt8], cpg: String? = nil) throws -> (layer: Layer, codes: [DiagnosticCode]) {
        let read = try ShapefileReader.read(
            ShapefileParts(dbf: dbf, cpg: cpg.map { Array($0.utf8) }), path: "a.dbf")
        return (read.layer, read.diagnostics.map(\.code))
    }

    @Test func valuesHaveTheTypesOfTheColumns() throws {
        let fields: [Field] = [
            (text("n"), "N", 12, 0), (text("d"), "N", 12, 3), (text("f"), "F", 12, 0), (text("day"), "D", 8, 0),
            (text("yes"), "L", 1, 0), (text("c"), "C", 6, 0), (text("memo"), "M", 10, 0),
        ]
        let (layer, codes) = try read(
            table(
                fields,
                [
                    ["7", "7.000", "1e3", "20261231", "T", "007", "1"].map(text),
                    ["-12", "0.125", "12.5", "00000000", "?", " x y", "2"].map(text),
                    ["********", "", "", "", "n", "", "3"].map(text),
                ]))
        #expect(layer.columns.map(\.name) == ["n", "d", "f", "day", "yes", "c"])
        #expect((0..<3).map { layer.columns[0].value(at: $0) } == [.integer(7), .integer(-12), nil])
        #expect((0..<3).map { layer.columns[1].value(at: $0) } == [.double(7), .double(0.125), nil])
        #expect((0..<3).map { layer.columns[2].value(at: $0) } == [.double(1000), .double(12.5), nil])
        #expect((0..<3).map { layer.columns[3].value(at: $0) } == [.text("2026-12-31"), nil, nil])
        #expect((0..<3).map { layer.columns[4].value(at: $0) } == [.boolean(true), nil, .boolean(false)])
        #expect((0..<3).map { layer.columns[5].value(at: $0) } == [.text("007"), .text("x y"), nil])
        #expect(codes == [.columnNotRead])
    }

    @Test(arguments: ["nan", "1e999", "1,5", "0x10", "inf", "12-3"])
    func whatIsNoNumberStaysAText(_ value: String) throws {
        let layer = try read(table([(text("n"), "N", 8, 2)], [[text(value)], [text("2.5")]])).layer
        #expect(layer.columns[0].value(at: 0) == .text(value))
        #expect(layer.columns[0].value(at: 1) == .double(2.5))
    }

    @Test(
        arguments: [
            ([0x4D, 0xFC, 0x80], "1252", 0, "Mü€"), ([0x4D, 0xFC, 0x80], "ANSI 1252", 0, "Mü€"),
            ([0x4D, 0xFC], "ISO 88591", 0, "Mü"), ([0x4D, 0xC3, 0xBC], "UTF-8\n", 0, "Mü"),
            ([0x4D, 0x81], "OEM 850", 0, "Mü"), ([0x4D, 0x81], "", 0x02, "Mü"), ([0x4D, 0x81], "", 0x01, "Mü"),
            ([0x4D, 0xFC], "", 0x57, "Mü"), ([0x4D, 0xFC], "LDID/87", 0, "Mü"), ([0x4D, 0xA4], "ISO-8859-15", 0, "M€"),
            ([0x8A, 0x9A], "cp1250", 0, "Šš"), ([0x4D, 0x81], "1252", 0, "M\u{81}"),
        ] as [([UInt8], String, UInt8, String)])
    func textsAreDecoded(_ value: [UInt8], _ cpg: String, _ driver: UInt8, _ expected: String) throws {
        let (layer, codes) = try read(
            table([(text("c"), "C", 6, 0)], [[value]], languageDriver: driver), cpg: cpg.isEmpty ? nil : cpg)
        #expect(layer.columns[0].value(at: 0) == .text(expected))
        #expect(codes.isEmpty)
    }

    @Test func anEncodingThatIsNotStatedIsNoted() throws {
        let utf8 = try read(table([(text("ä"), "C", 6, 0)], [[text("ü")]]))
        #expect(utf8.layer.columns[0].name == "ä" && utf8.codes == [.encodingAssumed])
        let ansi = try read(table([(text("a"), "C", 6, 0)], [[[0xFC]]]), cpg: "no such thing")
        #expect(ansi.layer.columns[0].value(at: 0) == .text("ü") && ansi.codes == [.encodingAssumed])
        #expect(try read(table([(text("a"), "C", 6, 0)], [[text("u")]])).codes.isEmpty)
        let wrong = try read(table([(text("a"), "C", 6, 0)], [[[0xFC]]]), cpg: "UTF-8")
        #expect(wrong.layer.columns[0].value(at: 0) == .text("ü") && wrong.codes == [.notUTF8])
    }

    @Test func deletedRowsAreLeftOut() throws {
        let layer = try read(
            table([(text("a"), "C", 6, 0)], [[text("x")], [text("*deleted"), text("y")], [text("z")]])
        ).layer
        #expect((0..<layer.count).map { layer.columns[0].string(at: $0) } == ["x", "z"])
    }

    @Test func aTableThatWasCutOffIsReported() throws {
        let (layer, codes) = try read(table([(text("a"), "C", 6, 0)], [[text("x")]], promised: 2_000_000_000))
        #expect(layer.count == 1 && codes == [.recordsDiffer])
    }

    @Test func headersThatCannotBeAreRefused() {
        let good = table([(text("a"), "C", 6, 0)], [[text("x")]])
        for (place, value) in [(8, UInt8(0)), (9, 0xFF), (10, 0), (48, 0xFF), (7, 0xFF)] {
            var bytes = good
            bytes[place] = value
            #expect(throws: Failure.self, "byte \(place)") { try self.read(bytes) }
        }
        #expect(throws: Failure.self) { try self.read(Array(good.prefix(20))) }
    }
}
