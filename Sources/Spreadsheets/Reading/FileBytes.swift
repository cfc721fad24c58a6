internal import Features
internal import Formats
internal import Glibc

/// The bytes of a file for which a library opens it by its path.
enum FileBytes {
    /// The first bytes; none where it cannot be read.
    static func start(of path: String, count: Int) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: count)
        let got = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
        return Array(bytes.prefix(max(0, got)))
    }

    /// The size and checksum of a whole file.
    static func source(_ path: String) throws(Failure) -> SourceFile {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure(
                .unreadable,
                Diagnostic(
                    .fileUnreadable, at: SourceLocation(file: path), ["reason": String(cString: strerror(errno))]))
        }
        defer { close(descriptor) }
        var checksum = Checksum()
        var size = 0
        var piece = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let got = piece.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { break }
            size += got
            piece.withUnsafeBytes { checksum.update(UnsafeRawBufferPointer(rebasing: $0[..<got])) }
        }
        return SourceFile(path: path, bytes: size, sha256: checksum.finish())
    }
}
