import Features
import Hours
import TestSupport
import Testing
import Town
import Wording

@testable import Indicators

/// Who has an offer in reach that is surely paid for on a day.
@Suite struct FundedAccessTests {
    @Test func whatIsLeftOnTheFirstOfJanuary() throws {
        let table = try DurabilityTown.town().table(also: DurabilityTown.ids)
        let now = try DurabilityTown.value(table, "funded_access", "date=2024-01-01")
        // 30 of 60 surely; the other 30 only perhaps.
        #expect(now.value == 0.5 && now.lower == 0.5 && now.upper == 1)
        #expect(now.unrecorded == 0.5)
        let later = try DurabilityTown.value(table, "funded_access", "date=2025-01-01")
        #expect(isClose(later.value ?? .nan, 1.0 / 6) && isClose(later.upper ?? .nan, 4.0 / 6))
    }

    @Test func aPlaceThatIsPaidForByItsOfferEndsOnce() throws {
        var town = try DurabilityTown.town()
        town.places[1].fundedUntil = "2024-06-30"
        let plain = try DurabilityTown.town().table(also: DurabilityTown.ids)
        let same = try town.table(also: DurabilityTown.ids)
        #expect(same.values == plain.values)
        // A place with an end of its own and no offer counts like one.
        town.offers = []
        let table = try town.table(also: DurabilityTown.ids)
        let first = try DurabilityTown.value(table, "funded_access", "date=2024-01-01")
        #expect(isClose(first.value ?? .nan, 20.0 / 60))
    }

    @Test func theDaysAreTheStartAndTheNextYears() throws {
        var settings = IndicatorSettings(also: DurabilityTown.ids)
        let context = try DurabilityTown.town().context(settings: settings)
        #expect(
            FundedAccess.days(context, years: 2).map { "\($0)" } == ["2024-01-01", "2025-01-01", "2026-01-01"])
        #expect(FundedAccess.days(context, years: 0).count == 1 && FundedAccess.days(context, years: -3).count == 1)
        settings.parameters = ["funded_access": ["years": [1]]]
        let values = FundedAccess().evaluate(try DurabilityTown.town().context(settings: settings)).values
        #expect(
            Set(values.map(\.parameters)) == [
                "catchment=200;date=2024-01-01;measure=straight_line",
                "catchment=200;date=2025-01-01;measure=straight_line",
            ])
    }

    /// The last day is paid for itself: an end on the day asked for is access on that day.
    @Test func theLastDayCounts() throws {
        var town = try DurabilityTown.town()
        for offer in town.offers?.indices ?? 0..<0 where town.offers?[offer].funding.kind == .limited {
            town.offers?[offer].funding = .limited(until: CalendarDate(iso: "2025-01-01"))
        }
        let table = try DurabilityTown.table(town)
        #expect(try DurabilityTown.value(table, "funded_access", "date=2025-01-01").value == 0.5)
        let after = try DurabilityTown.value(table, "funded_access", "date=2026-01-01")
        #expect(isClose(after.value ?? .nan, 1.0 / 6))
    }

    /// Access that is surely paid for never grows with time, and nor does what may be.
    @Test(arguments: [UInt64(2), 4, 6, 9]) func itNeverGrowsWithTime(_ seed: UInt64) throws {
        let table = try DurabilityTown.table(TownSketch.random(seed: seed, areCells: seed % 2 == 0))
        for area in ["01001000"] + IdentityTests.quarterIDs {
            for group in ["all", "foreign"] {
                let rows = table.values.filter {
                    $0.indicator == "funded_access" && $0.areaID == area && $0.group == group
                }.sorted { $0.parameters < $1.parameters }
                #expect(rows.count == 4)
                for (early, late) in zip(rows, rows.dropFirst()) {
                    #expect((early.value ?? 0) >= (late.value ?? 0))
                    #expect((early.upper ?? early.value ?? 0) >= (late.upper ?? late.value ?? 0))
                }
            }
        }
    }

    /// More offers never take access away, whatever they are.
    @Test(arguments: [UInt64(3), 7]) func anotherOfferTakesNothingAway(_ seed: UInt64) throws {
        let town = try TownSketch.random(seed: seed, areCells: false)
        var richer = town
        richer.offers?.append(TownSketch.Offer(places: ["p1", "p3"], funding: .permanent))
        richer.offers?.append(TownSketch.Offer(places: ["p5"], funding: .notRecorded))
        let (one, other) = (try DurabilityTown.table(town), try DurabilityTown.table(richer))
        for value in one.values where value.indicator == "funded_access" {
            guard let before = value.value else { continue }
            let after = try #require(other[value.key]?.value)
            #expect(after >= before)
        }
    }

    @Test func theSheetSpeaksOfTheTown() throws {
        let table = try DurabilityTown.table(DurabilityTown.town())
        #expect(
            try DurabilityTown.sentence(table, "funded_access", .english)
                == "In Stadt 50 % of the people have a surely funded offer in reach on the first day (between 50 % and 100 %)."
        )
        #expect(
            try DurabilityTown.sentence(table, "funded_access", .german)?.hasPrefix(
                "In Stadt haben am ersten Stichtag 50 % der Menschen ein sicher finanziertes Angebot") == true)
    }
}
