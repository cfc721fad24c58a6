import Testing

@testable import Indicators

@Suite struct CatchmentAccessTests {
    /// Pairs that are walked through count what the search for limits counts.
    @Test func itCountsWhatReachCounts() throws {
        for seed in UInt64(1)...4 {
            var town = try TownSketch.random(seed: seed, areCells: seed % 2 == 0)
            town.limits = [300, 500, 800]
            let context = try town.context()
            let access = try #require(CatchmentAccess(context))
            let reach = try #require(context.reach.first)
            #expect(access.parameters == "catchment=800;measure=straight_line")
            var found = 0.0
            for target in context.targets.indices {
                for origin in town.homes.indices {
                    let count = Double(reach.count(target: target, limit: 2, origin: origin))
                    #expect(access.counts(target)[origin] == count)
                    #expect(access.coverage(target)[origin] == (count > 0 ? 1 : 0))
                    #expect(access.counts(target, scale: 0)[origin] <= count)
                    #expect(access.counts(target, scale: 2)[origin] >= count)
                    found += count
                }
            }
            #expect(found > 0)
        }
    }

    @Test func withoutResidentsThereIsNone() throws {
        var town = try EquityTown().sketch()
        town.hasPopulation = false
        #expect(CatchmentAccess(try town.context()) == nil)
        #expect(TownPieces(try town.context(), connected: nil) == nil)
    }
}
