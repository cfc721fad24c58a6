public import Features
internal import Glibc

/// Writes files so that nobody ever sees half of one: into a temporary file beside, then renamed.
public enum AtomicFile {
    /// Writes a whole file. A device or a pipe is written into, never replaced.
    /// - Throws: `.cannotCreate` where it exists and may not be replaced, or cannot be made; `.unreadable` where the
    ///   disk is full. Then neither the old file is touched nor the temporary one left.
    public static func write(_ bytes: [UInt8], to path: String, overwrite: Bool) throws(Failure) {
        let location = SourceLocation(file: path)
        var information = stat()
        let type = stat(path, &information) == 0 ? information.st_mode & S_IFMT : 0
        if type == S_IFCHR || type == S_IFIFO {
            return try fill(open(path, O_WRONLY | O_CLOEXEC), with: bytes, isFile: false, location)
        }
        if !overwrite, access(path, F_OK) == 0 {
            throw Failure(.cannotCreate, Diagnostic(.outputExists, at: location))
        }
        let temporary = path + ".\(getpid()).part"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        do throws(Failure) {
            try fill(descriptor, with: bytes, isFile: true, location)
        } catch {
            if descriptor >= 0 { unlink(temporary) }
            throw error
        }
        guard rename(temporary, path) == 0 else {
            let reason = failure(.cannotCreate, location)
            unlink(temporary)
            throw reason
        }
    }

    /// Writes everything into an open descriptor and closes it.
    /// - Parameter isFile: Whether to wait until the bytes are on the disk.
    private static func fill(
        _ descriptor: Int32, with bytes: [UInt8], isFile: Bool, _ location: SourceLocation
    ) throws(Failure) {
        guard descriptor >= 0 else { throw failure(.cannotCreate, location) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            written += count
        }
        let isWhole = written == bytes.count && (!isFile || fsync(descriptor) == 0)
        let reason = failure(.unreadable, location)
        guard close(descriptor) == 0, isWhole else { throw reason }
    }

    private static func failure(_ kind: Failure.Kind, _ location: SourceLocation) -> Failure {
        Failure(
            kind, Diagnostic(.outputUnwritable, at: location, ["reason": String(cString: strerror(errno))]))
    }
}
