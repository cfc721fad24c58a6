import Disclosure
import Testing
import Town
import Wording

@testable import Reports

@Suite struct ConversationGuideTests {
    @Test func assumptionsStandBeforeTheFigures() throws {
        let sheets = try MemorySketch.town().read("leitfaden-01.html").all.filter { $0.attributes["class"] == "sheet" }
        #expect(sheets.count == 2)
        #expect(sheets[0].named("section").compactMap { $0.attributes["id"] } == ["opening", "suppose"])
        #expect(sheets[1].named("section").compactMap { $0.attributes["id"] } == ["show", "ask", "agreed"])
        #expect(sheets[0].wholeText.contains("Abends ist wenig offen"))
        #expect(!sheets[0].wholeText.contains("Einwohnerinnen"))
        #expect(sheets[1].wholeText.contains("Altstadt: erfasst sind 900 Einwohnerinnen und Einwohner."))
        // A question that was left open is asked again, the others after it.
        let questions = sheets[1].named("ol").first?.named("li").map(\.wholeText) ?? []
        #expect(questions.count == 4)
        #expect(questions.first?.hasPrefix("Gibt es im Quartier Altstadt einen Ort, der nach 18 Uhr offen ist") == true)
        #expect(questions.first?.hasSuffix("(offen seit 1.\u{A0}Juni 2024)") == true)
        #expect(questions.dropFirst().first?.hasPrefix("Welche Vermutung trifft zu") == true)
    }

    @Test func settledQuestionsDoNotComeBack() throws {
        var town = MemorySketch.town()
        town.memory = TownMemory(
            notes: MemorySketch.notes + [
                MemorySketch.note(
                    "danach",
                    .answer(
                        Note.Answer(question: "open_evening/quarter/q1", circle: "Runder Tisch", state: .settled)),
                    date: "2024-09-01", quarters: ["q1"])
            ])
        let questions = try town.read("leitfaden-01.html").named("ol").first?.named("li") ?? []
        #expect(questions.count == 4)
    }

    /// A count of none is said in words: in the guide, and nowhere on the quarter's page as a figure with a sentence.
    @Test func whereNobodyLivesNoFigureOfResidentsIsRead() throws {
        let guide = try SmallTown().read("leitfaden-03.html").wholeText
        #expect(guide.contains("Hafen: hier ist niemand mit Wohnsitz erfasst."))
        #expect(!guide.contains("0 Einwohnerinnen"))
        #expect(try !SmallTown().read("quarter-03.html").wholeText.contains("Hier wohnen rund 0 Menschen."))
        #expect(try SmallTown().read("quarter-01.html").wholeText.contains("Hier wohnen rund 900 Menschen."))
    }

    /// The guide asks what the report of the quarter asks.
    @Test func questionsAreThoseOfTheReport() throws {
        let town = MemorySketch.town()
        let guide = try town.read("leitfaden-02.html").named("ol").first?.named("li").map(\.wholeText) ?? []
        let report = try #require(town.read("quarter-02.html").withID("questions"))
        let asked = report.all.filter { $0.attributes["class"] == "question" }.map(\.wholeText)
        #expect(guide.first?.hasPrefix("Welche Vermutung trifft zu") == true)
        #expect(guide.count > 1 && guide.dropFirst().allSatisfy(asked.contains), "\(guide)")
    }

    @Test func thereIsOneForTheTownAndEachQuarter() throws {
        #expect(try SmallTown().pages().map(\.path).filter { $0.hasPrefix("leitfaden") } == PagePath.guides)
        var single = SmallTown()
        single.quarterCount = 1
        #expect(try single.pages().map(\.path).filter { $0.hasPrefix("leitfaden") } == ["leitfaden.html"])
        #expect(
            try SmallTown().read("quarter-02.html").named("a").contains { $0.attributes["href"] == "leitfaden-02.html" }
        )
    }

    /// How much stands on the two pages: what grows with the data is limited, so that they stay two.
    @Test(arguments: Language.allCases) func longNamesDoNotMakeItLonger(_ language: Language) throws {
        var town = MemorySketch.town(.internal, language)
        town.offers = OffersSectionTests.offers
        town.quarterNames = [String](repeating: String(repeating: "Langes Quartier ", count: 600), count: 3)
        town.memory = TownMemory(
            notes: (0..<40).flatMap { number in
                [
                    MemorySketch.note(
                        "v\(number)", .assumption(indicators: []), title: String(repeating: "Vermutung ", count: 900),
                        quarters: ["q1"]),
                    MemorySketch.note(
                        "a\(number)",
                        .answer(Note.Answer(question: "q\(number)", circle: "Runde", state: .open)),
                        title: String(repeating: "Frage ", count: 900), quarters: ["q1"]),
                ]
            })
        let root = try town.read("leitfaden-01.html")
        let sheets = root.all.filter { $0.attributes["class"] == "sheet" }
        // Of assumptions three, of open questions two are shown, each cut.
        #expect(sheets[0].named("li").count == 4 + 3 + 3)
        #expect(sheets[0].all.count { $0.attributes["class"] == "line" } == 8)
        #expect(sheets[1].named("ol").first?.named("li").count == 6)
        #expect(sheets.allSatisfy { $0.wholeText.count < 3200 }, "\(sheets.map(\.wholeText.count))")
    }

    @Test func bothLanguagesHaveAllTexts() throws {
        for language in Language.allCases {
            for path in PagePath.guides + [PagePath.participation] {
                let text = try MemorySketch.town(.public, language).read(path).named("body").first?.wholeText ?? ""
                #expect(!text.isEmpty && !text.contains { "⟨⟩{}".contains($0) })
            }
        }
    }
}
