import Testing

@testable import Planar

@Suite struct EdgeCrossingsTests {
    private typealias Whole = (ax: Int, ay: Int, bx: Int, by: Int)

    private func edge(_ whole: Whole) -> Edge {
        Edge(ax: Double(whole.ax), ay: Double(whole.ay), bx: Double(whole.bx), by: Double(whole.by))
    }

    /// Whether two edges have a position in common, by whole numbers; edges with a common end do not count.
    private func crosses(_ one: Whole, _ other: Whole) -> Bool {
        func turn(_ edge: Whole, _ x: Int, _ y: Int) -> Int {
            ((edge.ax - x) * (edge.by - y) - (edge.ay - y) * (edge.bx - x)).signum()
        }
        func holds(_ edge: Whole, _ x: Int, _ y: Int) -> Bool {
            turn(edge, x, y) == 0 && (min(edge.ax, edge.bx)...max(edge.ax, edge.bx)).contains(x)
                && (min(edge.ay, edge.by)...max(edge.ay, edge.by)).contains(y)
        }
        let ends = [[one.ax, one.ay], [one.bx, one.by]]
        if ends.contains([other.ax, other.ay]) || ends.contains([other.bx, other.by]) { return false }
        if holds(one, other.ax, other.ay) || holds(one, other.bx, other.by) { return true }
        if holds(other, one.ax, one.ay) || holds(other, one.bx, one.by) { return true }
        return turn(one, other.ax, other.ay) != turn(one, other.bx, other.by)
            && turn(other, one.ax, one.ay) != turn(other, one.bx, one.by)
    }

    /// Few edges on a wide board, so that both answers are frequent.
    @Test(arguments: 1...4) func agreesWithComparingAll(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var answers = [0, 0]
        for _ in 0..<300 {
            let edges: [Whole] = (0..<Int.random(in: 1...7, using: &generator)).compactMap { _ in
                let (x, y) = (Int.random(in: 0...30, using: &generator), Int.random(in: 0...30, using: &generator))
                let (endX, endY) = (
                    x + Int.random(in: -9...9, using: &generator), y + Int.random(in: -9...9, using: &generator)
                )
                return x == endX && y == endY ? nil : (x, y, endX, endY)
            }
            let expected = edges.indices.contains { one in
                edges.indices.contains { one < $0 && crosses(edges[one], edges[$0]) }
            }
            #expect(hasCrossings(edges.map(edge)) == expected)
            answers[expected ? 1 : 0] += 1
        }
        #expect(answers.min() ?? 0 > 40)
    }

    @Test func aTouchIsACrossingButACommonEndIsNot() {
        let base = Edge(ax: 0, ay: 0, bx: 4, by: 0)
        #expect(hasCrossings([base, Edge(ax: 2, ay: 0, bx: 2, by: 3)]))
        #expect(hasCrossings([base, Edge(ax: 1, ay: 0, bx: 3, by: 0)]))
        #expect(!hasCrossings([base, Edge(ax: 4, ay: 0, bx: 6, by: 0)]))
        #expect(!hasCrossings([base, Edge(ax: 5, ay: 0, bx: 6, by: 0)]))
        #expect(!hasCrossings([]))
    }
}

@Suite struct CellGridTests {
    /// Every cell that a position of an edge falls into is among the cells of the edge.
    @Test(arguments: [0.0, 4_567_890.125]) func theCellsOfAnEdgeHoldAllOfIt(offset: Double) {
        var generator = SeededGenerator(seed: 21)
        let extent = Envelope(minX: offset, minY: offset, maxX: offset + 100, maxY: offset + 60)
        let grid = CellGrid(over: extent, cellSize: 1, 10_000)
        #expect(grid.columns == 101 && grid.rows == 61)
        for _ in 0..<300 {
            let edge = Edge(
                ax: offset + Double.random(in: 0...100, using: &generator),
                ay: offset + Double.random(in: 0...60, using: &generator),
                bx: offset + Double.random(in: 0...100, using: &generator),
                by: offset + Double.random(in: 0...60, using: &generator))
            var cells: Set<Int> = []
            grid.forEachCell(of: edge) { cells.insert($0) }
            let missing = (0...1_000).filter { step in
                let share = Double(step) / 1_000
                let x = edge.ax + share * (edge.bx - edge.ax)
                let y = edge.ay + share * (edge.by - edge.ay)
                return !cells.contains(grid.row(y) * grid.columns + grid.column(x))
            }
            #expect(missing.isEmpty)
            // Not the whole box: at most a few columns more in each row.
            #expect(cells.count <= 5 * (grid.columns + grid.rows))
        }
    }

    @Test func hasNoMoreCellsThanItsLoadAllows() {
        let wide = Envelope(minX: 0, minY: 0, maxX: 1e7, maxY: 3)
        for load in [0, 10, 5_000] {
            let grid = CellGrid(over: wide, cellSize: 1e-6, load)
            #expect(grid.count <= 3 * (1_024 + 8 * load))
        }
        #expect(CellGrid(over: .empty, cellSize: 0, 0).count == 1)
        let endless = Envelope(minX: -1.7e308, minY: 0, maxX: 1.7e308, maxY: 1)
        #expect(CellGrid(over: endless, cellSize: 1, 5).count == 1)
    }

    @Test func positionsOutsideFallIntoTheCellsAtTheRim() {
        let grid = CellGrid(over: Envelope(minX: 0, minY: 0, maxX: 9, maxY: 9), cellSize: 2, 100)
        #expect(grid.column(-50) == 0)
        #expect(grid.column(.nan) == 0)
        #expect(grid.column(1e300) == grid.columns - 1)
        #expect(grid.row(.infinity) == grid.rows - 1)
        for column in 0..<grid.columns { #expect(grid.column(grid.centreX(column)) == column) }
    }
}

@Suite struct VertexTableTests {
    @Test func numbersPositionsInTheOrderTheyCome() {
        var table = VertexTable(capacity: 2_000)
        var numbers: [[Double]: Int32] = [:]
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<2_000 {
            let x = Double(Int.random(in: -20...20, using: &generator)) / 4
            let y = Double(Int.random(in: -20...20, using: &generator)) / 4
            let expected = numbers[[x, y], default: Int32(numbers.count)]
            numbers[[x, y]] = expected
            #expect(table.index(x: x, y: y) == expected)
        }
        #expect(table.xs.count == numbers.count)
        #expect(table.index(x: -0.0, y: 0) == table.index(x: 0, y: -0.0))
    }
}
