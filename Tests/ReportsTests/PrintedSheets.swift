import Foundation
import TestSupport
import Testing

/// How pages come to paper. Printing takes seconds, so a plain run looks at few towns; `QUARTIER_ALL=1` looks at all.
/// `QUARTIER_SHEETS=FOLDER` keeps pages and sheets, to look at.
enum Printer: String {
    /// From a browser.
    case chromium
    /// As the command prints.
    case weasyprint

    /// Prints pages and expects a number of sheets of each.
    func expect(_ sheets: Int, of kind: String, _ pages: () throws -> [(name: String, html: String)]) throws {
        let kept = ProcessInfo.processInfo.environment["QUARTIER_SHEETS"]
        let folder = (kept.map { URL(filePath: $0) } ?? FileManager.default.temporaryDirectory)
            .appending(path: "\(kind)-\(kept == nil ? UUID().uuidString : rawValue)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { if kept == nil { try? FileManager.default.removeItem(at: folder) } }
        for (name, html) in try pages() {
            let page = folder.appending(path: "\(name).html")
            try html.write(to: page, atomically: true, encoding: .utf8)
            let pdf = page.path + ".pdf"
            let said = try print(page.path, pdf)
            #expect(said.status == 0, "\(rawValue): \(said.text)")
            let printed = Printer.pages(try Data(contentsOf: URL(filePath: pdf)))
            #expect(printed == sheets, "\(rawValue): \(kind) \(name)")
        }
    }

    private func print(_ page: String, _ pdf: String) throws -> (status: Int32, text: String) {
        switch self {
        case .chromium:
            try OtherProgram.chromium.run([
                "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf=\(pdf)",
                "file://\(page)",
            ])
        case .weasyprint: try OtherProgram.weasyprint.run([page, pdf])
        }
    }

    /// The number of pages.
    private static func pages(_ pdf: Data) -> Int {
        let text = String(decoding: pdf, as: Unicode.ASCII.self)
        return text.matches(of: /\/Type \/Page\b/).count
    }
}
