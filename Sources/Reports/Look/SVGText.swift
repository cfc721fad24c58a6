/// Looks through the text of an SVG file for what would reach beyond it.
///
/// Browsers load nothing for an image and run no script in it; programs that print are less strict, so what refers to other
/// files is refused as a whole. Only what is known to stay inside is taken: `#part`, and PNG or JPEG images of their own bytes.
enum SVGText {
    /// Checks the bytes of a file.
    static func check(_ bytes: [UInt8]) throws(Logo.Flaw) {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        // Nothing but a tag can come first.
        guard let first = start.first(where: { !isSpace($0) }), first == UInt8(ascii: "<") else { throw .notAnImage }
        guard String(validating: start, as: UTF8.self) != nil, !start.contains(0) else { throw .svgText }
        let folded = Array(start.map(lowered))
        // Entities are another way to write anything; style sheets of their own are other files.
        for forbidden in ["<!entity", "<?xml-stylesheet", "<!attlist", "@import", "xml:base"]
        where contains(folded, forbidden) { throw .svgEntities }
        guard root(folded), contains(folded, "http://www.w3.org/2000/svg") else { throw .notAnImage }
        for (sign, ends) in [("href", "\"'"), ("url", "")] {
            for position in positions(of: sign, in: folded) where !staysInside(folded, position + sign.utf8.count, ends)
            {
                throw .svgReference
            }
        }
        // Styles can write letters as numbers, behind which a reference could hide.
        if contains(folded, "<style"), folded.contains(UInt8(ascii: "\\")) { throw .svgReference }
    }

    /// Whether the first element is `svg`, behind a declaration, comments and a document type.
    private static func root(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while true {
            rest = rest.drop(while: isSpace)
            if rest.starts(with: "<svg".utf8) {
                return rest.dropFirst(4).first.map { isSpace($0) || $0 == UInt8(ascii: ">") } ?? false
            }
            let end: String
            if rest.starts(with: "<!--".utf8) {
                end = "-->"
            } else if rest.starts(with: "<?".utf8) {
                end = "?>"
            } else if rest.starts(with: "<!doctype".utf8) {
                end = ">"
            } else {
                return false
            }
            guard let found = positions(of: end, in: Array(rest)).first else { return false }
            rest = rest.dropFirst(found + end.utf8.count)
        }
    }

    /// Whether what follows `href` or `url` refers to a part of the file, or holds an image.
    private static func staysInside(_ bytes: [UInt8], _ position: Int, _ quotes: String) -> Bool {
        let isAttribute = !quotes.isEmpty
        // Style sheets know `url(` in one piece only.
        var rest = isAttribute ? bytes[position...].drop(while: isSpace) : bytes[position...]
        // A word of a text that only contains the letters is none.
        guard rest.first == UInt8(ascii: isAttribute ? "=" : "(") else { return true }
        rest = rest.dropFirst().drop(while: isSpace)
        if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            rest = rest.dropFirst().drop(while: isSpace)
        } else if isAttribute {
            return false
        }
        // In attributes quotation marks inside of `url()` are written as entities.
        for mark in ["&quot;", "&apos;", "&#34;", "&#39;"] where rest.starts(with: mark.utf8) {
            rest = rest.dropFirst(mark.utf8.count)
        }
        return ["#", "data:image/png;base64,", "data:image/jpeg;base64,", "data:image/jpg;base64,"].contains {
            rest.starts(with: $0.utf8)
        }
    }

    // MARK: Bytes

    private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }

    private static func contains(_ bytes: [UInt8], _ word: String) -> Bool { !positions(of: word, in: bytes).isEmpty }

    private static func positions(of word: String, in bytes: [UInt8]) -> [Int] {
        let wanted = Array(word.utf8)
        guard let first = wanted.first, bytes.count >= wanted.count else { return [] }
        return (0...(bytes.count - wanted.count)).filter { start in
            bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted)
        }
    }
}
