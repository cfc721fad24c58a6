import Features
import Hours
import TestSupport
import Testing
import Town
import Wording

@testable import Indicators

/// How much access the recorded funding holds in a year.
@Suite struct AccessPersonYearsTests {
    /// 2024 has 366 days, 182 of them until the end of June.
    @Test func personYearsDivideByTheDaysOfThatYear() throws {
        let table = try DurabilityTown.town().table(also: DurabilityTown.ids)
        let leap = try DurabilityTown.value(table, "access_person_years", "year=2024")
        #expect(isClose(leap.value ?? .nan, 10 + 20 * 182.0 / 366))
        #expect(isClose(leap.upper ?? .nan, 10 + 20 * 182.0 / 366 + 30))
        let ordinary = try DurabilityTown.value(table, "access_person_years", "year=2025")
        #expect(ordinary.value == 10)
        #expect(AccessPersonYears.share(ofYear: 2025, until: nil) == 0)
        #expect(AccessPersonYears.share(ofYear: 2025, until: .max) == 1)
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

    /// Never more than there are people, in towns of all kinds, and twice as much for twice as many.
    @Test(arguments: [UInt64(1), 5]) func atMostEverybodyAllYear(_ seed: UInt64) throws {
        let town = try TownSketch.random(seed: seed, areCells: seed == 5)
        var huge = town
        for home in huge.homes.indices { huge.homes[home].counts = huge.homes[home].counts.map { $0 * 1e9 } }
        let (plain, large) = (try DurabilityTown.table(town), try DurabilityTown.table(huge))
        var found = 0
        for value in plain.values where value.indicator == "access_person_years" {
            guard let years = value.value, let people = value.n else { continue }
            #expect(years >= 0 && (value.upper ?? years) <= people * (1 + 1e-12))
            let other = try #require(large[value.key]?.value)
            #expect(isClose(other, years * 1e9))
            found += years > 0 ? 1 : 0
        }
        #expect(found > 0)
    }

    /// Of the year of the period, half a year of access is half the people; before the start the same holds as on it.
    @Test func anEndInTheMiddleHalvesTheYear() throws {
        var town = try DurabilityTown.town()
        town.offers = [
            TownSketch.Offer(places: ["b"], funding: .limited(until: CalendarDate(iso: "2025-07-02")))
        ]
        let table = try DurabilityTown.table(town)
        #expect(try DurabilityTown.value(table, "access_person_years", "year=2024").value == 20)
        // 31 + 28 + 31 + 30 + 31 + 30 + 2 days.
        let next = try DurabilityTown.value(table, "access_person_years", "year=2025")
        #expect(isClose(next.value ?? .nan, 20 * 183.0 / 365) && next.upper == nil)
        #expect(
            try DurabilityTown.sentence(table, "access_person_years", .german)
                == "In Stadt sind es im ersten Jahr 20 Personenjahre.")
    }
}
