/// The signs that stand in a column of numbers in place of a number.
///
/// A row with a sign has no value, like an empty one, but it says why: protected, not sure enough, not meaningful. What
/// a sign means depends on who wrote the table: the German statistical offices write `–` for nothing, `.` for unknown or
/// secret, `/` for not sure enough, `x` for not meaningful, `...` for later; the census grids write `–` for secret, too.
public struct ColumnMarks: Sendable, Hashable {
    /// The rows that have one, ascending.
    public private(set) var rows: [UInt32] = []
    /// The index of each row's sign in ``signs``.
    private var codes: [UInt8] = []
    /// The distinct signs, in the order of their first appearance.
    public private(set) var signs: [String] = []

    /// No signs.
    public init() {}

    /// Whether no row has a sign.
    public var isEmpty: Bool { rows.isEmpty }

    /// The number of rows with a sign.
    public var count: Int { rows.count }

    /// Adds the sign of a row, which must lie behind all rows before; of more than 255 distinct signs the last one stands
    /// for all others.
    public mutating func append(_ sign: String, row: UInt32) {
        if let last = rows.last, last >= row { return }
        var code = signs.firstIndex(of: sign) ?? signs.count
        if code == signs.count {
            if code < Int(UInt8.max) { signs.append(sign) } else { code -= 1 }
        }
        rows.append(row)
        codes.append(UInt8(truncatingIfNeeded: code))
    }

    /// The sign of a row, or nil.
    public subscript(row: Int) -> String? {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(rows[middle]) < row { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && Int(rows[low]) == row ? signs[Int(codes[low])] : nil
    }
}
