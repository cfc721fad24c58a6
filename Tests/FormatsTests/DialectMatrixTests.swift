import Features
import Foundation
import TestSupport
import Testing
import Wording

@testable import Formats

/// One table, written in every combination of separator, decimal sign, quotes, line end and encoding: detection finds
/// the dialect, and the table comes back equal.
@Suite struct DialectMatrixTests {
    /// Which fields are quoted.
    enum Quotes: CaseIterable {
        /// None: no text needs it.
        case never
        /// Those that hold a separator, a quote or a line end.
        case needed
        /// All.
        case always
    }

    /// How the bytes are made.
    enum Coding: CaseIterable {
        case utf8, markedUTF8, windows1252, utf16LittleEndian, utf16BigEndian

        func bytes(_ text: String) throws -> [UInt8] {
            switch self {
            case .utf8: Array(text.utf8)
            case .markedUTF8: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
            case .windows1252: [UInt8](try #require(text.data(using: .windowsCP1252)))
            case .utf16LittleEndian: utf16(text, isBigEndian: false)
            case .utf16BigEndian: utf16(text, isBigEndian: true)
            }
        }

        var expected: TableDialect.Encoding {
            switch self {
            case .utf8, .markedUTF8: .utf8
            case .windows1252: .windows1252
            case .utf16LittleEndian: .utf16LittleEndian
            case .utf16BigEndian: .utf16BigEndian
            }
        }
    }

    /// A dialect to write in.
    struct Writing: CustomTestStringConvertible {
        var separator: Character
        var decimal: Character
        var quotes: Quotes
        var lineEnd: String
        var coding: Coding
        var testDescription: String {
            "\(separator.debugDescription) \(decimal) \(quotes) \(lineEnd.debugDescription) \(coding)"
        }

        /// All combinations that a reader can tell apart: with commas between fields and in numbers, numbers are quoted.
        static let all = ([";", ",", "\t", "|"] as [Character]).flatMap { separator in
            ([".", ","] as [Character]).flatMap { decimal in
                Quotes.allCases.filter { $0 != .never || separator != decimal }.flatMap { quotes in
                    ["\n", "\r\n", "\r"].flatMap { lineEnd in
                        Coding.allCases.map { coding in
                            Writing(
                                separator: separator, decimal: decimal, quotes: quotes, lineEnd: lineEnd, coding: coding
                            )
                        }
                    }
                }
            }
        }

        func text(_ table: Sample) -> String {
            let rows = [Sample.header] + table.rows.map { $0.fields(decimal) }
            return rows.map { $0.map(field).joined(separator: String(separator)) + lineEnd }.joined()
        }

        private func field(_ text: String) -> String {
            let special: [Character] = [separator, "\"", "\n", "\r", "\r\n"]
            let isQuoted = quotes == .always || quotes == .needed && text.contains { special.contains($0) }
            return isQuoted ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
        }
    }

    /// The table.
    struct Sample {
        struct Row {
            var key: String
            var name: String
            var count: Int?
            var share: Double
            var note: String?

            func fields(_ decimal: Character) -> [String] {
                // Two decimals: what stands before them is a decimal sign beyond doubt.
                let cents = Int((share * 100).rounded())
                let rest = abs(cents % 100)
                let number =
                    (cents < 0 ? "-" : "") + "\(abs(cents) / 100)\(decimal)" + (rest < 10 ? "0" : "") + "\(rest)"
                return [key, name, count.map { "\($0)" } ?? "", number, note ?? ""]
            }
        }

        static let header = ["Schlüssel", "Straße", "Einwohner", "Anteil", "Bemerkung"]
        var rows: [Row]

