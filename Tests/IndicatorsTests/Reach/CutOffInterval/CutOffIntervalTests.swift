import TestSupport
import Testing

@testable import Indicators

@Suite struct CutOffIntervalTests {
    /// Costs 5, 10 and 15 between 5 and 15 in steps of 0.5: one place at all 21 steps, one at 11, one at the last.
    @Test func theMeanOverAllCutOffs() {
        let rated = CutOffInterval.rate([5, 10, 15], from: 5, to: 15)
        #expect(abs(rated.mean - Double(21 + 11 + 1) / 21) < 1e-12)
        #expect(rated.least == 1 && rated.most == 3)
    }

    @Test func theMeanLiesBetweenTheEnds() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<100 {
            let costs = (0..<12).map { _ in Double.random(in: 0...20, using: &generator) }.sorted()
            let rated = CutOffInterval.rate(costs, from: 4, to: 12)
            #expect(Double(rated.least) <= rated.mean && rated.mean <= Double(rated.most))
            // One more place never makes it less.
            #expect(CutOffInterval.rate([8] + costs, from: 4, to: 12).mean > rated.mean)
        }
    }

    @Test func theBandIsWhatTheEndsSay() throws {
        let table = try TownSketch.random(seed: 9, areCells: false).table(also: ["cutoff_interval"])
        for value in table.values where value.indicator == "cutoff_interval" && value.value != nil {
            func within(_ metres: Int) throws -> Double {
                try #require(
                    table[
                        IndicatorTable.Key(
                            level: value.level, areaID: value.areaID, indicator: "places_within", group: value.group,
                            category: value.category, parameters: "measure=straight_line;metres=\(metres)")]?.value)
            }
            let band = try #require(value.band)
            let (first, last) = (try within(300), try within(1_000))
            #expect(isClose(band.lowerBound, first) && isClose(band.upperBound, last))
        }
    }
}
