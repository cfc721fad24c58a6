internal import Features
internal import Formats
internal import Foundation

/// What paths and the errors of the file system say.
public enum FileAccess {
    /// The folder that a path's file lies in, without a slash at its end; empty for a bare name.
    public static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        let folder = path[..<slash]
        return folder.allSatisfy { $0 == "/" } ? "/" : String(folder)
    }

    /// A small text file, such as the project file, at once.
    ///
    /// - Throws: `Failure` of kind `unreadable` where the system refuses, `malformedData` where the file is larger than
    ///   ``largestText``; a device without an end is larger than that, too.
    static func readText(_ path: String) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { close(descriptor) }
        var text: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count == 0 { return text }
            if count < 0 {
                if errno == EINTR { continue }
                throw unreadable(path)
            }
            text += chunk.prefix(count)
            guard text.count <= largestText else {
                throw Failure(
                    .malformedData,
                    Diagnostic(.fileUnreadable, at: SourceLocation(file: path), ["reason": "> 16 MiB"]))
            }
        }
    }

    /// A file of our own making, whole.
    static func readAll(_ path: String) throws(Failure) -> [UInt8] {
        guard let bytes = FileManager.default.contents(atPath: path) else { throw unreadable(path) }
        return Array(bytes)
    }

    /// The size and checksum of a file that another library reads.
    static func source(_ path: String) throws(Failure) -> SourceFile {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { close(descriptor) }
        var checksum = Checksum()
        var bytes = 0
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count == 0 { return SourceFile(path: path, bytes: bytes, sha256: checksum.finish()) }
            if count < 0 {
                if errno == EINTR { continue }
                throw unreadable(path)
            }
            bytes += count
            chunk.withUnsafeBytes { checksum.update(UnsafeRawBufferPointer(rebasing: $0.prefix(count))) }
        }
    }

    /// No project file comes near this many bytes.
    private static let largestText = 16 << 20

    private static func unreadable(_ path: String) -> Failure {
        Failure(
            .unreadable,
            Diagnostic(.fileUnreadable, at: SourceLocation(file: path), ["reason": String(cString: strerror(errno))]))
    }

    /// Why the file system refused, as half a sentence without a point.
    public static func reason(_ error: any Error) -> String {
        let error = error as NSError
        let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
        if cause.domain == NSPOSIXErrorDomain, let number = Int32(exactly: cause.code) {
            return String(cString: strerror(number))
        }
        let text = error.localizedDescription
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}
