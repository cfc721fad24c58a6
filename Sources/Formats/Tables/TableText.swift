internal import Features

/// The text of a table in memory, a part at a time: what is not yet read and, behind it, a zero byte. UTF-16 becomes
/// UTF-8 on the way; other bytes stay as they are.
struct TableText: ~Copyable {
    /// What the byte order mark said; nil where there is none.
    private(set) var marked: TableDialect.Encoding?
    /// The memory; a zero byte follows ``upper``.
    private(set) var bytes: [UInt8] = [0]
    /// Where the unread text begins.
    private(set) var lower = 0
    /// Where the text ends.
    private(set) var upper = 0
    /// The number of broken UTF-16 units so far; each reads U+FFFD.
    private(set) var brokenUnits = 0

    private var source: ByteSource
    private let blockSize: Int
    private var block = Block()
    /// The bytes of an unfinished unit or pair of units of UTF-16.
    private var carried: [UInt8] = []
    private var transcoding: TableDialect.Encoding?

    /// Opens a text and looks at its byte order mark.
    /// - Parameter encoding: What a person said; only UTF-16 matters here.
    init(_ source: consuming ByteSource, encoding: TableDialect.Encoding?, blockSize: Int) throws(Failure) {
        self.source = source
        self.blockSize = max(1, blockSize)
        // A mark has at most three bytes.
        try self.source.fill(&block, count: max(4, blockSize), headroom: 0)
        let first = block.bytes[block.lower..<min(block.lower + 3, block.upper)]
        if first.elementsEqual([0xEF, 0xBB, 0xBF]) {
            marked = .utf8
            block.lower += 3
        } else if first.starts(with: [0xFF, 0xFE]) {
            marked = .utf16LittleEndian
            block.lower += 2
        } else if first.starts(with: [0xFE, 0xFF]) {
            marked = .utf16BigEndian
            block.lower += 2
        }
        let effective = marked ?? encoding
        if effective == .utf16LittleEndian || effective == .utf16BigEndian { transcoding = effective }
        appendBlock()
    }

    /// The path of the source.
    var path: String { source.path }

    /// The number of unread bytes.
    var count: Int { upper - lower }

    /// Whether nothing comes behind the text in memory.
    var isAtEnd: Bool { source.isAtEnd }

    /// Gets more text behind the unread one, at least as much again, so that work on what is never complete stays linear.
    mutating func grow() throws(Failure) {
        if lower > 0 {
            bytes.removeSubrange(..<lower)
            upper -= lower
            lower = 0
        }
        let wanted = upper + max(blockSize, min(upper, 1 << 26))
        while upper < wanted, !source.isAtEnd {
            try source.fill(&block, count: blockSize, headroom: 0)
            appendBlock()
        }
    }

    /// Marks text as read.
    mutating func consume(_ count: Int) { lower += count }

    /// Lends the unread text, which may be changed in place, and how much of it there is.
    mutating func withText<Result, Failure: Error>(
        _ body: (UnsafeMutablePointer<UInt8>, Int) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        let (lower, count) = (lower, count)
        return try bytes.withUnsafeMutableBufferPointer { buffer throws(Failure) in
            guard let start = buffer.baseAddress else { return nil }
            return try body(start + lower, count)
        }
    }

    /// What was read, with its checksum.
    consuming func finish() -> SourceFile { source.finish() }

    /// Appends the block that was read, decoded.
    private mutating func appendBlock() {
        bytes.removeLast(bytes.count - upper)
        if let transcoding {
            appendUnits(isBigEndian: transcoding == .utf16BigEndian)
        } else {
            block.bytes.withUnsafeBufferPointer { buffer in
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[block.lower..<block.upper]))
            }
        }
        upper = bytes.count
        bytes.append(0)
    }

    private mutating func appendUnits(isBigEndian: Bool) {
        let units = carried + block.bytes[block.lower..<block.upper]
        func unit(_ index: Int) -> UInt16 {
            let (first, second) = (UInt16(units[index]), UInt16(units[index + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        var index = 0
        while index + 2 <= units.count {
            let high = unit(index)
            var scalar = Unicode.Scalar(high)
            var length = 2
            if UTF16.isLeadSurrogate(high) {
                // The other half may come with the next block.
                if index + 4 > units.count, !source.isAtEnd { break }
                if index + 4 <= units.count, UTF16.isTrailSurrogate(unit(index + 2)) {
                    let low = UInt32(unit(index + 2)) & 0x3FF
                    scalar = Unicode.Scalar(0x10000 + (UInt32(high) & 0x3FF) << 10 + low)
                    length = 4
                }
            }
            if scalar == nil { brokenUnits += 1 }
            bytes.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
            index += length
        }
        carried = Array(units[index...])
        if source.isAtEnd, !carried.isEmpty { brokenUnits += 1 }
    }
}
