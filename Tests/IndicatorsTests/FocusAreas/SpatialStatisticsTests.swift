import Planar
import TestSupport
import Testing

@testable import Indicators

/// The worked examples of the formulas, exact to the printed digits, and what must hold for any numbers.
@Suite struct SpatialStatisticsTests {
    /// The squares of a 3 × 3 grid that share edges.
    static let grid = Contiguity(
        columns: (0..<9).map { Int32($0 % 3) }, rows: (0..<9).map { Int32($0 / 3) }, corners: false)
    static let oneToNine = (1...9).map(Double.init)

    static func expect(_ values: [Double?], _ expected: [Double], digits tolerance: Double = 5e-7) {
        #expect(values.count == expected.count)
        for (value, expected) in zip(values, expected) {
            #expect(abs((value ?? .nan) - expected) <= tolerance, "\(value ?? .nan) \(expected)")
        }
    }

    // MARK: - Moran

    @Test func moranOfOneToNine() throws {
        let values = Self.oneToNine
        #expect(MoranIndex.value(values, SpatialWeights(Self.grid, .binary)) == 0.5)
        let rows = try #require(MoranIndex.value(values, SpatialWeights(Self.grid, .rowStandardised)))
        #expect(abs(rows - 0.5556) <= 5e-5)
        #expect(MoranIndex.expectation(units: 9) == -0.125)
        #expect(MoranIndex.expectation(units: 1) == nil)
    }

