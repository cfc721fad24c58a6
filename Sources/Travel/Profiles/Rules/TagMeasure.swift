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

    /// A length in metres, from 0 to 1,000: `2`, `2.5 m`, `1,5`, `250 cm`, `6'`, `6'7"`, `7 ft`, `80 in`,
    /// with `~`, `<`, `>` or `ca.` before it; of a range, `1-2`, the lower bound. Nil for anything else.
    /// See https://wiki.openstreetmap.org/wiki/Map_features/Units
    public static func metres(_ value: String) -> Double? {
        guard let text = plain(value), let (number, rest) = leadingNumber(of: withoutAbout(text[...])) else {
            return nil
        }
        let foot = 0.3048
        let metres: Double
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
        return metres <= 1_000 ? metres : nil
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
}
