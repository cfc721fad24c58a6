internal import Features
internal import Foundation

/// The right to update a project, which one process has at a time. The system takes it back when the process ends, however
/// it ends.
final class UpdateLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock.
    ///
    /// - Throws: `temporary` with the holder where another process has it; `cannotCreate` where the file cannot be made.
    init(_ path: String, startedAt: Int) throws(Failure) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw UpdateLock.unwritable(path) }
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            let isHeld = errno == EWOULDBLOCK
            let holder = UpdateLock.text(of: descriptor)
            close(descriptor)
            guard isHeld else { throw UpdateLock.unwritable(path) }
            throw Failure(
                .temporary,
                Diagnostic(.updateLocked, at: SourceLocation(file: path), ["holder": holder.isEmpty ? "?" : holder]))
        }
        self.descriptor = descriptor
        // Who holds it is a help for people only: on a full disk the lock holds without it.
        let holder = Array("\(getpid()), \(HistoryExport.time(startedAt))\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = pwrite(descriptor, holder, holder.count, 0)
    }

    deinit { close(descriptor) }

    /// What the holder wrote: one short line.
    private static func text(of descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 200)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let line = bytes.prefix(max(0, count)).prefix { $0 >= 0x20 && $0 < 0x7F }
        return String(decoding: line, as: UTF8.self)
    }

    private static func unwritable(_ path: String) -> Failure {
        Failure(
            .cannotCreate,
            Diagnostic(
                .outputUnwritable, at: SourceLocation(file: path), ["reason": String(cString: strerror(errno))]))
    }
}
