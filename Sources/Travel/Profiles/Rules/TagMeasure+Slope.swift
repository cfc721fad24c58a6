internal import Glibc

extension TagMeasure {
    /// A slope as rise by run, up is positive, between −1 and 1: `10%`, `10 %`, `-5%`, `10` (per cent), `5°`, `1:12`; of a
    /// range the steeper bound. Nil for `up`, `down`, `yes` and anything else.
    /// See https://wiki.openstreetmap.org/wiki/Key:incline
    public static func slope(_ value: String) -> Double? {
        guard let text = plain(value) else { return nil }
        let (isDown, unsigned) = sign(of: withoutAbout(text[...]))
        guard let (number, rest) = leadingNumber(of: unsigned) else { return nil }
        let (size, unit) = upperBound(after: number, trim(rest))
        guard let slope = slope(size, unit), slope <= 1 else { return nil }
        return isDown ? -slope : slope
    }

    /// A slope without its sign.
    private static func slope(_ size: Double, _ unit: Substring) -> Double? {
        switch String(unit) {
        case "", "%", "percent", "prozent": return size / 100
        case "‰": return size / 1_000
        case "°", "deg", "º": return size < 60 ? tan(size * .pi / 180) : nil
        case let tail where tail.hasPrefix(":"):
            guard let (run, end) = leadingNumber(of: trim(tail.dropFirst())), run > 0, trim(end).isEmpty else {
                return nil
            }
            return size / run
        default: return nil
        }
    }

    /// Whether a text begins with a minus of any kind, and what follows the sign.
    private static func sign(of text: Substring) -> (isDown: Bool, rest: Substring) {
        guard let first = text.first, "+-−–".contains(first) else { return (false, text) }
        return (first != "+", trim(text.dropFirst()))
    }

    /// The larger bound of a range, `5-10%` or `5%-10%`, and the unit behind it; the number itself where there is none.
    private static func upperBound(after number: Double, _ rest: Substring) -> (Double, Substring) {
        let behindUnit = rest.first == "%" ? trim(rest.dropFirst()) : rest
        guard behindUnit.first == "-", let (upper, tail) = leadingNumber(of: trim(behindUnit.dropFirst())) else {
            return (number, rest)
        }
        return (max(number, upper), trim(tail))
    }
}
