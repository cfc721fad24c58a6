import Disclosure
import Indicators
import Testing
import Wording

@testable import Reports

/// Which part of a difference is due to what, in sentences and a table.
@Suite struct CausesPartTests {
    /// The town with one cause or more for what all main figures of the town changed by: a third by the first, the rest by
    /// the last.
    private func input(
        _ language: Language = .german, _ edition: Edition = .internal,
        _ causes: [ChangeCause] = [.population, .places], by difference: Double = -0.09, first: Double = 1.0 / 3,
        shrunken: [ShrunkenInput] = [], mixture: (Double?, Double?)? = nil, splits: Bool = true
    ) throws -> UnprotectedInput {
        var town = try CouncilTown.town(language, edition)
        town.isUncertain = false
        var input = try town.input()
        input.released = []
        let context = try ReportContext(input)
        var before = IndicatorTable()
        var figures: [CausesOfChange.Figure] = []
        for figure in context.mainFigures(context.townKey) where figure.value.unit == "share" {
            guard let now = input.indicators[figure.value.key], let value = now.value, value > 0.1 else { continue }
            var old = now
            old.value = value + difference
            before.append(old)
            let people = now.n
            var mixtures = (0..<1 << causes.count).map { set in
                CausesOfChange.Mixture(
                    value: set == 0
                        ? value + difference : set + 1 == 1 << causes.count ? value : value + difference / 2,
                    people: people)
            }
            if let mixture, mixtures.count > 2 { mixtures[1] = .init(value: mixture.0, people: mixture.1) }
            var parts = [Double](repeating: 0, count: causes.count)
            parts[0] = -difference * first
            parts[causes.count - 1] += -difference * (1 - first)
            figures.append(CausesOfChange.Figure(mixtures: mixtures, parts: splits ? parts : nil))
        }
        input.causes = CausesOfChange(
            period: "2023", causes: causes, shrunken: shrunken, before: before, figures: figures)
        return input
    }

    private func section(_ input: UnprotectedInput) throws -> MarkupReader.Element {
        let page = try #require(ReportSet.render(input).first { $0.path == "index.html" })
        return try #require(try MarkupReader.read(page.text).withID("change"))
    }

    private func sentences(_ input: UnprotectedInput) throws -> [String] {
        try section(input).named("li").map(\.wholeText)
    }

