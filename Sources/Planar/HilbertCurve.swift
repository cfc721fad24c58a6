internal import Parallel

/// Orders positions along a Hilbert curve, so that what is near in the plane is mostly near in memory.
///
/// Reference: D. Hilbert, "Ueber die stetige Abbildung einer Linie auf ein Flächenstück", Mathematische Annalen
/// 38 (1891); the curve over a square of 2¹⁶ × 2¹⁶ cells.
public struct HilbertCurve: Sendable {
    private let minX: Double
    private let minY: Double
    private let scale: Double
    private let steps = HilbertCurve.steps

    /// The curve over the smallest square that holds `extent`.
    public init(over extent: Envelope) {
        minX = extent.isEmpty ? 0 : extent.minX
        minY = extent.isEmpty ? 0 : extent.minY
        let side = max(extent.width, extent.height)
        scale = side > 0 && side.isFinite ? 65_535 / side : 0
    }

    /// The place of a position on the curve. Positions outside the extent count as its nearest edge.
    public func index(x: Double, y: Double) -> UInt32 {
        let column = HilbertCurve.cell((x - minX) * scale)
        let row = HilbertCurve.cell((y - minY) * scale)
        var index: UInt32 = 0
        var turn: UInt32 = 0
        for shift in stride(from: UInt32(12), through: 0, by: -4) {
            let cell: UInt32 = ((column >> shift) & 15) << 4 | ((row >> shift) & 15)
            let step = UInt32(steps[Int(turn << 8 | cell)])
            index = index << 8 | (step & 255)
            turn = step >> 8
        }
        return index
    }

    /// Four levels of the curve at once, for each turn of the curve (2 bits) and each cell by four bits of its column and
    /// four of its row: the place of the cell among the 256 (the lower 8 bits), and the turn of the curve in it.
    private static let steps: [UInt16] = (0..<1_024).map { step(turn: $0 >> 8, column: $0 >> 4 & 15, row: $0 & 15) }

    private static func step(turn: Int, column: Int, row: Int) -> UInt16 {
        var isSwapped = turn & 1 == 1
        var isReversed = turn & 2 == 2
        var index: UInt16 = 0
        for bit in stride(from: 3, through: 0, by: -1) {
            let isFirst = (isSwapped ? row : column) >> bit & 1 == 1
            let isSecond = (isSwapped ? column : row) >> bit & 1 == 1
            let isEast = isFirst != isReversed
            let isNorth = isSecond != isReversed
            let quarter: UInt16 = isEast ? (isNorth ? 2 : 3) : (isNorth ? 1 : 0)
            index = index << 2 | quarter
            // In the southern half the axes change places, in its eastern quarter they are turned round, too.
            guard !isNorth else { continue }
            isReversed = isReversed != isEast
            isSwapped.toggle()
        }
        if isSwapped { index |= 1 << 8 }
        if isReversed { index |= 1 << 9 }
        return index
    }

    /// The indexes `0..<count` in the order of the curve; equal places stay in order of index.
    public func order(_ xs: [Double], _ ys: [Double]) -> [Int32] {
        sorted(xs, ys).map { Int32(truncatingIfNeeded: $0) }
    }

    /// The indexes `0..<count` in the order of the curve, equal places in order of index, and the place of each on it.
    public func orderAndPlaces(_ xs: [Double], _ ys: [Double]) -> (order: [Int32], places: [UInt32]) {
        let keys = sorted(xs, ys)
        return (
            keys.map { Int32(truncatingIfNeeded: $0) }, keys.map { UInt32(truncatingIfNeeded: $0 >> 32) }
        )
    }

    /// The places of positions on the curve in ascending order, each with its index in the lower half.
    private func sorted(_ xs: [Double], _ ys: [Double]) -> [UInt64] {
        let count = min(xs.count, ys.count, Int(Int32.max))
        var keys = parallelColumn(count) { UInt64(index(x: xs[$0], y: ys[$0])) << 32 | UInt64($0) }
        guard count > HilbertCurve.digitCount else { return keys.sorted() }
        // Digit by digit from the lowest; each pass keeps the order of the one before, the first that of the indexes.
        var other = [UInt64](repeating: 0, count: count)
        for shift in [UInt64(32), 43, 54] {
            var next = [Int](repeating: 0, count: HilbertCurve.digitCount + 1)
            for key in keys { next[HilbertCurve.digit(key, shift) + 1] += 1 }
            for digit in 0..<HilbertCurve.digitCount { next[digit + 1] += next[digit] }
            for key in keys {
                let digit = HilbertCurve.digit(key, shift)
                other[next[digit]] = key
                next[digit] += 1
            }
            swap(&keys, &other)
        }
        return keys
    }

    /// The number of different digits that keys are sorted by, 11 bits.
    private static let digitCount = 1 << 11

    private static func digit(_ key: UInt64, _ shift: UInt64) -> Int { Int(key >> shift) & (digitCount - 1) }

    private static func cell(_ value: Double) -> UInt32 {
        value >= 0 ? UInt32(min(value, 65_535)) : 0
    }
}
