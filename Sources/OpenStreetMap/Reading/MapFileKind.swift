internal import Features
internal import Glibc

/// The form of a file with a map, told from its first bytes and not from its name.
enum MapFileKind: String {
    /// Protocol buffers.
    case binary = "pbf"
    /// XML.
    case text = "osm"
    /// XML compressed by gzip.
    case gzip = "osm.gz"
    /// XML compressed by bzip2.
    case bzip2 = "osm.bz2"

    /// What the first bytes say; nil for anything that holds no map.
    init?(_ start: [UInt8]) {
        if start.starts(with: [0x1F, 0x8B]) {
            self = .gzip
        } else if start.starts(with: Array("BZh".utf8)) {
            self = .bzip2
        } else if start.count >= 15, start[0] == 0, start[1] == 0, start[4...].starts(with: MapFileKind.headerType) {
            self = .binary
        } else if MapFileKind.firstSign(start) == UInt8(ascii: "<") {
            self = .text
        } else {
            return nil
        }
    }

    /// The first field of the first block's header: the text `OSMHeader`.
    private static let headerType: [UInt8] = [0x0A, 0x09] + Array("OSMHeader".utf8)

    private static func firstSign(_ start: [UInt8]) -> UInt8? {
        let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start[3...] : start[...]
        return text.first { !" \t\r\n".utf8.contains($0) }
    }

    /// Looks at a file.
    /// - Throws: `.unreadable` where there is none, `.malformedData` where it is empty or holds no map.
    static func of(path: String) throws(Failure) -> MapFileKind {
        let location = SourceLocation(file: path)
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw unreadable(location, errno) }
        defer { close(descriptor) }
        // Pipes and devices cannot be read twice.
        var information = stat()
        guard unsafe fstat(descriptor, &information) == 0 else { throw unreadable(location, errno) }
        guard information.st_mode & S_IFMT == S_IFREG else {
            let error = information.st_mode & S_IFMT == S_IFDIR ? EISDIR : ESPIPE
            throw unreadable(location, error)
        }
        var start = [UInt8](repeating: 0, count: 512)
        let count = unsafe read(descriptor, &start, start.count)
        guard count >= 0 else { throw unreadable(location, errno) }
        guard count > 0 else { throw Failure(.malformedData, Diagnostic(.fileEmpty, at: location)) }
        guard let kind = MapFileKind(Array(start.prefix(count))) else {
            throw Failure(.malformedData, Diagnostic(.osmSyntax, at: location, ["@reason": "openstreetmap.none"]))
        }
        return kind
    }

    private static func unreadable(_ location: SourceLocation, _ error: Int32) -> Failure {
        let reason = unsafe String(cString: strerror(error))
        return Failure(.unreadable, Diagnostic(.fileUnreadable, at: location, ["reason": reason]))
    }
}
