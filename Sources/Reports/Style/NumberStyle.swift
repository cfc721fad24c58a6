internal import Wording

/// Writes numbers and dates the way a language does, whatever the machine is set to.
struct NumberStyle: Sendable {
    let language: Language

    /// A number with a fixed number of decimals: `1 234,5` in German, `1,234.5` in English.
    func number(_ value: Double, decimals: Int = 0) -> String {
        guard let digits = NumberStyle.digits(value, decimals: decimals) else { return "\(value)" }
        var grouped = ""
        for (index, digit) in digits.whole.enumerated() {
            if index > 0, (digits.whole.count - index) % 3 == 0 { grouped += groupSeparator }
            grouped.append(digit)
        }
        let sign = digits.isNegative ? "−" : ""
        return sign + grouped + (digits.fraction.isEmpty ? "" : decimalSign + digits.fraction)
    }

    /// The same number for machines: `1234.5`.
    func machine(_ value: Double, decimals: Int = 0) -> String {
        guard let digits = NumberStyle.digits(value, decimals: decimals) else { return "\(value)" }
        let sign = digits.isNegative ? "-" : ""
        return sign + digits.whole + (digits.fraction.isEmpty ? "" : "." + digits.fraction)
    }

    /// A share of 1 in whole per cent: `42 %` in German, `42%` in English. What is not all does not read as all, and
    /// what is not nothing not as nothing: `> 99 %`, `< 1 %`.
    func percent(_ share: Double) -> String {
        switch NumberStyle.rounding(share) {
        case .nearlyAll: ">\u{202F}99" + percentSign
        case .nearlyNone: "<\u{202F}1" + percentSign
        case .exact: number(share * 100) + percentSign
        }
    }

    /// Whether rounding to whole per cent would say too much.
    enum ShareRounding {
        case nearlyNone, exact, nearlyAll
    }

    static func rounding(_ share: Double) -> ShareRounding {
        // A sum of weights that should be 1 may miss it by rounding.
        if share < 1 - 1e-9, share >= 0.995 { return .nearlyAll }
        if share > 1e-9, share < 0.005 { return .nearlyNone }
        return .exact
    }

    /// What stands after a number of per cent, with its space.
    var percentSign: String { language == .german ? "\u{202F}%" : "%" }

    /// An ISO date (`2023-05-11`) in words; any other text as it is.
    func date(_ text: String) -> String {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month),
            (1...31).contains(day)
        else { return text }
        let names = language == .german ? NumberStyle.germanMonths : NumberStyle.englishMonths
        return language == .german
            ? "\(day).\u{A0}\(names[month - 1]) \(year)" : "\(day)\u{A0}\(names[month - 1]) \(year)"
    }

    /// The month of an ISO date in words: `März 2025`; any other text as it is.
    func month(_ text: String) -> String {
        let shown = date(text)
        guard shown != text, let day = shown.firstIndex(of: "\u{A0}") else { return text }
        return String(shown[shown.index(after: day)...])
    }

    private var groupSeparator: String { language == .german ? "\u{202F}" : "," }
    private var decimalSign: String { language == .german ? "," : "." }

    private static func digits(
        _ value: Double, decimals: Int
    ) -> (isNegative: Bool, whole: String, fraction: String)? {
        var scale = 1
        for _ in 0..<decimals { scale *= 10 }
        guard let scaled = Int(exactly: (value * Double(scale)).rounded()) else { return nil }
        let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
        var text = decimals == 0 ? "" : "\(fraction)"
        while text.count < decimals { text = "0" + text }
        return (scaled < 0, "\(whole)", text)
    }

    private static let germanMonths = [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
        "Dezember",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}
