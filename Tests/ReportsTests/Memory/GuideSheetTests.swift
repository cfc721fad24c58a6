import Disclosure
import TestSupport
import Testing
import Town
import Wording

@testable import Reports

/// The guide for a conversation, printed: two sheets of A4, the second one with the figures.
@Suite(.serialized) struct GuideSheetTests {
    @Test(.needs(.chromium)) func fitsOnTwoSheetsFromABrowser() throws { try expectTwoSheets(from: .chromium) }

    @Test(.needs(.weasyprint)) func fitsOnTwoSheetsAsTheCommandPrints() throws {
        try expectTwoSheets(from: .weasyprint)
    }

    private func expectTwoSheets(from printer: Printer) throws {
        try printer.expect(2, of: "guide") {
            try Language.allCases.flatMap { language in
                try towns(language).filter { OtherProgram.isThorough || $0.isTold }.flatMap { town in
                    try [("town", "leitfaden.html"), ("quarter", "leitfaden-01.html")].map { kind, path in
                        ("\(language.rawValue)-\(town.name)-\(kind)", try town.town.page(path))
                    }
                }
            }
        }
    }

    private func towns(_ language: Language) throws -> [(name: String, isTold: Bool, town: SmallTown)] {
        var empty = SmallTown()
        (empty.language, empty.hasPopulation, empty.understanding) = (language, false, Understanding())
        return [("empty", false, empty)]
            + (try CouncilTown.longTexts.enumerated().map { index, text in
                ("long-\(index)", index < 2, try long(text, language))
            })
    }

    /// As many assumptions and open questions as are shown, each as long as can be.
    private func long(_ text: String, _ language: Language) throws -> SmallTown {
        var town = try CouncilTown.hostile(language, .internal, text: text)
        town.memory = TownMemory(
            notes: ["q1", nil].flatMap { quarter in
                (0..<3).flatMap { number in
                    let quarters = [quarter].compactMap { $0 }
                    return [
                        MemorySketch.note(
                            "v\(number)\(quarter ?? "")", .assumption(indicators: []), title: text, quarters: quarters),
                        MemorySketch.note(
                            "a\(number)\(quarter ?? "")",
                            .answer(Note.Answer(question: "q\(number)", circle: "Runde", state: .open)), title: text,
                            quarters: quarters),
                    ]
                }
            })
        return town
    }
}
