/// Orders positions along a Hilbert curve, so that what is near in the plane is mostly near in memory.
///
/// Reference: D. Hilbert, "Ueber die stetige Abbildung einer Linie auf ein Flächenstück", Mathematische Annalen
/// 38 (1891); the curve over a square of 2¹⁶ × 2¹⁶ cells.
public struct HilbertCurve: Sendable {
    private let minX: Double
    private let minY: Double
    private let scale: Double

    /// The curve over the smallest square that holds `extent`.
    public init(over extent: Envelope) {
        minX = extent.isEmpty ? 0 : extent.minX
        minY = extent.isEmpty ? 0 : extent.minY
        let side = max(extent.width, extent.height)
        scale = side > 0 && side.isFinite ? 65_535 / side : 0
    }

    /// The place of a position on the curve. Positions outside the extent count as its nearest edge.
    public func index(x: Double, y: Double) -> UInt32 {
        var column = HilbertCurve.cell((x - minX) * scale)
        var row = HilbertCurve.cell((y - minY) * scale)
        var index: UInt32 = 0
        var side: UInt32 = 1 << 15
        while side > 0 {
            let east: UInt32 = column & side > 0 ? 1 : 0
            let north: UInt32 = row & side > 0 ? 1 : 0
            index += side * side * ((3 * east) ^ north)
            if north == 0 {
                if east == 1 {
                    column = 65_535 - column
                    row = 65_535 - row
                }
                swap(&column, &row)
            }
            side >>= 1
        }
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
        var keys = (0..<count).map { UInt64(index(x: xs[$0], y: ys[$0])) << 32 | UInt64($0) }
        keys.sort()
        return keys
    }

    private static func cell(_ value: Double) -> UInt32 {
        value >= 0 ? UInt32(min(value, 65_535)) : 0
    }
}
