import Overlay
import Planar
import TestSupport
import Testing
import Topology

@Suite struct ArealTransferTests {
    /// The sum of the weights of each origin over all areas.
    static func shares(_ membership: AreaMembership, origins: Int) -> [Double] {
        var shares = [Double](repeating: 0, count: origins)
        for entry in membership.origins.indices { shares[Int(membership.origins[entry])] += membership.weights[entry] }
        return shares
    }

    static func entries(_ membership: AreaMembership, _ area: Int) -> [Int32: Double] {
        Dictionary(
            uniqueKeysWithValues: membership.entries(ofArea: area).map {
                (membership.origins[$0], membership.weights[$0])
            })
    }

    // MARK: - Cells

    @Test func halfAndQuarterCells() throws {
        let areas = [try rectangle(0, 0, 100, 100), try rectangle(100, 0, 200, 100)]
        let cells = [
            try rectangle(10, 10, 20, 20),  // in the first
            try rectangle(90, 10, 110, 30),  // half in each
            try rectangle(190, 90, 210, 110),  // a quarter in the second, the rest outside
            try rectangle(300, 0, 310, 10),  // outside
            try rectangle(75, 40, 175, 140),  // 25 × 60 in the first, 75 × 60 in the second, of 10,000
        ]
        let membership = try ArealTransfer.membership(cells: cells, areas: areas)
        #expect(membership.areaCount == 2)
        #expect(ArealTransferTests.entries(membership, 0) == [0: 1, 1: 0.5, 4: 0.15])
        #expect(ArealTransferTests.entries(membership, 1) == [1: 0.5, 2: 0.25, 4: 0.45])
        let people = [10.0, 20, 40, 80, 100]
        #expect(isClose(membership.sum(people, area: 0), 10 + 10 + 15))
        #expect(isClose(membership.sum(people, area: 1), 10 + 10 + 45))
        #expect(membership.isEstimated(area: 0) && membership.isEstimated(area: 1))
    }

    @Test func aCellThatFillsAnAreaIsNoEstimate() throws {
        let square = try rectangle(0, 0, 100, 100)
        let membership = try ArealTransfer.membership(cells: [square], areas: [square, rectangle(-5, -5, 105, 105)])
        for area in 0..<2 {
            #expect(ArealTransferTests.entries(membership, area) == [0: 1])
            #expect(!membership.isEstimated(area: area))
        }
    }

    @Test func overlappingQuartersShareACellOnlyOnce() throws {
        let cell = try rectangle(0, 0, 100, 100)
        let quarters = [try rectangle(-50, -50, 60, 150), try rectangle(40, -50, 150, 150)]
        let claimed = try ArealTransfer.membership(cells: [cell], areas: quarters)
        #expect(zip(claimed.weights, [0.6, 0.6]).allSatisfy { abs($0 - $1) < 1e-12 })
        let counted = try ArealTransfer.membership(cells: [cell], areas: quarters, isCoverage: true)
        #expect(zip(counted.weights, [0.6, 0.4]).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(counted.weights.count == 2)
    }

    @Test func anAreaInsideACellHasItsShare() throws {
        let membership = try ArealTransfer.membership(
            cells: [rectangle(0, 0, 100, 100)], areas: [rectangle(10, 10, 20, 30)])
        #expect(membership.weights.count == 1)
        #expect(isClose(membership.weights.first ?? 0, 0.02))
    }

    @Test func cellsAndAreasThatOnlyTouchShareNothing() throws {
        let membership = try ArealTransfer.membership(
            cells: [rectangle(100, 0, 200, 100), rectangle(100, 100, 200, 200)], areas: [rectangle(0, 0, 100, 100)])
        #expect(membership.areaEnds == [0])
        #expect(membership.origins.isEmpty)
        #expect(!membership.isEstimated(area: 0))
    }

