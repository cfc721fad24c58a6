/// Many texts in one stretch of UTF-8 bytes, with the offset at which each ends.
public struct TextArena: Sendable, Hashable {
    /// The bytes of all texts, one after the other.
    public private(set) var utf8: [UInt8]
    /// The end of each text in ``utf8``.
    public private(set) var ends: [UInt32]

    /// An arena without texts.
    public init() {
        utf8 = []
        ends = []
    }

    /// An arena of the given texts. Returns nil when the ends do not fit the bytes.
    public init?(utf8: [UInt8], ends: [UInt32]) {
        guard Int(ends.last ?? 0) == utf8.count, zip(ends, ends.dropFirst()).allSatisfy({ $0 <= $1 }) else {
            return nil
        }
        self.utf8 = utf8
        self.ends = ends
    }

    /// The number of texts.
    public var count: Int { ends.count }

    /// The bytes of one text.
    public func bytes(_ index: Int) -> ArraySlice<UInt8> {
        utf8[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
    }

    /// One text.
    public subscript(index: Int) -> String {
        String(decoding: bytes(index), as: UTF8.self)
    }

    /// Appends a text; false, and no change, where the arena would pass 4 GiB.
    @discardableResult public mutating func append(_ text: some Sequence<UInt8>) -> Bool {
        let before = utf8.count
        utf8.append(contentsOf: text)
        guard let end = UInt32(exactly: utf8.count) else {
            utf8.removeLast(utf8.count - before)
            return false
        }
        ends.append(end)
        return true
    }

    /// Appends all texts of another arena; false, and no change, where the arena would pass 4 GiB.
    @discardableResult public mutating func append(contentsOf other: TextArena) -> Bool {
        guard let base = UInt32(exactly: utf8.count), UInt32(exactly: utf8.count + other.utf8.count) != nil else {
            return false
        }
        utf8.append(contentsOf: other.utf8)
        ends.append(contentsOf: other.ends.lazy.map { $0 + base })
        return true
    }
}
