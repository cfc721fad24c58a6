internal import CZip
public import Features
internal import Glibc

/// A ZIP archive, open for reading. Nothing is ever unpacked to the disk: entries are read as streams or into memory.
///
/// Sizes are what the directory states, and reading an entry never gives more than that; how many bytes really come is
/// counted. Archives in archives are entries like others and are not opened.
public struct ZipArchive: ~Copyable {
    /// The path as the user named it.
    public let path: String
    /// The files and folders, in the order of the archive's directory.
    public let entries: [ZipEntry]
    /// What was noticed about the directory: suspicious or repeated names.
    public let diagnostics: [Diagnostic]
    private let handle: ZipHandle
    private let limits: ZipLimits

    /// Opens an archive and reads its directory.
    /// - Throws: `.unreadable` where the file cannot be read, `.malformedData` where it is no archive, is cut short or asks
    ///   for more than the limits allow.
    public init(path: String, limits: ZipLimits = .standard) throws(Failure) {
        var information = stat()
        guard unsafe stat(path, &information) == 0, unsafe access(path, R_OK) == 0 else {
            let reason = unsafe String(cString: unsafe strerror(errno))
            throw Failure(
                .unreadable, Diagnostic(.fileUnreadable, at: SourceLocation(file: path), ["reason": reason]))
        }
        // A pipe cannot be read from its end, where the directory is.
        guard information.st_mode & S_IFMT == S_IFREG else {
            throw ZipFault.damaged("archive.no_file", SourceLocation(file: path), nil)
        }
        var number: Int32 = 0
        guard let pointer = unsafe zip_open(path, ZIP_RDONLY, &number) else {
            throw ZipFault.failure(number, path: path, entry: nil)
        }
        let handle = unsafe ZipHandle(pointer: pointer, path: path)
        try self.init(handle, size: Int(information.st_size), limits: limits)
    }

