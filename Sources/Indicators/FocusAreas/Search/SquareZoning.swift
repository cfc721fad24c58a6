internal import Planar

/// Squares of a grid as a second zoning, so that what is found does not hang on where borders of quarters were drawn.
struct SquareZoning: Sendable {
    /// The square of each origin; −1 for an origin that lies in none.
    let squareOfOrigin: [Int32]
    /// Which squares touch, corners included.
    let contiguity: Contiguity
    /// A number for each square that stays with it.
    let keys: [UInt64]

    /// Squares of a side in metres, counted from a corner south-west of all; only those with origins.
    ///
    /// - Parameter isCounted: which origins take part.
    init(xs: [Double], ys: [Double], isCounted: [Bool], west: Double, south: Double, side: Double) {
        var numbers: [UInt64: Int32] = [:]
        var squares = [UInt64?](repeating: nil, count: xs.count)
        for origin in xs.indices where isCounted[origin] {
            // The offset keeps origins a little west or south of the corner in whole positive numbers.
            let column = ((xs[origin] - west) / side).rounded(.down) + 1_000_000
            let row = ((ys[origin] - south) / side).rounded(.down) + 1_000_000
            guard let column = UInt32(exactly: column), let row = UInt32(exactly: row), column < 1 << 30, row < 1 << 30
            else { continue }
            squares[origin] = UInt64(column) << 32 | UInt64(row)
        }
        let keys = Set(squares.compactMap(\.self)).sorted()
        for (number, key) in keys.enumerated() { numbers[key] = Int32(truncatingIfNeeded: number) }
        squareOfOrigin = squares.map { $0.flatMap { numbers[$0] } ?? -1 }
        contiguity = Contiguity(
            columns: keys.map { Int32(truncatingIfNeeded: $0 >> 32) },
            rows: keys.map { Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }, corners: true)
        self.keys = keys
    }

    /// The number of squares.
    var count: Int { keys.count }

    /// The sum of counts over each square.
    func sums(_ counts: [Double], weights: [Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: count)
        for (origin, square) in squareOfOrigin.enumerated() where square >= 0 {
            sums[Int(square)] += counts[origin] * weights[origin]
        }
        return sums
    }
}
