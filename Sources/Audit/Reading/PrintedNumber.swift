/// A number as it is printed for people or programs, and what a reader knows of the true one.
struct PrintedNumber: Sendable, Hashable {
    /// The values that are printed so.
    var range: ClosedRange<Double>
    /// Whether it is a share in per cent.
    var isPercent = false
    /// The decimals that are printed.
    var decimals = 0

    /// The one number of a text that holds nothing else but marks: `≈ 2 630`, `12,5 %`, `0.178`, `<5`, `1–4`.
    init?(_ text: String) {
        var rest = Substring(text)
        func isSpace(_ character: Character) -> Bool { character.isWhitespace || "≈~ca.".contains(character) }
        while let first = rest.first, isSpace(first) { rest.removeFirst() }
        var bound: Character?
        if let first = rest.first, "<>≤≥".contains(first) {
            bound = first
            rest.removeFirst()
            while rest.first?.isWhitespace == true { rest.removeFirst() }
        }
        guard let (value, decimals) = PrintedNumber.number(&rest) else { return nil }
        self.decimals = decimals
        let half = 0.5 / PrintedNumber.powerOfTen(decimals)
        range = decimals == 0 ? value...value : value - half...value + half
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        if let dash = rest.first, "–-".contains(dash) {
            rest.removeFirst()
            while rest.first?.isWhitespace == true { rest.removeFirst() }
            guard let (second, _) = PrintedNumber.number(&rest), second >= value else { return nil }
            range = value...second
            while rest.first?.isWhitespace == true { rest.removeFirst() }
        }
        if rest.first == "%" {
            isPercent = true
            rest.removeFirst()
        }
        guard rest.allSatisfy(\.isWhitespace) else { return nil }
        switch bound {
        case "<": range = 0...max(0, value)
        case "≤": range = 0...max(0, value)
        case ">", "≥": range = value...max(value, .greatestFiniteMagnitude)
        default: break
        }
    }

    /// Takes a number from the beginning of a text: digits, apart by thousands or not, point or comma before decimals.
    ///
    /// `2.630` and `2,630` are thousands: three digits behind a single sign are decimals only behind a zero.
    static func number(_ text: inout Substring) -> (value: Double, decimals: Int)? {
        var digits = ""
        var groups: [Int] = []
        var signs: [Character] = []
        var position = text.startIndex
        var length = 0
        var isNegative = false
        if let first = text.first, first == "-" || first == "−" {
            isNegative = true
            position = text.index(after: position)
        }
        while position < text.endIndex {
            let character = text[position]
            if let digit = character.wholeNumberValue, character.isASCII {
                digits.append("\(digit)")
                length += 1
                guard digits.count <= 18 else { return nil }
            } else {
                let next = text.index(after: position)
                guard length > 0, ".,\u{202F}\u{A0}\u{2009} ’'".contains(character), next < text.endIndex,
                    text[next].isASCII, text[next].isNumber
                else { break }
                // Apart by a space only where three digits follow and no fourth.
                if !".,".contains(character) {
                    let three = text[next...].prefix { $0.isASCII && $0.isNumber }
                    guard three.count == 3, length <= 3 else { break }
                }
                groups.append(length)
                signs.append(character)
                length = 0
            }
            position = text.index(after: position)
        }
        guard !digits.isEmpty else { return nil }
        groups.append(length)
        var decimals = 0
        if let sign = signs.last, ".,".contains(sign) {
            let isOnly = signs.filter { $0 == sign }.count == 1
            let afterZero = signs.count == 1 && digits.hasPrefix("0")
            if isOnly, length != 3 || afterZero || signs.count > 1 { decimals = length }
        }
        // Thousands are three digits each: 3.4.2024 is no number.
        let thousands = groups.dropFirst().dropLast(decimals > 0 ? 1 : 0)
        guard thousands.allSatisfy({ $0 == 3 }), thousands.isEmpty || groups[0] <= 3, let whole = Double(digits) else {
            return nil
        }
        text = text[position...]
        let value = whole / powerOfTen(decimals)
        return (isNegative ? -value : value, decimals)
    }

    /// 10 to a power.
    static func powerOfTen(_ exponent: Int) -> Double {
        (0..<max(0, exponent)).reduce(1.0) { power, _ in power * 10 }
    }
}
