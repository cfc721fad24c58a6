/// Which rows of a column hold a value: nothing at all where every row does, else a bit per row.
public struct Presence: Sendable, Hashable {
    /// The number of rows.
    public private(set) var count: Int
    /// The number of rows without a value.
    public private(set) var absentCount: Int
    /// 64 rows a word, the lowest bit first; empty while no row is absent.
    private var words: [UInt64]

    /// As many rows, all with a value.
    public init(allPresent count: Int) {
        self.count = count
        absentCount = 0
        words = []
    }

    /// As many rows, none with a value.
    public init(allAbsent count: Int) {
        self.count = count
        absentCount = count
        words = [UInt64](repeating: 0, count: (count + 63) / 64)
    }

    /// One row for each truth value.
    public init(_ rows: some Sequence<Bool>) {
        self.init(allPresent: 0)
        for isPresent in rows { append(isPresent) }
    }

    /// As many rows, of which those listed, ascending, hold a value.
    public init(rows: [UInt32], of count: Int) {
        self.init(allAbsent: count)
        for row in rows where Int(row) < count {
            words[Int(row) >> 6] |= 1 << UInt64(row & 63)
            absentCount -= 1
        }
        if absentCount == 0 { words = [] }
    }

    /// Whether the row holds a value. Rows outside the column hold none.
    public func contains(_ row: Int) -> Bool {
        guard row >= 0, row < count else { return false }
        return absentCount == 0 || words[row >> 6] >> UInt64(row & 63) & 1 == 1
    }

    /// Appends a row.
    public mutating func append(_ isPresent: Bool) {
        append(isPresent, count: 1)
    }

    /// Appends as many equal rows.
    public mutating func append(_ isPresent: Bool, count rows: Int) {
        guard rows > 0 else { return }
        if isPresent, absentCount == 0 {
            count += rows
            return
        }
        if absentCount == 0 {
            // The first absent row: from now on every row has its bit.
            words = [UInt64](repeating: .max, count: count >> 6)
            if count & 63 != 0 { words.append((1 << UInt64(count & 63)) - 1) }
        }
        for row in count..<count + rows {
            if row & 63 == 0 { words.append(0) }
            if isPresent { words[row >> 6] |= 1 << UInt64(row & 63) }
        }
        count += rows
        if !isPresent { absentCount += rows }
    }

    /// Appends all rows of another.
    public mutating func append(contentsOf other: Presence) {
        guard other.absentCount > 0 else { return append(true, count: other.count) }
        for row in 0..<other.count { append(other.contains(row)) }
    }
}
