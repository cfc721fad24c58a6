internal import Foundation

/// What a program beside ours reads from its standard input: a file without a name, which nobody else can open and which is
/// gone with its last reader. Unlike a pipe it takes any length at once, and a program that reads nothing ends no writer.
enum ProgramInput {
    /// - Throws: a POSIX error where no file can be made.
    static func handle(_ bytes: [UInt8]) throws -> FileHandle {
        guard let file = tmpfile() else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fflush(file) == 0 else {
            throw POSIXError(.init(rawValue: errno) ?? .EIO)
        }
        rewind(file)
        let descriptor = fcntl(fileno(file), F_DUPFD_CLOEXEC, 0)
        guard descriptor >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }
}
