import Overlay
import TestSupport
import Testing
import Town

/// Intervals of figures of uncertain counts: worked examples, properties, and a simulation that counts how often they hold
/// the truth.
@Suite struct UncertainCountsTests {
    static func whole(_ count: Int) -> OriginWeights {
        OriginWeights(origins: (0..<Int32(count)).map { $0 }, weights: [Double](repeating: 1, count: count))
    }

    static func noisy(_ counts: [Double], _ variance: Double) -> UncertainCounts {
        UncertainCounts(counts, CountSpread(of: counts, noise: CountNoise(variance: variance)))
    }

    // MARK: - Sums

    /// The example of the method: a quarter of 120 inhabited cells, V = 2.
    @Test func aQuarterOf120CellsIsKnownToThirtyPersons() throws {
        let counts = Self.noisy([Double](repeating: 2.5, count: 120), 2)
        let sum = counts.sum(Self.whole(120))
        #expect(sum.value == 300 && sum.variance == 240)
        #expect(isClose(sum.variance.squareRoot(), 15.491933384829668))
        let interval = try #require(sum.interval())
        #expect(isClose(interval.lower, 300 - 1.96 * 240.0.squareRoot()) && isClose(interval.upper, 330.3641894342661))
    }

    @Test func aCutCellAddsTheSquareOfItsShare() {
        let counts = Self.noisy([10, 20, 30], 2)
        let sum = counts.sum(OriginWeights(origins: [0, 2], weights: [1, 0.5]))
        #expect(sum.value == 25 && sum.variance == 2.5)
        // An origin that is not in the table is nobody.
        #expect(counts.sum(OriginWeights(origins: [7], weights: [1])).value == 0)
    }

    @Test func zeroStaysZero() {
        let counts = Self.noisy([0, 12, 0], 3)
        #expect(counts.sum(Self.whole(3)).variance == 3)
        #expect(counts.sum(OriginWeights(origins: [0, 2], weights: [1, 1])).interval() == nil)
    }

    @Test func aCountThatWasNotGivenAddsItsRange() throws {
        let counts = [10.0, 1.5, 20]
        let spread = CountSpread(
            of: counts, noise: CountNoise(variance: 2), lowest: [10, 1, 20], highest: [10, 2, 20])
        // What was not given has no noise beside its range.
        #expect(spread.noiseVariances == [2, 0, 2])
        let sum = UncertainCounts(counts, spread).sum(OriginWeights(origins: [0, 1, 2], weights: [1, 0.5, 1]))
        #expect(sum.value == 30.75 && sum.lowest == 30.5 && sum.highest == 31 && sum.variance == 4)
        let interval = try #require(sum.interval())
        #expect(isClose(interval.lower, 30.5 - 3.92) && isClose(interval.upper, 31 + 3.92))
        // A value outside its own range is still in the interval.
        let odd = UncertainCounts([0], CountSpread(lowest: [1], highest: [2])).sum(Self.whole(1)).interval()
        #expect(odd?.lower == 0 && odd?.upper == 2)
    }

    @Test func boundsEndWhereCountsEnd() throws {
        let few = try #require(Self.noisy([1, 1], 2).sum(Self.whole(2)).interval(most: 3))
        #expect(few.lower == 0 && few.upper == 3)
        let more = try #require(Self.noisy([1, 1], 2).sum(Self.whole(2)).interval(most: 1))
        // The value itself is never cut off.
        #expect(more.upper == 2)
    }