    @Test func localMoranOfOneToNine() throws {
        let weights = SpatialWeights(Self.grid, .rowStandardised)
        let local = try #require(LocalMoran.values(Self.oneToNine, weights))
        Self.expect(local, [1.2, 0.9, 0.3, 0.1, 0, 0.1, 0.3, 0.9, 1.2])
        // ΣI_i = n·I without islands.
        let sum = local.compactMap(\.self).reduce(0, +)
        #expect(isClose(sum, 9 * (MoranIndex.value(Self.oneToNine, weights) ?? 0)))
        #expect(
            LocalMoran.quadrants(Self.oneToNine, weights)
                == [
                    .lowAmongLow, .lowAmongLow, .lowAmongLow, .lowAmongLow, .lowAmongLow, .highAmongHigh,
                    .highAmongHigh, .highAmongHigh, .highAmongHigh,
                ])
    }

    /// Own value times the neighbours' mean is the local index; own values have mean 0 and deviation 1.
    @Test func theScatterMultipliesToTheIndex() throws {
        let weights = SpatialWeights(Self.grid, .rowStandardised)
        let points = try #require(LocalMoran.scatter(Self.oneToNine, weights)).compactMap(\.self)
        Self.expect(points.map { $0.own * $0.neighbours }, [1.2, 0.9, 0.3, 0.1, 0, 0.1, 0.3, 0.9, 1.2])
        #expect(isClose(points.reduce(0) { $0 + $1.own } + 1, 1))
        #expect(isClose(points.reduce(0) { $0 + $1.own * $1.own }, 9))
        // The corner 1 has the neighbours 2 and 4: (3 − 5) / √(60/9).
        #expect(isClose(points[0].neighbours, -2 / (60.0 / 9).squareRoot()))
        let islands = SpatialWeights(Contiguity(pairs: [(0, 1)], count: 3), .rowStandardised)
        let others = try #require(LocalMoran.scatter([1, 2, 4], islands))
        #expect(others[0] != nil && others[2] == nil)
        #expect(LocalMoran.scatter([1, 1, 1], islands) == nil && LocalMoran.scatter([1], islands) == nil)
    }

    @Test func islandsSayNothing() throws {
        let values = [1.0, 2, 4, 9]
        let weights = SpatialWeights(Contiguity(pairs: [(0, 1), (1, 2)], count: 4), .rowStandardised)
        #expect(weights.total == 3)
        let local = try #require(LocalMoran.values(values, weights))
        #expect(local[3] == nil && local[0] != nil)
        // n/S0 counts the island among the units, as in Moran's definition.
        #expect(isClose(MoranIndex.value(values, weights) ?? 0, local.compactMap(\.self).reduce(0, +) / 3))
    }

    @Test func whatDoesNotDifferHasNoIndex() {
        let weights = SpatialWeights(Self.grid, .rowStandardised)
        let same = [Double](repeating: 0.1 + 0.2, count: 9)
        #expect(MoranIndex.value(same, weights) == nil)
        #expect(LocalMoran.values(same, weights) == nil)
        #expect(GetisOrd.values(same, weights) == nil)
        #expect(MoranIndex.value([], SpatialWeights(Contiguity(pairs: [], count: 0), .binary)) == nil)
        #expect(MoranIndex.value([1, 2], SpatialWeights(Contiguity(pairs: [], count: 2), .binary)) == nil)
        #expect(MoranIndex.value([1, .nan, 3, 4, 5, 6, 7, 8, 9], weights) == nil)
        #expect(MoranIndex.value([1, 2], weights) == nil)
    }

    // MARK: - Gi*

    @Test func getisOrdOfOneToNine() throws {
        let star = try #require(GetisOrd.values(Self.oneToNine, SpatialWeights(Self.grid, .binary)))
        Self.expect(star, [-2.065591, -2.204541, -1.032796, -0.734847, 0, 0.734847, 1.032796, 2.204541, 2.065591])
    }

    @Test func aUnitThatTouchesAllOthersHasNoGetisOrd() throws {
        let all = Contiguity(pairs: [(0, 1), (0, 2), (1, 2), (0, 3)], count: 4)
        let star = try #require(GetisOrd.values([1, 2, 3, 5], SpatialWeights(all, .binary)))
        #expect(star[0] == nil && star[1] != nil)
        // An island is its own neighbourhood: its value in standard deviations.
        let alone = try #require(
            GetisOrd.values([1, 2, 3, 6], SpatialWeights(Contiguity(pairs: [], count: 4), .binary)))
        #expect(isClose(alone[3] ?? 0, 3 / (3.5).squareRoot()))
    }

    // MARK: - Empirical Bayes

    @Test func marshallsRates() throws {
        let cases = [20.0, 1, 0, 10]
        let people = [100.0, 50, 10, 500]
        let shares = try #require(EmpiricalBayes(cases: cases, people: people))
        #expect(abs(shares.mean - 0.0469697) <= 5e-8)
        #expect(abs(shares.variance - 0.003903122) <= 5e-10)
        Self.expect(
            zip(cases, people).map { shares.rate(cases: $0, people: $1) },
            [0.1835626, 0.0252318, 0.0256527, 0.0206338],
            digits: 5e-8)
    }

    /// Defect 4 of other tools: without the cut-off the variance of these is −0.000169, weights become negative, and the
    /// cell with the highest rate gets 0.0314, below the mean.
    @Test func defect4VarianceIsNeverNegative() throws {
        let cases = [5.0, 1, 0, 20]
        let people = [100.0, 50, 10, 500]
        let shares = try #require(EmpiricalBayes(cases: cases, people: people))
        #expect(shares.variance == 0)
        #expect(abs(shares.mean - 0.0393939) <= 5e-8)
        for (cases, people) in zip(cases, people) {
            #expect(shares.rate(cases: cases, people: people) == shares.mean)
            let score = try #require(shares.score(cases: cases, people: people))
            #expect(score.isFinite && (score > 0) == (cases / people > shares.mean))
        }
    }

    @Test func nobodyAndNoCases() throws {
        #expect(EmpiricalBayes(cases: [], people: []) == nil)
        #expect(EmpiricalBayes(cases: [0, 0], people: [0, 0]) == nil)
        let none = try #require(EmpiricalBayes(cases: [0, 0], people: [5, 10]))
        #expect(none.rate(cases: 0, people: 5) == 0 && none.score(cases: 0, people: 5) == 0)
        // Units without people change nothing.
        let with = try #require(EmpiricalBayes(cases: [3, 0, 8], people: [10, 0, 90]))
        #expect(with == EmpiricalBayes(cases: [3, 8], people: [10, 90]))
        #expect(with.rate(cases: 0, people: 0) == nil && with.score(cases: 0, people: 0) == nil)
    }

    @Test(arguments: 1...50 as ClosedRange<UInt64>) func ratesLieBetweenTheOwnAndTheMean(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let people = (0..<20).map { _ in Double(Int.random(in: 1...400, using: &generator)) }
        let cases = people.map { Double(Int.random(in: 0...Int($0), using: &generator)) * 0.3 }
        let shares = try #require(EmpiricalBayes(cases: cases, people: people))
        for (cases, people) in zip(cases, people) {
            let own = cases / people
            let rate = try #require(shares.rate(cases: cases, people: people))
            #expect(rate >= min(own, shares.mean) - 1e-12 && rate <= max(own, shares.mean) + 1e-12)
            // The more people, the nearer to the own rate.
            let more = try #require(shares.rate(cases: cases * 10, people: people * 10))
            #expect(abs(more - own) <= abs(rate - own) + 1e-12)
        }
    }

    // MARK: - Many tests

    @Test func benjaminiHochberg() {
        // Benjamini & Hochberg 1995, section 3: fifteen p-values, four of them found at 5 %.
        let values = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0,
        ]
        let adjusted = FalseDiscovery.adjusted(values)
        #expect(adjusted.count { $0 <= 0.05 } == 4)
        #expect(isClose(adjusted[0], 0.0015) && isClose(adjusted[3], 0.035625) && adjusted[14] == 1)
        #expect(FalseDiscovery.adjusted([]) == [])
        #expect(FalseDiscovery.adjusted([0.04, 0.04]) == [0.04, 0.04])
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func adjustedValuesKeepTheOrder(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let values = (0..<30).map { _ in Double.random(in: 0...1, using: &generator) }
        let adjusted = FalseDiscovery.adjusted(values)
        for one in values.indices {
            #expect(adjusted[one] >= values[one] && adjusted[one] <= 1)
            for other in values.indices where values[one] <= values[other] { #expect(adjusted[one] <= adjusted[other]) }
        }
    }
}
