public import Wording

/// Numbers as plain texts show them.
public enum FigureNumber {
    /// A number in its unit: shares as per cent, persons whole, minutes and places with one decimal unless they are whole,
    /// all else with two; with the signs of the language for decimals and thousands.
    public static func text(_ value: Double, unit: String, _ language: Language) -> String {
        guard value.isFinite else { return "–" }
        let catalogue = Catalogue.of(language)
        switch unit {
        case "share": return decimal(value * 100, 0, language) + " %"
        case "share_difference":
            return decimal(value * 100, 1, language) + " " + catalogue.text("unit.percentage_points")
        case "places_difference": return decimal(value, 1, language) + " " + catalogue.text("unit.places")
        case "persons", "person_years", "m": return decimal(value, 0, language) + " " + catalogue.text("unit.\(unit)")
        case "min", "places", "kinds": return decimal(value, 1, language) + " " + catalogue.text("unit.\(unit)")
        default: return decimal(value, 2, language)
        }
    }

    private static func decimal(_ value: Double, _ places: Int, _ language: Language) -> String {
        let places = places == 1 && value == value.rounded() ? 0 : places
        let factor = places == 0 ? 1.0 : places == 1 ? 10.0 : 100.0
        let rounded = (abs(value) * factor).rounded()
        guard let whole = Int(exactly: rounded) else { return "\(value)" }
        let sign = value < 0 && whole > 0 ? "−" : ""
        guard places > 0 else { return sign + grouped(whole, language) }
        let unit = Int(factor)
        let fraction = "\(whole % unit)"
        let padded = String(repeating: "0", count: places - fraction.count) + fraction
        return "\(sign)\(whole / unit)\(language == .german ? "," : ".")\(padded)"
    }

    /// A whole number with a sign after each three digits where it has more than four.
    private static func grouped(_ whole: Int, _ language: Language) -> String {
        let digits = Array("\(whole)")
        guard digits.count > 4 else { return String(digits) }
        let separator: Character = language == .german ? "\u{202F}" : ","
        var text: [Character] = []
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(separator) }
            text.append(digit)
        }
        return String(text)
    }
}
