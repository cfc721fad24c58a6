internal import Wording

/// A street and a house number as people write them, in a form in which they can be compared.
public enum AddressText {
    /// The street folded: case, umlauts, spaces and hyphens do not matter, `Str.` and `str` are `strasse`, `St.` is
    /// `sankt`, `Pl.` is `platz`. Empty where nothing is left.
    public static func streetKey(_ street: String) -> String {
        var key = ""
        let separators: Set<Character> = [" ", "-", "–", "\u{A0}", "/", ",", "\t"]
        for word in street.split(whereSeparator: separators.contains) {
            let folded = Folding.key(String(word))
            if folded == "st" {
                key += "sankt"
            } else if folded.hasSuffix("str") {
                key += folded + "asse"
            } else if word.last == ".", folded.hasSuffix("pl") {
                key += folded + "atz"
            } else {
                key += folded
            }
        }
        return key
    }

    /// The house number folded: `12 A`, `12a` and `Nr. 12a` are `12a`; leading zeros go. Empty where nothing is left.
    public static func numberKey(_ number: String) -> String {
        var text = number.lowercased().filter { !$0.isWhitespace && $0 != "." }
        for word in ["hausnummer", "hausnr", "nr", "no"] where text.hasPrefix(word) { text.removeFirst(word.count) }
        text = String(text.map { "–—+&u".contains($0) ? "-" : $0 })
        return String(text.drop { $0 == "0" })
    }

    /// The single numbers that a range such as `12-14`, `12/14`, `12a-c` or `12a-14` stands for, the first one first;
    /// of a range of numbers those with the parity of its ends. Empty for what is no range, or one of more than 50.
    public static func members(ofRange key: String) -> [String] {
        let parts = key.split { $0 == "-" || $0 == "/" }
        guard parts.count == 2, let first = Part(parts[0]), parts[0].first?.isNumber == true else { return [] }
        guard let last = Part(parts[1]) else { return [] }
        if last.number == nil, let from = first.letter, let to = last.letter, from < to {
            return (from...to).map { "\(first.number ?? 0)" + String(UnicodeScalar($0)) }
        }
        guard let from = first.number, let to = last.number, from < to, to - from <= 100 else { return [] }
        let step = (to - from) % 2 == 0 ? 2 : 1
        var members = [String(parts[0])]
        members += stride(from: from + step, to: to, by: step).map { "\($0)" }
        return members + [String(parts[1])]
    }

    /// A number and a letter, one of which may be missing.
    private struct Part {
        var number: Int?
        var letter: UInt8?

        init?(_ text: Substring) {
            let digits = text.prefix { ("0"..."9").contains($0) }
            let rest = text.utf8.dropFirst(digits.utf8.count)
            number = Int(digits)
            letter = rest.first
            guard rest.count <= 1, number != nil || letter != nil, number != nil || digits.isEmpty else { return nil }
            if let letter, !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) { return nil }
        }
    }

    /// Street and number of one text, such as `Lundweg 30` or `Straße des 17. Juni 12 a, 24941 Flensburg`; nil where the
    /// text before the first comma does not end in a house number.
    public static func split(_ text: String) -> (street: String, number: String)? {
        let address = text.prefix { $0 != "," && !$0.isNewline }
        let words = address.split(whereSeparator: \.isWhitespace)
        // The house number begins at the last word with a digit that is not the first and has no point behind it, and
        // goes back over words such as the 12 in "12 - 14".
        guard words.count > 1, var start = words.lastIndex(where: { $0.first?.isNumber == true }), start > 0 else {
            return nil
        }
        while start > 2, ["-", "–", "/", "+", "u.", "und"].contains(words[start - 1]),
            words[start - 2].first?.isNumber == true
        {
            start -= 2
        }
        // Behind it only letters and the signs of a range may stand.
        let tail = words[start...].joined(separator: " ").replacing("und", with: "-")
        guard !words[start].hasSuffix("."), isNumber(tail) else { return nil }
        return (words[..<start].joined(separator: " "), tail)
    }

    private static func isNumber(_ text: String) -> Bool {
        let key = numberKey(text)
        let digits = key.prefix { $0.isNumber }
        guard (1...4).contains(digits.count) else { return false }
        return key.count <= digits.count + 1 || !members(ofRange: key).isEmpty
    }
}
