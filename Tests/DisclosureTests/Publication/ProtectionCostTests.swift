import Indicators
import Testing
import Town

@testable import Disclosure

/// What the door says of itself inside: what hiding cost, against what bound, and what it did not protect.
@Suite("The cost of protection") struct ProtectionCostTests {
    private let town = TownInARow(quarters: [[1_000, 100], [800, 3], [600, 60], [900, 70]])

    @Test func hidingCostsWhatTheHiddenCountsAreWorth() throws {
        let cost = try #require(try town.publication().cost)
        #expect(cost.unprotected.isEmpty && cost.loss > 0)
        #expect(cost.lowerBound <= cost.loss && cost.lowerBound > 0 && cost.ratio >= 1)
        // Two counts of a group in quarters, at 100 each and a little more the more people they are.
        let expected = 100 * (1 + 3.0.squareRoot() / 100) + 100 * (1 + 60.0.squareRoot() / 100)
        #expect(abs(cost.loss - expected) < 1e-6)
    }

    @Test func whatIsNotHiddenCostsNothing() throws {
        let open = try TownInARow(quarters: [[1_000, 100], [800, 90]]).publication()
        #expect(open.cost == ProtectionCost(loss: 0, lowerBound: 0, unprotected: []) && open.cost?.ratio == 1)
        #expect(Publication.internal(study: try town.study(), table: try town.table()).cost == nil)
    }

    @Test func theRatioIsNeverBelowOne() {
        #expect(ProtectionCost(loss: 6, lowerBound: 4, unprotected: []).ratio == 1.5)
        #expect(ProtectionCost(loss: 6, lowerBound: 6.000_001, unprotected: []).ratio == 1)
        #expect(ProtectionCost(loss: 6, lowerBound: 0, unprotected: []).ratio == 1)
    }

    @Test func theGreedyMethodLosesNoLess() throws {
        let (study, table) = (try town.study(), try town.table())
        for town in [(study, table)] {
            func cost(_ method: SuppressionMethod) throws -> ProtectionCost {
                try #require(
                    try Publication.public(study: town.0, table: town.1, confirmed: true, choosing: method).cost)
            }
            let (linear, greedy, exact) = (try cost(.linear), try cost(.greedy), try cost(.exact))
            #expect(exact.loss <= linear.loss + 1e-9 && linear.loss <= greedy.loss + 1e-9)
            #expect(linear.unprotected.isEmpty && exact.unprotected.isEmpty)
            #expect(linear.lowerBound <= exact.loss + 1e-6 && exact.lowerBound <= exact.loss + 1e-6)
        }
    }

    @Test(arguments: 1...20) func theMethodIsSafeAndNoLossIsBelowTheBound(seed: UInt64) throws {
        let year = try #require(RandomTown(seed: seed, years: 1).years.first)
        let (study, table) = (try year.study(), try year.table())
        for method in [SuppressionMethod.linear, .greedy] {
            let open = try Publication.public(study: study, table: table, confirmed: true, choosing: method)
            let cost = try #require(open.cost)
            // The plain method hides one count after another and may end with some that nothing is left to hide for.
            #expect(cost.unprotected.isEmpty || method == .greedy, "town \(seed)")
            #expect(cost.lowerBound <= cost.loss + 1e-6, "\(method), town \(seed)")
            for value in open.indicators.values where value.indicator == "residents" && value.level != .focusArea {
                if let number = value.value { #expect(number == 0 || number >= 5) }
            }
        }
    }

    @Test func whatIsOutIsNamedWhereItGivesSomebodyAway() throws {
        func released(_ area: String, _ level: AreaLevel, _ value: Double) -> ReleasedValue {
            ReleasedValue(
                period: "2024", key: .init(level: level, areaID: area, indicator: "residents", group: "g1"),
                value: value,
                status: .valid)
        }
        let out = [
            released("town", .town, 233), released("q1", .quarter, 100), released("q3", .quarter, 60),
            released("q4", .quarter, 70),
        ]
        let cost = try #require(try town.publication(released: out).cost)
        #expect(cost.unprotected.compactMap(\.key).map(\.areaID).contains("q2"))
        #expect(cost.unprotected.allSatisfy { $0.key == nil || $0.key?.group == "g1" })
    }

    @Test func noiseHidesNothingForTheSakeOfOthers() throws {
        var rules = DisclosureRules()
        rules.method = .cellKey(maximum: 4, variance: 2, seed: 271_828_182_845)
        #expect(try town.publication(rules: rules).cost == nil)
    }
}
