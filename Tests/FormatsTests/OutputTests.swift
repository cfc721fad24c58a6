import Features
import Foundation
import TestSupport
import Testing

@testable import Formats

/// Files appear whole or not at all.
@Suite struct AtomicFileTests {
    /// The failure of a write, or nil.
    private func failure(_ bytes: [UInt8], to path: String, overwrite: Bool) -> Failure? {
        do throws(Failure) {
            try AtomicFile.write(bytes, to: path, overwrite: overwrite)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [0, 1, 4096, 1_000_000])
    func writesAnySize(count: Int) throws {
        let scratch = try Scratch()
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        for overwrite in [false, true] {
            #expect(failure(bytes, to: "\(scratch.folder.path())/ä b.bin", overwrite: overwrite) == nil)
            #expect(try contents(of: scratch.folder.path()) == ["ä b.bin": Data(bytes)])
        }
    }

    /// A shorter file leaves nothing of a longer one before; a link is replaced by the file, its goal stays.
    @Test func replacesWholly() throws {
        let scratch = try Scratch()
        let path = try scratch.write("a long text", to: "goal")
        try FileManager.default.createSymbolicLink(atPath: scratch.path("link"), withDestinationPath: path)
        #expect(failure([1], to: scratch.path("link"), overwrite: false)?.kind == .cannotCreate)
        #expect(failure([1], to: scratch.path("link"), overwrite: true) == nil)
        #expect(try contents(of: scratch.folder.path()) == ["goal": Data("a long text".utf8), "link": Data([1])])
        #expect(failure([2], to: path, overwrite: true) == nil)
        #expect(try contents(of: scratch.folder.path()) == ["goal": Data([2]), "link": Data([1])])
    }

    @Test func whatIsThereStaysWhereItMayNotBeReplaced() throws {
        let scratch = try Scratch()
        let path = try scratch.write("old", to: "a")
        let error = try #require(failure([1], to: path, overwrite: false))
        #expect(error.kind == .cannotCreate)
        #expect(error.diagnostics.map(\.code) == [.outputExists])
        #expect(error.diagnostics.first?.location?.file == path)
        #expect(try contents(of: scratch.folder.path()) == ["a": Data("old".utf8)])
    }

    /// Nothing can be made there: no such folder, a file for a folder, a folder for a file, a name too long.
    @Test(arguments: ["none/a", "file/a", "folder", "\(String(repeating: "x", count: 300))", "folder/"])
    func saysWhyNothingCanBeMade(name: String) throws {
        let scratch = try Scratch()
        try scratch.write("x", to: "file")
        try scratch.write("y", to: "folder/inside")
        let before = try contents(of: scratch.folder.path())
        let error = try #require(failure([1, 2, 3], to: scratch.path(name), overwrite: true))
        #expect(error.kind == .cannotCreate)
        #expect(error.diagnostics.map(\.code) == [.outputUnwritable])
        #expect(error.diagnostics.first?.arguments["reason"]?.isEmpty == false)
        #expect(try contents(of: scratch.folder.path()) == before)
    }

    /// A device is written into and stays a device; one that takes nothing is a full disk.
    @Test func writesIntoDevices() throws {
        func type(_ path: String) throws -> FileAttributeType? {
            try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        }
        #expect(failure([1, 2], to: "/dev/null", overwrite: false) == nil)
        let error = try #require(failure([1, 2], to: "/dev/full", overwrite: true))
        #expect(error.kind == .unreadable)
        #expect(error.diagnostics.map(\.code) == [.outputUnwritable])
        #expect(error.diagnostics.first?.arguments["reason"] == "No space left on device")
        for path in ["/dev/null", "/dev/full"] { #expect(try type(path) == .typeCharacterSpecial) }
        let left = try FileManager.default.contentsOfDirectory(atPath: "/dev").filter { $0.hasSuffix(".part") }
        #expect(left.isEmpty)
    }
}

/// Tables taken apart again by RFC 4180, and what Excel set to German needs.
@Suite struct TableTests {
    /// The cells of a table (RFC 4180); nil where a quote stands where none may stand.
    private func cells(_ bytes: [UInt8], separator: UInt8, lineEnd: [UInt8]) -> [[String]]? {
        var lines: [[String]] = []
        var line: [String] = []
        var cell: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\"") {
                guard cell.isEmpty else { return nil }
                index += 1
                while index < bytes.count {
                    if bytes[index] == UInt8(ascii: "\"") {
                        index += 1
                        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { break }
                    }
                    cell.append(bytes[index])
                    index += 1
                }
            } else if bytes[index] != separator, !bytes[index...].starts(with: lineEnd) {
                cell.append(bytes[index])
                index += 1
                continue
            }
            // Behind a quoted cell and at the end of a plain one stands a separator or a line end.
            line.append(String(decoding: cell, as: UTF8.self))
            cell = []
            if index < bytes.count, bytes[index] == separator {
                index += 1
            } else if bytes[index...].starts(with: lineEnd) {
                index += lineEnd.count
                lines.append(line)
                line = []
            } else {
                return nil
            }
        }
        return line.isEmpty && cell.isEmpty ? lines : nil
    }

