import Disclosure
import Indicators
import Overlay
import Testing
import Town
import Wording

@testable import Reports

/// How reports show that a number is not exact.
@Suite struct IntervalTests {
    private func town(_ language: Language = .german, _ edition: Edition = .internal) -> SmallTown {
        var town = SmallTown()
        town.isUncertain = true
        town.language = language
        town.edition = edition
        return town
    }

    private func context(_ language: Language = .german) throws -> ReportContext {
        try ReportContext(town(language).input())
    }

    private func text(_ town: SmallTown, _ page: String = "index.html") throws -> String {
        try town.read(page).named("main").first?.wholeText ?? ""
    }

    private func value(
        _ number: Double?, _ lower: Double? = nil, _ upper: Double? = nil, _ status: Status = .estimated
    ) -> IndicatorValue {
        IndicatorValue(
            level: .quarter, areaID: "q1", areaName: "Altstadt", group: "all", category: nil, indicator: "x",
            parameters: "", methodVersion: 1, value: number, unit: "", status: status, lower: lower, upper: upper)
    }

    // MARK: In cells

    @Test(
        arguments: [
            (Figure.residents, 1_200.4, 1_259.6, " (1\u{202F}200–1\u{202F}260)"), (.residents, 0, 3.2, " (0–4)"),
            (.groupShare, 0.29, 0.352, " (29\u{202F}%–36\u{202F}%)"),
            (.coverageShare, 0.002, 0.998, " (0\u{202F}%–100\u{202F}%)"),
            (.locationQuotient, 0.678, 1.001, " (0,67–1,01)"), (.placesWithin, 1.31, 1.39, " (1,3–1,4)"),
            // Nothing is left between them.
            (.residents, 42, 42.000_000_000_1, ""), (.coverageShare, 1, 1, ""),
        ] as [(Figure, Double, Double, String)])
    func boundsAreRoundedOutwards(_ figure: Figure, _ lower: Double, _ upper: Double, _ expected: String) throws {
        #expect(HTMLWriter.fragment(try context().range(figure, lower, upper)).contains("range") == !expected.isEmpty)
        let shown = HTMLWriter.fragment(try context().range(figure, lower, upper))
        #expect(expected.isEmpty || shown == "<span class=\"range\">\(expected)</span>")
    }

    // MARK: In sentences

