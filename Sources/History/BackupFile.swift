internal import Features
internal import Glibc

/// A file that appears whole or not at all: written under a name beside, synchronised, renamed.
struct BackupFile {
    /// Where the file is until then.
    let temporary: String
    private let path: String

    /// Prepares the file.
    /// - Throws: `.cannotCreate` where one is there: a backup never replaces another.
    init(_ path: String) throws(Failure) {
        self.path = path
        temporary = path + ".\(getpid()).part"
        guard access(path, F_OK) != 0 else {
            throw HistoryError.failure(.cannotCreate, .outputExists, path)
        }
        unlink(temporary)
    }

    /// Takes back what was written.
    func discard() { for suffix in ["", "-journal", "-wal", "-shm"] { unlink(temporary + suffix) } }

    /// Puts the file in its place, unless one appeared there meanwhile.
    func commit() throws(Failure) {
        let descriptor = open(temporary, O_RDONLY | O_CLOEXEC)
        let isOnDisk = descriptor >= 0 && fsync(descriptor) == 0
        close(descriptor)
        // A link fails where the name is taken; a rename would replace the file.
        guard isOnDisk, link(temporary, path) == 0 else {
            let reason = String(cString: strerror(errno))
            discard()
            throw HistoryError.failure(.cannotCreate, .outputUnwritable, path, ["reason": reason])
        }
        unlink(temporary)
    }
}