    private static let hostile = [
        "", "a", ",", ";", "\"", "\"\"", "\"a\"", "a\"b", "\n", "\r\n", "\r", "a,b;c", " a ", "ä€😀", "\"\n,;\"", "=1+1",
        "+49 461 85",
        "-3", "@x", "\tx", "\rx", "=\"a\";b", "'", "01001000", "1,5", "1.5", "TRUE", "\u{FEFF}", "\u{0}", "-", "+", "=",
        "@",
    ]

    @Test(arguments: CSVWriter.Style.allCases)
    func everyTextComesBack(style: CSVWriter.Style) throws {
        var generator = SeededGenerator(seed: 91)
        var rows = Self.hostile.map { [$0, "x", $0] }
        for _ in 0..<300 {
            rows.append(
                (0..<3).map { _ in
                    (0..<Int.random(in: 0..<4, using: &generator))
                        .map { _ in Self.hostile.randomElement(using: &generator) ?? "" }.joined()
                })
        }
        var writer = CSVWriter(style, header: Self.hostile)
        for row in rows { writer.append(row.map(TableCell.text)) }
        let isExcel = style == .excelGerman
        let bytes = Array(writer.bytes.dropFirst(isExcel ? 3 : 0))
        let found = cells(
            bytes, separator: UInt8(ascii: isExcel ? ";" : ","), lineEnd: isExcel ? [0x0D, 0x0A] : [0x0A])
        // In the table for Excel an apostrophe comes before what would be a formula.
        let expected = ([Self.hostile] + rows).map { row in
            row.map { text in
                let begins = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
                return isExcel && begins ? "'" + text : text
            }
        }
        #expect(found == expected)
    }

    @Test(arguments: [
        ("=", "'="), ("=1+1", "'=1+1"), ("+49", "'+49"), ("-x", "'-x"), ("@a", "'@a"), ("\ta", "'\ta"),
        ("\ra", "\"'\ra\""),
        ("=\"a\"", "\"'=\"\"a\"\"\""), ("=a;b", "\"'=a;b\""), ("a=1", "a=1"), (" =1", " =1"), ("'=1", "'=1"),
        ("01001000", "\"01001000\""),
        ("ä", "ä"), ("1-2", "1-2"), ("a@b", "a@b"),
    ])
    func defusesFormulas(text: String, written: String) {
        var writer = CSVWriter(.excelGerman, header: [text])
        writer.append([.text(text)])
        #expect(writer.bytes == [0xEF, 0xBB, 0xBF] + Array("\(written)\r\n\(written)\r\n".utf8))
    }

    @Test(
        arguments: [
            (.empty, "", ""), (.integer(0), "0", "0"), (.integer(-5), "-5", "-5"),
            (.integer(.min), "-9223372036854775808", "-9223372036854775808"),
            (.number(1.5), "1.5", "1,5"), (.number(-1.5), "-1.5", "-1,5"), (.number(1e-7), "0.0000001", "0,0000001"),
            (.number(1e21), "1000000000000000000000", "1000000000000000000000"), (.number(-0.0), "0", "0"),
            (.number(100), "100", "100"),
            (.rounded(2.5, decimals: 0), "3", "3"), (.rounded(-2.5, decimals: 0), "-3", "-3"),
            (.rounded(1234567.891, decimals: 1), "1234567.9", "1234567,9"),
            (.rounded(-0.04, decimals: 1), "0.0", "0,0"), (.rounded(7, decimals: 2), "7.00", "7,00"),
            (.rounded(0.125, decimals: 2), "0.13", "0,13"),
        ] as [(TableCell, String, String)])
    func writesNumbers(cell: TableCell, standard: String, german: String) {
        var writer = CSVWriter(.standard, header: ["a", "b"])
        writer.append([cell, cell])
        #expect(writer.bytes == Array("a,b\n\(standard),\(standard)\n".utf8))
        var excel = CSVWriter(.excelGerman, header: ["a", "b"])
        excel.append([cell, cell])
        #expect(excel.bytes.dropFirst(3) == ArraySlice(Array("a;b\r\n\(german);\(german)\r\n".utf8)))
    }