        /// Random rows; `isPlain` leaves out what needs quotes anywhere.
        init(seed: UInt64, isPlain: Bool) {
            var generator = SeededGenerator(seed: seed)
            let plain = ["Süd", "Mürwik", "Fördestraße", "Weiche", "Tarup – alt", "50 €"]
            let odd = [
                "Haus; links", "a,b", "sagt \"ja\"", "zwei\nZeilen", "Tab\there", "eins|zwei", "\"", "x;\",|\n\t",
            ]
            rows = (0..<25).map { index in
                let texts = isPlain ? plain : plain + odd
                return Row(
                    key: index < 10 ? "0\(index)" : "\(index)", name: texts.randomElement(using: &generator) ?? "",
                    count: index % 7 == 3 ? nil : Int.random(in: -5...99_999, using: &generator),
                    share: Double(Int.random(in: -9999...999_999, using: &generator)) / 100,
                    note: Bool.random(using: &generator) ? texts.randomElement(using: &generator) : nil)
            }
        }
    }

    @Test(arguments: Writing.all) func comesBackEqual(_ writing: Writing) throws {
        let sample = Sample(seed: 451, isPlain: writing.quotes == .never)
        let bytes = try writing.coding.bytes(writing.text(sample))
        let found = try RecordStream(ByteSource(path: "t", bytes: bytes), choice: .init()).dialect
        #expect(Character(Unicode.Scalar(found.separator)) == writing.separator)
        #expect(found.decimal == (writing.decimal == "," ? .comma : .point) && found.decimalCertainty == .detected)
        #expect(found.encoding == writing.coding.expected && found.hasHeader && found.titleRecords == 0)

        let read = try readTable(bytes).get()
        #expect(read.diagnostics.isEmpty, "\(read.diagnostics.map { $0.description(.english) })")
        let columns = read.layer.columns
        #expect(columns.map(\.name) == Sample.header)
        let rows = sample.rows
        func texts(_ column: Int) -> [String?] { rows.indices.map { columns[column].string(at: $0) } }
        #expect(texts(0) == rows.map(\.key) && texts(1) == rows.map(\.name) && texts(4) == rows.map(\.note))
        #expect(columns[2].integers() == rows.map(\.count) && columns[3].doubles() == rows.map(\.share))

        // Saying what was found changes nothing, and neither does reading in small blocks.
        #expect(try readTable(bytes, .init(found)).get() == read)
        #expect(try readTable(bytes, blockSize: 7).get() == read)
    }

    /// The same rows in another order: columns have the same types and values, row by row.
    @Test(arguments: 1...8) func theOrderOfRowsDoesNotMatter(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &* 457)
        let pool = ["1", "2", "03", "1,5", "1.5", "1.234", "x", "", "–", "1e5", "nan", "-7", "12345678901", "0"]
        for _ in 0..<60 {
            let cells = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
                pool.randomElement(using: &generator) ?? ""
            }
            let order = cells.indices.shuffled(using: &generator)
            func column(_ cells: [String]) throws -> Column {
                let text = "k;v\n" + cells.enumerated().map { "r\($0);\($1)\n" }.joined()
                // What is assumed of the dialect is said, so that only the column is looked at.
                let choice = TableDialect.Choice(separator: 0x3B, decimal: .comma, hasHeader: true)
                return try #require(try readTable(text, choice).get().layer.column(named: "v"))
            }
            let (first, second) = (try column(cells), try column(order.map { cells[$0] }))
            for (row, old) in order.enumerated() {
                #expect(second.value(at: row) == first.value(at: old), "\(cells)")
                #expect(second.mark(at: row) == first.mark(at: old), "\(cells)")
            }
        }
    }

    /// Blank lines between rows are no rows; only the line numbers tell of them.
    @Test(arguments: Coding.allCases) func blankLinesAreNothing(_ coding: Coding) throws {
        let writing = Writing(separator: ";", decimal: ",", quotes: .never, lineEnd: "\r\n", coding: coding)
        let sample = Sample(seed: 461, isPlain: true)
        let plain = try readTable(coding.bytes(writing.text(sample))).get().layer
        let spaced = writing.text(sample).replacing("\r\n", with: "\r\n \r\n;;;;\r\n")
        let read = try readTable(coding.bytes(spaced)).get()
        #expect(read.diagnostics.isEmpty && read.layer.columns == plain.columns)
        #expect(read.layer.lines == plain.lines.map { ($0 - 1) * 3 + 1 })
    }
}
