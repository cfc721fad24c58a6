/// Which encoding the cells of a table have. Every cell is looked at by itself, since lists that were put together from
/// several sources mix encodings: what is valid UTF-8 is UTF-8, everything else Windows-1252. A Windows-1252 text that
/// happens to be valid UTF-8 does not occur in practice ("Ã¤" would have to be meant).
struct CellEncoding {
    /// What a cell turned out to be.
    enum Kind {
        /// Nothing but ASCII, which is the same in all encodings.
        case plain
        case utf8
        case windows1252
    }

    /// The encoding that a person or a byte order mark named; nil where each cell decides.
    let declared: TableDialect.Encoding?

    /// Appends a cell in UTF-8, and tells what it was.
    func append(_ cell: UnsafeBufferPointer<UInt8>, to utf8: inout [UInt8]) -> Kind {
        guard cell.contains(where: { $0 >= 0x80 }) else {
            utf8.append(contentsOf: cell)
            return .plain
        }
        if declared != .windows1252, isUTF8(cell) {
            utf8.append(contentsOf: cell)
            return .utf8
        }
        for byte in cell { appendWindows1252(byte, to: &utf8) }
        return .windows1252
    }
}

/// Whether bytes are UTF-8 (Unicode 15, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
/// - Parameter mayBeCut: Whether a last sequence may be unfinished.
func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>, mayBeCut: Bool = false) -> Bool {
    var index = 0
    while index < bytes.count {
        let first = bytes[index]
        index += 1
        if first < 0x80 { continue }
        let (length, second): (Int, ClosedRange<UInt8>) =
            switch first {
            case 0xC2...0xDF: (1, 0x80...0xBF)
            case 0xE0: (2, 0xA0...0xBF)
            case 0xED: (2, 0x80...0x9F)
            case 0xE1...0xEF: (2, 0x80...0xBF)
            case 0xF0: (3, 0x90...0xBF)
            case 0xF4: (3, 0x80...0x8F)
            case 0xF1...0xF3: (3, 0x80...0xBF)
            default: (0, 0x80...0xBF)
            }
        guard length > 0 else { return false }
        for step in 0..<length {
            guard index < bytes.count else { return mayBeCut }
            guard (step == 0 ? second : 0x80...0xBF).contains(bytes[index]) else { return false }
            index += 1
        }
    }
    return true
}

/// Appends a byte of Windows-1252 in UTF-8. The five bytes without a sign are control characters, as in the WHATWG
/// encoding standard.
func appendWindows1252(_ byte: UInt8, to utf8: inout [UInt8]) {
    let scalar = (0x80...0x9F).contains(byte) ? windows1252[Int(byte) - 0x80] : UInt16(byte)
    switch scalar {
    case 0..<0x80: utf8.append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
        utf8.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
        utf8.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    default:
        utf8.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
        utf8.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F))
        utf8.append(0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F))
    }
}

/// The code points of the bytes 0x80…0x9F.
private let windows1252: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
]
