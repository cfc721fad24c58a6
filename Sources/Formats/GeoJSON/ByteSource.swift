internal import Features
internal import Glibc

/// A stretch of a file in memory: the text and, behind it, the zero bytes the scanner needs.
struct Block: Sendable {
    /// The memory; its text begins at ``lower``.
    var bytes: [UInt8] = []
    /// Where the text begins.
    var lower = 0
    /// Where the text ends.
    var upper = 0

    /// The number of bytes of text.
    var count: Int { upper - lower }

    /// Lends the text.
    func withText<Result, Failure: Error>(
        _ body: (UnsafePointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        try bytes.withUnsafeBufferPointer { buffer throws(Failure) in
            guard let start = buffer.baseAddress else { return nil }
            return try body(start + lower)
        }
    }
}

/// The bytes of a file or of standard input, in order, with their checksum.
struct ByteSource: ~Copyable {
    /// The path; "-" for standard input.
    let path: String
    /// The bytes read so far.
    private(set) var bytesRead = 0
    /// Whether everything was read.
    private(set) var isAtEnd = false
    private let descriptor: Int32
    /// The size of the file as far as it is known beforehand; 0 for pipes.
    let expectedSize: Int
    private var checksum = Checksum()

    /// The bytes of a source in memory; then there is no file.
    private let memory: [UInt8]

    /// A source in memory.
    init(path: String, bytes: [UInt8]) {
        self.path = path
        descriptor = -1
        memory = bytes
        expectedSize = bytes.count
    }

    /// Opens a file.
    init(path: String) throws(Failure) {
        self.path = path
        memory = []
        descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        var information = stat()
        expectedSize = descriptor >= 0 && fstat(descriptor, &information) == 0 ? Int(information.st_size) : 0
        guard descriptor >= 0 else { throw ByteSource.failure(path) }
    }

    deinit {
        if descriptor > 0 { close(descriptor) }
    }

    private static func failure(_ path: String) -> Failure {
        Failure(
            .unreadable,
            Diagnostic(.fileUnreadable, at: SourceLocation(file: path), ["reason": String(cString: strerror(errno))]))
    }

    /// Fills a block with the next bytes, `count` of them if there are as many, behind `headroom` free bytes.
    mutating func fill(_ block: inout Block, count: Int, headroom: Int) throws(Failure) {
        // No more memory than the rest of the file needs, and a byte more, so that its end is seen at once.
        let count = expectedSize > 0 ? min(count, max(expectedSize - bytesRead + 1, 4096)) : count
        let needed = headroom + count + JSONScanner.padding
        if block.bytes.count < needed { block.bytes = [UInt8](repeating: 0, count: needed) }
        block.lower = headroom
        block.upper = headroom
        while block.count < count {
            let (start, already) = (block.upper, block.count)
            let wanted = headroom + count - start
            let got = block.bytes.withUnsafeMutableBytes { buffer in
                readBytes(into: UnsafeMutableRawBufferPointer(rebasing: buffer[start..<start + wanted]), already)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw ByteSource.failure(path) }
            if got == 0 {
                isAtEnd = true
                break
            }
            block.upper += got
        }
        bytesRead += block.count
        if descriptor < 0 { isAtEnd = bytesRead == memory.count }
        let range = block.lower..<block.upper
        block.bytes.withUnsafeBytes { checksum.update(UnsafeRawBufferPointer(rebasing: $0[range])) }
        for index in block.upper..<block.upper + JSONScanner.padding { block.bytes[index] = 0 }
    }

    /// Reads at most as many bytes as there is room; 0 at the end, −1 for an error.
    /// - Parameter already: The bytes that the call in progress has read.
    private func readBytes(into room: UnsafeMutableRawBufferPointer, _ already: Int) -> Int {
        guard descriptor < 0 else { return Glibc.read(descriptor, room.baseAddress, room.count) }
        let rest = memory[(bytesRead + already)...].prefix(room.count)
        room.copyBytes(from: rest)
        return rest.count
    }

    /// What was read, with its checksum.
    consuming func finish() -> SourceFile {
        let (path, bytesRead) = (path, bytesRead)
        return SourceFile(path: path, bytes: bytesRead, sha256: takeChecksum())
    }

    private mutating func takeChecksum() -> String {
        var taken = Checksum()
        swap(&taken, &checksum)
        return taken.finish()
    }
}
