import Overlay
import TestSupport
import Testing
import Town

/// People who may live anywhere in a large cell: by hand, and by simulation.
@Suite struct CoarseCellsTests {
    /// Two cells of four origins each, 25 people at each origin, and an origin of 50 that is known.
    static let counts: [Double] = [25, 25, 25, 25, 25, 25, 25, 25, 50]
    static let coarse = CoarseCells(cellsOfOrigins: [0, 0, 0, 0, 1, 1, 1, 1, -1])
    static let uncertain = UncertainCounts(counts, .none, coarse: coarse)

    private static func area(_ origins: [Int32], _ weights: [Double]? = nil) -> OriginWeights {
        OriginWeights(origins: origins, weights: weights ?? origins.map { _ in 1 })
    }

    // MARK: - By hand

    /// C²·p·(1 − p): a quarter of the first cell, a half of the second, all of what is known.
    @Test func aCutCellHasTheVarianceOfOnePlace() throws {
        let sum = Self.uncertain.sum(Self.area([1, 4, 5, 8]))
        #expect(sum.value == 125 && sum.variance == 0 && sum.lowest == 125 && sum.highest == 125)
        #expect(isClose(sum.cutVariance, 10_000 * 0.25 * 0.75 + 10_000 * 0.5 * 0.5))
        // At the least both cells live outside, at the most inside.
        #expect(sum.leastInside == 50 && sum.mostInside == 250)
        let interval = try #require(sum.interval())
        #expect(isClose(interval.lower, 50) && isClose(interval.upper, min(250, 125 + 1.96 * 4_375.0.squareRoot())))
        // A border through an origin cuts the cell as well.
        let half = Self.uncertain.sum(Self.area([1], [0.5]))
        #expect(isClose(half.cutVariance, 10_000 * 0.125 * 0.875))
    }

    @Test func wholeCellsAndNoneAreExact() {
        #expect(Self.uncertain.sum(Self.area([0, 1, 2, 3, 8])).interval() == nil)
        #expect(Self.uncertain.sum(Self.area([8])).interval() == nil)
        let third = UncertainCounts(
            [1, 1, 1].map { $0 / 3 * 1e4 }, .none, coarse: CoarseCells(cellsOfOrigins: [0, 0, 0]))
        #expect(third.sum(Self.area([0, 1, 2])).interval() == nil)
        #expect(!Self.uncertain.isExact && CoarseCells(cellsOfOrigins: [-1, -1]) == .none && CoarseCells.none.isEmpty)
        // Nobody lives there.
        let empty = UncertainCounts([0, 0], .none, coarse: CoarseCells(cellsOfOrigins: [0, 0]))
        #expect(empty.sum(Self.area([0])).interval() == nil)
    }

    @Test func noiseIsAddedAndAloneLeadsBeyondWhatIsPossible() throws {
        let noisy = UncertainCounts(
            [50, 50], CountSpread(noiseVariances: [2, 2]), coarse: CoarseCells(cellsOfOrigins: [0, 0]))
        let sum = noisy.sum(Self.area([0]))
        #expect(sum.variance == 2 && isClose(sum.cutVariance, 2_500))
        let interval = try #require(sum.interval())
        // 50 ± 98 is cut off at 0 and 100, beyond which only noise leads.
        #expect(interval.lower == 0 && isClose(interval.upper, 100 + 1.96 * 2.0.squareRoot()))
    }

    /// F = 20 of N = 60, half of a cell of N = 40 and F = 20, beside 40 that are known.
    @Test func aShareAddsTheVariancesOfBoth() throws {
        let cells = CoarseCells(cellsOfOrigins: [0, 0, -1])
        let all = UncertainCounts([20, 20, 40], .none, coarse: cells)
        let group = UncertainCounts([10, 10, 10], .none, coarse: cells)
        let interval = try #require(group.share(of: all, Self.area([0, 2])))
        let deviation = ((100 + 400.0 / 9) / 3_600).squareRoot()
        #expect(isClose(interval.lower, max(0, 1.0 / 3 - 1.96 * deviation)))
        #expect(isClose(interval.upper, 1.0 / 3 + 1.96 * deviation))
    }

    /// Whether a place is near is not known of a whole cell either, where it is near some of it only.
    @Test func aMeanDoesNotKnowWhereInACellPeopleLive() throws {
        let area = Self.area([0, 1, 2, 3, 8])
        let interval = try #require(Self.uncertain.mean(area, most: 1) { $0 == 0 || $0 == 8 ? 1 : 0 })
        // R = 75/150; the cell is rated 1 with a chance of a quarter: 100²·(1/4)·(3/4)/150².
        let deviation = (10_000 * 0.1875).squareRoot() / 150
        #expect(isClose(deviation, 0.288675134594813) && interval.lower == 0 && interval.upper == 1)
        // Beside three times as many who are known the bounds are not cut off.
        let more = UncertainCounts(
            [25, 25, 25, 25, 200], .none, coarse: CoarseCells(cellsOfOrigins: [0, 0, 0, 0, -1]))
        let narrow = try #require(more.mean(Self.area([0, 1, 2, 3, 4]), most: 1) { $0 == 0 ? 1 : 0 })
        let part = (10_000 * 0.1875).squareRoot() / 300
        #expect(narrow.lower == 0 && isClose(narrow.upper, 25.0 / 300 + 1.96 * part))
        // Where all of a cell is rated alike, nothing is open.
        #expect(Self.uncertain.mean(area, most: 1) { $0 == 8 ? 1 : 0 } == nil)
    }

