import Features
import Hours
import TestSupport
import Testing
import Town
import Wording

@testable import Indicators

/// Who loses the last surely funded offer on a day.
@Suite struct AccessCliffTests {
    @Test func theCliffIsWhatEndsAndNothingElse() throws {
        let table = try DurabilityTown.town().table(also: DurabilityTown.ids)
        let cliff = try DurabilityTown.value(table, "access_cliff", "last_day=2024-06-30")
        // The first home keeps its permanent offer; a one-off is no loss.
        #expect(isClose(cliff.value ?? .nan, 20.0 / 60))
        #expect(
            table.values.filter { $0.indicator == "access_cliff" && $0.level == .town && $0.group == "all" }.count == 1)
        let foreign = try DurabilityTown.value(table, "access_cliff", "last_day=2024-06-30", group: "foreign")
        #expect(isClose(foreign.value ?? .nan, 4.0 / 14))
    }

    /// What is there at the start, less all that ends, is what is there at the end of the year after next.
    @Test(arguments: [UInt64(3), 5, 8]) func cliffsAddUpToTheLoss(_ seed: UInt64) throws {
        let town = try TownSketch.random(seed: seed, areCells: false)
        let table = try town.table(also: DurabilityTown.ids)
        for group in ["all", "foreign"] {
            let first = try DurabilityTown.value(table, "funded_access", "date=2024-01-01", group: group)
            let last = try DurabilityTown.value(table, "funded_access", "date=2027-01-01", group: group)
            let cliffs = table.values.filter {
                $0.indicator == "access_cliff" && $0.level == .town && $0.group == group
            }
            let lost = cliffs.reduce(0) { $0 + ($1.value ?? 0) }
            #expect(isClose(first.value ?? .nan, (last.value ?? .nan) + lost))
        }
    }

    /// Whoever also reaches an offer of unknown end may lose nothing: the lower bound leaves these people out.
    @Test func whatMayGoOnIsBelowTheLowerBound() throws {
        var town = try DurabilityTown.town()
        town.offers?.append(TownSketch.Offer(places: ["b"], funding: .notRecorded))
        let cliff = try DurabilityTown.value(DurabilityTown.table(town), "access_cliff", "last_day=2024-06-30")
        #expect(isClose(cliff.value ?? .nan, 20.0 / 60) && cliff.lower == 0 && isClose(cliff.upper ?? .nan, 20.0 / 60))
    }

    @Test func endsBeforeAndLongAfterThePeriodAreNotTold() throws {
        var town = try DurabilityTown.town()
        town.offers = ["2023-12-31", "2024-01-01", "2026-12-31", "2027-01-01"].map {
            TownSketch.Offer(places: ["a"], funding: .limited(until: CalendarDate(iso: $0)))
        }
        let days = try DurabilityTown.table(town).values.filter {
            $0.indicator == "access_cliff" && $0.level == .town && $0.group == "all"
        }
        #expect(days.map(\.parameters).allSatisfy { $0.contains("2024-01-01") || $0.contains("2026-12-31") })
        #expect(days.count == 2)
        // The first home has offers until 2027, so nothing ends for it before.
        #expect(days.allSatisfy { $0.value == 0 })
    }

    @Test func withoutAnyEndOneRowSaysThatNothingIsLost() throws {
        var town = try DurabilityTown.town()
        town.offers = [TownSketch.Offer(places: ["a"], funding: .permanent)]
        let table = try DurabilityTown.table(town)
        let none = try DurabilityTown.value(table, "access_cliff", "last_day=none")
        #expect(none.value == 0 && none.status == .valid)
        #expect(
            try DurabilityTown.sentence(table, "access_cliff", .english)
                == "In Stadt the first end concerns 0 % of the people.")
    }
}
