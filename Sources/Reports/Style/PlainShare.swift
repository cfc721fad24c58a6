internal import Indicators

extension ReportContext {
    /// A share of people in plain words, whether exact or not: „gut vier von zehn Menschen (zwischen 38 % und 51 %)“,
    /// „niemand“, „alle Menschen“; the word for its status where there is none. The exact number stands in tables.
    func plainShare(_ value: IndicatorValue, withBounds: Bool = true) -> String {
        guard let number = value.number else { return status(value.status) }
        if saysNothing(value) { return status(.cannotTell) }
        let text: String
        switch number {
        case ...1e-9: text = words("share.nobody")
        case (1 - 1e-9)...: text = words("share.everybody")
        default: text = tenths(number)
        }
        guard withBounds, let bounds = shareBounds(value) else { return text }
        return words("interval.between", ["value": text, "low": bounds.low, "high": bounds.high])
    }

    /// Whether a share lies anywhere between nobody and everybody, so that nothing is known of it.
    func saysNothing(_ value: IndicatorValue) -> Bool {
        guard let lower = value.lower, let upper = value.upper else { return false }
        return lower < 0.005 && upper > 0.995
    }
}
