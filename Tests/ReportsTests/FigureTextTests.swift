import Indicators
import Testing
import Wording

@testable import Reports

@Suite struct FigureTextTests {
    static let contexts: [Language: ReportContext] = {
        var contexts: [Language: ReportContext] = [:]
        for language in Language.allCases {
            var town = SmallTown()
            town.language = language
            contexts[language] = try? ReportContext(town.input())
        }
        return contexts
    }()

    private func context(_ language: Language) throws -> ReportContext { try #require(Self.contexts[language]) }

    private func value(
        _ number: Double?, _ status: Status = .valid, lower: Double? = nil, upper: Double? = nil
    ) -> IndicatorValue {
        IndicatorValue(
            level: .quarter, areaID: "q1", areaName: "Altstadt", group: "all", category: nil, indicator: "x",
            parameters: "", methodVersion: 1, value: number, unit: "", status: status, lower: lower, upper: upper)
    }

    private func shown(
        _ language: Language, _ figure: Figure, _ value: IndicatorValue?, marks: Bool = true
    ) throws -> String {
        let nodes = try context(language).cell(figure, value, marksEstimates: marks)
        let page = "<!DOCTYPE html><p>" + HTMLWriter.fragment(nodes) + "</p>"
        return try MarkupReader.read(page).wholeText.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    }

    @Test(arguments: [
        (Figure.residents, 1234.4, "1\u{202F}234", "1,234"), (.residents, 0, "0", "0"),
        (.groupShare, 0.2149, "21\u{202F}%", "21%"), (.coverageShare, 1, "100\u{202F}%", "100%"),
        (.coverageShare, 0, "0\u{202F}%", "0%"), (.coverageShare, 0.9999, ">\u{202F}99\u{202F}%", ">\u{202F}99%"),
        (.coverageShare, 0.0001, "<\u{202F}1\u{202F}%", "<\u{202F}1%"), (.locationQuotient, 1.005, "1,00", "1.00"),
        (.locationQuotient, 2.456, "2,46", "2.46"), (.nearestDistance, 499.6, "500", "500"),
        (.placesWithin, 12.34, "12,3", "12.3"), (.placeCount, 7, "7", "7"),
        (.placeCount, 0, "keiner erfasst", "none recorded"),
    ]) func numbersOfEachFigure(_ figure: Figure, _ number: Double, _ german: String, _ english: String) throws {
        #expect(try shown(.german, figure, value(number)) == german)
        #expect(try shown(.english, figure, value(number)) == english)
    }

    @Test(arguments: [
        (Status.noData, "nicht erfasst", "not recorded"),
        (.suppressed, "geschützt", "protected"),
        (.notConnected, "nicht ans Wegenetz angeschlossen (prüfen)", "not connected to the street network (check)"),
        (.notReachable, "hier nicht erreichbar", "not reachable here"),
        (.notApplicable, "hier nicht sinnvoll", "not meaningful here"),
        (.cannotTell, "nicht beurteilbar", "cannot tell"),
    ]) func aStatusWithoutAValueIsAWord(_ status: Status, _ german: String, _ english: String) throws {
        for figure in Figure.allCases {
            #expect(try shown(.german, figure, value(nil, status)) == german)
            #expect(try shown(.english, figure, value(nil, status)) == english)
            // A number that came along by mistake is not shown.
            #expect(try shown(.german, figure, value(42, status)) == german)
        }
    }

    @Test func whatIsNotThereIsNotRecorded() throws {
        for figure in Figure.allCases {
            #expect(try shown(.german, figure, nil) == "nicht erfasst")
            #expect(try shown(.english, figure, value(nil, .valid)) == "value")
        }
    }

    @Test(arguments: Status.allCases) func everyStatusHasAWord(_ status: Status) throws {
        for language in Language.allCases {
            let word = try context(language).status(status)
            #expect(!word.isEmpty && !word.contains("⟨") && word != "0")
        }
        let (german, english) = (try context(.german).status(status), try context(.english).status(status))
        #expect(german != english)
    }

    @Test func estimatesAreMarkedOnceAndInWords() throws {
        #expect(try shown(.german, .residents, value(100, .estimated)) == "≈\u{2009}geschätzt 100")
        #expect(try shown(.english, .residents, value(100, .estimated)) == "≈\u{2009}estimated 100")
        #expect(try shown(.german, .residents, value(100, .estimated), marks: false) == "100")
        // A range says by itself that it is not exact.
        #expect(try shown(.german, .coverageShare, value(0.999, .estimated)) == ">\u{202F}99\u{202F}%")
    }

    @Test func boundsStandBehindTheValue() throws {
        #expect(
            try shown(.german, .coverageShare, value(0.42, lower: 0.35, upper: 0.5))
                == "42\u{202F}% (35\u{202F}%–50\u{202F}%)")
        #expect(try shown(.english, .nearestDistance, value(420, lower: 300, upper: 1500)) == "420 (300–1,500)")
        // One bound alone is no range.
        #expect(try shown(.german, .residents, value(42, lower: 35)) == "42")
        #expect(try shown(.german, .residents, value(42, upper: 35)) == "42")
    }

