/// How the texts of a dBASE table are encoded.
enum TableEncoding: Sendable, Equatable {
    case utf8
    case singleByte(SingleByteTable)

    /// The name for messages.
    var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .singleByte(let table): table.name
        }
    }

    /// What a `.cpg` file says (`UTF-8`, `1252`, `ANSI 1252`, `ISO 88591`); nil where it says nothing that is known.
    init?(codePageText bytes: [UInt8]) {
        let word = String(decoding: bytes.prefix(100), as: UTF8.self).lowercased()
        var name = String(word.filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
        for prefix in ["ansi", "windows", "oem", "cp", "ibm", "ldid"] where name.hasPrefix(prefix) && name != prefix {
            if prefix == "ldid" {
                self.init(languageDriver: UInt8(name.dropFirst(4)) ?? 0)
                return
            }
            name.removeFirst(prefix.count)
        }
        switch name {
        case "utf8", "65001": self = .utf8
        case "1252", "ansi": self = .singleByte(.windows1252)
        case "1250": self = .singleByte(.windows1250)
        case "iso88591", "88591", "latin1", "28591": self = .singleByte(.latin1)
        case "iso885915", "885915", "latin9", "28605": self = .singleByte(.latin9)
        case "850": self = .singleByte(.codePage850)
        case "437": self = .singleByte(.codePage437)
        default: return nil
        }
    }

    /// What the language driver in the header of a `.dbf` file says; nil for 0 and for languages far from here.
    init?(languageDriver: UInt8) {
        switch languageDriver {
        case 0x03, 0x57, 0x58, 0x59: self = .singleByte(.windows1252)
        case 0x02, 0x0A, 0x0F, 0x10, 0x12, 0x14, 0x16, 0x1D, 0x25, 0x37: self = .singleByte(.codePage850)
        case 0x01, 0x09, 0x0B, 0x0D, 0x11, 0x15, 0x18, 0x19, 0x1B: self = .singleByte(.codePage437)
        case 0xC8: self = .singleByte(.windows1250)
        default: return nil
        }
    }

    /// The text of some bytes. Bytes that are no UTF-8 although they should be are taken as Windows-1252, which is what
    /// such files then hold; the second value says so.
    func decode(_ bytes: [UInt8]) -> (text: String, isAsSaid: Bool) {
        switch self {
        case .singleByte(let table): return (table.decode(bytes), true)
        case .utf8:
            if let text = String(validating: bytes, as: UTF8.self) { return (text, true) }
            return (SingleByteTable.windows1252.decode(bytes), false)
        }
    }
}
