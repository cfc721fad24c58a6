import Overlay
import Planar
import TestSupport
import Testing
import Topology

/// Counts brought from sources to targets.
@Suite struct DisaggregationTests {
    /// Two districts of 1 km², side by side, and four targets of 500 m × 1 km.
    static func sources() throws -> [Geometry] {
        [try rectangle(0, 0, 1_000, 1_000), try rectangle(1_000, 0, 2_000, 1_000)]
    }

    static func targets() throws -> [Geometry] {
        try (0..<4).map { try rectangle(Double($0) * 500, 0, Double($0) * 500 + 500, 1_000) }
    }

    // MARK: - By hand

    @Test func arealWeightingSpreadsEvenly() throws {
        let shares = try SourceShares.areal(sources: Self.sources(), targets: Self.targets())
        #expect(shares.sourceEnds == [2, 4] && shares.targets == [0, 1, 2, 3])
        #expect(shares.shares == [0.5, 0.5, 0.5, 0.5])
        let result = Disaggregation([[100, 7]], by: shares, method: .areal)
        #expect(result.counts == [[50, 50, 3.5, 3.5]])
        let whole = Disaggregation([[100, 7]], by: shares, method: .areal, rounding: .wholePersons)
        #expect(whole.counts == [[50, 50, 4, 3]])
        #expect(whole.record.sourceTotals == [107] && whole.record.targetTotals == [107])
        #expect(whole.record.method == .areal && whole.record.rounding == .wholePersons)
        #expect(whole.record.sourceCount == 2 && whole.record.targetCount == 4 && whole.record.smoothing == nil)
    }

    @Test func aMaskSaysWherePeopleLive() throws {
        // A quarter of the first target and an eighth of the second; nothing in the second district.
        let land = [
            try rectangle(0, 0, 250, 500), try rectangle(0, 0, 250, 500), try rectangle(500, 0, 625, 500),
        ]
        let mask = try DensityMask.residentialLand(land)
        let shares = try SourceShares.dasymetric(sources: Self.sources(), targets: Self.targets(), masks: [mask])
        #expect(zip(shares.shares, [2.0 / 3, 1.0 / 3, 0.5, 0.5]).allSatisfy { isClose($0, $1) })
        #expect(shares.fallbackSources == [1])
        let result = Disaggregation([[90, 10]], by: shares, method: .dasymetric, rounding: .wholePersons)
        #expect(result.counts == [[60, 30, 5, 5]])
        #expect(result.record.fallbackSources == [1] && result.record.unplacedSources.isEmpty)
    }

    @Test func buildingsCountWithTheirFloors() throws {
        let houses = try [100.0, 600, 1_100, 1_600].map { try rectangle($0, 100, $0 + 10, 110) }
        let mask = DensityMask.buildings(footprints: houses, floors: [1, 4, nil, 2])
        // The third counts with the median of 1, 2, 4.
        #expect(mask.densities == [1, 4, 2, 2])
        let shares = try SourceShares.dasymetric(sources: Self.sources(), targets: Self.targets(), masks: [mask])
        #expect(zip(shares.shares, [0.2, 0.8, 0.5, 0.5]).allSatisfy { isClose($0, $1) })
        #expect(DensityMask.buildings(footprints: houses, floors: [nil, -3, .nan]).densities == [1, 1, 1, 1])
    }

    @Test func countsOfAnotherSourceAreDensities() throws {
        // 30 people in the west half of the first target, 10 in a cell over both of the first district's targets.
        let cells = [try rectangle(0, 0, 250, 1_000), try rectangle(400, 0, 600, 1_000)]
        let mask = DensityMask.counts([30, 10], in: cells)
        let shares = try SourceShares.dasymetric(sources: Self.sources(), targets: Self.targets(), masks: [mask])
        #expect(zip(shares.shares.prefix(2), [0.875, 0.125]).allSatisfy { isClose($0, $1) })
        #expect(DensityMask.counts([5], in: cells).densities[1] == 0)
        #expect(DensityMask(areas: cells, densities: [-1, .nan]).densities == [0, 0])
    }

