import Features
import Foundation
import TestSupport
import Testing

@testable import Formats

/// Sound tables that are damaged in a known way: the findings say exactly what was done, and all else is as before.
@Suite struct DamagedTableTests {
    /// Rows of texts that are nothing but letters.
    private func letters(_ rows: Int, _ columns: Int, _ generator: inout SeededGenerator) -> [[String]] {
        (0..<rows).map { _ in
            (0..<columns).map { _ in
                String(
                    (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                        Character(Unicode.Scalar(UInt8.random(in: 0x61...0x7A, using: &generator)))
                    })
            }
        }
    }

    private func cells(_ layer: Layer) -> [[String?]] {
        (0..<layer.count).map { row in layer.columns.map { $0.string(at: row) } }
    }

    private let choice = TableDialect.Choice(separator: 0x3B, titleRecords: 0, hasHeader: true)

    @Test(arguments: 1...12) func raggedRowsAreCountedAndKept(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &* 467)
        let width = Int.random(in: 2...6, using: &generator)
        let names = (0..<width).map { "c\($0)" }
        let rows = letters(40, width, &generator)
        var (short, long): ([Int], [Int]) = ([], [])
        var lines = [names.joined(separator: ";")]
        var expected: [[String?]] = []
        for (index, row) in rows.enumerated() {
            switch Int.random(in: 0..<4, using: &generator) {
            case 0:
                let kept = Int.random(in: 1..<width, using: &generator)
                lines.append(row.prefix(kept).joined(separator: ";"))
                expected.append((0..<width).map { $0 < kept ? row[$0] : nil })
                short.append(index)
            case 1:
                lines.append((row + ["zuviel"]).joined(separator: ";"))
                expected.append(row)
                long.append(index)
            case 2:
                // Separators alone at the end are what spreadsheets leave behind.
                lines.append(row.joined(separator: ";") + ";;;")
                expected.append(row)
            default:
                lines.append(row.joined(separator: ";"))
                expected.append(row)
            }
        }
        let read = try readTable(lines.joined(separator: "\n"), choice).get()
        func features(_ code: DiagnosticCode) -> [Int?] {
            read.diagnostics.filter { $0.code == code }.map { $0.location?.feature }
        }
        #expect(cells(read.layer) == expected)
        #expect(features(.tableRecordShort) == short && features(.tableRecordLong) == long)
        #expect(read.diagnostics.count == short.count + long.count)
        #expect(read.diagnostics.allSatisfy { $0.location?.line == ($0.location?.feature ?? 0) + 2 })
    }

    @Test(arguments: 1...8) func NULBytesAnywhereChangeNoCell(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &* 479)
        let rows = letters(20, 3, &generator)
        let lines = ["a;b;c"] + rows.map { $0.map { "\"\($0)\"" }.joined(separator: ";") }
        let sound = Array(lines.joined(separator: "\n").utf8)
        var damaged: [UInt8] = []
        var (line, struck) = (1, Set<Int>())
        for (index, byte) in sound.enumerated() {
            // Within a quoted field; before its quote the quote would no longer be the first byte.
            let isInField = byte >= 0x61 && byte <= 0x7A && line > 1
            if isInField, Int.random(in: 0..<9, using: &generator) == 0 {
                damaged += [UInt8](repeating: 0, count: Int.random(in: 1...3, using: &generator))
                struck.insert(line)
            }
            damaged.append(byte)
            if sound[index] == 0x0A { line += 1 }
        }
        let read = try readTable(damaged, choice).get()
        #expect(cells(read.layer) == rows)
        #expect(read.diagnostics.allSatisfy { $0.code == .tableNULBytes })
        #expect(read.diagnostics.map { $0.location?.line ?? 0 } == struck.sorted())
    }

    @Test(arguments: 1...8) func mixedEncodingsAreReadCellByCell(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &* 487)
        let words = ["Süd", "Größe", "straße", "Höhe", "alt", "Æther", "50 €"]
        var bytes = Array("n;w\n".utf8)
        var (expected, utf8, other): ([String], Int, Int) = ([], 0, 0)
        for index in 0..<60 {
            let word = words.randomElement(using: &generator) ?? ""
            let isOld = Bool.random(using: &generator)
            bytes += Array("r\(index);".utf8)
            bytes += isOld ? [UInt8](try #require(word.data(using: .windowsCP1252))) : Array(word.utf8)
            bytes.append(0x0A)
            expected.append(word)
            if !word.utf8.allSatisfy({ $0 < 0x80 }) { if isOld { other += 1 } else { utf8 += 1 } }
        }
        let read = try readTable(bytes, choice).get()
        #expect((0..<60).map { read.layer.columns[1].string(at: $0) } == expected)
        #expect(utf8 > 0 && other > 0)
        #expect(read.diagnostics.map(\.code) == [.tableEncodingMixed])
        #expect(read.diagnostics.first?.arguments == ["utf8": "\(utf8)", "windows1252": "\(other)"])
    }

    @Test(arguments: 1...6) func formulasAreCountedAndKeptAsTexts(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &* 491)
        let formulas = [
            "=1+1", "=HYPERLINK(\"http://x.example\";\"klick\")", "@SUM(A1)", "+A1", "-B2+3", "=cmd|' /C calc'!A0",
        ]
        let texts = ["Haus", "–", "-", "a=b", "1+1", "x@y"]
        let chosen = (0..<50).map { _ in
            ((Bool.random(using: &generator) ? formulas : texts).randomElement(using: &generator) ?? "")
        }
        let lines = ["n;v"] + chosen.enumerated().map { "r\($0);\"\($1.replacing("\"", with: "\"\""))\"" }
        let read = try readTable(lines.joined(separator: "\r\n"), choice).get()
        #expect((0..<50).map { read.layer.columns[1].string(at: $0) } == chosen)
        let count = chosen.count { formulas.contains($0) }
        #expect(read.diagnostics.map(\.code) == (count > 0 ? [.tableFormulas] : []))
        #expect(read.diagnostics.first?.arguments["count"] == "\(count)")
        #expect(read.diagnostics.first?.location?.feature == chosen.firstIndex { formulas.contains($0) })
        #expect(read.diagnostics.allSatisfy { $0.severity == .note })
        // Written for Excel, none of them computes, and the rest is as it was.
        var writer = CSVWriter(.excelGerman, header: ["v"])
        for text in chosen { writer.append([.text(text)]) }
        let again = try readTable(writer.bytes, .init(separator: 0x3B)).get().layer.columns[0]
        for (row, text) in chosen.enumerated() {
            let isDefused = ["=", "+", "-", "@"].contains { text.hasPrefix($0) }
            #expect(again.string(at: row) == (isDefused ? "'" + text : text))
        }
    }

    /// A field with thousands of lines is one field, and what follows it has the right line.
    @Test(arguments: ["\n", "\r\n", "\r"]) func longFieldsWithLineEndsAreFields(_ lineEnd: String) throws {
        let poem = (1...5000).map { "Zeile \($0)" }.joined(separator: lineEnd)
        let text = "id;text\(lineEnd)a;\"\(poem)\"\(lineEnd)b;kurz\(lineEnd)c;\"x\(lineEnd)"
        for blockSize in [64, 1 << 20] {
            guard case .failure(let failure) = readTable(text, blockSize: blockSize) else {
                Issue.record("read in spite of the open quote")
                return
            }
            // The header, 5000 lines of the poem, the line of b.
            #expect(failure.diagnostics.first?.location == SourceLocation(file: "t.csv", line: 5003, column: 3))
        }
        let read = try readTable(text + "\"").get()
        #expect(read.layer.lines == [2, 5002, 5003] && read.layer.columns[1].string(at: 0) == poem)
    }

    /// A quote that is lost somewhere shifts what follows; reading still ends, with a finding or a refusal, and never
    /// with more rows than there are lines.
    @Test(arguments: 1...10) func aLostQuoteIsNoticed(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &* 499)
        let rows = letters(30, 3, &generator)
        let text = (["a;b;c"] + rows.map { $0.map { "\"\($0);x\"" }.joined(separator: ";") }).joined(separator: "\n")
        let bytes = Array(text.utf8)
        let quotes = bytes.indices.filter { bytes[$0] == 0x22 }
        for _ in 0..<20 {
            var damaged = bytes
            damaged.remove(at: try #require(quotes.randomElement(using: &generator)))
            switch readTable(damaged, choice) {
            case .failure(let failure): #expect(failure.diagnostics.map(\.code) == [.tableQuoteUnclosed])
            case .success(let read):
                #expect(read.layer.count <= 30)
                #expect(!read.diagnostics.isEmpty, "\(String(decoding: damaged, as: UTF8.self))")
            }
        }
    }
}
