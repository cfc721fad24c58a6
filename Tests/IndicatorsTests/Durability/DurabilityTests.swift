import Features
import Hours
import TestSupport
import Testing
import Town

@testable import Indicators

/// Access by the funding of offers, on a town small enough to do by hand and on seeded ones day by day.
@Suite struct DurabilityTests {
    static let ids: Set<String> = [
        "funded_access", "access_cliff", "access_person_years", "operator_loss", "operator_concentration",
        "volunteer_reliance",
    ]

    /// Three homes with 10, 20 and 30 people, each with a place at its door: a permanent offer and one until the end of
    /// June at the first, one until the end of June at the second, one of unknown end at the third.
    static func town() throws -> TownSketch {
        var town = try TownSketch.grid()
        town.homes = [
            TownSketch.home(100, 100, 10, 1), TownSketch.home(1_900, 100, 20, 4), TownSketch.home(1_000, 1_900, 30, 9),
        ]
        town.places = [
            TownSketch.Place(x: 100, y: 110, category: "cafe", id: "a"),
            TownSketch.Place(x: 1_900, y: 110, category: "cafe", id: "b"),
            TownSketch.Place(x: 1_000, y: 1_890, category: "cafe", id: "c"),
        ]
        let june = Funding.limited(until: CalendarDate(iso: "2024-06-30"))
        town.offers = [
            TownSketch.Offer(places: ["a"], funding: .permanent, operatorName: "Stadt", volunteers: 0),
            TownSketch.Offer(places: ["a"], funding: june, operatorName: "Verein", volunteers: 1),
            TownSketch.Offer(places: ["b"], funding: june, operatorName: "Verein", volunteers: 0.5),
            TownSketch.Offer(places: ["c"], funding: .notRecorded),
            TownSketch.Offer(
                places: ["c"], funding: .oneOff(on: CalendarDate(iso: "2024-05-01")), operatorName: "Stadt"),
        ]
        town.limits = [200]
        return town
    }

    static func value(
        _ table: IndicatorTable, _ id: String, _ more: String, group: String = "all"
    ) throws -> IndicatorValue {
        try #require(
            table.values.first {
                $0.indicator == id && $0.level == .town && $0.group == group && $0.parameters.contains(more)
            }, "\(id) \(more)")
    }

    @Test func whatIsLeftOnTheFirstOfJanuary() throws {
        let table = try DurabilityTests.town().table(also: DurabilityTests.ids)
        let now = try DurabilityTests.value(table, "funded_access", "date=2024-01-01")
        // 30 of 60 surely; the other 30 only perhaps.
        #expect(now.value == 0.5 && now.lower == 0.5 && now.upper == 1)
        #expect(now.unrecorded == 0.5)
        let later = try DurabilityTests.value(table, "funded_access", "date=2025-01-01")
        #expect(isClose(later.value ?? .nan, 1.0 / 6) && isClose(later.upper ?? .nan, 4.0 / 6))
    }

    @Test func theCliffIsWhatEndsAndNothingElse() throws {
        let table = try DurabilityTests.town().table(also: DurabilityTests.ids)
        let cliff = try DurabilityTests.value(table, "access_cliff", "last_day=2024-06-30")
        // The first home keeps its permanent offer; a one-off is no loss.
        #expect(isClose(cliff.value ?? .nan, 20.0 / 60))
        #expect(
            table.values.filter { $0.indicator == "access_cliff" && $0.level == .town && $0.group == "all" }.count == 1)
        let foreign = try DurabilityTests.value(table, "access_cliff", "last_day=2024-06-30", group: "foreign")
        #expect(isClose(foreign.value ?? .nan, 4.0 / 14))
    }

    /// 2024 has 366 days, 182 of them until the end of June.
    @Test func personYearsDivideByTheDaysOfThatYear() throws {
        let table = try DurabilityTests.town().table(also: DurabilityTests.ids)
        let leap = try DurabilityTests.value(table, "access_person_years", "year=2024")
        #expect(isClose(leap.value ?? .nan, 10 + 20 * 182.0 / 366))
        #expect(isClose(leap.upper ?? .nan, 10 + 20 * 182.0 / 366 + 30))
        let ordinary = try DurabilityTests.value(table, "access_person_years", "year=2025")
        #expect(ordinary.value == 10)
        #expect(AccessPersonYears.share(ofYear: 2025, until: nil) == 0)
        #expect(AccessPersonYears.share(ofYear: 2025, until: .max) == 1)
    }

    @Test func whatRestsOnOneOperator() throws {
        let table = try DurabilityTests.town().table(also: DurabilityTests.ids)
        // The second home has the Verein alone; of the third's offer nobody recorded who runs it.
        let loss = try DurabilityTests.value(table, "operator_loss", "")
        #expect(isClose(loss.value ?? .nan, 20.0 / 60) && isClose(loss.unrecorded ?? .nan, 0.5))
        let byOperator = table.values.filter { $0.level == .operator && $0.group == "all" }
        #expect(byOperator.map(\.areaID) == ["Stadt", "Verein"])
        #expect(byOperator.allSatisfy { $0.isInternal })
        #expect(byOperator[0].value == 0 && isClose(byOperator[1].value ?? .nan, 20.0 / 60))
        // Half and half at the first home, one alone at the second: (10 · ½ + 20 · 1) / 30.
        let concentration = try DurabilityTests.value(table, "operator_concentration", "")
        #expect(isClose(concentration.value ?? .nan, 25.0 / 30))
        let volunteers = try DurabilityTests.value(table, "volunteer_reliance", "")
        #expect(isClose(volunteers.value ?? .nan, (10 * 0.5 + 20 * 0.5) / 30))
    }

    /// What is there at the start, less all that ends, is what is there at the end of the year after next.
    @Test(arguments: [UInt64(3), 5, 8]) func cliffsAddUpToTheLoss(_ seed: UInt64) throws {
        let town = try TownSketch.random(seed: seed, areCells: false)
        let table = try town.table(also: DurabilityTests.ids)
        for group in ["all", "foreign"] {
            let first = try DurabilityTests.value(table, "funded_access", "date=2024-01-01", group: group)
            let last = try DurabilityTests.value(table, "funded_access", "date=2027-01-01", group: group)
            let cliffs = table.values.filter {
                $0.indicator == "access_cliff" && $0.level == .town && $0.group == group
            }
            let lost = cliffs.reduce(0) { $0 + ($1.value ?? 0) }
            #expect(isClose(first.value ?? .nan, (last.value ?? .nan) + lost))
        }
    }

    /// The year day by day, as the definition says it.
    @Test func personYearsAreTheSumOverTheDays() throws {
        let days = 366
        let start = try #require(CalendarDate(iso: "2024-01-01")).dayNumber
        for last in [start - 1, start, start + 181, start + 365, start + 400] {
            let counted = (0..<days).count { start + $0 <= last }
            #expect(isClose(AccessPersonYears.share(ofYear: 2024, until: last), Double(counted) / Double(days)))
        }
    }

    @Test func aPlaceThatIsPaidForByItsOfferEndsOnce() throws {
        var town = try DurabilityTests.town()
        town.places[1].fundedUntil = "2024-06-30"
        let plain = try DurabilityTests.town().table(also: DurabilityTests.ids)
        let same = try town.table(also: DurabilityTests.ids)
        #expect(same.values == plain.values)
        // A place with an end of its own and no offer counts like one.
        town.offers = []
        let table = try town.table(also: DurabilityTests.ids)
        let first = try DurabilityTests.value(table, "funded_access", "date=2024-01-01")
        #expect(isClose(first.value ?? .nan, 20.0 / 60))
    }
}
