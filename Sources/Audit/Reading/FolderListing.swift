internal import Features
internal import Glibc

/// The files of a published folder, with all below it, sorted by path.
enum FolderListing {
    /// More files than this no publication has.
    private static let mostFiles = 100_000

    /// The paths of all files; links and devices count as files, which nobody reads.
    /// - Throws: `.unreadable` where the folder cannot be listed.
    static func files(_ folder: String) throws(Failure) -> [String] {
        var files: [String] = []
        var waiting = [folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder]
        while let next = waiting.popLast(), files.count < mostFiles {
            guard let stream = opendir(next) else {
                throw Failure(
                    .unreadable,
                    Diagnostic(
                        .fileUnreadable, at: SourceLocation(file: next), ["reason": String(cString: strerror(errno))]))
            }
            defer { closedir(stream) }
            while let entry = readdir(stream) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                guard name != ".", name != ".." else { continue }
                let path = next + "/" + name
                var information = stat()
                guard lstat(path, &information) == 0, information.st_mode & S_IFMT == S_IFDIR else {
                    files.append(path)
                    continue
                }
                waiting.append(path)
            }
        }
        return files.sorted()
    }

    /// Whether a path is a file of its own: no link, no device.
    static func isPlainFile(_ path: String) -> Bool {
        var information = stat()
        return lstat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
    }
}
