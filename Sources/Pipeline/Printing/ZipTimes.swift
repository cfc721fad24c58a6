/// The times in a ZIP archive: programs write the clock's into it. Set to the first that the format knows (1 January 1980),
/// so that the same page gives the same bytes. (PKWARE, APPNOTE.TXT 6.3.10, 4.3.7, 4.3.12 and 4.3.16.)
enum ZipTimes {
    /// The archive with all times the same; as it is where it is no archive with a directory at its end.
    static func cleared(_ archive: [UInt8]) -> [UInt8] {
        var bytes = archive
        func number(_ offset: Int, _ count: Int) -> Int? {
            guard offset >= 0, offset + count <= bytes.count else { return nil }
            return (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
        }
        func clear(at offset: Int) {
            guard offset >= 0, offset + 4 <= bytes.count else { return }
            bytes.replaceSubrange(offset..<offset + 4, with: firstTime)
        }
        let ends = stride(from: bytes.count - 22, through: max(0, bytes.count - 22 - 65_535), by: -1)
        guard let end = ends.first(where: { number($0, 4) == 0x0605_4B50 }), let count = number(end + 10, 2),
            var entry = number(end + 16, 4)
        else { return archive }
        for _ in 0..<count {
            guard number(entry, 4) == 0x0201_4B50, let name = number(entry + 28, 2), let extra = number(entry + 30, 2),
                let comment = number(entry + 32, 2), let header = number(entry + 42, 4)
            else { return archive }
            clear(at: entry + 12)
            if number(header, 4) == 0x0403_4B50 { clear(at: header + 10) }
            entry += 46 + name + extra + comment
        }
        return bytes
    }

    /// 00:00 on 1980-01-01 in the format of MS-DOS, little-endian.
    private static let firstTime: [UInt8] = [0, 0, 0x21, 0]
}
