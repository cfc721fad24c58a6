import Disclosure
import Foundation
import Testing
import Wording

@testable import Reports

/// The page for the council, printed: one sheet of A4, whatever the data say. Needs a program that prints; without one
/// nothing can be told, and the tests say so. Printing takes seconds, so a plain run looks at few towns; `QUARTIER_ALL=1`
/// looks at all. `QUARTIER_SHEETS=FOLDER` keeps pages and sheets, to look at.
@Suite(.serialized) struct CouncilSheetTests {
    /// A program that prints HTML, and how it is called.
    enum Printer: String, CaseIterable, CustomTestStringConvertible {
        case chromium, weasyprint

        var testDescription: String { rawValue }

        var path: String? {
            (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(rawValue)" }
                .first { FileManager.default.isExecutableFile(atPath: $0) }
        }

        func arguments(_ page: String, _ pdf: String) -> [String] {
            switch self {
            case .chromium:
                [
                    "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf=\(pdf)",
                    "file://\(page)",
                ]
            case .weasyprint: [page, pdf]
            }
        }
    }

    @Test(arguments: Printer.allCases) func fitsOnOneSheetOfPaper(_ printer: Printer) throws {
        guard let program = printer.path else {
            print("SKIPPED: \(printer.rawValue) is not installed; nobody looked whether the page for the council fits")
            return
        }
        let kept = ProcessInfo.processInfo.environment["QUARTIER_SHEETS"]
        let folder = (kept.map { URL(filePath: $0) } ?? FileManager.default.temporaryDirectory)
            .appending(path: "council-\(kept == nil ? UUID().uuidString : printer.rawValue)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { if kept == nil { try? FileManager.default.removeItem(at: folder) } }
        let isThorough = ProcessInfo.processInfo.environment["QUARTIER_ALL"] != nil
        for (language, edition) in CouncilPageTests.editions where isThorough || edition == .internal {
            var towns = [
                ("timed", try CouncilTown.town(language, edition)),
                ("straight", try CouncilTown.town(language, edition, isTimed: false)),
            ]
            for (index, text) in CouncilTown.longTexts.enumerated() {
                towns.append(("long-\(index)", try CouncilTown.hostile(language, edition, text: text)))
            }
            for (name, town) in towns where isThorough || name == "timed" || name == "long-0" {
                let page = folder.appending(path: "\(language.rawValue)-\(edition.rawValue)-\(name).html")
                let pdf = page.path + ".pdf"
                try ReportContext(town.input()).councilPage().write(to: page, atomically: true, encoding: .utf8)
                let process = Process()
                process.executableURL = URL(filePath: program)
                process.arguments = printer.arguments(page.path, pdf)
                process.standardOutput = FileHandle.nullDevice
                process.standardError = FileHandle.nullDevice
                try process.run()
                process.waitUntilExit()
                let bytes = try Data(contentsOf: URL(filePath: pdf))
                #expect(pages(bytes) == 1, "\(printer.rawValue): \(page.lastPathComponent)")
            }
        }
    }

    /// The number of pages.
    private func pages(_ pdf: Data) -> Int {
        let text = String(decoding: pdf, as: Unicode.ASCII.self)
        return text.matches(of: /\/Type \/Page\b/).count
    }
}