    @Test func targetsHaveWeightsOfTheirOwn() throws {
        // The third target lies in both districts: a half of its 20 for each.
        let targets = [
            try rectangle(0, 0, 500, 1_000), try rectangle(500, 0, 750, 1_000), try rectangle(750, 0, 1_250, 1_000),
            try rectangle(1_250, 0, 2_000, 1_000),
        ]
        let shares = try SourceShares.dasymetric(sources: Self.sources(), targets: targets, weights: [30, 0, 20, 0])
        #expect(shares.targets == [0, 1, 2, 2, 3])
        #expect(zip(shares.shares, [0.75, 0, 0.25, 1, 0]).allSatisfy { isClose($0, $1) })
        let none = try SourceShares.dasymetric(sources: Self.sources(), targets: targets, weights: [])
        let areal = try SourceShares.areal(sources: Self.sources(), targets: targets)
        #expect(none.fallbackSources == [0, 1] && none.shares == areal.shares)
    }

    @Test func pointsShareByWeight() throws {
        let shares = SourceShares.points(
            sources: try Self.sources(), xs: [10, 20, 1_010, 1_020, 9_000], ys: [10, 20, 10, 20, 10],
            weights: [3, 1, 0, 0, 5])
        #expect(shares.shares == [0.75, 0.25, 0.5, 0.5] && shares.fallbackSources == [1])
        #expect(Disaggregation([[8, 4]], by: shares, method: .dasymetric).counts == [[6, 2, 2, 2, 0]])
    }

    @Test func whoMeetsNoTargetIsSaid() throws {
        let shares = try SourceShares.areal(sources: Self.sources(), targets: [rectangle(0, 0, 100, 100)])
        #expect(shares.unplacedSources == [1])
        let result = Disaggregation([[40, 3], [1, 2]], by: shares, method: .areal)
        // What of the first district lies in no target is not lost.
        #expect(result.counts == [[40], [1]])
        #expect(result.record.unplacedTotals == [3, 2] && result.record.sourceTotals == [43, 3])
        let nothing = Disaggregation([[1, 2]], by: try .areal(sources: Self.sources(), targets: []), method: .areal)
        #expect(nothing.counts == [[]] && nothing.record.unplacedTotals == [3])
    }

    @Test func countsThatAreNoneAreNobody() throws {
        let shares = try SourceShares.areal(sources: Self.sources(), targets: Self.targets())
        let result = Disaggregation([[-5, .nan], [.infinity], []], by: shares, method: .areal)
        #expect(result.counts == [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]])
        let whole = Disaggregation([[2.5, 1e300]], by: shares, method: .areal, rounding: .wholePersons)
        // 2.5 persons are 3; what is no count of people at all is divided without rounding.
        #expect(whole.counts[0][0] == 2 && whole.counts[0][1] == 1 && whole.counts[0][2] == 5e299)
    }