    /// The separator of the other style, and its decimal mark, need no quotes.
    @Test func quotesOnlyWhereNeeded() {
        var standard = CSVWriter(.standard, header: ["a;b"])
        standard.append([.text("1,5")])
        #expect(String(decoding: standard.bytes, as: UTF8.self) == "a;b\n\"1,5\"\n")
        var excel = CSVWriter(.excelGerman, header: ["a,b"])
        excel.append([.text("1;5")])
        #expect(String(decoding: excel.bytes.dropFirst(3), as: UTF8.self) == "a,b\r\n\"1;5\"\r\n")
    }
}

/// Numbers for people in both languages.
@Suite struct NumberTextTableTests {
    @Test(
        arguments: [
            (0, 0, "0", "0"), (-0.0, 1, "0.0", "0,0"), (1, 0, "1", "1"), (999, 0, "999", "999"),
            (1000, 0, "1000", "1.000"),
            (-1000, 0, "-1000", "-1.000"), (999_999.5, 0, "1000000", "1.000.000"), (1234.5, 1, "1234.5", "1.234,5"),
            (0.5, 0, "1", "1"), (1.5, 0, "2", "2"), (2.5, 0, "3", "3"), (-0.5, 0, "-1", "-1"), (-1.5, 0, "-2", "-2"),
            (0.45, 1, "0.5", "0,5"), (0.55, 1, "0.6", "0,6"), (1.005, 2, "1.01", "1,01"), (2.675, 2, "2.68", "2,68"),
            (1.45, 1, "1.5", "1,5"), (8.345, 2, "8.35", "8,35"), (0.15, 1, "0.2", "0,2"), (0.25, 1, "0.3", "0,3"),
            (0.049, 1, "0.0", "0,0"), (-0.049, 1, "0.0", "0,0"), (-0.05, 1, "-0.1", "-0,1"), (9.95, 1, "10.0", "10,0"),
            (99.995, 2, "100.00", "100,00"), (1e-300, 3, "0.000", "0,000"), (5e-4, 3, "0.001", "0,001"),
            (4.9e-4, 3, "0.000", "0,000"),
            (1e15, 0, "1000000000000000", "1.000.000.000.000.000"),
            (123456789.125, 2, "123456789.13", "123.456.789,13"),
            (0.1, 20, "0.10000000000000000000", "0,10000000000000000000"), (12, 3, "12.000", "12,000"),
        ] as [(Double, Int, String, String)])
    func roundsAndGroups(value: Double, decimals: Int, english: String, german: String) {
        let text = NumberText.fixed(value, decimals: decimals)
        #expect(text == english)
        #expect(NumberText.german(text, separator: ".") == german)
        #expect(NumberText.german(text) == english.replacing(".", with: ","))
    }

    @Test(
        arguments: [
            (0, "0", "0"), (-0.0, "-0", "0"), (1, "1", "1"), (-1.25, "-1.25", "-1.25"), (1e-5, "1e-05", "0.00001"),
            (-1.5e-10, "-1.5e-10", "-0.00000000015"), (1e16, "1e+16", "10000000000000000"),
            (123456.75, "123456.75", "123456.75"),
            (
                1.7976931348623157e308, "1.7976931348623157e+308",
                "17976931348623157" + String(repeating: "0", count: 292)
            ),
            (.infinity, "inf", "inf"), (-.infinity, "-inf", "-inf"), (.nan, "nan", "nan"),
        ] as [(Double, String, String)])
    func writesShortestAndPlain(value: Double, shortest: String, plain: String) {
        #expect(NumberText.shortest(value) == shortest)
        #expect(NumberText.plain(value) == plain)
        if !value.isFinite { #expect(NumberText.fixed(value, decimals: 2) == shortest) }
    }

    /// Trimming leaves out zeros behind the point and nothing else.
    @Test func trimsOnlyZeros() {
        var generator = SeededGenerator(seed: 95)
        for _ in 0..<2000 {
            let value = Double(Int.random(in: -99_999...99_999, using: &generator)) / 1000
            let decimals = Int.random(in: 0...5, using: &generator)
            let whole = NumberText.fixed(value, decimals: decimals)
            let trimmed = NumberText.fixed(value, decimals: decimals, trimmed: true)
            #expect(Double(trimmed) == Double(whole))
            #expect(whole.hasPrefix(trimmed))
            #expect(whole.dropFirst(trimmed.count).allSatisfy { $0 == "0" || $0 == "." })
            if trimmed.contains(".") { #expect(trimmed.last != "0") }
        }
    }
}
