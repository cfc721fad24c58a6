import Disclosure
import Foundation
import Indicators
import Testing
import Town
import Wording

@testable import Reports

/// The few figures of the catalogue that every report tells in plain words.
@Suite struct CatalogueSectionTests {
    private static let offers = [
        ["Sprachcafé", "p1", "Verein Miteinander e. V.", "Verein", "befristet bis 2025-12-31", "Land"],
        ["Beratung", "p3", "Stadt", "Stadt", "", "Stadt"],
    ]

    /// The text of what follows a heading of a page, until the next heading.
    private func part(_ id: String, of page: String) throws -> String? {
        let heading = page.firstRange(of: "<h3 id=\"\(id)\">") ?? page.firstRange(of: "<h2 id=\"\(id)-heading\">")
        guard let start = heading else { return nil }
        let rest = page[start.upperBound...]
        let end =
            [rest.firstRange(of: "<h3")?.lowerBound, rest.firstRange(of: "</section")?.lowerBound]
            .compactMap(\.self).min() ?? rest.endIndex
        return String(rest[..<end].replacing(/<[^>]*>/, with: ""))
    }

    /// A value of a figure that others compute, in the town.
    private func value(
        _ indicator: String, _ value: Double?, group: String = "foreign", category: String = "meeting_places",
        _ parameters: String, lower: Double? = nil, upper: Double? = nil, reason: Reason? = nil
    ) -> IndicatorValue {
        IndicatorValue(
            level: .town, areaID: "01999000", areaName: "Kleinstadt", group: group, category: category,
            indicator: indicator, parameters: parameters, methodVersion: 1, value: value, unit: "share",
            status: value == nil ? .cannotTell : .estimated, lower: lower, upper: upper, reason: reason)
    }

    private func page(_ input: UnprotectedInput) throws -> String {
        try #require(ReportSet.render(input).first).text
    }

    @Test func openHoursAreToldInWordsWithWhatIsNotRecorded() throws {
        var town = SmallTown()
        let text = try #require(try part("open-hours", of: town.page("index.html")))
        // Nothing surely open, and everybody has a place in reach of which nobody wrote the hours down.
        #expect(text.contains("samstags: nicht beurteilbar"))
        #expect(text.contains("keine Zeiten erfasst"))
        #expect(text.contains("Was das nicht sagt: Nicht, dass der Ort einladend"))
        town.edition = .public
        town.confirmation = nil
        let open = try #require(try part("open-hours", of: town.page("index.html")))
        // Nobody recorded the hours of an everyday place, and of the others the edition says nothing.
        #expect(open.contains("nicht erfasst") && !open.contains("Treffpunkt"))
    }

    @Test func openHoursAsSharesOfPeople() throws {
        var input = try SmallTown().input()
        input.indicators = IndicatorTable(allResidents: "all")
        let parameters = "catchment=1000;measure=straight_line;slot="
        let found: [(String, Double, Double, Double)] = [
            ("weekday_evening", 0.43, 0.38, 0.51), ("saturday", 0, 0, 0.2), ("sunday", 1, 1, 1),
        ]
        for (slot, share, lower, upper) in found {
            input.indicators.append(
                value("open_access", share, group: "all", parameters + slot, lower: lower, upper: upper))
        }
        let text = try #require(try part("open-hours", of: page(input)))
        let sign = "\u{202F}%"
        #expect(text.contains("gut vier von zehn Menschen (zwischen 38\(sign) und 51\(sign))"))
        #expect(text.contains("samstags: niemand (zwischen 0\(sign) und 20\(sign))"))
        #expect(text.contains("sonntags: alle Menschen"))
    }

    @Test func whatIsFundedIsToldDayByDay() throws {
        var town = SmallTown()
        town.offers = Self.offers
        for edition in Edition.allCases {
            town.edition = edition
            let page = try town.page("index.html")
            let text = try #require(try part("funded", of: page))
            for date in ["1.\u{A0}Januar 2024", "1.\u{A0}Januar 2025", "1.\u{A0}Januar 2026"] {
                #expect(text.components(separatedBy: date).count == 2, "\(date)")
            }
            #expect(text.contains("Die meisten Menschen betrifft der 31.\u{A0}Dezember 2025. Wird nichts verlängert"))
            // What hangs on one operator stays in the town hall.
            #expect(text.contains("von ein und demselben Träger") == (edition == .internal))
            #expect(text.contains("(nur intern)") == (edition == .internal))
            #expect(!text.contains("Verein Miteinander"))
            #expect(text.contains("nicht erfasst, wie lange sie finanziert sind"))
        }
        #expect(try part("funded", of: town.page("quarter-03.html"))?.contains("Januar") != true)
    }

    @Test func unconfirmedListsShowNoReachOfOffers() throws {
        var town = SmallTown()
        town.offers = Self.offers
        (town.edition, town.confirmation) = (.public, nil)
        #expect(try part("funded", of: town.page("index.html")) == nil)
    }

    @Test func roomHoursPerHeadStandBelowTheTable() throws {
        let page = try RoomHoursTests.town().page("index.html")
        // 4.5 open hours of 1,234 people.
        #expect(page.contains("Am 1.\u{A0}Januar 2024 waren es je 1.000 Menschen in der Woche 3,6 Stunden"))
        #expect(!(try SmallTown().page("index.html")).contains("je 1.000 Menschen in der Woche"))
    }

    @Test func groupDifferencesNameTheRangeOrThatNoneIsReliable() throws {
        var input = try SmallTown().input()
        let parameters = "measure=straight_line;metres=1000;unit="
        input.indicators.append(
            value("coverage_difference", -0.071, parameters + "cell", lower: -0.12, upper: -0.02))
        let cells = try #require(try part("group-difference", of: page(input)))
        #expect(cells.contains("um 7 Prozentpunkte kleiner (zwischen −12 und −2)"))
        #expect(cells.contains("ganze Zellen"))
        // Where quarters allow a judgement, theirs is told.
        input.indicators.append(
            value(
                "coverage_difference", -0.071, parameters + "quarter", lower: -0.2, upper: 0.1,
                reason: .noReliableDifference))
        let quarters = try #require(try part("group-difference", of: page(input)))
        #expect(quarters.contains("kein belastbarer Unterschied") && quarters.contains("ganze Quartiere"))
        #expect(!quarters.contains("Prozentpunkte kleiner"))
        input.edition = .public
        #expect(try part("group-difference", of: page(input)) == quarters)
    }

    @Test func encounterStandsBesideTheNeighbourhood() throws {
        var input = try SmallTown().input()
        input.indicators = IndicatorTable(allResidents: "all")
        #expect(try part("encounter", of: page(input)) == nil)
        let with = ";measure=straight_line;with=foreign"
        for category in ["everyday_places", "organised_places"] {
            input.indicators.append(
                value("home_exposure", 0.22, category: category, "catchment=1000;home=quarter" + with))
        }
        input.indicators.append(value("place_exposure", 0.15, category: "everyday_places", "catchment=1000" + with))
        input.indicators.append(
            value(
                "encounter_gain", -0.07, category: "everyday_places", "catchment=1000;people=recorded" + with,
                reason: .noReliableDifference))
        let text = try #require(try part("encounter", of: page(input)))
        #expect(text.contains("Möglichkeit, keine gezählte Begegnung"))
        #expect(text.contains("22\u{202F}%") && text.contains("15\u{202F}%"))
        #expect(text.contains("kein belastbarer Unterschied") && text.contains("nicht erfasst"))
        // For the town as a whole everybody may know it.
        input.edition = .public
        #expect(try part("encounter", of: page(input)) == text)
    }
}
