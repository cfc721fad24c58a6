/// Numbers as text, the same on every machine and in every locale.
public enum NumberText {
    /// The shortest decimal that reads back to the same double, whole numbers without `.0`; very large and very small
    /// ones with an exponent. A number that is not finite reads `nan`, `inf` or `-inf`.
    public static func shortest(_ value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// As ``shortest(_:)``, but never with an exponent.
    public static func plain(_ value: Double) -> String {
        let text = shortest(value)
        // Only very large and very small numbers have an exponent, and a zero may have a sign.
        let hasDigits = value != 0 && !text.utf8.contains(UInt8(ascii: "e"))
        guard !hasDigits, let digits = DecimalDigits(value) else { return text }
        return digits.text(decimals: max(0, digits.digits.count - digits.pointPosition))
    }

    /// The number with as many decimals, rounded half away from zero ("kaufmännisch").
    ///
    /// What is rounded is the shortest decimal of the double, that is the number a person sees and writes: 1.115 gives
    /// 1.12, although the double lies a little below. A zero never has a sign.
    /// - Parameter trimmed: Leaves zeros at the end of the decimals out.
    public static func fixed(_ value: Double, decimals: Int, trimmed: Bool = false) -> String {
        if let text = clearlyRounded(value, decimals: decimals, trimmed: trimmed) { return text }
        guard var digits = DecimalDigits(value) else { return shortest(value) }
        digits.round(decimals: decimals)
        let text = digits.text(decimals: decimals)
        guard trimmed, decimals > 0 else { return text }
        let kept = text.utf8.reversed().drop { $0 == UInt8(ascii: "0") }
        return String(decoding: (kept.first == UInt8(ascii: ".") ? kept.dropFirst() : kept).reversed(), as: UTF8.self)
    }

    /// The text of a number that lies clear of a tie, which is nearly every one: there the rounded product with a power of
    /// ten has the digits. Nil where it may be a tie, where the product is too large to tell, and for what rounds to 0.
    private static func clearlyRounded(_ value: Double, decimals: Int, trimmed: Bool) -> String? {
        guard decimals >= 0, decimals < powersOfTen.count else { return nil }
        let scaled = value.magnitude * powersOfTen[decimals]
        let nearest = scaled.rounded()
        // Below 10¹¹ the product and the shortest decimal are within 10⁻⁴ of each other.
        guard scaled < 1e11, nearest >= 1, (scaled - nearest).magnitude < 0.499 else { return nil }
        var rest = UInt64(nearest)
        var places = decimals
        if trimmed {
            while places > 0, rest % 10 == 0 {
                rest /= 10
                places -= 1
            }
        }
        return String(unsafeUninitializedCapacity: 24) { buffer in
            // Sign, at most 11 digits or as many as there are decimals and one before, and the point.
            var place = buffer.count
            var written = 0
            while rest > 0 || written <= places {
                if written == places, places > 0 {
                    place -= 1
                    buffer[place] = UInt8(ascii: ".")
                }
                place -= 1
                buffer[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
                written += 1
            }
            if value < 0 {
                place -= 1
                buffer[place] = UInt8(ascii: "-")
            }
            let count = buffer.count - place
            for index in 0..<count { buffer[index] = buffer[place + index] }
            return count
        }
    }

    private static let powersOfTen: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

    /// A number text in German: a decimal comma and, between groups of three digits before it, `separator`.
    /// - Parameter separator: By default none; for people a narrow no-break space (U+202F).
    public static func german(_ text: String, separator: String = "") -> String {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let (sign, whole) = parts[0].first == "-" ? ("-", parts[0].dropFirst()) : ("", parts[0])
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { grouped += separator }
            grouped.append(digit)
        }
        return sign + grouped + (parts.count > 1 ? "," + parts[1] : "")
    }
}

/// The shortest decimal of a double as digits: ± 0.d₁d₂d₃… × 10^``pointPosition``.
struct DecimalDigits {
    /// Whether the number is below zero.
    private var isNegative: Bool
    /// The digits 0…9 without zeros in front; empty for zero.
    private(set) var digits: [UInt8] = []
    /// How many digits stand before the decimal point; negative for zeros behind it.
    private(set) var pointPosition = 0

    /// Takes a finite number apart.
    init?(_ value: Double) {
        guard value.isFinite else { return nil }
        isNegative = value < 0
        var seenPoint = false
        var exponent = 0
        // The form is [-]digits[.digits][e±digits].
        let parts = "\(value.magnitude)".split(separator: "e")
        if parts.count > 1 { exponent = Int(parts[1]) ?? 0 }
        for character in parts[0].utf8 {
            if character == UInt8(ascii: ".") {
                seenPoint = true
            } else {
                if !seenPoint { pointPosition += 1 }
                digits.append(character - UInt8(ascii: "0"))
            }
        }
        pointPosition += exponent
        let zeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(zeros)
        pointPosition -= zeros
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty { pointPosition = 0 }
    }

    /// Rounds half away from zero.
    mutating func round(decimals: Int) {
        let kept = pointPosition + decimals
        guard kept < digits.count else { return }
        let roundsUp = kept >= 0 && digits[kept] >= 5
        digits.removeSubrange(max(0, kept)...)
        guard roundsUp else {
            if digits.allSatisfy({ $0 == 0 }) { isNegative = false }
            return
        }
        var index = digits.count - 1
        while index >= 0, digits[index] == 9 {
            digits[index] = 0
            index -= 1
        }
        if index >= 0 {
            digits[index] += 1
        } else {
            digits.insert(1, at: 0)
            pointPosition += 1
        }
    }

    /// The digits with a point before the last `decimals` of them; digits behind those are left out.
    func text(decimals: Int) -> String {
        func digit(_ position: Int) -> UInt8 {
            let index = position + pointPosition
            return UInt8(ascii: "0") + (digits.indices.contains(index) ? digits[index] : 0)
        }
        var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
        // Positions count from the point: −1 is the last digit before it.
        text.append(contentsOf: (min(-1, -pointPosition)...(-1)).map(digit))
        if decimals > 0 {
            text.append(UInt8(ascii: "."))
            text.append(contentsOf: (0..<decimals).map(digit))
        }
        return String(decoding: text, as: UTF8.self)
    }
}
