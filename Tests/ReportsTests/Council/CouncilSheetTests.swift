import Disclosure
import TestSupport
import Testing
import Wording

@testable import Reports

/// The page for the council, printed: one sheet of A4, whatever the data say.
@Suite(.serialized) struct CouncilSheetTests {
    @Test(.needs(.chromium)) func fitsOnOneSheetFromABrowser() throws { try expectOneSheet(from: .chromium) }

    @Test(.needs(.weasyprint)) func fitsOnOneSheetAsTheCommandPrints() throws { try expectOneSheet(from: .weasyprint) }

    private func expectOneSheet(from printer: Printer) throws {
        try printer.expect(1, of: "council") {
            try CouncilPageTests.editions.filter { OtherProgram.isThorough || $0.1 == .internal }.flatMap {
                language, edition in
                try towns(language, edition).filter { OtherProgram.isThorough || $0.isTold }.map { town in
                    (
                        "\(language.rawValue)-\(edition.rawValue)-\(town.name)",
                        try ReportContext(town.input).councilPage()
                    )
                }
            }
        }
    }

    private func towns(
        _ language: Language, _ edition: Edition
    ) throws -> [(name: String, isTold: Bool, input: UnprotectedInput)] {
        let long = CouncilTown.longTexts.enumerated()
        return [
            ("timed", true, try CouncilTown.released(language, edition)),
            ("straight", true, try CouncilTown.released(language, edition, isTimed: false)),
            ("own-texts", true, try CouncilTown.ownTexts(language, edition)),
        ]
            + (try long.map { index, text in
                ("long-\(index)", index == 0, try CouncilTown.hostile(language, edition, text: text).input())
            })
    }
}
