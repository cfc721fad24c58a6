import Disclosure
import Features
import Foundation
import Indicators
import TestSupport
import Testing
import Town
import Wording

@testable import Reports

/// One page for the council: what stands on it, and that nothing from the data can push it over.
@Suite struct CouncilPageTests {
    static let editions: [(Language, Edition)] = Language.allCases.flatMap { language in
        Edition.allCases.map { (language, $0) }
    }

    private func page(_ town: SmallTown) throws -> String {
        try #require(ReportSet.render(town.input()).first { $0.path == "kurzfassung.html" }).text
    }

    private func text(_ page: String) throws -> String {
        try #require(MarkupReader.read(page).named("body").first).wholeText
    }

    @Test func everyBlankOfTheTemplateIsFilledIn() throws {
        let context = try ReportContext(CouncilTown.town(.german, .internal).input())
        var given = Set(context.councilContent.keys)
        for case .list(let records) in context.councilContent.values { given.formUnion(records.flatMap(\.keys)) }
        #expect(PageTemplate.council.names.subtracting(given).isEmpty)
        #expect(given.subtracting(PageTemplate.council.names).isEmpty)
    }

    @Test func saysInOrderWhatACouncilNeeds() throws {
        let text = try text(page(CouncilTown.town(.german, .internal)))
        var rest = text[...]
        for part in [
            "intern – ungeschützt", "Auf einer Seite: Kleinstadt", "Alle, die hier leben, gehören dazu.",
            "Beschlossen: Stadtrat, 11.\u{A0}Mai 2023", "Ein Treffpunkt in der Nähe, für alle.",
            "Treffpunkte und Alltagsorte", "Vier Zahlen für alle Einwohnerinnen und Einwohner",
            "Treffpunkt in 10 Minuten zu Fuß", "erster Bericht",
            "Werktags nach 18 Uhr ein offener Treffpunkt",
            "Angebote, deren Finanzierung endet",
            "2 von 4 bis 31.\u{A0}Dezember 2025", "zwischen 2 und 3", "Raumstunden in eigener Verantwortung",
            "Was endet wann", "30.\u{A0}Juni 2024", "Nähtreff", "(entscheidet: die Stadt)", "31.\u{A0}Dezember 2025",
            "Sprachcafé", "Was aus Beteiligung wurde", "Bisher ist nichts festgehalten.", "Was wir nicht wissen",
            "Möglichkeit ist nicht Nutzung", "Drei Fragen", "Beschlussvorschlag", "Der Rat möge beschließen:",
        ] {
            let found = try #require(rest.firstRange(of: part), "\(part) is missing or at another place")
            rest = rest[found.upperBound...]
        }
    }