    @Test func personsAreTensWithTensAround() throws {
        let german = try context()
        #expect(
            german.roundedPersons(value(1_234, 1_203, 1_261))
                == "1\u{202F}230 (zwischen 1\u{202F}200 und 1\u{202F}270)")
        #expect(german.roundedPersons(value(6, 0, 12)) == "weniger als 10 (zwischen 0 und 20)")
        #expect(german.roundedPersons(value(1_234)) == "1\u{202F}230")
        #expect(german.roundedPersons(value(40, 40, 40)) == "40")
        #expect(try context(.english).roundedPersons(value(1_234, 1_203, 1_261)) == "1,230 (between 1,200 and 1,270)")
        #expect(german.roundedPersons(value(nil, nil, nil, .noData)) == "nicht erfasst")
        #expect(german.roundedPersons(120, range: 101...139) == "120 (zwischen 100 und 140)")
    }

    @Test(arguments: [
        (0.42, "gut vier von zehn Menschen", "just over four out of ten people"),
        (0.405, "etwa vier von zehn Menschen", "about four out of ten people"),
        (0.38, "knapp vier von zehn Menschen", "just under four out of ten people"),
        (0.9, "etwa neun von zehn Menschen", "about nine out of ten people"),
        (0.14, "etwa 14\u{202F}% der Menschen", "about 14% of them"),
        (0.97, "etwa 97\u{202F}% der Menschen", "about 97% of them"),
    ]) func sharesAreTenths(_ share: Double, _ german: String, _ english: String) throws {
        #expect(try context().tenths(share) == german)
        #expect(try context(.english).tenths(share) == english)
        let shown = try context().plainShare(value(share, share - 0.05, share + 0.02))
        #expect(shown.hasPrefix(german + " (zwischen "))
        // A share without an interval is told in the same words.
        #expect(try context().plainShare(value(share)) == german)
    }

    @Test func aShareWithItsBounds() throws {
        #expect(
            try context().plainShare(value(0.42, 0.378, 0.462))
                == "gut vier von zehn Menschen (zwischen 37\u{202F}% und 47\u{202F}%)")
        #expect(try context().plainShare(value(nil, nil, nil, .notApplicable)) == "hier nicht sinnvoll")
    }

    // MARK: On pages

    /// 400 + 300 + 200 + 334 people: 250 to 350 at the second home, and ± 1.96·√150 noise.
    @Test func residentsOfTheTown() throws {
        // 1,184 − 24.005 and 1,284 + 24.005.
        #expect(try text(town()).contains("rund 1\u{202F}230 (zwischen 1\u{202F}150 und 1\u{202F}310) Menschen"))
        #expect(try text(town()).contains("1\u{202F}234 (1\u{202F}159–1\u{202F}309)"))
        #expect(try text(town(.english)).contains("About 1,230 (between 1,150 and 1,310) people live in Kleinstadt"))
        // Altstadt: 900, 850 to 950, ± 1.96·√100.
        #expect(
            try text(town(), "quarter-01.html").contains("leben rund 900 (zwischen 830 und 970) Menschen"))
    }

    @Test func sharesOfQuarters() throws {
        // 700 of 900 people of Altstadt have a meeting place within 500 m; 200 have none.
        let text = try text(town(), "quarter-01.html")
        #expect(text.contains("für knapp acht von zehn Menschen (zwischen "))
        #expect(text.contains("\u{202F}%–"))
    }

    @Test func theWalkingSpeedStandsBesideTheInterval() throws {
        var timed = town()
        timed.isTimed = true
        var input = try timed.input()
        var table = IndicatorTable()
        for var value in input.indicators.values {
            if value.areaID == "q1", value.category == "organised_places",
                value.parameters == "measure=walking;minutes=10"
            {
                (value.value, value.lower, value.upper) = (0.68, 0.6, 0.75)
            }
            table.append(value)
        }
        input.indicators = table
        let page = try #require(ReportSet.render(input).first { $0.path == "quarter-01.html" }?.text)
        #expect(
            page.contains(
                "für knapp sieben von zehn Menschen (zwischen 60\u{202F}% und 75\u{202F}%; je nach Gehtempo zwischen "
                    + "57\u{202F}% und 100\u{202F}%) ein Treffpunkt"))
    }

    @Test func whatAnIntervalIsStandsThereOnce() throws {
        for language in Language.allCases {
            let words = Words(language)
            for key in ["interval.residents", "interval.method"] {
                #expect(try text(town(language)).contains(words(key)))
                var exact = SmallTown()
                exact.language = language
                #expect(!(try text(exact)).contains(words(key)))
            }
        }
    }

    @Test func piecesAndPeopleOutsideHaveTheirRange() throws {
        var input = try town().input()
        input.study.overlay.focusPieces[0].residentRanges = [180...221.5, nil]
        input.study.overlay.residentsOutsideRanges = [98...142, nil]
        let page = try #require(ReportSet.render(input).first { $0.path == "index.html" }?.text)
        #expect(page.contains("<span class=\"range\"> (180–222)</span>"))
        #expect(page.contains("120 (zwischen 90 und 150) Menschen"))
    }

    // MARK: Public edition

    @Test func thePublicEditionKnowsNothingOfGroups() throws {
        var input = try town(.german, .public).input()
        input.study.overlay.focusPieces[0].residentRanges = [180...221, 80...99]
        input.study.overlay.residentsOutsideRanges = [98...142, 3...30]
        let study = try input.passed().study
        #expect(study.population?.spreads.count == 1)
        #expect(study.overlay.focusPieces.allSatisfy { $0.residentRanges.count <= 1 })
        #expect(study.overlay.residentsOutsideRanges == [98...142])
    }

    @Test(arguments: Language.allCases) func pagesAreWellFormed(_ language: Language) throws {
        for page in try town(language).pages() {
            #expect(!page.text.contains("⟨") && !page.text.contains(">nan"))
        }
    }
}