    @Test func exactCountsHaveNoInterval() {
        #expect(UncertainCounts([5, 6], .none).isExact && CountSpread(noiseVariances: [0, 0]).isExact)
        #expect(UncertainCounts([5, 6], .none).sum(Self.whole(2)).interval() == nil)
        #expect(CountSpread(noiseVariances: [-1, .nan, .infinity]).isExact)
        #expect(CountSpread(of: [4, 5], noise: nil).isExact)
        // Ranges that do not go with the counts are none.
        #expect(CountSpread(of: [4, 5], noise: nil, lowest: [1], highest: [2]).isExact)
        let table = PopulationTable(xs: [0], ys: [0], counts: [[3]], areCells: true)
        #expect(table.isExact && table.uncertain(group: 0).isExact && table.uncertain(group: 9).isExact)
        let noisy = PopulationTable(
            xs: [0], ys: [0], counts: [[3], [1]], spreads: [.none, CountSpread(noiseVariances: [2])], areCells: true)
        #expect(!noisy.isExact && noisy.uncertain(group: 0).isExact && !noisy.uncertain(group: 1).isExact)
    }

    @Test func aCountWithoutABoundHasAnIntervalWithoutOne() throws {
        let all = UncertainCounts([20, 5], CountSpread(lowest: [20, 0], highest: [20, .infinity]))
        let residents = try #require(all.sum(Self.whole(2)).interval())
        #expect(residents.lower == 20 && residents.upper == .infinity && !residents.isBounded)
        // A share of it is still between none and all; so is who of them reaches something.
        let group = UncertainCounts([10, 0], CountSpread(lowest: [10, 0], highest: [10, .infinity]))
        let share = try #require(group.share(of: all, Self.whole(2)))
        #expect(share.lower < 1e-9 && share.upper > 1 - 1e-9 && share.upper <= 1 && share.isBounded)
        let covered = try #require(all.mean(Self.whole(2), most: 1) { $0 == 0 ? 1 : 0 })
        #expect(covered.lower < 1e-9 && isClose(covered.upper, 1))
        #expect(CountSpread(lowest: [-1, .nan], highest: [.nan, -3]).lowest == [0, 0])
        #expect(CountSpread(lowest: [0, 0], highest: [.nan, -3]).highest == [CountSpread.unbounded, 0])
    }

    @Test func gapsOfAColumnBecomeRanges() {
        let (counts, spread) = CountSpread.reading(
            [12, nil, nil, nil, nil], lowest: [12, 0, 1, nil, 5], highest: [12, 2, 2, nil, .infinity],
            noise: CountNoise(variance: 2))
        // None or few is nobody; one or two is in the middle; nothing known is nobody for certain.
        #expect(counts == [12, 0, 1.5, 0, 5])
        #expect(spread.lowest == [12, 0, 1, 0, 5] && spread.highest == [12, 2, 2, 0, CountSpread.unbounded])
        #expect(spread.noiseVariances == [2, 0, 0, 0, 0])
        let exact = CountSpread.reading([3, 4], lowest: [3, 4], highest: [3, 4], noise: nil)
        #expect(exact.counts == [3, 4] && exact.spread.isExact)
        let louder = spread.with(noise: CountNoise(variance: 9), of: counts)
        #expect(louder.noiseVariances == [9, 0, 0, 0, 0] && louder.highest == spread.highest)
    }