    /// Opens an archive in memory.
    /// - Parameter path: The name for messages.
    public init(_ bytes: [UInt8], path: String, limits: ZipLimits = .standard) throws(Failure) {
        // libzip frees the copy.
        guard let copy = unsafe malloc(max(1, bytes.count)) else {
            throw ZipFault.failure(ZIP_ER_MEMORY, path: path, entry: nil)
        }
        unsafe bytes.withUnsafeBytes { buffer in
            if let start = buffer.baseAddress { unsafe memcpy(copy, start, buffer.count) }
        }
        var fault = unsafe zip_error_t()
        guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, &fault) else {
            unsafe free(copy)
            throw ZipFault.failure(ZIP_ER_MEMORY, path: path, entry: nil)
        }
        guard let pointer = unsafe zip_open_from_source(source, ZIP_RDONLY, &fault) else {
            let number = unsafe zip_error_code_zip(&fault)
            unsafe zip_error_fini(&fault)
            unsafe zip_source_free(source)
            throw ZipFault.failure(number, path: path, entry: nil)
        }
        let handle = unsafe ZipHandle(pointer: pointer, path: path)
        try self.init(handle, size: bytes.count, limits: limits)
    }

    private init(_ handle: ZipHandle, size: Int, limits: ZipLimits) throws(Failure) {
        self.handle = handle
        self.limits = limits
        path = handle.path
        guard size > 0 else {
            throw Failure(.malformedData, Diagnostic(.fileEmpty, at: SourceLocation(file: path)))
        }
        let count = Int(unsafe zip_get_num_entries(handle.pointer, 0))
        guard count <= limits.entryCount else {
            throw ZipFault.tooLarge(path, what: "archive.entries", limit: limits.entryCount)
        }
        var entries: [ZipEntry] = []
        var packedBytes = 0
        for index in 0..<max(0, count) {
            let entry = try ZipArchive.entry(at: index, handle)
            let (sum, overflows) = packedBytes.addingReportingOverflow(entry.compressedSize)
            // Entries that lie one behind the other cannot take more room than the file has: these lie over each other.
            guard !overflows, sum <= size else {
                throw ZipFault.bomb(path, entry: entry.name, reason: "archive.overlap")
            }
            packedBytes = sum
            entries.append(entry)
        }
        self.entries = entries
        diagnostics = ZipArchive.notes(on: entries, path)
    }

    private static func entry(at index: Int, _ handle: ZipHandle) throws(Failure) -> ZipEntry {
        var information = unsafe zip_stat_t()
        guard unsafe zip_stat_index(handle.pointer, UInt64(index), 0, &information) == 0 else {
            throw ZipFault.damaged("archive.inconsistent", SourceLocation(file: handle.path), "\(index)")
        }
        let name = unsafe information.name.map { unsafe String(cString: $0) } ?? ""
        let (bytes, packed) = unsafe (Int(exactly: information.size), Int(exactly: information.comp_size))
        guard let bytes, let packed else {
            throw ZipFault.damaged("archive.inconsistent", SourceLocation(file: handle.path), name)
        }
        return unsafe ZipEntry(
            index: index, name: printable(name), size: bytes, compressedSize: packed, method: information.comp_method,
            encryption: information.encryption_method)
    }

    /// The name without characters that could play tricks on a terminal.
    private static func printable(_ name: String) -> String {
        var cleaned = ""
        for scalar in name.unicodeScalars {
            let isControl =
                scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
            cleaned.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
        }
        return cleaned
    }

    private static func notes(on entries: [ZipEntry], _ path: String) -> [Diagnostic] {
        var seen: Set<String> = []
        let odd = entries.filter { entry in
            let isRepeated = !seen.insert(entry.name).inserted
            return isRepeated || entry.hasSuspiciousName
        }
        guard let first = odd.first else { return [] }
        return [
            Diagnostic(
                .archiveNamesOdd, at: SourceLocation(file: path), ["entry": first.name, "count": "\(odd.count)"])
        ]
    }

    /// The first entry of that exact name.
    public func entry(named name: String) -> ZipEntry? {
        entries.first { $0.name == name }
    }

    /// The files with one of these extensions (lower case, without dot), without folders and without what macOS adds
    /// (`__MACOSX/`, `._name`).
    public func files(withExtensions extensions: Set<String>) -> [ZipEntry] {
        entries.filter { entry in
            extensions.contains(entry.fileExtension) && !entry.isFolder && !entry.name.hasPrefix("__MACOSX/")
                && !entry.fileName.hasPrefix("._")
        }
    }

    /// Opens an entry for reading. Several may be open at a time; each reads from its own place.
    public func stream(of entry: ZipEntry) throws(Failure) -> ZipStream {
        try ZipStream(entry, of: handle, limits: limits)
    }

    /// Reads an entry in pieces of at most 256 KiB; `body` returns false to stop early.
    public func read(
        _ entry: ZipEntry, into body: (UnsafeRawBufferPointer) throws(Failure) -> Bool
    ) throws(Failure) {
        var stream = try stream(of: entry)
        var piece = [UInt8](repeating: 0, count: 256 << 10)
        while true {
            let count = try unsafe piece.withUnsafeMutableBufferPointer { buffer throws(Failure) in
                try unsafe stream.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            guard count > 0 else { return }
            let goesOn = try unsafe piece.withUnsafeBufferPointer { buffer throws(Failure) in
                try unsafe body(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: buffer[..<count])))
            }
            guard goesOn else { return }
        }
    }

    /// The bytes of a whole entry.
    /// - Parameter limit: The most bytes; never more than ``ZipLimits/memoryBytes``.
    public func bytes(of entry: ZipEntry, limit: Int? = nil) throws(Failure) -> [UInt8] {
        let limit = min(limit ?? limits.memoryBytes, limits.memoryBytes)
        guard entry.size <= limit else { throw ZipFault.tooLarge(path, what: "archive.memory", limit: limit) }
        var bytes: [UInt8] = []
        // What the directory states may be a lie: no more than the packed bytes can give.
        let (possible, overflows) = entry.compressedSize.multipliedReportingOverflow(by: 1100)
        bytes.reserveCapacity(min(entry.size, overflows ? entry.size : possible))
        try unsafe read(entry) { piece throws(Failure) in
            unsafe bytes.append(contentsOf: piece)
            return true
        }
        return bytes
    }
}
