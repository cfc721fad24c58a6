internal import CZip
public import Features

/// One entry of an archive, unpacked piece by piece. The archive stays open as long as the stream lives.
///
/// The end is only reached where the number of bytes and their checksum (CRC-32) are what the directory states.
@safe public struct ZipStream: ~Copyable {
    /// What is read.
    public let entry: ZipEntry
    /// The bytes read so far.
    public private(set) var bytesRead = 0
    private let handle: ZipHandle
    private let limits: ZipLimits
    private let file: OpaquePointer

    init(_ entry: ZipEntry, of handle: ZipHandle, limits: ZipLimits) throws(Failure) {
        let path = handle.path
        guard entry.encryption == 0 else { throw ZipFault.failure(ZIP_ER_NOPASSWD, path: path, entry: entry.name) }
        guard entry.size <= limits.entryBytes else {
            throw ZipFault.tooLarge(path, what: "archive.entry", limit: limits.entryBytes)
        }
        try ZipStream.checkRatio(entry.size, entry, path, limits)
        guard let file = unsafe zip_fopen_index(handle.pointer, UInt64(entry.index), 0) else {
            let number = unsafe zip_error_code_zip(zip_get_error(handle.pointer))
            throw ZipFault.failure(number, path: path, entry: entry.name)
        }
        unsafe self.file = unsafe file
        self.entry = entry
        self.handle = handle
        self.limits = limits
    }

    deinit {
        unsafe zip_fclose(file)
    }

    private static func checkRatio(
        _ bytes: Int, _ entry: ZipEntry, _ path: String, _ limits: ZipLimits
    ) throws(Failure) {
        guard bytes > limits.ratioFreeBytes else { return }
        let (believed, overflows) = max(1, entry.compressedSize).multipliedReportingOverflow(by: limits.ratio)
        guard overflows || bytes <= believed else {
            throw ZipFault.bomb(path, entry: entry.name, reason: "archive.ratio")
        }
    }

    /// Fills as much of `buffer` as there is; 0 at the end.
    /// - Throws: Where the entry is damaged, longer than stated, or passes a limit.
    public mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
        guard let start = buffer.baseAddress, buffer.count > 0 else { return 0 }
        let got = unsafe Int(zip_fread(file, start, UInt64(buffer.count)))
        guard got >= 0 else {
            let number = unsafe zip_error_code_zip(zip_file_get_error(file))
            throw ZipFault.failure(number, path: handle.path, entry: entry.name)
        }
        bytesRead += got
        handle.unpackedBytes += got
        let location = SourceLocation(file: handle.path)
        guard bytesRead <= entry.size, got > 0 || bytesRead == entry.size else {
            throw ZipFault.damaged("archive.size", location, entry.name)
        }
        guard handle.unpackedBytes <= limits.totalBytes else {
            throw ZipFault.tooLarge(handle.path, what: "archive.total", limit: limits.totalBytes)
        }
        return got
    }
}
