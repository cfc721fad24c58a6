public import Features

/// Files that are taken into memory as a whole, since their readers jump about in them.
public enum WholeFile {
    /// The bytes of a file, with its size and checksum.
    /// - Parameter limit: The largest size taken, bytes.
    /// - Throws: `.unreadable` where the file cannot be read or is larger.
    public static func read(path: String, limit: Int = 2 << 30) throws(Failure) -> (bytes: [UInt8], source: SourceFile)
    {
        let source = try ByteSource(path: path)
        return try read(source, limit: limit)
    }

    private static func read(
        _ source: consuming ByteSource, limit: Int
    ) throws(Failure) -> (bytes: [UInt8], source: SourceFile) {
        var bytes: [UInt8] = []
        if source.expectedSize <= limit { bytes.reserveCapacity(source.expectedSize) }
        var block = Block()
        repeat {
            guard source.expectedSize <= limit, bytes.count <= limit else {
                throw Failure(
                    .unreadable,
                    Diagnostic(
                        .fileUnreadable, at: SourceLocation(file: source.path), ["reason": "> \(limit >> 20) MiB"]))
            }
            try source.fill(&block, count: 1 << 20, headroom: 0)
            bytes.append(contentsOf: block.bytes[block.lower..<block.upper])
        } while !source.isAtEnd
        return (bytes, source.finish())
    }
}