    @Test func unreliableValuesSaySo() throws {
        #expect(try shown(.german, .residents, value(42, .unreliable)) == "42 unsicher")
        #expect(
            try shown(.english, .residents, value(42, .unreliable, lower: 10, upper: 80)) == "42 (10–80) uncertain")
    }

    @Test(arguments: [
        (0.0, "0", "0"), (3, "weniger als 10", "fewer than 10"), (9.99, "weniger als 10", "fewer than 10"),
        (10, "10", "10"), (14.9, "10", "10"), (15, "20", "20"), (904, "900", "900"), (2633, "2\u{202F}630", "2,630"),
    ]) func personsInSentencesAreRounded(_ number: Double, _ german: String, _ english: String) throws {
        #expect(try context(.german).roundedPersons(number) == german)
        #expect(try context(.english).roundedPersons(number) == english)
    }

    @Test(arguments: [
        (0.0, "niemanden", "none of them"), (0.003, "weniger als 1\u{202F}% der Menschen", "less than 1% of them"),
        (0.21, "etwa 21\u{202F}% der Menschen", "about 21% of them"),
        (0.999, "mehr als 99\u{202F}% der Menschen", "more than 99% of them"), (1, "alle", "all of them"),
        (1 - 1e-12, "alle", "all of them"), (1e-12, "niemanden", "none of them"),
    ]) func sharesInSentencesAreWords(_ share: Double, _ german: String, _ english: String) throws {
        #expect(try context(.german).roundedShare(share) == german)
        #expect(try context(.english).roundedShare(share) == english)
    }

    @Test(arguments: [(500.0, "500\u{202F}m"), (1000, "1\u{202F}000\u{202F}m"), (500.5, "500,5\u{202F}m")])
    func distancesHaveTheirUnit(_ metres: Double, _ text: String) throws {
        #expect(try context(.german).distance(metres) == text)
    }

    @Test(
        arguments: [
            (Figure.residents, nil, ""), (.placeCount, .metres(500), ""),
            (.nearestDistance, .metres(500), "measure=straight_line"),
            (.coverageShare, .metres(500), "measure=straight_line;metres=500"),
            (.placesWithin, .metres(500.5), "measure=straight_line;metres=500.5"),
            (.stopShare, .minutes(10), "measure=straight_line;minutes=10"),
        ] as [(Figure, ReachLimitShown?, String)])
    func parametersAreThoseOfTheTable(_ figure: Figure, _ limit: ReachLimitShown?, _ parameters: String) {
        #expect(figure.parameters(measure: "straight_line", limit: limit) == parameters)
    }

    @Test func speedsStandBeforeTheMeasure() {
        #expect(
            Figure.coverageShare.parameters(measure: "walking", limit: .minutes(7.5), kmh: 4.8)
                == "kmh=4.8;measure=walking;minutes=7.5")
        #expect(Figure.nearestTime.parameters(measure: "bicycle", limit: nil) == "measure=bicycle")
    }

    @Test func machineNumbersGoWithTheShownOnes() throws {
        let node = HTMLWriter.fragment(try context(.german).cell(.coverageShare, value(0.426)))
        #expect(node == "<data value=\"43\">43\u{202F}%</data>")
        let quotient = HTMLWriter.fragment(try context(.german).cell(.locationQuotient, value(1.234)))
        #expect(quotient == "<data value=\"1.23\">1,23</data>")
    }

    @Test func everyFigureOfTheReportsIsInTheCatalogue() {
        for figure in Figure.allCases { #expect(IndicatorCatalogue.indicator(figure.rawValue) != nil) }
    }

    @Test func textsAreFilledIn() throws {
        let words = Words(.german)
        #expect(words("under_ten") == "weniger als 10")
        #expect(words("no_such_key").contains("⟨"))
        #expect(words.ifKnown("no_such_key") == nil)
        #expect(words.counted("place_kind_count.everyday", 1, shown: "1") == "1 Alltagsort")
        #expect(words.counted("place_kind_count.everyday", 0, shown: "0") == "0 Alltagsorte")
        let rich = HTMLWriter.fragment(words.rich("quarter.lead_nobody", ["quarter": Tag.strong { "<A>" }]))
        #expect(rich == "Im Quartier <strong>&lt;A&gt;</strong> ist niemand mit Wohnsitz erfasst.")
        #expect(HTMLWriter.fragment(words.rich("quarter.lead_nobody", [:])).contains("{quarter}"))
    }
}
