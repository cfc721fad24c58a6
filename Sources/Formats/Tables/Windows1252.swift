/// Windows-1252, the letters of old Windows programs in western Europe. The five bytes without a sign are control
/// characters, as in the WHATWG encoding standard, so every byte stands for something.
public enum Windows1252 {
    /// What a byte stands for.
    public static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9F).contains(byte) ? signs[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    /// Appends what a byte stands for in UTF-8.
    static func append(_ byte: UInt8, to utf8: inout [UInt8]) {
        if byte < 0x80 {
            utf8.append(byte)
        } else {
            utf8.append(contentsOf: UTF8.encode(scalar(byte)) ?? UTF8.encodedReplacementCharacter)
        }
    }

    /// What the bytes 0x80…0x9F stand for.
    private static let signs: [Unicode.Scalar] = [
        "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
        "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
    ]
}
