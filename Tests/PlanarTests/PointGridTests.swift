import Planar
import Testing

@Suite struct PointGridTests {
    /// Whole-number positions, so that distances of exactly the limit are frequent; sometimes all in one place.
    private func positions(_ count: Int, spread: Int, using generator: inout SeededGenerator) -> [Double] {
        (0..<count).map { _ in Double(Int.random(in: 0...spread, using: &generator)) }
    }

    @Test(arguments: 1...24) func agreesWithComparingAll(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let spread = [0, 5, 60, 3_000][Int(seed % 4)]
        let pointCount = [0, 1, 7, 300][Int(seed / 4 % 4)]
        let xs = positions(pointCount, spread: spread, using: &generator)
        let ys = positions(pointCount, spread: spread, using: &generator)
        // Category 4 has no points; −1 and 9 are none of the categories.
        let kinds: [Int32] = [0, 0, 0, 1, 1, 2, 3, -1, 9]
        let categories = xs.indices.map { _ in kinds.randomElement(using: &generator) ?? 0 }
        let grid = PointGrid(xs: xs, ys: ys, categories: categories, categoryCount: 5)
        // Positions reach beyond the points on all sides.
        let atX = positions(120, spread: 3 * spread + 2, using: &generator).map { $0 - Double(spread) }
        let atY = positions(120, spread: 3 * spread + 2, using: &generator).map { $0 - Double(spread) }
        let cells = CellOrder(xs: atX, ys: atY, perCell: [1, 8, 1_000][Int(seed % 3)])
        let tileXs = cells.order.map { atX[Int($0)] }
        let tileYs = cells.order.map { atY[Int($0)] }
        let limits = [0, 5, 25, Double(spread)]
        let found = grid.nearestAndCounts(xs: tileXs, ys: tileYs, tileEnds: cells.tileEnds, limits: limits)

        var squaredDistances: [Double] = []
        var counts = [[Int32]](repeating: [], count: limits.count)
        for category in 0..<5 {
            let members = xs.indices.filter { categories[$0] == category }
            for row in tileXs.indices {
                let squares = members.map { index in
                    (xs[index] - tileXs[row]) * (xs[index] - tileXs[row])
                        + (ys[index] - tileYs[row]) * (ys[index] - tileYs[row])
                }
                squaredDistances.append(squares.min() ?? .infinity)
                for (limit, distance) in limits.enumerated() {
                    counts[limit].append(Int32(squares.count { $0 <= distance * distance }))
                }
            }
        }
        #expect(found.squaredDistances == squaredDistances)
        #expect(found.counts == counts.flatMap { $0 })
    }

    @Test func countsAPointAtExactlyTheLimit() {
        let grid = PointGrid(xs: [300, 300.0000001], ys: [400, 400], categories: [0, 0], categoryCount: 1)
        let found = grid.nearestAndCounts(xs: [0], ys: [0], tileEnds: [1], limits: [500])
        #expect(found.counts == [1])
        #expect(found.squaredDistances == [250_000])
    }
}

@Suite struct CellOrderTests {
    @Test(arguments: [0, 1, 2, 1_000]) func isAPermutationInTiles(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        let xs = (0..<count).map { _ in Double.random(in: -50...1_000, using: &generator) }
        let ys = (0..<count).map { _ in Double.random(in: 5_000...5_100, using: &generator) }
        let cells = CellOrder(xs: xs, ys: ys, perCell: 8)
        #expect(cells.order.sorted() == (0..<count).map { Int32($0) })
        #expect(Int(cells.tileEnds.last ?? 0) == count)
        var start = 0
        for end in cells.tileEnds.map(Int.init) {
            let tile = cells.order[start..<end]
            #expect(!tile.isEmpty)
            #expect(Array(tile) == tile.sorted())
            // 8 positions on 1,050 × 100 / 1,000 square metres each: cells of 29 m.
            let tileXs = tile.map { xs[Int($0)] }
            #expect((tileXs.max() ?? 0) - (tileXs.min() ?? 0) <= 30)
            start = end
        }
        if count == 1_000 { #expect(cells.tileEnds.count > 80) }
    }

    @Test func piecesCutTheTilesAtTheirBorders() {
        let xs = [0.0, 0, 0, 10, 10, 20, 20, 20, 20, 30]
        let cells = CellOrder(xs: xs, ys: xs.map { _ in 0 }, perCell: 1)
        var previous = 0
        for piece in [0..<2, 2..<4, 4..<9, 9..<10] {
            let ends = cells.tileEnds(in: piece).map { Int($0) + piece.lowerBound }
            #expect(ends.last == piece.upperBound)
            #expect(ends.dropLast().allSatisfy { cells.tileEnds.contains(Int32($0)) && $0 > previous })
            previous = piece.upperBound
        }
        #expect(cells.tileEnds(in: 0..<10) == cells.tileEnds)
        #expect(cells.tileEnds(in: 40..<50).isEmpty)
    }
}
