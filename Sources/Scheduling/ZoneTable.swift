/// A time zone from a compiled zone file (RFC 9636, TZif): a table of changes, and a rule for the time after the last.
public struct ZoneTable: TimeZoneRules {
    /// The name, such as `Europe/Berlin`.
    public let name: String
    /// The moments of the changes, rising.
    private let changes: [Int]
    /// The offset from each change on, seconds.
    private let offsets: [Int]
    /// The offset before the first change.
    private let first: Int
    /// What holds after the last change.
    private let rule: ZoneRule?

    /// Reads the bytes of a zone file of version 2 or later; nil where they are none.
    public init?(name: String, bytes: [UInt8]) {
        var reader = ZoneFileReader(bytes)
        guard let narrow = reader.header(), narrow.version >= UInt8(ascii: "2"),
            reader.skip(narrow.size(ofTime: 4)), let counts = reader.header(),
            let changes = reader.integers(counts.changes, size: 8), let kinds = reader.bytes(counts.changes),
            let offsets = reader.offsets(counts.kinds),
            reader.skip(counts.names + counts.leaps * 12 + counts.standard + counts.universal),
            let rule = reader.footer(), let first = offsets.first
        else { return nil }
        var table: [Int] = []
        for kind in kinds {
            guard Int(kind) < offsets.count else { return nil }
            table.append(offsets[Int(kind)])
        }
        guard zip(changes, changes.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
        self.name = name
        self.changes = changes
        self.offsets = table
        self.first = first
        self.rule = ZoneRule(rule)
    }

    /// Seconds by which wall clocks are ahead of UTC at a moment.
    public func offset(at moment: Int) -> Int {
        if let rule, let last = changes.last, moment >= last { return rule.offset(at: moment) }
        if let rule, changes.isEmpty { return rule.offset(at: moment) }
        // The number of changes up to the moment.
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle] <= moment { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? first : offsets[low - 1]
    }
}

/// Walks through the bytes of a zone file.
private struct ZoneFileReader {
    struct Header {
        var version: UInt8
        var universal: Int
        var standard: Int
        var leaps: Int
        var changes: Int
        var kinds: Int
        var names: Int

        /// The bytes of the block that follows.
        func size(ofTime size: Int) -> Int {
            changes * (size + 1) + kinds * 6 + names + leaps * (size + 4) + standard + universal
        }
    }

    private let data: [UInt8]
    private var position = 0

    init(_ data: [UInt8]) { self.data = data }

    mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= data.count - position else { return nil }
        defer { position += count }
        return data[position..<position + count]
    }

    mutating func skip(_ count: Int) -> Bool { bytes(count) != nil }

    mutating func header() -> Header? {
        guard let magic = bytes(4), Array(magic) == Array("TZif".utf8), let version = bytes(1)?.first, skip(15),
            let counts = integers(6, size: 4), counts.allSatisfy({ $0 >= 0 && $0 <= data.count })
        else { return nil }
        return Header(
            version: version, universal: counts[0], standard: counts[1], leaps: counts[2], changes: counts[3],
            kinds: counts[4], names: counts[5])
    }

    /// Signed numbers, the highest byte first.
    mutating func integers(_ count: Int, size: Int) -> [Int]? {
        guard let slice = bytes(count * size) else { return nil }
        let block = Array(slice)
        return (0..<count).map { index in
            var value = block[index * size] & 0x80 == 0 ? 0 : -1
            for byte in block[index * size..<(index + 1) * size] { value = value << 8 | Int(byte) }
            return value
        }
    }

    /// The offsets of the kinds of local time.
    mutating func offsets(_ count: Int) -> [Int]? {
        var offsets: [Int] = []
        for _ in 0..<count {
            // No clock is more than 26 hours from UTC (RFC 9636, 3.2).
            guard let offset = integers(1, size: 4)?.first, abs(offset) <= 93_600, skip(2) else { return nil }
            offsets.append(offset)
        }
        return offsets
    }

    /// The rule at the end, between two line feeds.
    mutating func footer() -> String? {
        guard bytes(1)?.first == 10, let end = data[position...].firstIndex(of: 10) else { return nil }
        return String(decoding: data[position..<end], as: UTF8.self)
    }
}
