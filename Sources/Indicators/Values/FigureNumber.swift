public import Wording

/// Numbers as plain texts show them.
public enum FigureNumber {
    /// A number in its unit: shares as per cent, persons and places whole, all else with two decimals; with the decimal
    /// sign of the language.
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
        let factor = places == 0 ? 1.0 : places == 1 ? 10.0 : 100.0
        let rounded = (abs(value) * factor).rounded()
        guard let whole = Int(exactly: rounded) else { return "\(value)" }
        let sign = value < 0 && whole > 0 ? "−" : ""
        guard places > 0 else { return "\(sign)\(whole)" }
        let unit = Int(factor)
        let fraction = "\(whole % unit)"
        let padded = String(repeating: "0", count: places - fraction.count) + fraction
        return "\(sign)\(whole / unit)\(language == .german ? "," : ".")\(padded)"
    }
}
