import Features

@testable import Archives

/// A file of an archive under construction: what its headers say may differ from what it is.
struct RawEntry {
    var name: [UInt8]
    /// The bytes as they lie in the archive.
    var packed: [UInt8]
    var method: UInt16 = 0
    var flags: UInt16 = 0
    /// The checksum stated; by default the right one for stored bytes.
    var checksum: UInt32
    /// The unpacked size stated.
    var size: UInt32
    /// The offset of the local header that the directory states; by default the true one.
    var offset: UInt32?

    /// A stored file.
    init(_ name: String, _ text: String) {
        self.init(Array(name.utf8), stored: Array(text.utf8))
    }

    init(_ name: [UInt8], stored bytes: [UInt8]) {
        self.name = name
        packed = bytes
        checksum = crc32(bytes)
        size = UInt32(bytes.count)
    }
}

/// An archive byte by byte (APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16).
func rawArchive(_ entries: [RawEntry]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    func word16(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }
    func word32(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 255) } }
    for entry in entries {
        let place = UInt32(bytes.count)
        let common =
            word16(20) + word16(Int(entry.flags)) + word16(Int(entry.method)) + word16(0) + word16(33)
            + word32(entry.checksum) + word32(UInt32(entry.packed.count)) + word32(entry.size)
            + word16(entry.name.count) + word16(0)
        bytes += word32(0x0403_4B50) + common + entry.name + entry.packed
        directory +=
            word32(0x0201_4B50) + word16(20) + common + word16(0) + word16(0) + word16(0) + word32(0)
            + word32(entry.offset ?? place) + entry.name
    }
    let start = UInt32(bytes.count)
    return bytes + directory + word32(0x0605_4B50) + word16(0) + word16(0) + word16(entries.count)
        + word16(entries.count) + word32(UInt32(directory.count)) + word32(start) + word16(0)
}

/// The checksum of ZIP (CRC-32, reflected polynomial EDB88320), bit by bit.
func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
        (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
}

/// The finding that ends opening the archive, or reading all its files; nil where everything is well.
func fault(_ bytes: [UInt8], limits: ZipLimits = .standard) -> Diagnostic? {
    do throws(Failure) {
        let archive = try ZipArchive(bytes, path: "test.zip", limits: limits)
        for index in archive.entries.indices { _ = try archive.bytes(of: archive.entries[index]) }
        return nil
    } catch {
        return error.diagnostics.first
    }
}
