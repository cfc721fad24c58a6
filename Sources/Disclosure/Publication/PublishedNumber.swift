/// How exactly numbers are published.
public enum PublishedNumber {
    /// The decimals of a unit: none for people, metres and other whole things, three for shares and all else.
    public static func decimals(unit: String) -> Int {
        switch unit {
        case "persons", "person_years", "m": 0
        default: 3
        }
    }

    /// The number as it is published, halves away from zero.
    static func rounded(_ number: Double, unit: String) -> Double {
        scaled(number, unit: unit) { $0.rounded() }
    }

    /// The bounds of an interval as they are published: rounded outwards, so that they still hold the value.
    static func outward(_ lower: Double?, _ upper: Double?, unit: String) -> (lower: Double?, upper: Double?) {
        // What is a rounded number but for the noise of a product stays where it is.
        (
            lower.map { scaled($0, unit: unit) { ($0 + 1e-6).rounded(.down) } },
            upper.map { scaled($0, unit: unit) { ($0 - 1e-6).rounded(.up) } }
        )
    }

    /// What a reader knows of a number that is published so: from half a digit below to half a digit above.
    static func interval(_ number: Double, unit: String) -> ClosedRange<Double> {
        let half = scaled(1, unit: unit) { _ in 0.5 }
        let shown = rounded(number, unit: unit)
        return min(shown - half, number)...max(shown + half, number)
    }

    private static func scaled(_ number: Double, unit: String, _ round: (Double) -> Double) -> Double {
        let factor = decimals(unit: unit) == 0 ? 1.0 : 1_000
        let result = round(number * factor) / factor
        return result.isFinite ? result : number
    }
}