    @Test func withoutCellsEveryAreaIsThereAndEmpty() throws {
        let areas = [try rectangle(0, 0, 1, 1), try rectangle(1, 0, 2, 1)]
        #expect(try ArealTransfer.membership(cells: [], areas: areas).areaEnds == [0, 0])
        #expect(try ArealTransfer.membership(cells: areas, areas: []).areaCount == 0)
    }

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func nobodyIsLostAndNobodyIsCountedTwice(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let areas = try randomCoverage(columns: 5, rows: 4, spacing: 1_000, using: &generator)
        // Cells of many sizes, some beyond the town; oblique, so that quotients are not round.
        let cells = try (0..<150).map { _ in
            let x = Double.random(in: -600...5_300, using: &generator)
            let y = Double.random(in: -600...4_300, using: &generator)
            let size = Double.random(in: 5...700, using: &generator)
            let tilt = Double.random(in: -0.4...0.4, using: &generator) * size
            return try polygon([x, y, x + size, y + tilt, x + size - tilt, y + size + tilt, x - tilt, y + size])
        }
        let people = cells.map { _ in Double(Int.random(in: 0...300, using: &generator)) }
        let membership = try ArealTransfer.membership(cells: cells, areas: areas)
        let engine = TopologyEngine()
        let town = try engine.unaryUnion(of: areas).value
        let shares = ArealTransferTests.shares(membership, origins: cells.count)
        for (cell, geometry) in cells.enumerated() {
            let outside = try engine.difference(geometry, town).value.area / geometry.area
            #expect((shares[cell] + outside - 1).magnitude <= 1e-9, "cell \(cell)")
            #expect(shares[cell] <= 1 + 1e-9)
        }
        #expect(membership.weights.allSatisfy { $0 > 0 && $0 <= 1 })
        // The total is preserved: what the areas have and what lies outside are all people.
        let inside = areas.indices.reduce(0) { $0 + membership.sum(people, area: $1) }
        let outside = zip(people, shares).reduce(0) { $0 + $1.0 * (1 - $1.1) }
        #expect(isClose(inside + outside, people.reduce(0, +)))
        // Sorted by area, then origin.
        for area in areas.indices {
            let origins = Array(membership.origins[membership.entries(ofArea: area)])
            #expect(origins == Set(origins).sorted())
        }
    }

    // MARK: - Points

    @Test func pointsOnSharedBordersAreCountedOnce() throws {
        let areas = [
            try rectangle(0, 0, 100, 100), try rectangle(100, 0, 200, 100), try rectangle(0, 100, 100, 200),
            try rectangle(100, 100, 200, 200),
        ]
        let xs = [100.0, 100, 50, 100, 0, 200, 150, 250]
        let ys = [50.0, 100, 100, 150, 0, 200, 100, 50]
        let membership = ArealTransfer.membership(xs: xs, ys: ys, areas: areas, isCoverage: true)
        #expect(ArealTransferTests.shares(membership, origins: xs.count) == [1, 1, 1, 1, 1, 1, 1, 0])
        #expect(Array(membership.origins[membership.entries(ofArea: 0)]) == [0, 1, 2, 4])
        #expect(Array(membership.origins[membership.entries(ofArea: 1)]) == [6])
        #expect(Array(membership.origins[membership.entries(ofArea: 2)]) == [3])
        #expect(Array(membership.origins[membership.entries(ofArea: 3)]) == [5])
        for area in areas.indices { #expect(!membership.isEstimated(area: area)) }
    }

    @Test func overlappingAreasEachHaveThePoint() throws {
        let areas = [try rectangle(0, 0, 100, 100), try rectangle(50, 0, 150, 100), try rectangle(100, 0, 200, 100)]
        let membership = ArealTransfer.membership(
            xs: [75, 100, 500], ys: [50, 50, 50], areas: areas, isCoverage: false)
        #expect((0..<3).map { Array(membership.origins[membership.entries(ofArea: $0)]) } == [[0, 1], [0, 1], [1]])
    }

    @Test func aPointInsideAnOverlapBelongsToTheFirstOfACoverage() throws {
        let areas = [try rectangle(0, 0, 100, 100), try rectangle(90, 0, 200, 100)]
        let membership = ArealTransfer.membership(xs: [95], ys: [50], areas: areas, isCoverage: true)
        #expect(membership.areaEnds == [1, 1])
        // Inside one goes before the border of another with a lower index.
        let border = ArealTransfer.membership(xs: [100], ys: [50], areas: areas, isCoverage: true)
        #expect(border.areaEnds == [0, 1])
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func everyPointOfACoverageIsInExactlyOneArea(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let areas = try randomCoverage(columns: 6, rows: 6, spacing: 100, using: &generator)
        var xs = (0..<400).map { _ in Double.random(in: 0...600, using: &generator) }
        var ys = (0..<400).map { _ in Double.random(in: 0...600, using: &generator) }
        // The corners themselves, and the outline.
        for area in areas {
            xs += area.xs
            ys += area.ys
        }
        let membership = ArealTransfer.membership(xs: xs, ys: ys, areas: areas, isCoverage: true)
        #expect(ArealTransferTests.shares(membership, origins: xs.count) == [Double](repeating: 1, count: xs.count))
    }
}
