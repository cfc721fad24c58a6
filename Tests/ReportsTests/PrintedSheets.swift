import Foundation
import Testing

/// A program that prints HTML, and how it is called. Printing takes seconds, so a plain run looks at few towns;
/// `QUARTIER_ALL=1` looks at all. `QUARTIER_SHEETS=FOLDER` keeps pages and sheets, to look at.
enum Printer: String, CaseIterable, CustomTestStringConvertible {
    case chromium, weasyprint

    var testDescription: String { rawValue }

    /// Whether all towns are printed, not only the most telling ones.
    static var isThorough: Bool { ProcessInfo.processInfo.environment["QUARTIER_ALL"] != nil }

    /// Prints pages and expects a number of sheets of each. Without the program nothing can be told, and the test says so.
    func expect(_ sheets: Int, of kind: String, _ pages: () throws -> [(name: String, html: String)]) throws {
        guard let path else {
            print("SKIPPED: \(rawValue) is not installed; nobody looked how many sheets the \(kind) takes")
            return
        }
        let kept = ProcessInfo.processInfo.environment["QUARTIER_SHEETS"]
        let folder = (kept.map { URL(filePath: $0) } ?? FileManager.default.temporaryDirectory)
            .appending(path: "\(kind)-\(kept == nil ? UUID().uuidString : rawValue)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { if kept == nil { try? FileManager.default.removeItem(at: folder) } }
        for (name, html) in try pages() {
            let page = folder.appending(path: "\(name).html")
            try html.write(to: page, atomically: true, encoding: .utf8)
            let pdf = page.path + ".pdf"
            let process = Process()
            process.executableURL = URL(filePath: path)
            process.arguments = arguments(page.path, pdf)
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            let printed = Printer.pages(try Data(contentsOf: URL(filePath: pdf)))
            #expect(printed == sheets, "\(rawValue): \(kind) \(name)")
        }
    }

    private var path: String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(rawValue)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private func arguments(_ page: String, _ pdf: String) -> [String] {
        switch self {
        case .chromium:
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf=\(pdf)",
                "file://\(page)",
            ]
        case .weasyprint: [page, pdf]
        }
    }

    /// The number of pages.
    private static func pages(_ pdf: Data) -> Int {
        let text = String(decoding: pdf, as: Unicode.ASCII.self)
        return text.matches(of: /\/Type \/Page\b/).count
    }
}
