import Disclosure
import Indicators
import Testing
import Town
import Travel
import Wording

@testable import Reports

/// The technical annex: every computed indicator with its sheet and its values, and nothing that its edition must not show.
@Suite struct AnnexTests {
    /// The small town with the whole catalogue computed, offers, rooms and a place mix of a single place.
    private func input(_ edition: Edition, _ language: Language = .german) throws -> UnprotectedInput {
        var town = try RoomHoursTests.town(edition, language)
        town.offers = [
            ["Sprachcafé", "p1", "Verein Miteinander e. V.", "Verein", "befristet bis 2025-12-31", "Land"],
            ["Beratung", "p3", "Erika Beispiel", "Person", "dauerhaft", "Stadt"],
        ]
        var input = try town.input()
        let context = try IndicatorContext(
            study: input.study, requests: [ReachRequest(straightLine: StraightLine(), distances: [300, 500, 1000])],
            settings: .everything)
        input.indicators = IndicatorCatalogue.evaluate(context)
        return input
    }

    /// The text of a page as people read it.
    private func plain(_ root: MarkupReader.Element) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&#39;", "'"), ("&quot;", "\""), ("&amp;", "&")].reduce(root.wholeText) {
            $0.replacing($1.0, with: $1.1)
        }
    }

    private func annex(_ input: UnprotectedInput) throws -> MarkupReader.Element {
        let page = try #require(ReportSet.render(input).first { $0.path == "annex.html" })
        return try MarkupReader.read(page.text)
    }

    @Test(arguments: Language.allCases) func everyComputedIndicatorIsExplained(_ language: Language) throws {
        let input = try input(.internal, language)
        let root = try annex(input)
        let text = plain(root)
        let ids = Set(input.indicators.values.map(\.indicator))
        #expect(ids.count > 15)
        for indicator in IndicatorCatalogue.all.map(\.descriptor) where ids.contains(indicator.id) {
            #expect(root.withID(indicator.id)?.name == "h3", "\(indicator.id)")
            for part in [MethodSheet.Part.title, .says, .saysNot, .formula, .limits] {
                #expect(text.contains(indicator.text(part, language)), "\(indicator.id) \(part)")
            }
            for line in indicator.sheetLines(language).map(\.text) { #expect(text.contains(line), "\(line)") }
            let hasValues = input.indicators.values.contains {
                $0.indicator == indicator.id && ($0.level == .town || $0.level == .quarter)
            }
            #expect((root.withID("table-\(indicator.id)") != nil) == hasValues, "\(indicator.id)")
            if let sentence = indicator.sentence(language, of: "Kleinstadt", in: input.indicators) {
                #expect(text.contains(sentence))
            }
        }
        #expect(!text.contains("⟨"))
    }

    @Test func themesStandInTheirOrderAndQuartersInThatOfTheLayer() throws {
        let root = try annex(input(.internal))
        let themes = root.named("section").compactMap { $0.attributes["id"] }
        let order = IndicatorDescriptor.Theme.allCases.map { "theme-\($0.rawValue)" }
        #expect(themes == order.filter(themes.contains))
        #expect(themes.count >= 4)
        for table in root.named("table") {
            let head = table.named("thead").first?.named("th").map(\.wholeText) ?? []
            #expect(head.suffix(4) == ["Gesamtstadt", "Altstadt", "Neustadt", "Hafen"], "\(head)")
        }
    }

    @Test func allResidentsComeFirstAndGroupsBeside() throws {
        let rows = try annex(input(.internal)).withID("table-residents")?.cells ?? []
        #expect(
            rows.map { $0[1] } == [
                "Alle Einwohnerinnen und Einwohner", "Menschen mit ausländischer Staatsangehörigkeit",
            ])
        // The public one has them side by side, too.
        let open = try annex(input(.public)).withID("table-residents")?.cells ?? []
        #expect(open.map { $0[1] } == rows.map { $0[1] })
    }

    @Test(arguments: Language.allCases) func thePublicAnnexHoldsNothingInternal(_ language: Language) throws {
        let input = try input(.public, language)
        let root = try annex(input)
        let text = root.wholeText
        for word in [
            "Verein Miteinander", "Erika Beispiel", "Haus am Wald", "refugee", "Unterkunft",
        ] { #expect(!text.contains(word), "\(word)") }
        for indicator in IndicatorCatalogue.all.map(\.descriptor) {
            if indicator.isInternal { #expect(root.withID(indicator.id) == nil, "\(indicator.id)") }
        }
        // Operators are evaluated, and stay inside.
        #expect(input.indicators.values.contains { $0.level == .operator })
        #expect(try !input.passed().indicators.values.contains { $0.level == .operator })
    }

    @Test func figuresOfAGroupAreHiddenWhosoeverTheyAreOf() throws {
        var input = try input(.public)
        // Whom all residents may meet is a figure of the group that they meet.
        let value = IndicatorValue(
            level: .focusArea, areaID: "f1", areaName: "Am Bahnhof", group: "all", category: nil,
            indicator: "location_quotient", parameters: "with=foreign", methodVersion: 1, value: 0.2, unit: "share",
            status: .valid)
        input.indicators.append(value)
        #expect(try !input.passed().indicators.values.contains(value))
        input.edition = .internal
        #expect(try input.passed().indicators.values.contains(value))
    }

    @Test func identitiesOfGroupsAreHidden() throws {
        var input = try input(.public)
        let kept = Identity("a = a", of: "residents_in_reach", parameters: "group=all;minutes=5", left: 1, right: 1)
        let ofGroup = Identity("a = a", of: "residents_in_reach", parameters: "group=foreign", left: 1, right: 1)
        let needsGroups = Identity("a = a", of: "group_share", left: 1, right: 1)
        input.indicators = IndicatorTable(identities: [kept, ofGroup, needsGroups])
        #expect(try input.passed().publication.checks.isEmpty)
        input.edition = .internal
        #expect(try input.passed().publication.checks.map(\.sides?.left) == [1, 1, 1])
    }

    @Test func anUnconfirmedListHidesAllThatRestsOnIt() throws {
        var input = try input(.public)
        input.confirmation = nil
        let withheld: Set = ["meeting_places", "organised_places", "community_centre"]
        let people = try input.passed().indicators.values.filter { $0.indicator != "place_count" }
        #expect(!people.contains { $0.category.map(withheld.contains) ?? false })
        #expect(!people.contains { ["funded_access", "operator_loss", "mix_of_uses"].contains($0.indicator) })
        for kept in ["residents", "open_access", "coverage_share", "room_hours"] {
            #expect(people.contains { $0.indicator == kept }, "\(kept)")
        }
    }

    @Test func aCellSaysAllThatIsKnownOfANumber() throws {
        let context = try ReportContext(SmallTown().input())
        var value = IndicatorValue(
            level: .town, areaID: "t", areaName: "T", group: "all", category: nil, indicator: "x", parameters: "",
            methodVersion: 1, value: 0.416, unit: "share", status: .estimated, lower: 0.38, upper: 0.51,
            band: 0.30...0.52, unrecorded: 0.12, reason: .smallCounts)
        func text() -> String {
            HTMLWriter.fragment(context.figureCell(value)).replacing(/<[^>]*>/, with: "|")
        }
        let all = text()
        for part in [
            "42\u{202F}%", "(38\u{202F}%–51\u{202F}%)", "mit anderen Schwellen 30\u{202F}% bis 52\u{202F}%",
            "12\u{202F}% nicht erfasst", "zu wenige Menschen für dieses Maß", "geschätzt",
        ] { #expect(all.contains(part), "\(part)") }
        (value.status, value.value) = (.cannotTell, nil)
        #expect(text().contains("nicht beurteilbar") && text().contains("zu wenige Menschen"))
        #expect(!text().contains("0"))
        (value.status, value.value, value.reason, value.unit) = (.valid, -0.068, nil, "share_difference")
        #expect(text().contains("−6,8"))
    }

    @Test(arguments: Edition.allCases) func linksLeadToTheAnnex(_ edition: Edition) throws {
        let pages = try ReportSet.render(input(edition))
        let ids = Set(try annex(input(edition)).all.compactMap { $0.attributes["id"] })
        var seen = 0
        for page in pages {
            for link in try MarkupReader.read(page.text).named("a") {
                guard let target = link.attributes["href"], target.hasPrefix("annex.html#") else { continue }
                seen += 1
                #expect(ids.contains(String(target.dropFirst("annex.html#".count))), "\(target)")
            }
        }
        #expect(seen >= 6)
        #expect(pages[0].text.contains("href=\"annex.html\""))
    }
}
