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
        for byte in cell { Windows1252.append(byte, to: &utf8) }
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
