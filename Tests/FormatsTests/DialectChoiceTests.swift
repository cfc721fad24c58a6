import Features
import Foundation
import TestSupport
import Testing

@testable import Formats

/// What a person says about a table goes before what the file seems to be, one thing at a time.
@Suite struct DialectChoiceTests {
    private func texts(_ read: ReadLayer) -> [[String?]] {
        (0..<read.layer.count).map { row in read.layer.columns.map { $0.string(at: row) } }
    }

    private let text = "name;Anteil, in %\nSüd;1,5\nNord;2,5\n"

    @Test func theSeparator() throws {
        let detected = try readTable(text).get()
        #expect(detected.layer.columns.map(\.name) == ["name", "Anteil, in %"])
        let said = try readTable(text, .init(separator: UInt8(ascii: ","))).get()
        #expect(said.layer.columns.map(\.name) == ["name;Anteil", "in %"])
        #expect(texts(said) == [["Süd;1", "5"], ["Nord;2", "5"]])
        // One that does not occur leaves one column.
        #expect(try readTable(text, .init(separator: 0x09)).get().layer.columns.count == 1)
    }

    @Test func theDecimalSign() throws {
        func column(_ decimal: TableDialect.DecimalSign?, _ cells: String...) throws -> Column {
            let text = "k;v\n" + cells.map { "r;\($0)\n" }.joined()
            return try #require(try readTable(text, .init(separator: 0x3B, decimal: decimal)).get().layer.columns.last)
        }
        #expect(try column(nil, "1,5", "2,25").doubles() == [1.5, 2.25])
        #expect(try column(.comma, "1.000", "2.000").integers() == [1000, 2000])
        #expect(try column(.point, "1.000", "2.000").doubles() == [1, 2])
        #expect(try column(.point, "1,000", "2,000").integers() == [1000, 2000])
        // A comma in a column of points is text, not a number of some kind.
        #expect(try column(.point, "1,5", "2").string(at: 0) == "1,5")
    }

    @Test func theEncoding() throws {
        let bytes = Array(text.utf8)
        // UTF-8 read as Windows-1252 is what it says: two signs for each letter of two bytes.
        let old = try readTable(bytes, .init(encoding: .windows1252)).get()
        #expect(old.layer.columns[0].string(at: 0) == String(data: Data("Süd".utf8), encoding: .windowsCP1252))
        #expect(old.diagnostics.isEmpty)
        let wide = Array(utf16(text, isBigEndian: true).dropFirst(2))
        #expect(texts(try readTable(wide, .init(encoding: .utf16BigEndian)).get()) == texts(try readTable(text).get()))
        // The wrong half of UTF-16 makes other letters, no numbers and no trap.
        let wrong = try readTable(wide, .init(encoding: .utf16LittleEndian)).get()
        #expect(wrong.layer.columns.allSatisfy { $0.doubles().allSatisfy { $0 == nil } })
    }

    @Test func theHeaderAndTheTitle() throws {
        let table = "Einwohner der Quartiere\nname;n\nAlt;1\nNeu;2\n"
        #expect(try readTable(table).get().layer.columns.map(\.name) == ["name", "n"])
        let bare = try readTable(table, .init(titleRecords: 1, hasHeader: false)).get()
        #expect(bare.layer.columns.map(\.name) == ["column_1", "column_2"])
        #expect(texts(bare) == [["name", "n"], ["Alt", "1"], ["Neu", "2"]])
        let deep = try readTable(table, .init(separator: 0x3B, titleRecords: 2, hasHeader: true)).get()
        #expect(deep.layer.columns.map(\.name) == ["Alt", "1"] && texts(deep) == [["Neu", "2"]])
        let far = try readTable(table, .init(separator: 0x3B, titleRecords: 99)).get()
        #expect(far.layer.count == 0 && far.diagnostics.map(\.code).contains(.tableWithoutRecords))
        #expect(try readTable(table, .init(titleRecords: -3)).get().layer.count == 3)
    }

    @Test func theQuotes() throws {
        let table = "name;n\n'a;b';1\n\"c\";2\n"
        let single = try readTable(table, .init(separator: 0x3B, quoting: .sign(UInt8(ascii: "'")))).get()
        #expect(texts(single) == [["a;b", "1"], ["\"c\"", "2"]])
        let none = try readTable(table, .init(separator: 0x3B, quoting: TableDialect.Quoting.none)).get()
        #expect(texts(none) == [["'a", "b'"], ["\"c\"", "2"]])
        #expect(none.diagnostics.map(\.code) == [.tableRecordLong])
    }

    /// Any text in UTF-16, in blocks of any size; halves of pairs are counted and nothing else is lost.
    @Test(arguments: 1...6) func UTF16InBlocksOfAnySize(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &* 523)
        let letters: [Character] = ["a", "ü", "€", "😀", "𝄞", "\u{FFFD}", "9", "語"]
        for isBigEndian in [false, true] {
            let rows = (0..<20).map { _ in
                String(
                    (0..<Int.random(in: 1...9, using: &generator)).compactMap { _ in
                        letters.randomElement(using: &generator)
                    })
            }
            let bytes = utf16("k;v\n" + rows.map { "x;\($0)\n" }.joined(), isBigEndian: isBigEndian)
            for blockSize in [1, 2, 3, 5, 64] {
                let choice = TableDialect.Choice(hasHeader: true)
                let read = try readTable(bytes, choice, blockSize: blockSize).get()
                #expect((0..<20).map { read.layer.columns[1].string(at: $0) } == rows)
                #expect(!read.diagnostics.contains { $0.code == .tableEncodingInvalid })
            }
        }
    }

    /// A second half without the first, a first without the second, a first at the end: three replacements.
    @Test(arguments: [1, 2, 3, 64]) func halvesOfPairsAreReplacedAndCounted(_ blockSize: Int) throws {
        let units: [UInt16] =
            Array("k;v\nx;".utf16) + [0xDC00, 0x41, 0xD800, 0x42] + Array("\nx;".utf16) + [0xD83D]
        let bytes = ([0xFEFF] + units).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let read = try readTable(bytes, blockSize: blockSize).get()
        #expect((0..<2).map { read.layer.columns[1].string(at: $0) } == ["\u{FFFD}A\u{FFFD}B", "\u{FFFD}"])
        let found = read.diagnostics.filter { $0.code == .tableEncodingInvalid }
        #expect(found.map { $0.arguments["count"] } == ["3"])
    }
}
