internal import CZip
public import Features
internal import Glibc

/// Writes ZIP archives in memory, the same bytes for the same entries: every entry carries the date 1 January 1980.
public enum ZipWriter {
    /// An archive of these files, in this order, deflated.
    /// - Parameter path: The name for messages.
    /// - Throws: `.cannotCreate` where a name repeats or memory is short.
    public static func archive(_ files: [(name: String, bytes: [UInt8])], path: String) throws(Failure) -> [UInt8] {
        var fault = unsafe zip_error_t()
        guard let target = unsafe zip_source_buffer_create(nil, 0, 0, &fault) else { throw failure(path) }
        defer { unsafe zip_source_free(target) }
        // Kept beyond the closing of the archive, which lets go of its source.
        unsafe zip_source_keep(target)
        guard let archive = unsafe zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &fault) else {
            unsafe zip_source_free(target)
            throw failure(path)
        }
        for file in files {
            guard unsafe add(file.name, file.bytes, to: archive) else {
                unsafe zip_discard(archive)
                throw failure(path)
            }
        }
        guard unsafe zip_close(archive) == 0 else {
            unsafe zip_discard(archive)
            throw failure(path)
        }
        guard let bytes = unsafe contents(of: target) else { throw failure(path) }
        return bytes
    }

    private static func add(_ name: String, _ bytes: [UInt8], to archive: OpaquePointer) -> Bool {
        // libzip reads the bytes when it closes the archive, and frees them.
        guard let copy = unsafe malloc(max(1, bytes.count)) else { return false }
        unsafe bytes.withUnsafeBytes { buffer in
            if let start = buffer.baseAddress { unsafe memcpy(copy, start, buffer.count) }
        }
        guard let source = unsafe zip_source_buffer(archive, copy, UInt64(bytes.count), 1) else {
            unsafe free(copy)
            return false
        }
        let index = unsafe zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8)
        guard index >= 0, let place = UInt64(exactly: index) else {
            unsafe zip_source_free(source)
            return false
        }
        // 1 January 1980, the first day that ZIP knows: year − 1980 in bits 9–15, month in bits 5–8, day in bits 0–4.
        return unsafe zip_file_set_dostime(archive, place, 0, 1 << 5 | 1, 0) == 0
            && zip_set_file_compression(archive, place, Int32(ZIP_CM_DEFLATE), 6) == 0
    }

    private static func contents(of source: OpaquePointer) -> [UInt8]? {
        var information = unsafe zip_stat_t()
        guard unsafe zip_source_open(source) == 0 else { return nil }
        defer { unsafe zip_source_close(source) }
        guard unsafe zip_source_stat(source, &information) == 0, let count = unsafe Int(exactly: information.size)
        else {
            return nil
        }
        var bytes = [UInt8](repeating: 0, count: count)
        let got = unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe buffer.baseAddress.map { unsafe zip_source_read(source, $0, UInt64(count)) } ?? 0
        }
        return got == Int64(count) ? bytes : nil
    }

    private static func failure(_ path: String) -> Failure {
        Failure(
            .cannotCreate,
            Diagnostic(.outputUnwritable, at: SourceLocation(file: path), ["reason": "libzip"]))
    }
}
