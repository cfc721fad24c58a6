/// One file in a ZIP archive, as the archive's directory describes it. Its name is a text to show and to choose by; it never
/// becomes a path.
public struct ZipEntry: Sendable, Hashable {
    /// The place in the archive's directory, counted from 0.
    public let index: Int
    /// The name, with `/` between folders; control characters are replaced by U+FFFD.
    public let name: String
    /// The number of bytes once unpacked, as the directory states it. Reading stops there.
    public let size: Int
    /// The number of bytes in the archive, as the directory states it.
    public let compressedSize: Int
    /// How it is packed (APPNOTE 4.4.5: 0 stored, 8 deflate …).
    let method: UInt16
    /// How it is encrypted; 0 for not at all.
    let encryption: UInt16

    /// Whether it is a folder, which has no content.
    public var isFolder: Bool { name.hasSuffix("/") }

    /// The name without folders.
    public var fileName: String {
        String(name.split(separator: "/", omittingEmptySubsequences: true).last ?? "")
    }

    /// What follows the last dot of the file name, in lower case; empty without a dot.
    public var fileExtension: String {
        let file = fileName
        guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return "" }
        return file[file.index(after: dot)...].lowercased()
    }

    /// Whether the name would lead out of a folder into which a careless program unpacks: `..`, an absolute path, a drive, a
    /// backslash, a control character.
    public var hasSuspiciousName: Bool {
        let bytes = Array(name.utf8)
        return name.isEmpty || bytes.first == UInt8(ascii: "/") || bytes.contains(UInt8(ascii: "\\"))
            || (bytes.count > 1 && bytes[1] == UInt8(ascii: ":")) || name.unicodeScalars.contains("\u{FFFD}")
            || name.split(separator: "/", omittingEmptySubsequences: false).contains("..")
    }
}

/// What an archive may ask of this machine.
public struct ZipLimits: Sendable, Hashable {
    /// The largest number of entries.
    public var entryCount = 65_535
    /// The most bytes one entry may unpack to while it is streamed.
    public var entryBytes = 4 << 30
    /// The most bytes that may be unpacked from one archive in all.
    public var totalBytes = 16 << 30
    /// The most bytes of an entry that is held in memory as a whole.
    public var memoryBytes = 256 << 20
    /// Unpacked bytes per packed byte that are believed; deflate itself ends at 1032.
    public var ratio = 1000
    /// Up to so many unpacked bytes the ratio does not matter.
    public var ratioFreeBytes = 16 << 20

    /// The limits for files of a town: the German census of 100 m cells unpacks to less than 1 GiB.
    public static let standard = ZipLimits()
}
