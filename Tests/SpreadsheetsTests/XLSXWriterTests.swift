import Archives
import Features
import Formats
import Foundation
import TestSupport
import Testing

@testable import Spreadsheets

/// Workbooks of ours, read by us and by openpyxl.
@Suite struct XLSXWriterTests {
    static let nasty = ["a & <b> \"c\"", " außen ", "Zeile\neins", "_x0041_", "03", "=1+1", "Grüße 🏘", "x\r\ny"]
    /// The same as they come back: lines in a cell end in a line feed.
    static let nastyRead = nasty.dropLast() + ["x\ny"]

    static var sheets: [XLSXWriter.Sheet] {
        let day = CalendarDate(year: 2024, month: 2, day: 29)
        return [
            XLSXWriter.Sheet(
                name: "Orte", header: ["Text", "Zahl", "Tag"], widths: [30, 8],
                rows: nasty.enumerated().map { index, text in
                    [
                        .text(text), index % 2 == 0 ? .integer(index) : .number(Double(index) / 8),
                        day.map { .date($0) } ?? .empty,
                    ]
                } + [[.empty, .number(.nan), .empty], [.text("\u{0}\u{1}b"), .integer(-7), .empty]]),
            XLSXWriter.Sheet(name: "Hilfe: [1]", header: ["Spalte"], rows: []),
            XLSXWriter.Sheet(name: "orte", header: [], rows: []),
        ]
    }

    @Test func whatIsWrittenIsRead() throws {
        let bytes = try XLSXWriter.workbook(XLSXWriterTests.sheets, path: "t.xlsx")
        let layer = try read(bytes, sheet: "Orte").layer
        // The row of nothing is none; control characters that XML does not allow are gone.
        #expect(try layer.values("Text") == XLSXWriterTests.nastyRead.map { .text($0) } + [.text("b")])
        #expect(
            try layer.values("Zahl") == [0, 0.125, 2, 0.375, 4, 0.625, 6, 0.875, -7].map { .double($0) })
        #expect(try layer.values("Tag") == XLSXWriterTests.nasty.map { _ in .text("2024-02-29") } + [nil])
        let workbook = try Workbook(bytes, path: "t.xlsx")
        #expect(workbook.sheets.map(\.name) == ["Orte", "Hilfe 1", "Sheet3"])
    }

    @Test func theSameSheetsGiveTheSameBytes() throws {
        let first = try XLSXWriter.workbook(XLSXWriterTests.sheets, path: "a.xlsx")
        let second = try XLSXWriter.workbook(XLSXWriterTests.sheets, path: "b.xlsx")
        #expect(first == second)
    }

    private static let hasOpenpyxl = (try? run(["-c", "import openpyxl"])) ?? nil != nil

    @Test(.enabled(if: hasOpenpyxl || OtherProgram.isThorough, "missing: python3 with openpyxl"))
    func openpyxlReadsWhatWeWrite() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = NSTemporaryDirectory() + "/quartier-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(XLSXWriter.workbook(XLSXWriterTests.sheets, path: path)).write(to: URL(filePath: path))
        let script = root.appending(path: "Scripts/fixtures/spreadsheets.py").path()
        let output = try #require(try XLSXWriterTests.run([script, "--read", path]))
        let read = try #require(try JSONSerialization.jsonObject(with: output) as? [String: [String: [Any]]])
        let rows = try #require(read["sheets"]?["Orte"] as? [[Any]])
        #expect(rows.count == 11)
        #expect(rows[0].map { "\($0)" } == ["Text", "Zahl", "Tag"])
        // Unlike Excel, openpyxl leaves `_x005F_`, the escape of an underscore, as it stands.
        let texts = rows[1..<9].compactMap { ($0[0] as? String)?.replacing("_x005F_", with: "_") }
        #expect(texts == Array(XLSXWriterTests.nastyRead))
        #expect(
            rows[1..<9].compactMap { ($0[1] as? NSNumber)?.doubleValue } == [0, 0.125, 2, 0.375, 4, 0.625, 6, 0.875])
        #expect(rows[1..<9].compactMap { $0[2] as? String } == [String](repeating: "2024-02-29", count: 8))
        let looks = try #require(read["looks"]?["Orte"])
        #expect(looks.first as? String == "A2")
        #expect(looks.last as? Bool == true)
    }

    /// What python3 prints; nil where it is missing or fails.
    private static func run(_ arguments: [String]) throws -> Data? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? output : nil
    }
}
