internal import Indicators

/// Between what a value lies, in cells and in sentences.
extension ReportContext {
    /// ` (1 200–1 260)`: the bounds of a value for a cell, rounded outwards so that what is shown still holds them; nothing
    /// without bounds, or where rounding leaves nothing between them.
    func range(_ figure: Figure, _ lower: Double?, _ upper: Double?) -> [HTMLNode] {
        guard let lower, let upper, upper.isFinite else { return [] }
        let scale: Double = figure.isShare ? 100 : 1
        let sign = figure.isShare ? numbers.percentSign : ""
        let (low, high) = outward(lower * scale, upper * scale, decimals: figure.decimals)
        if low == high { return [] }
        return [
            Tag.span(.class("range")) {
                " (\(numbers.number(low, decimals: figure.decimals))\(sign)"
                    + "–\(numbers.number(high, decimals: figure.decimals))\(sign))"
            }
        ]
    }

    /// Persons in a sentence: „1 230 (zwischen 1 200 und 1 260)“.
    func roundedPersons(_ value: IndicatorValue) -> String {
        guard let number = value.number else { return status(value.status) }
        let range = value.lower.flatMap { lower in value.upper.map { lower...max(lower, $0) } }
        return roundedPersons(number, range: range)
    }

    /// Persons in a sentence, to tens, with the range that they lie in; nil where they are exact.
    func roundedPersons(_ number: Double, range: ClosedRange<Double>?) -> String {
        guard let range, range.upperBound.isFinite else { return roundedPersons(number) }
        let (low, high) = outward(range.lowerBound / 10, range.upperBound / 10, decimals: 0)
        if low == high { return roundedPersons(number) }
        return words(
            "interval.between",
            ["value": roundedPersons(number), "low": numbers.number(low * 10), "high": numbers.number(high * 10)])
    }

    /// The bounds of a share in words: `78 %` and `88 %`; nil without an interval.
    func shareBounds(_ value: IndicatorValue) -> (low: String, high: String)? {
        guard let lower = value.lower, let upper = value.upper else { return nil }
        let (low, high) = outward(lower * 100, upper * 100, decimals: 0)
        if low == high { return nil }
        return (numbers.number(low) + numbers.percentSign, numbers.number(high) + numbers.percentSign)
    }

    /// „gut vier von zehn Menschen“; near none and near all in per cent.
    func tenths(_ share: Double) -> String {
        let tenths = (share * 10).rounded()
        guard let count = Int(exactly: tenths), (2...9).contains(count) else { return roundedShare(share) }
        let beyond = share - tenths / 10
        let key = beyond >= 0.01 ? "more" : beyond <= -0.01 ? "less" : "about"
        return words("interval.tenths.\(key)", ["count": words("interval.number.\(count)")])
    }

    /// The bounds to so many decimals, the lower one down and the upper one up.
    private func outward(_ lower: Double, _ upper: Double, decimals: Int) -> (Double, Double) {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        // What is a whole number but for rounding in a product stays where it is.
        return (((lower * scale) + 1e-9).rounded(.down) / scale, ((upper * scale) - 1e-9).rounded(.up) / scale)
    }
}
