import Features
import Hours
import TestSupport
import Testing
import Town
import Wording

@testable import Indicators

/// How much of the work behind offers volunteers do.
@Suite struct VolunteerRelianceTests {
    @Test func offersOfWhichNothingIsKnownAreLeftOut() throws {
        let table = try DurabilityTown.table(DurabilityTown.town())
        let value = try DurabilityTown.value(table, "volunteer_reliance", "")
        // 10 people at 0 and 1, 20 at one half; of the offer of the other 30 nobody recorded it.
        #expect(isClose(value.value ?? .nan, (10 * 0.5 + 20 * 0.5) / 30) && value.unrecorded == 0.5)
        #expect(
            try DurabilityTown.sentence(table, "volunteer_reliance", .english)
                == "In Stadt volunteers carry 50 % of the work behind the offers in reach.")
    }

    @Test(arguments: [0.0, 0.25, 1]) func whereAllOffersAreAlikeItIsTheirShare(_ share: Double) throws {
        var town = try TownSketch.random(seed: 4, areCells: false)
        for offer in town.offers?.indices ?? 0..<0 { town.offers?[offer].volunteers = share }
        let rows = try DurabilityTown.table(town).values.filter {
            $0.indicator == "volunteer_reliance" && $0.value != nil
        }
        #expect(!rows.isEmpty && rows.allSatisfy { isClose($0.value ?? .nan, share) })
    }

    @Test func whereNothingIsRecordedThereIsNoData() throws {
        var town = try DurabilityTown.town()
        for offer in town.offers?.indices ?? 0..<0 { town.offers?[offer].volunteers = nil }
        let value = try DurabilityTown.value(DurabilityTown.table(town), "volunteer_reliance", "")
        #expect(value.status == .noData && value.value == nil)
    }
}
