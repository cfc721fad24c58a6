import Features
import Foundation
import TestSupport
import Testing

@testable import Formats

/// Records and fields: as Python's csv module splits them, wherever the blocks end.
@Suite struct TableRecordTests {
    struct Case: Decodable {
        var text: String
        var separator: String
        var records: [[String]]
    }

    /// The records of a text that are not blank, with the line each begins on.
    private func records(_ text: String, separator: UInt8, blockSize: Int) throws -> (fields: [[String]], lines: [Int])
    {
        var found: [[String]] = []
        var lines: [Int] = []
        var stream = try RecordStream(
            ByteSource(path: "t", bytes: Array(text.utf8)), choice: .init(separator: separator),
            limits: .init(blockSize: blockSize))
        try stream.forEachRecord { record in
            found.append((0..<record.count).map { String(decoding: record[$0], as: UTF8.self) })
            lines.append(record.line)
        }
        return (found, lines)
    }

    private func isBlank(_ record: [String]) -> Bool {
        record.allSatisfy { $0.allSatisfy { $0 == " " || $0.isNewline } }
    }

    /// The fixture is made by Scripts/fixtures/tables.py.
    @Test func splitsAsPythonDoes() throws {
        let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: folder.appending(path: "tables.json")))
        #expect(cases.count > 300)
        for example in cases {
            let separator = try #require(example.separator.utf8.first)
            for blockSize in [1 << 20, 1, 7] {
                let found = try records(example.text, separator: separator, blockSize: blockSize)
                let expected = example.records.filter { !isBlank($0) }
                #expect(found.fields == expected, "\(example.text.debugDescription), blocks of \(blockSize)")
            }
        }
    }

    /// Random rows, written here field by field; the line of each record is counted while it is written.
    @Test(arguments: [1, 2, 3, 5, 64, 1 << 20]) func everyFieldComesBack(blockSize: Int) throws {
        var generator = SeededGenerator(seed: 43)
        let pieces = ["a", "ß", ";", ",", "\"\"", "\n", "\r\n", "\r", " ", "1", "😀", "'"]
        for _ in 0..<40 {
            let width = Int.random(in: 2...5, using: &generator)
            let end = ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
            var (text, rows, lines, line): (String, [[String]], [Int], Int) = ("", [], [], 1)
            for _ in 0..<Int.random(in: 1...12, using: &generator) {
                var row: [String] = []
                lines.append(line)
                for column in 0..<width {
                    let inner =
                        "x"
                        + (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                            pieces.randomElement(using: &generator) ?? ""
                        }.joined()
                    text += (column > 0 ? ";" : "") + "\"" + inner + "\""
                    row.append(inner.replacing("\"\"", with: "\""))
                    let scalars = Array(inner.unicodeScalars)
                    for (index, scalar) in scalars.enumerated() where scalar == "\n" || scalar == "\r" {
                        let isInside = scalar == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
                        if !isInside { line += 1 }
                    }
                }
                text += end
                line += 1
                rows.append(row)
            }
            let found = try records(text, separator: 0x3B, blockSize: blockSize)
            #expect(found.fields == rows && found.lines == lines, "\(text.debugDescription)")
        }
    }

    /// The whole reading, findings included, does not depend on where blocks end.
    @Test func anyBlockSizeGivesTheSame() throws {
        var generator = SeededGenerator(seed: 44)
        let pieces = ["a", ";", "\n", "\r\n", "\"", "1", "03", "1,5", "–", "nan", "\u{0}", "ä", " ", "=x", ";;"]
        for _ in 0..<150 {
            var text = Array("k;v;w\n".utf8)
            for _ in 0..<Int.random(in: 0...40, using: &generator) {
                let piece = pieces.randomElement(using: &generator) ?? ""
                // Now and then an ä in Windows-1252.
                if piece == "ä", Bool.random(using: &generator) { text.append(0xE4) } else { text += Array(piece.utf8) }
            }
            for sample in [text, utf16(String(decoding: text, as: UTF8.self), isBigEndian: false)] {
                let expected = readTable(sample)
                for blockSize in [1, 2, 3, 11] { #expect(readTable(sample, blockSize: blockSize) == expected) }
            }
        }
    }

    /// What a program writes comes back: the writer's both styles.
    @Test(arguments: CSVWriter.Style.allCases) func readsWhatWeWrite(style: CSVWriter.Style) throws {
        var generator = SeededGenerator(seed: 45)
        var writer = CSVWriter(style, header: ["key", "whole", "share", "text"])
        var rows: [(key: String, whole: Int?, share: Double, text: String)] = []
        for index in 0..<500 {
            let text = ["Süd; links", "sagt \"ja\"", "zwei\nZeilen", "a,b", "–"].randomElement(using: &generator) ?? ""
            let whole = Bool.random(using: &generator) ? Int.random(in: -9_999_999...9_999_999, using: &generator) : nil
            let share = Double.random(in: -1000...1000, using: &generator)
            rows.append((index < 10 ? "0\(index)" : "\(index)", whole, share, text))
            writer.append([
                .text(rows[index].key), whole.map(TableCell.integer) ?? .empty, .number(share), .text(text),
            ])
        }
        let read = try readTable(writer.bytes).get()
        #expect(read.diagnostics.isEmpty)
        let columns = read.layer.columns
        #expect(columns.map(\.name) == ["key", "whole", "share", "text"])
        #expect(rows.indices.map { columns[0].string(at: $0) } == rows.map(\.key))
        #expect(columns[1].integers() == rows.map(\.whole))
        #expect(columns[2].doubles() == rows.map(\.share))
        #expect(rows.indices.map { columns[3].string(at: $0) } == rows.map(\.text))
    }
}

/// A text in UTF-16 with a byte order mark.
func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    ([0xFEFF] + Array(text.utf16)).flatMap { unit in
        let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return isBigEndian ? bytes : bytes.reversed()
    }
}
