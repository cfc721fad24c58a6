/// Positions sorted into the cells of a grid, row by row: neighbours in the plane follow each other.
///
/// Work that looks around each position goes through memory in this order, and can be shared by all positions of
/// a cell. Linear in the number of positions.
public struct CellOrder: Sendable, Equatable {
    /// The indexes of the positions, cell by cell; within a cell ascending.
    public let order: [Int32]
    /// Where the positions of each cell that has any end in ``order``.
    public let tileEnds: [Int32]

    /// Sorts positions into square cells that would hold `perCell` positions each if they lay evenly.
    public init(xs: [Double], ys: [Double], perCell: Int) {
        let count = min(xs.count, ys.count, Int(Int32.max))
        let extent = Envelope(around: xs, ys)
        let wanted = (extent.width / Double(max(count, 1)) * Double(perCell) * extent.height).squareRoot()
        let grid = CellGrid(over: extent, cellSize: wanted, count / 4)
        let cells = (0..<count).map { index in
            Int32(truncatingIfNeeded: grid.row(ys[index]) * grid.columns + grid.column(xs[index]))
        }
        var next = [Int32](repeating: 0, count: grid.count)
        for cell in cells { next[Int(cell)] += 1 }
        var tileEnds: [Int32] = []
        var total: Int32 = 0
        for cell in next.indices where next[cell] > 0 {
            (next[cell], total) = (total, total &+ next[cell])
            tileEnds.append(total)
        }
        var order = [Int32](repeating: 0, count: count)
        for (index, cell) in cells.enumerated() {
            order[Int(next[Int(cell)])] = Int32(truncatingIfNeeded: index)
            next[Int(cell)] += 1
        }
        self.order = order
        self.tileEnds = tileEnds
    }

    /// Where the tiles end within a piece of ``order``, counted from its start; a tile at its border is cut.
    public func tileEnds(in piece: Range<Int>) -> [Int32] {
        let piece = piece.clamped(to: 0..<order.count)
        guard !piece.isEmpty else { return [] }
        // The first tile that ends behind the start of the piece.
        var low = 0
        var high = tileEnds.count
        while low < high {
            let middle = (low + high) / 2
            if Int(tileEnds[middle]) > piece.lowerBound { high = middle } else { low = middle + 1 }
        }
        var ends: [Int32] = []
        while low < tileEnds.count, Int(tileEnds[low]) < piece.upperBound {
            ends.append(tileEnds[low] - Int32(truncatingIfNeeded: piece.lowerBound))
            low += 1
        }
        ends.append(Int32(truncatingIfNeeded: piece.count))
        return ends
    }
}

extension Envelope {
    /// The box around positions; those that are not finite are passed over.
    init(around xs: [Double], _ ys: [Double]) {
        self = .empty
        for index in 0..<min(xs.count, ys.count) where xs[index].isFinite && ys[index].isFinite {
            include(x: xs[index], y: ys[index])
        }
    }
}
