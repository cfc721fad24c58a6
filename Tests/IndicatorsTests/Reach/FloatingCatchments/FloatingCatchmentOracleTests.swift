import TestSupport
import Testing

@testable import Indicators

/// The worked example of the whole family: P = (100, 200, 300), S = (10, 20), 15 minutes or steps of 10, 20 and 30.
@Suite struct FloatingCatchmentOracleTests {
    let town = CostSketch.example

    @Test func twoStep() {
        let solution = town.solve(.twoStep, .binary(15))
        #expect(agrees(solution.access, [0.033333, 0.073333, 0.04], decimals: 6))
        #expect(isClose(solution.totals.received, 30) && isClose(town.received(solution.access), 30))
        // R = 10/300 and 20/500, by hand.
        #expect(isClose(solution.totals.ratios, 10.0 / 300 + 20.0 / 500))
    }

    @Test func enhancedTwoStep() {
        let solution = town.solve(.twoStep, CostSketch.steps)
        #expect(agrees(solution.access, [0.05126607, 0.06253367, 0.04122220], decimals: 8))
        #expect(isClose(solution.totals.received, 30))
    }

    @Test func threeStep() {
        let solution = town.solve(.threeStep, CostSketch.steps)
        #expect(agrees(solution.access, [0.04946412, 0.05594630, 0.04621442], decimals: 8))
        #expect(isClose(solution.totals.received, 30))
    }

    @Test func modifiedTwoStep() {
        let solution = town.solve(.modified, CostSketch.steps)
        #expect(agrees(solution.access, [0.04360409, 0.06253367, 0.03653367], decimals: 8))
        #expect(agrees([solution.totals.received], [27.8272454], decimals: 7))
        #expect(isClose(solution.totals.received + solution.totals.lostOnTheWay, 30))
    }

    @Test func balanced() {
        let solution = town.solve(.balanced, CostSketch.steps)
        #expect(agrees(solution.access, [0.03422016, 0.04040079, 0.02395347], decimals: 8))
        #expect(agrees([solution.totals.access, solution.totals.ratios], [0.09857443, 0.09857443], decimals: 8))
        #expect(agrees([solution.totals.ratios], [0.04681162 + 0.05176280], decimals: 7))
        #expect(isClose(solution.totals.demand, 213.62217 + 386.37783))
    }

    @Test func modifiedHuffThreeStep() {
        let solution = town.solve(.huffThreeStep, CostSketch.steps)
        #expect(agrees(solution.access, [0.04752689, 0.05292885, 0.04063617], decimals: 8))
        #expect(agrees([solution.totals.received], [27.5293100], decimals: 7))
    }

    @Test func spatialAvailability() {
        let solution = SpatialAvailability.solve(
            town, people: town.people, places: CompetingPlaces(supply: [town.supply], placeCount: 2),
            weights: [CostSketch.steps], alpha: 1)[0]
        let volumes = zip(town.people, solution.access).map { $0 * $1 }
        #expect(agrees(volumes, [5.1266066, 12.5067344, 12.3666590], decimals: 7))
        #expect(isClose(volumes.reduce(0, +), 30))
    }

    /// The zones of the R package `accessibility`: jobs for A, B and C as its authors print them.
    @Test func spatialAvailabilityOfTheAuthorsExample() {
        let zones = CostSketch(
            people: [50_000, 150_000, 10_000], supply: [100_000, 100_000, 10_000],
            costs: [[15, 30, 100], [30, 15, 100], [100, 100, 15]])
        let solution = SpatialAvailability.solve(
            zones, people: zones.people, places: CompetingPlaces(supply: [zones.supply], placeCount: 3),
            weights: [.exponential(0.1, 1_000)], alpha: 1)[0]
        let volumes = zip(zones.people, solution.access).map { $0 * $1 }
        #expect(agrees(volumes, [66_833.47, 133_203.36, 9_963.17], decimals: 2))
    }

    @Test func huffShares() {
        let expected = [[0.8889, 0.1111], [0.3333, 0.6667], [0.0196, 0.9804]]
        let weight = CatchmentWeight.power(2, 30)
        let walk = CatchmentWalk(
            weights: [weight], places: CompetingPlaces(supply: [town.supply], placeCount: 2), sharing: .huffLoad)
        let shares = town.map { block in
            var shares: [[Double]] = []
            walk.forEachVisit(block) { visit in
                if visit.entry == 0 { shares.append([]) }
                shares[shares.count - 1].append(visit.share)
            }
            return shares
        }.flatMap(\.self)
        for (origin, share) in shares.enumerated() { #expect(agrees(share, expected[origin], decimals: 4)) }
        #expect(shares.count == 3)
    }

    /// By hand: D = Σ P·p, then each origin meets Σ p·D/S people for each seat.
    @Test func huffLoad() {
        let solution = town.solve(.huffLoad, .power(2, 30))
        let demand = [100 * 8.0 / 9 + 200.0 / 3 + 300.0 / 51, 100 / 9.0 + 400.0 / 3 + 300 * 50.0 / 51]
        #expect(isClose(solution.totals.demand, 600) && isClose(demand[0] + demand[1], 600))
        let loads = [demand[0] / 10, demand[1] / 20]
        #expect(isClose(solution.access[0], loads[0] * 8 / 9 + loads[1] / 9))
        #expect(isClose(solution.access[2], loads[0] / 51 + loads[1] * 50 / 51))
    }
}