    @Test func aSentenceSaysWhichPartIsDueToWhat() throws {
        let sentence = try #require(sentences(input()).first { $0.hasPrefix("Anteil mit einem Treffpunkt") })
        #expect(
            sentence
                == "Anteil mit einem Treffpunkt in 10 Minuten zu Fuß: von 59 auf 68 von 100 Menschen; davon +6 durch Orte, Angebote, Räume und ihre Zeiten, +3 durch Veränderungen in der Bevölkerung."
        )
        let english = try #require(sentences(input(.english)).first)
        let parts = "of this +6 by places, offers, rooms and their hours, +3 by changes in the population."
        #expect(english.hasSuffix(parts))
    }

    @Test func theTableHasAColumnForEachCauseAndItsRowsAddUp() throws {
        let table = try #require(try section(input()).withID("table-causes"))
        let head = table.named("thead")[0].named("th").map(\.wholeText)
        #expect(head == ["Zahl", "2023", "jetzt", "wer wo wohnt", "Orte, Zeiten, Angebote"])
        let rows = table.named("tbody")[0].named("tr").map { $0.children.map(\.wholeText) }
        #expect(rows.count == 2)
        for row in rows {
            let numbers = row.dropFirst().map { cell in
                Int(cell.filter { $0.isASCII && $0.isNumber }) ?? 0
            }
            guard !row[2].contains(">"), !row[1].contains("<") else { continue }
            #expect(numbers[1] - numbers[0] == numbers[2] + numbers[3])
        }
    }

    @Test func earlierFiguresOfOtherBordersSaySo() throws {
        let text = "Die früheren Zahlen dieser Sätze gelten in den Grenzen von damals."
        #expect(try section(input(.german, .internal, [.population, .boundaries])).wholeText.contains(text))
        #expect(try !section(input()).wholeText.contains(text))
    }

    @Test func oneCauseIsNamedAlone() throws {
        let sentences = try sentences(input(.german, .internal, [.network]))
        #expect(sentences.allSatisfy { $0.hasSuffix(", allein durch Wege und Haltestellen.") })
        #expect(!sentences.isEmpty)
    }

    @Test func partsThatBalanceAreTold() throws {
        var input = try input(.german, .internal, by: 0)
        for index in input.causes?.figures.indices ?? 0..<0 { input.causes?.figures[index].parts = [0.03, -0.03] }
        let sentence = try #require(sentences(input).first)
        #expect(sentence.contains("wie vorher"))
        #expect(
            sentence.hasSuffix(
                "+3 durch Veränderungen in der Bevölkerung, −3 durch Orte, Angebote, Räume und ihre Zeiten gleichen sich aus."
            ))
    }

    @Test func whatCannotBeToldApartSaysSo() throws {
        let sentence = try #require(sentences(input(splits: false)).first)
        #expect(sentence.hasSuffix("das lässt sich nicht auf die Gründe aufteilen."))
    }

    @Test func shrunkenDataAreAProblemOfTheDataAndNeverALoss() throws {
        let input = try input(
            .german, .internal, [.data], by: 0.2, shrunken: [ShrunkenInput(kind: "places", before: 180, after: 12)])
        let text = try section(input).wholeText
        #expect(
            text.contains(
                "Bitte prüfen: Orte – in den Daten waren es 180 Einträge, jetzt sind es 12. Das sieht nach einem Fehler in den Daten aus, nicht nach einer Veränderung in der Stadt."
            ))
        #expect(text.contains("allein durch einen vermutlichen Fehler in den Daten (bitte prüfen)."))
        for word in ["Verlust", "verloren", "Wirkung", "signifikant"] { #expect(!text.contains(word)) }
    }

    @Test func everyKindOfLayerHasAName() throws {
        for language in Language.allCases {
            let context = try ReportContext(input(language))
            let kinds = [
                "quarters", "focus_areas", "places", "population", "quarter_table", "addresses", "residential_land",
                "buildings", "streets", "barriers", "heights", "stops", "offers", "room_slots", "school_holidays",
                "participation", "area",
            ]
            for kind in kinds { #expect(context.words.ifKnown("causes.kind.\(kind)") != nil, "\(kind)") }
            for cause in ChangeCause.allCases {
                #expect(context.words.ifKnown("causes.by.\(cause.rawValue)") != nil, "\(cause)")
            }
        }
    }

    @Test func nobodyAskedSoNothingIsSaid() throws {
        var input = try input()
        input.causes = nil
        #expect(try section(input).withID("causes") == nil)
        #expect(try section(input).wholeText.contains("Das ist der erste Bericht"))
    }

    @Test func differencesThatAreNotReliableAreNotSplit() throws {
        var input = try input()
        var before = IndicatorTable()
        for value in input.causes?.before.values ?? [] {
            var doubtful = value
            (doubtful.lower, doubtful.upper) = ((value.value ?? 0) - 0.3, (value.value ?? 0) + 0.3)
            before.append(doubtful)
        }
        input.causes?.before = before
        let section = try section(input)
        #expect(section.named("li").isEmpty)
        #expect(section.wholeText.contains("Wo ein Unterschied nicht belastbar ist, werden keine Gründe genannt."))
    }

    // MARK: Public

    private func published(_ input: UnprotectedInput, released: Bool = true) -> UnprotectedInput {
        var input = input
        input.confirmation = PlacesConfirmation(on: "2024-11-30")
        if released {
            input.released = (input.causes?.before.values ?? []).map {
                ReleasedValue(
                    period: "2023", key: $0.key, value: $0.value.map { ($0 * 1000).rounded() / 1000 }, status: .valid,
                    methodVersion: $0.methodVersion)
            }
        }
        return input
    }

    @Test func inPublicOnlyBesideTheRelease() throws {
        let input = try input(.german, .public)
        let told = try section(published(input))
        #expect(told.withID("causes") != nil)
        #expect(told.named("li").contains { $0.wholeText.contains("davon +6 durch Orte") })
        #expect(try section(published(input, released: false)).withID("causes") == nil)
    }

    /// A mixture in which two people reach a place: nothing of the split stands anywhere, only that it is protected.
    @Test func aSmallMixtureIsProtectedInPublic() throws {
        let input = try input(.german, .public, mixture: (0.002, 1_000))
        let section = try section(published(input))
        #expect(section.withID("table-causes") == nil)
        let sentences = section.named("li").map(\.wholeText)
        #expect(!sentences.isEmpty)
        for sentence in sentences {
            #expect(sentence.hasSuffix("woher das kommt, ist geschützt, weil kleine Zahlen dahinterstehen."))
            #expect(!sentence.contains("durch"))
        }
    }

    @Test func inPublicNobodyIsToldHowManyEntriesShrank() throws {
        let input = try input(
            .german, .public, [.data], by: 0.2, shrunken: [ShrunkenInput(kind: "population", before: 980, after: 14)])
        let text = try section(published(input)).wholeText
        #expect(text.contains("Bitte prüfen: wer wo wohnt – die Daten sind viel kürzer als vorher."))
        #expect(!text.contains("980") && !text.contains("14 "))
    }
}