    @Test func aGroupIsNeverMoreThanAll() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<40 {
            let weights = (0..<7).map { _ in Double.random(in: 0...1, using: &generator) }
            let targets = try (0..<7).map { try rectangle(Double($0) * 100, 0, Double($0) * 100 + 100, 1_000) }
            let shares = try SourceShares.dasymetric(sources: Self.sources(), targets: targets, weights: weights)
            let all = Int.random(in: 0...12, using: &generator)
            let group = Int.random(in: 0...all, using: &generator)
            let result = Disaggregation(
                [[Double(all), 0], [Double(group), 0]], by: shares, method: .dasymetric, rounding: .wholePersons,
                arePartsOfFirst: true)
            #expect(zip(result.counts[0], result.counts[1]).allSatisfy { $0 >= $1 })
            #expect(result.counts.map { $0.reduce(0, +) } == [Double(all), Double(group)])
        }
        // A column that counts more people than the first cannot be held under it.
        let thirds = try (0..<3).map { try rectangle(Double($0) * 300, 0, Double($0) * 300 + 300, 1_000) }
        let shares = try SourceShares.areal(sources: [rectangle(0, 0, 900, 1_000)], targets: thirds)
        let more = Disaggregation(
            [[1], [2]], by: shares, method: .areal, rounding: .wholePersons, arePartsOfFirst: true)
        #expect(more.counts == [[1, 0, 0], [1, 1, 0]])
    }

    // MARK: - Pycnophylactic

    @Test func aSurfaceHasNoStep() throws {
        let result = try Disaggregation(
            pycnophylactic: [[900, 100]], sources: Self.sources(), targets: Self.targets(), cellSize: 50)
        let counts = result.counts[0]
        // Within each district more people live on the side of the denser one.
        #expect(counts[0] > counts[1] && counts[1] > counts[2] && counts[2] > counts[3] && counts[3] >= 0)
        #expect(isClose(counts[0] + counts[1], 900) && isClose(counts[2] + counts[3], 100))
        let smoothing = try #require(result.record.smoothing)
        #expect(smoothing.cellSize == 50 && smoothing.rounds[0] > 10 && smoothing.lastChanges[0] <= 1e-3)
        #expect(result.record.method == .pycnophylactic && result.record.fallbackSources.isEmpty)
    }

    @Test func anEvenTownStaysEven() throws {
        let result = try Disaggregation(
            pycnophylactic: [[500, 500], [0, 0]], sources: Self.sources(), targets: Self.targets())
        #expect(zip(result.counts[0], [250, 250, 250, 250]).allSatisfy { isClose($0, $1) })
        #expect(result.counts[1] == [0, 0, 0, 0])
        #expect(result.record.smoothing?.rounds == [1, 0])
    }

    @Test func aSourceSmallerThanACellIsDividedByArea() throws {
        let sources = try [rectangle(0, 0, 1_000, 1_000), rectangle(1_000, 0, 1_004, 4)]
        let targets = try [rectangle(0, 0, 1_002, 1_000), rectangle(1_002, 0, 1_004, 1_000)]
        let result = try Disaggregation(pycnophylactic: [[10, 6]], sources: sources, targets: targets, cellSize: 100)
        #expect(result.record.fallbackSources == [1])
        #expect(result.counts == [[13, 3]])
    }

    @Test func aSurfaceThatWouldBeTooLargeIsCoarser() throws {
        let result = try Disaggregation(
            pycnophylactic: [[4, 4]], sources: Self.sources(), targets: Self.targets(), cellSize: 0.001,
            limits: PycnophylacticSurface.Limits(rounds: 1))
        let size = try #require(result.record.smoothing?.cellSize)
        #expect(size > 0.5 && size < 2 && result.record.smoothing?.rounds == [1])
        let odd = try Disaggregation(
            pycnophylactic: [[4, 4]], sources: Self.sources(), targets: Self.targets(), cellSize: .nan)
        #expect(odd.record.smoothing?.cellSize == 25)
        let empty = try Disaggregation(pycnophylactic: [[]], sources: [], targets: Self.targets())
        #expect(empty.counts == [[0, 0, 0, 0]])
    }

    @Test func zonesKeepTheirPeopleOnTheSurface() {
        var generator = SeededGenerator(seed: 21)
        for _ in 0..<20 {
            let zones = (0..<120).map { _ in Int32.random(in: -1...4, using: &generator) }
            let totals = (0..<6).map { _ in Double(Int.random(in: 0...50, using: &generator)) }
            let surface = PycnophylacticSurface(zones: zones, columns: 12, totals: totals)
            #expect(surface.values.allSatisfy { $0 >= 0 })
            for zone in 0..<5 {
                let sum = zip(zones, surface.values).reduce(0) { $0 + ($1.0 == Int32(zone) ? $1.1 : 0) }
                #expect(isClose(sum, totals[zone]))
            }
            #expect(zip(zones, surface.values).allSatisfy { $0 >= 0 || $1 == 0 })
        }
        #expect(PycnophylacticSurface(zones: [0, 1], columns: 0, totals: [1, 2]).values.reduce(0, +) == 3)
        #expect(PycnophylacticSurface(zones: [], columns: 3, totals: []).values.isEmpty)
    }

    // MARK: - Properties

    /// A random town: districts, targets turned against them, people of two groups, land, weights.
    struct Town {
        var sources: [Geometry]
        var targets: [Geometry]
        var land: [Geometry]
        var people: [[Double]]

        init(seed: UInt64) throws {
            var generator = SeededGenerator(seed: seed)
            sources = try randomCoverage(columns: 3, rows: 3, spacing: 500, using: &generator)
            targets = try randomCoverage(columns: 5, rows: 4, spacing: 330, using: &generator)
            land = try (0..<12).map { _ in
                let x = Double.random(in: 0...1_400, using: &generator)
                let y = Double.random(in: 0...1_400, using: &generator)
                return try rectangle(x, y, x + 90, y + 60)
            }
            let all = sources.map { _ in Double(Int.random(in: 0...400, using: &generator)) }
            people = [all, all.map { Double(Int.random(in: 0...Int($0), using: &generator)) }]
        }

        func results(_ rounding: Disaggregation.Rounding) throws -> [Disaggregation] {
            let shares = [
                try SourceShares.areal(sources: sources, targets: targets),
                try SourceShares.dasymetric(sources: sources, targets: targets, masks: [.residentialLand(land)]),
                try SourceShares.dasymetric(
                    sources: sources, targets: targets, weights: targets.indices.map { Double($0 % 4) }),
            ]
            return shares.map {
                Disaggregation(people, by: $0, method: .dasymetric, rounding: rounding, arePartsOfFirst: true)
            } + [
                try Disaggregation(
                    // No middle of a cell on a corner of districts, where the order of the rows decides.
                    pycnophylactic: people, sources: sources, targets: targets, cellSize: 39, rounding: rounding,
                    arePartsOfFirst: true)
            ]
        }
    }

    @Test(arguments: 1...6) func totalsAreKeptToTheLastPerson(_ seed: Int) throws {
        let town = try Town(seed: UInt64(seed))
        let totals = town.people.map { $0.reduce(0, +) }
        for result in try town.results(.wholePersons) {
            #expect(result.counts.map { $0.reduce(0, +) } == totals)
            #expect(result.record.sourceTotals == totals && result.record.targetTotals == totals)
            #expect(result.record.unplacedTotals == [0, 0])
            #expect(result.counts.allSatisfy { $0.allSatisfy { $0 >= 0 && $0 == $0.rounded() } })
            #expect(zip(result.counts[0], result.counts[1]).allSatisfy { $0 >= $1 })
        }
        for result in try town.results(.none) {
            #expect(zip(result.counts, totals).allSatisfy { isClose($0.reduce(0, +), $1, tolerance: 1e-12) })
            #expect(result.counts.allSatisfy { $0.allSatisfy { $0 >= 0 } })
        }
    }

    @Test(arguments: 1...3) func theOrderOfRowsDoesNotMatter(_ seed: Int) throws {
        let town = try Town(seed: UInt64(seed))
        var generator = SeededGenerator(seed: UInt64(seed))
        let (sources, targets) = (
            town.sources.indices.shuffled(using: &generator), town.targets.indices.shuffled(using: &generator)
        )
        for rounding in Disaggregation.Rounding.allCases {
            // Weights by index would change with the order.
            let plain = try town.results(rounding).enumerated().filter { $0.offset != 2 }.map(\.element)
            var other = town
            other.sources = sources.map { town.sources[$0] }
            other.people = town.people.map { column in sources.map { column[$0] } }
            other.targets = targets.map { town.targets[$0] }
            let shuffled = try other.results(rounding).enumerated().filter { $0.offset != 2 }.map(\.element)
            for (left, right) in zip(plain, shuffled) {
                for column in 0..<2 {
                    for (index, target) in targets.enumerated() {
                        #expect(isClose(left.counts[column][target], right.counts[column][index]))
                    }
                }
            }
        }
    }
}