    @Test func peopleInsideAndOutsideAreAll() throws {
        var membership = AreaMembership()
        membership.appendArea(origins: [0, 1], weights: [1, 0.25])
        membership.appendArea(origins: [1], weights: [0.5])
        #expect(OriginWeights(membership, area: 1) == OriginWeights(origins: [1], weights: [0.5]))
        #expect(
            OriginWeights(outside: membership, count: 3) == OriginWeights(origins: [1, 2], weights: [0.25, 1]))
        let table = PopulationTable(
            xs: [0, 0, 0], ys: [0, 0, 0], counts: [[4, 8, 2], [4, 8, 2]],
            spreads: [.none, CountSpread(lowest: [1, 8, 2], highest: [9, 8, 2])], areCells: true)
        // Of all 6 people at most 6 are of the group.
        #expect(table.ranges(OriginWeights(membership, area: 0)) == [nil, 3...6])
        #expect(table.ranges(OriginWeights(outside: membership, count: 3)) == [nil, nil])
        #expect(PopulationTable(xs: [0], ys: [0], counts: [[1]], areCells: false).ranges(Self.whole(1)).isEmpty)
    }

    // MARK: - Noise

    private static func table(_ counts: [Double], lowest: [Double] = [], highest: [Double] = []) -> PopulationTable {
        PopulationTable(
            xs: counts.map { _ in 0 }, ys: counts.map { _ in 0 }, counts: [counts],
            spreads: [CountSpread(of: counts, noise: .assumed, lowest: lowest, highest: highest)], areCells: true)
    }

    private static func calibrated(_ table: PopulationTable, _ official: Double, _ town: OriginWeights) -> [Double] {
        var table = table
        let before = table.spreads[0]
        let factor = table.calibrate(to: official, in: town)
        #expect(table.spreads[0].noiseVariances == before.noiseVariances.map { $0 * factor })
        #expect(table.spreads[0].lowest == before.lowest && table.spreads[0].highest == before.highest)
        return table.spreads[0].noiseVariances
    }

    @Test func theOfficialTotalCanOnlyRaiseTheNoise() throws {
        let counts = Self.table([10, 20, 0, 30])
        let all = Self.whole(4)
        // (60 − 69)² over three cells with people.
        #expect(CountNoise.assumed.variance == 2)
        #expect(Self.calibrated(counts, 69, all) == [27, 27, 0, 27])
        #expect(Self.calibrated(counts, 51, all) == [27, 27, 0, 27])
        #expect(Self.calibrated(counts, 61, all) == [2, 2, 0, 2])
        let cut = OriginWeights(origins: [0, 1], weights: [1, 0.5])
        #expect(Self.calibrated(counts, 25, cut) == [20, 20, 0, 20])
        // A range explains what it can; the rest is noise of what was given.
        let ranged = Self.table([10, 1], lowest: [10, 1], highest: [10, 4])
        #expect(Self.calibrated(ranged, 14, Self.whole(2)) == [2, 0])
        #expect(Self.calibrated(ranged, 20, Self.whole(2)) == [36, 0])
        #expect(Self.calibrated(ranged, 20, Self.whole(0)) == [2, 0])
        for nonsense in [-1.0, .nan, .infinity] {
            #expect(CountNoise(variance: nonsense) == nil)
            #expect(Self.calibrated(counts, nonsense, all) == [2, 2, 0, 2])
        }
        #expect(CountNoise(variance: 0)?.variance == 0)
    }

    // MARK: - Shares

    /// n·(V_F + p²·V_N)/N²: 120 cells, 1,200 residents, 300 of the group, V = 2.
    @Test func aShareHasTheVarianceOfTheMethod() throws {
        let all = Self.noisy([Double](repeating: 10, count: 120), 2)
        let group = Self.noisy([Double](repeating: 2.5, count: 120), 2)
        let interval = try #require(group.share(of: all, Self.whole(120)))
        let variance: Double = 120 * (2 + 0.0625 * 2)
        let deviation = variance.squareRoot() / 1_200
        #expect(isClose(interval.lower, 0.25 - 1.96 * deviation) && isClose(interval.upper, 0.25 + 1.96 * deviation))
        #expect(isClose(deviation, 0.013307266185559))
    }

    @Test func theExtremesOfAShareAreThoseOfItsCells() throws {
        // 10 of 20; in the second cell 1 to 3 residents, 0 to 5 of the group: not more than there are residents.
        let all = UncertainCounts([20, 2], CountSpread(lowest: [20, 1], highest: [20, 3]))
        let group = UncertainCounts([10, 1], CountSpread(lowest: [10, 0], highest: [10, 5]))
        let interval = try #require(group.share(of: all, Self.whole(2)))
        #expect(isClose(interval.lower, 10.0 / 23) && isClose(interval.upper, 13.0 / 23))
    }

    @Test func theExtremesHoldForEveryChoice() throws {
        for low in 0...2 {
            for high in low...4 {
                let all = UncertainCounts([5, 3], CountSpread(lowest: [5, 2], highest: [5, 4]))
                let group = UncertainCounts(
                    [2, Double(low)], CountSpread(lowest: [2, Double(low)], highest: [2, Double(high)]))
                var shares: [Double] = []
                for people in 2...4 {
                    for some in low...high where some <= people {
                        shares.append(Double(2 + some) / Double(5 + people))
                    }
                }
                let interval = try #require(group.share(of: all, Self.whole(2)))
                #expect(interval.lower <= (shares.min() ?? 0) + 1e-12)
                #expect(isClose(interval.upper, max(shares.max() ?? 0, Double(2 + low) / 8)))
            }
        }
    }

    @Test func aShareStaysBetweenNoneAndAll() throws {
        let all = Self.noisy([2, 2], 4)
        let most = try #require(Self.noisy([2, 1], 4).share(of: all, Self.whole(2)))
        #expect(most.lower == 0 && most.upper == 1)
        #expect(Self.noisy([0, 0], 4).share(of: all, Self.whole(2)) == nil)
        #expect(Self.noisy([0, 0], 4).share(of: Self.noisy([0, 0], 4), Self.whole(2)) == nil)
        #expect(UncertainCounts([1], .none).share(of: UncertainCounts([2], .none), Self.whole(1)) == nil)
    }

    // MARK: - Means

    /// Three cells of 10, 20, 30 people; the first two have a place: R = 0.5, Var = V·(0.25 + 0.25 + 0.25)/60².
    @Test func aCoveredShareHasTheVarianceOfARatio() throws {
        let counts = Self.noisy([10, 20, 30], 2)
        let interval = try #require(counts.mean(Self.whole(3), most: 1) { $0 < 2 ? 1 : 0 })
        let deviation = (2 * 0.75).squareRoot() / 60
        #expect(isClose(interval.lower, 0.5 - 1.96 * deviation) && isClose(interval.upper, 0.5 + 1.96 * deviation))
        // All or nobody: whatever the counts are, the share is the same.
        #expect(counts.mean(Self.whole(3), most: 1) { _ in 1 } == nil)
        #expect(counts.mean(Self.whole(3), most: 1) { _ in 0 } == nil)
        #expect(UncertainCounts([1, 2], .none).mean(Self.whole(2), most: 1) { Double($0) } == nil)
        #expect(Self.noisy([0, 0], 2).mean(Self.whole(2), most: 1) { Double($0) } == nil)
    }

    @Test func theExtremesOfAMeanAreThoseOfAllChoices() throws {
        var generator = SeededGenerator(seed: 17)
        for _ in 0..<60 {
            let ratings = (0..<6).map { _ in Double(Int.random(in: 0...3, using: &generator)) }
            let lowest = (0..<6).map { _ in Double(Int.random(in: 0...4, using: &generator)) }
            let highest = lowest.map { $0 + Double(Int.random(in: 0...5, using: &generator)) }
            let counts = zip(lowest, highest).map { ($0 + $1) / 2 }
            let weights = (0..<6).map { _ in Double.random(in: 0.1...1, using: &generator) }
            let area = OriginWeights(origins: [0, 1, 2, 3, 4, 5], weights: weights)
            let means = (0..<64).compactMap { choice -> Double? in
                var (sum, people) = (0.0, 0.0)
                for cell in 0..<6 {
                    let count = weights[cell] * (choice >> cell & 1 == 1 ? highest[cell] : lowest[cell])
                    (sum, people) = (sum + count * ratings[cell], people + count)
                }
                return people > 0 ? sum / people : nil
            }
            let least = try #require(means.min()), largest = try #require(means.max())
            let interval = UncertainCounts(counts, CountSpread(lowest: lowest, highest: highest)).mean(
                area, most: .infinity
            ) { ratings[$0] }
            if largest - least < 1e-8 {
                #expect(interval == nil)
            } else {
                #expect(isClose(interval?.lower ?? -1, least) && isClose(interval?.upper ?? -1, largest))
            }
        }
    }

    // MARK: - Quotients

    /// Two cells are the town, the first the quarter: Q = (F₁/N₁)/(F/N), all partial derivatives by hand.
    @Test func aQuotientKnowsThatTheQuarterIsInTheTown() throws {
        let (part, whole) = (Self.noisy([8, 12], 2), Self.noisy([40, 160], 2))
        let quarter = OriginWeights(origins: [0], weights: [1])
        let interval = try #require(part.quotient(of: whole, quarter, town: Self.whole(2)))
        // Q = 2; dQ/dF₁ = Q(1/8 − 1/20), dQ/dF₂ = −Q/20, dQ/dN₁ = Q(1/200 − 1/40), dQ/dN₂ = Q/200.
        let squares: [Double] = [0.075 * 0.075, 0.0025, 0.0004, 0.000_025]
        let variance = 4 * 2 * squares.reduce(0, +)
        #expect(isClose(interval.lower, 2 - 1.96 * variance.squareRoot()))
        #expect(isClose(interval.upper, 2 + 1.96 * variance.squareRoot()))
        // None of the group in the quarter: the town's own noise moves nothing, and zero stays zero.
        #expect(Self.noisy([0, 12], 2).quotient(of: whole, quarter, town: Self.whole(2)) == nil)
        // Nothing to compare with.
        #expect(Self.noisy([0, 0], 2).quotient(of: whole, quarter, town: Self.whole(2)) == nil)
        #expect(
            UncertainCounts([8, 12], .none).quotient(of: UncertainCounts([40, 160], .none), quarter, town: quarter)
                == nil)
    }

    @Test func aQuotientByAShareThatMayBeNoneHasNoUpperBound() {
        let whole = UncertainCounts([40, 160], .none)
        let quarter = OriginWeights(origins: [0], weights: [1])
        let part = UncertainCounts([1, 1], CountSpread(lowest: [0, 0], highest: [2, 2]))
        let open = part.quotient(of: whole, quarter, town: Self.whole(2))
        #expect(open?.lower == 0 && open?.isBounded == false)
        let known = UncertainCounts([1, 1], CountSpread(lowest: [0, 1], highest: [2, 1]))
        let interval = known.quotient(of: whole, quarter, town: Self.whole(2))
        #expect(interval?.lower == 0 && isClose(interval?.upper ?? 0, 10))
    }

    // MARK: - Properties

    struct Draw {
        var counts: [Double]
        var group: [Double]
        var area: OriginWeights

        init(_ generator: inout SeededGenerator) {
            counts = (0..<30).map { _ in Double(Int.random(in: 1...40, using: &generator)) }
            group = counts.map { ($0 * Double.random(in: 0.1...0.9, using: &generator)).rounded() }
            area = OriginWeights(
                origins: (0..<30).map { $0 },
                weights: (0..<30).map { _ in Double.random(in: 0.2...1, using: &generator) })
        }

        /// The intervals of the sum, the share, the covered share and the quotient.
        func intervals(_ all: UncertainCounts, _ part: UncertainCounts) -> [SpreadInterval?] {
            let half = OriginWeights(origins: Array(area.origins.prefix(15)), weights: Array(area.weights.prefix(15)))
            return [
                all.sum(area).interval(), part.share(of: all, area), all.mean(area, most: 1) { $0 % 3 == 0 ? 1 : 0 },
                part.quotient(of: all, half, town: area),
            ]
        }
    }

    static func contains(_ outer: SpreadInterval?, _ inner: SpreadInterval?) -> Bool {
        guard let inner else { return true }
        guard let outer else { return false }
        return outer.lower <= inner.lower + 1e-12 && outer.upper >= inner.upper - 1e-12
    }

    @Test func moreNoiseIsWider() {
        var generator = SeededGenerator(seed: 31)
        for _ in 0..<40 {
            let draw = Draw(&generator)
            var before: [SpreadInterval?] = [nil, nil, nil, nil]
            for variance in [0.0, 0.5, 2, 7, 30] {
                let now = draw.intervals(Self.noisy(draw.counts, variance), Self.noisy(draw.group, variance))
                #expect((variance == 0) == now.allSatisfy { $0 == nil })
                for (wide, narrow) in zip(now, before) { #expect(Self.contains(wide, narrow)) }
                before = now
            }
        }
    }

    @Test func whatWasNotGivenMakesItWider() {
        var generator = SeededGenerator(seed: 37)
        for _ in 0..<40 {
            let draw = Draw(&generator)
            let variances = draw.counts.map { _ in 2.0 }
            func spread(_ counts: [Double], by reach: Double) -> UncertainCounts {
                UncertainCounts(
                    counts,
                    CountSpread(
                        noiseVariances: variances,
                        lowest: counts.enumerated().map { $0 % 4 == 0 ? max(0, $1 - reach) : $1 },
                        highest: counts.enumerated().map { $0 % 4 == 0 ? $1 + reach : $1 }))
            }
            var before = draw.intervals(spread(draw.counts, by: 0), spread(draw.group, by: 0))
            for reach in [1.0, 2, 5] {
                let now = draw.intervals(spread(draw.counts, by: reach), spread(draw.group, by: reach))
                for (wide, narrow) in zip(now, before) { #expect(Self.contains(wide, narrow)) }
                before = now
            }
        }
    }

    // MARK: - Simulation

    /// Noise of the cell-key kind: whole numbers −3…3 in the proportions 1 : 2 : 4 : 4 : 4 : 2 : 1, of variance
    /// (2·9 + 4·4 + 8·1)/18 = 7/3.
    static func draw(_ generator: inout SeededGenerator) -> Double {
        let values: [Double] = [-3, -2, -2, -1, -1, -1, -1, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3]
        return values.randomElement(using: &generator) ?? 0
    }

    @Test func nineteenOfTwentyIntervalsHoldTheTruth() {
        let variance = 7.0 / 3
        let counts = (0..<80).map { Double(12 + $0 % 30) }
        let group = counts.map { ($0 / 3).rounded() + 1 }
        let area = OriginWeights(origins: (0..<80).map { $0 }, weights: (0..<80).map { $0 % 5 == 0 ? 0.4 : 1 })
        let half = OriginWeights(origins: (0..<40).map { $0 }, weights: (0..<40).map { $0 % 5 == 0 ? 0.4 : 1 })
        func figures(_ all: [Double], _ part: [Double]) -> [Double] {
            func sum(_ column: [Double], _ area: OriginWeights, _ counts: (Int) -> Bool = { _ in true }) -> Double {
                area.reduce(0) { $0 + (counts(Int($1.0)) ? column[Int($1.0)] * $1.1 : 0) }
            }
            let share = sum(part, area) / sum(all, area)
            return [
                sum(all, area), share, sum(all, area) { $0 % 3 == 0 } / sum(all, area),
                sum(part, half) / sum(all, half) / share,
            ]
        }
        let truth = figures(counts, group)
        var generator = SeededGenerator(seed: 2_022)
        var held = [0, 0, 0, 0]
        for _ in 0..<2_000 {
            let all = counts.map { $0 + Self.draw(&generator) }
            let part = group.map { $0 + Self.draw(&generator) }
            let (whole, some) = (Self.noisy(all, variance), Self.noisy(part, variance))
            let intervals = [
                whole.sum(area).interval(), some.share(of: whole, area),
                whole.mean(area, most: 1) { $0 % 3 == 0 ? 1 : 0 }, some.quotient(of: whole, half, town: area),
            ]
            for (index, interval) in intervals.enumerated() {
                if let interval, interval.lower <= truth[index], truth[index] <= interval.upper { held[index] += 1 }
            }
        }
        for count in held { #expect((1_860...1_940).contains(count), "\(held)") }
    }
}