    @Test func hasNoColoursOfPeople() throws {
        let page = try page(CouncilTown.town(.german, .internal))
        // Neither classes of shares nor focus areas.
        for colour in Palette.classes.dropFirst(1) { #expect(!page.contains(colour.hex)) }
        let map = try #require(MarkupReader.read(page).named("svg").first { $0.attributes["role"] == "img" })
        #expect(!map.all.contains { $0.attributes["stroke-dasharray"] != nil })
        // Beside the two places only the dots of a pattern.
        let dots = map.named("pattern").reduce(0) { $0 + $1.named("circle").count }
        #expect(map.named("circle").count - dots == 2)
        #expect(!page.contains("Am Bahnhof"))
        #expect(!page.contains("ausländischer Staatsangehörigkeit"))
    }

    @Test(arguments: editions) func hasThreeQuestionsOneOnAStrengthOneToTheAdministration(
        _ language: Language, _ edition: Edition
    ) throws {
        let page = try MarkupReader.read(page(CouncilTown.town(language, edition)))
        let list = try #require(page.named("ol").first)
        #expect(list.children.count == 3)
        #expect(list.children.allSatisfy { $0.wholeText.contains("?") })
    }

    @Test func publicEditionKeepsReachOfAnUnconfirmedListBack() throws {
        var town = try CouncilTown.town(.german, .public)
        town.confirmation = nil
        let text = try text(page(town))
        #expect(text.contains("noch nicht öffentlich"))
        #expect(text.contains("Werktags nach 18 Uhr ein offener Alltagsort"))
        #expect(text.contains("öffentliche Ausgabe"))
        #expect(!text.contains("ungeschützt"))
    }

    @Test func figuresStandBesideThoseOfTheLastRelease() throws {
        let input = try CouncilTown.town(.german, .public).input()
        var earlier = input
        earlier.released = input.indicators.values.filter { $0.level == .town }.map { value in
            ReleasedValue(
                period: "2022", key: value.key, value: value.value.map { $0 / 2 }, status: value.status,
                methodVersion: value.methodVersion)
        }
        earlier.releasedOffers = [
            ReleasedOffers(period: "2022", funding: [.permanent, .limited(until: .init(iso: "2023-05-01"))])
        ]
        let page = try #require(ReportSet.render(earlier).first { $0.path == PagePath.council }).text
        let text = try text(page)
        #expect(text.contains("2022: 1 von 2"))
        #expect(text.contains("jetzt mehr"))
        #expect(!text.contains("erster Bericht"))
        let first = try ReportContext(earlier).councilFigures[0]
        #expect(first.last.hasPrefix("2022: "))
    }

    /// Saturday and Sunday have their range and their last value like the evening, in short.
    @Test func daysOfTheWeekendHaveRangeAndLastValue() throws {
        func detail(_ share: Double?, _ bounds: ClosedRange<Double>?, before: Double?) throws -> String {
            var input = try CouncilTown.town(.german, .internal).input()
            var table = IndicatorTable(allResidents: input.indicators.allResidents)
            for var value in input.indicators.values {
                if value.indicator == "open_access", value.level == .town, value.group == "all",
                    value.category == "organised_places", value.parameter("slot") == "saturday"
                {
                    (value.value, value.lower, value.upper) = (share, bounds?.lowerBound, bounds?.upperBound)
                    value.status = share == nil ? .suppressed : .valid
                    if let before {
                        input.released = [
                            ReleasedValue(
                                period: "2022", key: value.key, value: before, status: .valid,
                                methodVersion: value.methodVersion)
                        ]
                    }
                }
                table.append(value)
            }
            input.indicators = table
            return try ReportContext(input).councilFigures[1].detail
        }
        let sign = "\u{202F}%"
        #expect(
            try detail(0.43, 0.378...0.512, before: 0.35).contains(
                "; samstags 43\(sign) (37\(sign)–52\(sign); 2022: 35\(sign)); sonntags "))
        #expect(try detail(0.43, 0.378...0.512, before: nil).contains("; samstags 43\(sign) (37\(sign)–52\(sign)); "))
        #expect(try detail(0.43, nil, before: nil).contains("; samstags 43\(sign); "))
        #expect(try detail(0.5, 0...1, before: 0.35).contains("; samstags nicht beurteilbar; "))
        #expect(try detail(nil, nil, before: 0.35).contains("; samstags geschützt"))
        // Sunday was in no earlier release.
        #expect(try detail(0.43, nil, before: 0.35).contains("2022: kein früherer Wert"))
    }

    @Test func townsWithoutDataSayWhatIsNotRecorded() throws {
        var town = SmallTown()
        town.hasPopulation = false
        town.understanding = Understanding()
        let text = try text(page(town))
        #expect(text.contains("ist noch nicht festgehalten"))
        #expect(text.contains("nicht erfasst"))
        #expect(text.contains("Raumzeiten sind nicht erfasst."))
    }

    /// What bounds the sheet: the number of rows of each list and the length of each text.
    @Test(arguments: CouncilTown.longTexts) func textsAreCutAndListsAreShort(_ long: String) throws {
        for (language, edition) in Self.editions {
            let context = try ReportContext(CouncilTown.hostile(language, edition, text: long).input())
            let content = context.councilContent
            func width(_ key: String) -> Double {
                switch content[key] {
                case .text(let text): estimatedWidth(of: text, fontSize: 1)
                case .nodes(let nodes):
                    estimatedWidth(
                        of: HTMLWriter.fragment(nodes).replacing(/<[^>]*>/, with: "").replacing("&#39;", with: "'"),
                        fontSize: 1)
                default: 0
                }
            }
            #expect(width("title") <= 11 + CouncilLength.title)
            #expect(width("understanding") <= 1 + CouncilLength.understanding)
            #expect(width("adoption") <= 10 + 2 * CouncilLength.name)
            for (key, most) in [
                ("goals", CouncilLength.goals), ("ends", CouncilLength.ends), ("questions", CouncilLength.questions),
                ("figures", 4), ("unknown", CouncilLength.unknown),
            ] {
                guard case .list(let records) = content[key] else {
                    Issue.record("\(key) is no list")
                    continue
                }
                #expect(records.count <= most, "\(key)")
            }
            #expect(context.councilPage().utf8.count < 150_000)
            _ = try MarkupReader.read(context.councilPage())
        }
    }

    @Test(arguments: editions) func noWordJudges(_ language: Language, _ edition: Edition) throws {
        let text = try text(page(CouncilTown.town(language, edition)))
        for rule in language == .german ? ForbiddenWords.german : ForbiddenWords.english {
            #expect(!rule.isBroken(by: text), "\(rule.reason)")
        }
    }
}