    /// The quarter holds half of a cell that lies in the town: (F/N)/(F_t/N_t) with F known everywhere.
    @Test func aQuotientKnowsThatTheQuarterIsInTheTown() throws {
        let all = UncertainCounts([50, 50, 100], .none, coarse: CoarseCells(cellsOfOrigins: [0, 0, -1]))
        let group = UncertainCounts([10, 10, 10], .none)
        let town = Self.area([0, 1, 2])
        let interval = try #require(group.quotient(of: all, Self.area([0, 2]), town: town))
        // Q = (20/150)/(30/200); the town has the whole cell, so only dQ/dN = −Q/150 moves: 100²·(1/4).
        let value = 20.0 / 150 / 0.15
        #expect(isClose(interval.upper, value + 1.96 * value / 150 * 50))
        #expect(isClose(interval.lower, value - 1.96 * value / 150 * 50))
    }

    @Test func calibrationLeavesToCutsWhatTheyExplain() {
        func factor(_ official: Double, _ coarse: CoarseCells) -> Double {
            var table = PopulationTable(
                xs: [0, 0], ys: [0, 0], counts: [[50, 50]], spreads: [CountSpread(noiseVariances: [1, 1])],
                areCells: true, coarseCells: coarse)
            return table.calibrate(to: official, in: Self.area([0]))
        }
        #expect(factor(110, .none) == 3_600)
        #expect(isClose(factor(110, CoarseCells(cellsOfOrigins: [0, 0])), 3_600 - 2_500))
        #expect(factor(90, CoarseCells(cellsOfOrigins: [0, 0])) == 1)
    }

    // MARK: - Simulation

    /// A town of 5 × 5 cells of 8 × 8 origins.
    private static let side = 40

    /// What the town counts where people live in some places of each cell.
    private static func truth(
        _ people: [Double], places: Int, _ generator: inout SeededGenerator
    ) -> [Double] {
        var counts = [Double](repeating: 0, count: side * side)
        for cell in 0..<25 {
            for _ in 0..<places {
                let column = cell % 5 * 8 + Int.random(in: 0..<8, using: &generator)
                let row = cell / 5 * 8 + Int.random(in: 0..<8, using: &generator)
                counts[row * side + column] += people[cell] / Double(places)
            }
        }
        return counts
    }

    /// Nine of ten intervals, and more, hold the truth, however few places people live in; without the variance of cut
    /// cells few do.
    @Test(arguments: [1, 2, 4])
    func intervalsHoldTheTruth(places: Int) {
        var generator = SeededGenerator(seed: 2_011)
        let cells = CoarseCells(
            cellsOfOrigins: (0..<Self.side * Self.side).map { Int32($0 / Self.side / 8 * 5 + $0 % Self.side / 8) })
        let variance = 7.0 / 3
        var held = [0, 0, 0, 0]
        let draws = 250
        for _ in 0..<draws {
            let people = (0..<25).map { _ in Double(Int.random(in: 50...800, using: &generator)) }
            let groups = people.map { ($0 * Double.random(in: 0.05...0.3, using: &generator)).rounded() }
            let all = Self.truth(people, places: places, &generator)
            let part = Self.truth(groups, places: places, &generator)
            // What the census says of each cell, spread evenly.
            func given(_ truth: [Double]) -> ([Double], CountSpread) {
                let counts = truth.map { ($0 + UncertainCountsTests.draw(&generator)) / 64 }
                let spread = (0..<Self.side * Self.side).map { counts[Int(cells.cellsOfOrigins[$0])] }
                return (spread, CountSpread(noiseVariances: spread.map { _ in variance / 64 }))
            }
            let (counts, noise) = given(people)
            let (groupCounts, groupNoise) = given(groups)
            let known = UncertainCounts(counts, noise, coarse: cells)
            let knownPart = UncertainCounts(groupCounts, groupNoise, coarse: cells)
            // A round town that cuts most cells at its border.
            let (x, y) = (Double.random(in: 17...23, using: &generator), Double.random(in: 17...23, using: &generator))
            let inside = (0..<Self.side * Self.side).filter {
                let (dx, dy) = (Double($0 % Self.side) + 0.5 - x, Double($0 / Self.side) + 0.5 - y)
                return dx * dx + dy * dy < 225
            }
            let area = Self.area(inside.map { Int32($0) })
            let near = { (origin: Int) -> Double in origin % Self.side < 20 ? 1 : 0 }
            func sum(_ column: [Double]) -> Double { inside.reduce(0) { $0 + column[$1] } }
            let truths = [
                sum(all), sum(part) / sum(all), inside.reduce(0) { $0 + all[$1] * near($1) } / sum(all), sum(all),
            ]
            let intervals = [
                known.sum(area).interval(), knownPart.share(of: known, area), known.mean(area, most: 1, rating: near),
                UncertainCounts(counts, noise).sum(area).interval(),
            ]
            for (index, interval) in intervals.enumerated() {
                if let interval, interval.range.contains(truths[index]) { held[index] += 1 }
            }
        }
        for count in held.prefix(3) { #expect(count * 10 >= draws * 9, "\(held)") }
        #expect(held[3] * 2 < draws, "\(held)")
    }
}
