internal import CZip
internal import Features

/// The open archive of libzip; closed with the last value that reads from it.
@safe final class ZipHandle {
    /// The archive. Never written to, so discarding is closing.
    let pointer: OpaquePointer
    /// The path for messages.
    let path: String
    /// The bytes unpacked so far, from all entries.
    var unpackedBytes = 0

    @unsafe init(pointer: OpaquePointer, path: String) {
        unsafe self.pointer = unsafe pointer
        self.path = path
    }

    deinit {
        unsafe zip_discard(pointer)
    }
}

/// Findings about archives, from the error numbers of libzip.
enum ZipFault {
    /// The reason to end with, for an error number of `zip.h`.
    /// - Parameter entry: The entry's name; nil where the archive as a whole is meant.
    static func failure(_ number: Int32, path: String, entry: String?) -> Failure {
        let location = SourceLocation(file: path)
        switch number {
        case ZIP_ER_READ, ZIP_ER_OPEN, ZIP_ER_SEEK, ZIP_ER_NOENT, ZIP_ER_MEMORY, ZIP_ER_TELL:
            if entry == nil {
                return Failure(.unreadable, Diagnostic(.archiveUnreadable, at: location, ["@reason": "archive.io"]))
            }
            return damaged("archive.truncated", location, entry)
        case ZIP_ER_COMPNOTSUPP:
            return Failure(
                .malformedData, Diagnostic(.archiveMethodUnknown, at: location, ["entry": entry ?? path]))
        case ZIP_ER_ENCRNOTSUPP, ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD:
            return Failure(.malformedData, Diagnostic(.archiveEncrypted, at: location, ["entry": entry ?? path]))
        case ZIP_ER_CRC: return damaged("archive.checksum", location, entry)
        case ZIP_ER_EOF: return damaged("archive.truncated", location, entry)
        case ZIP_ER_MULTIDISK:
            return Failure(.malformedData, Diagnostic(.archiveUnreadable, at: location, ["@reason": "archive.disks"]))
        default: return damaged("archive.inconsistent", location, entry)
        }
    }

    /// What cannot be read as the format says.
    static func damaged(_ reason: String, _ location: SourceLocation, _ entry: String?) -> Failure {
        guard let entry else {
            let reason = reason == "archive.inconsistent" ? "archive.no_zip" : reason
            return Failure(.malformedData, Diagnostic(.archiveUnreadable, at: location, ["@reason": reason]))
        }
        return Failure(
            .malformedData, Diagnostic(.archiveDamaged, at: location, ["entry": entry, "@reason": reason]))
    }

    /// More than a limit allows.
    static func tooLarge(_ path: String, what: String, limit: Int) -> Failure {
        Failure(
            .malformedData,
            Diagnostic(.archiveTooLarge, at: SourceLocation(file: path), ["@what": what, "limit": "\(limit)"]))
    }

    /// What only an archive that is meant to do harm does.
    static func bomb(_ path: String, entry: String, reason: String) -> Failure {
        Failure(
            .malformedData,
            Diagnostic(.archiveBomb, at: SourceLocation(file: path), ["entry": entry, "@reason": reason]))
    }
}
