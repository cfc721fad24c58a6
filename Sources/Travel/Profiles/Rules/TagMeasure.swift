internal import Glibc

/// Reads the values of tags that people type: lengths with or without units, slopes, words.
public enum TagMeasure {
    /// A value without blanks around it, in lower case, of a list `a;b` the first member; nil where nothing is left.
    static func plain(_ value: String) -> String? {
        let isPlain = value.utf8.allSatisfy { byte in
            byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: ";") && !(0x41...0x5A).contains(byte)
        }
        if isPlain { return value.isEmpty ? nil : value }
        let first = value.split(separator: ";", omittingEmptySubsequences: true).first ?? ""
        let trimmed = trim(first.lowercased()[...])
        return trimmed.isEmpty ? nil : String(trimmed)
    }

    /// A length in metres, more than 0 and at most 1,000: `2`, `2.5 m`, `1,5`, `250 cm`, `6'`, `6'7"`, `7 ft`, `80 in`,
    /// with `~`, `<`, `>` or `ca.` before it; of a range, `1-2`, the lower bound. Nil for anything else.
    /// See https://wiki.openstreetmap.org/wiki/Map_features/Units
    public static func metres(_ value: String) -> Double? {
        guard let text = plain(value), let (number, rest) = leadingNumber(of: withoutSign(text[...])) else {
            return nil
        }
        let foot = 0.3048
        var metres: Double
        switch String(trim(unit(afterRange: rest))) {
        case "", "m", "meter", "metre", "metres", "meters": metres = number
        case "cm": metres = number / 100
        case "mm": metres = number / 1_000
        case "km": metres = number * 1_000
        case "ft", "feet", "foot", "'": metres = number * foot
        case "in", "inch", "\"", "''": metres = number * foot / 12
        case let tail where tail.hasPrefix("'"):
            guard let (inches, end) = leadingNumber(of: trim(tail.dropFirst())), inches < 12,
                ["", "\"", "''", "in"].contains(String(trim(end)))
            else { return nil }
            metres = (number + inches / 12) * foot
        default: return nil
        }
        // Centimetres typed as a plain number stay what they say: nobody can know.
        metres = metres.magnitude
        return metres > 0 && metres <= 1_000 ? metres : nil
    }

    /// A slope as rise by run, up is positive, between −1 and 1: `10%`, `10 %`, `-5%`, `10` (per cent), `5°`, `1:12`; of a
    /// range the steeper bound. Nil for `up`, `down`, `yes` and anything else.
    /// See https://wiki.openstreetmap.org/wiki/Key:incline
    public static func slope(_ value: String) -> Double? {
        guard var text = plain(value)?[...] else { return nil }
        while let first = text.first, "~<>≤≥".contains(first) { text = trim(text.dropFirst()) }
        var sign = 1.0
        if let first = text.first, "-−–".contains(first) {
            sign = -1
            text = trim(text.dropFirst())
        } else if text.first == "+" {
            text = trim(text.dropFirst())
        }
        guard let (number, rest) = leadingNumber(of: text) else { return nil }
        var size = number
        var unit = trim(rest)
        // A range: `5-10%`, `5%-10%`.
        let afterUnit = unit.first == "%" ? trim(unit.dropFirst()) : unit
        if afterUnit.first == "-", let (upper, tail) = leadingNumber(of: trim(afterUnit.dropFirst())) {
            size = max(size, upper)
            unit = trim(tail)
        }
        let slope: Double
        switch String(unit) {
        case "", "%", "percent", "prozent": slope = size / 100
        case "‰": slope = size / 1_000
        case "°", "deg", "º":
            guard size < 60 else { return nil }
            slope = tan(size * .pi / 180)
        case let tail where tail.hasPrefix(":"):
            guard let (run, end) = leadingNumber(of: trim(tail.dropFirst())), run > 0, trim(end).isEmpty else {
                return nil
            }
            slope = size / run
        default: return nil
        }
        return slope <= 1 ? sign * slope : nil
    }

    /// A height above the sea in metres, from −500 to 9,000, with or without unit: `40`, `40.5 m`, `40,5`, `-2`.
    static func height(_ value: String) -> Double? {
        guard let text = plain(value) else { return nil }
        let isNegative = text.first == "-"
        guard let (number, rest) = leadingNumber(of: isNegative ? text.dropFirst() : text[...]) else { return nil }
        let metres: Double
        switch String(trim(rest)) {
        case "", "m": metres = number
        case "ft", "'": metres = number * 0.3048
        default: return nil
        }
        let height = isNegative ? -metres : metres
        return height >= -500 && height <= 9_000 ? height : nil
    }

    /// The text after what only says "about".
    private static func withoutSign(_ text: Substring) -> Substring {
        var text = text
        while let first = text.first, "~<>≤≥".contains(first) { text = trim(text.dropFirst()) }
        if text.hasPrefix("ca.") { text = trim(text.dropFirst(3)) }
        return text
    }

    /// What follows the upper bound of a range, else the text itself.
    private static func unit(afterRange text: Substring) -> Substring {
        let tail = trim(text)
        guard tail.first == "-", let (_, rest) = leadingNumber(of: trim(tail.dropFirst())) else { return text }
        return rest
    }

    /// The number a text begins with, digits with one point or comma and without sign, and what follows it.
    private static func leadingNumber(of text: some StringProtocol) -> (Double, Substring)? {
        let text = Substring(text)
        var digits = ""
        var hasPoint = false
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else if !hasPoint, character == "." || character == ",", !digits.isEmpty {
                hasPoint = true
                digits.append(".")
            } else {
                break
            }
            index = text.index(after: index)
        }
        guard !digits.isEmpty, digits.utf8.count <= 15, let number = Double(digits + (digits.last == "." ? "0" : ""))
        else { return nil }
        return (number, text[index...])
    }

    private static func trim(_ text: some StringProtocol) -> Substring {
        var text = Substring(text)
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return text
    }
}
