/// A value of a chart: what is drawn, and how the report writes it.
struct ChartValue: Sendable, Hashable {
    /// What is known of a value.
    enum Content: Sendable, Hashable {
        /// A number, and between what it lies; nil where it is exact.
        case number(Double, range: ClosedRange<Double>?)
        /// There is a number, and it is protected.
        case hidden
        /// There is none.
        case missing
    }

    var content: Content
    /// The words and signs of the tables: `≈ 84 % (80–88 %)`, „geheim gehalten“.
    var text: String

    /// A value in words; numbers that are not finite count as missing, and the bounds lie around the number.
    static func number(_ number: Double, from lower: Double? = nil, to upper: Double? = nil, text: String) -> ChartValue
    {
        guard number.isFinite else { return ChartValue(content: .missing, text: text) }
        guard let lower, let upper, lower.isFinite, upper.isFinite, lower < upper else {
            return ChartValue(content: .number(number, range: nil), text: text)
        }
        return ChartValue(content: .number(number, range: min(lower, number)...max(upper, number)), text: text)
    }

    static func hidden(_ text: String) -> ChartValue { ChartValue(content: .hidden, text: text) }
    static func missing(_ text: String) -> ChartValue { ChartValue(content: .missing, text: text) }

    /// The number, where it is known.
    var number: Double? {
        if case .number(let number, _) = content { return number }
        return nil
    }

    /// Between what it lies.
    var range: ClosedRange<Double>? {
        if case .number(_, let range) = content { return range }
        return nil
    }

    /// The numbers that a scale must hold.
    var extent: [Double] {
        guard case .number(let number, let range) = content else { return [] }
        return [number] + (range.map { [$0.lowerBound, $0.upperBound] } ?? [])
    }
}

/// A row of a chart and of the table beside it.
struct ChartRow: Sendable, Hashable {
    /// What it is of, as the data have it.
    var label: String
    /// As many as the chart has columns.
    var values: [ChartValue]
}

/// How the numbers of an axis are written.
enum ChartUnit: Sendable, Hashable {
    /// A share of 1, from 0 to 100 %.
    case share
    /// Any other number, with a word for what it counts: `min`, „Orte“.
    case number(String)

    /// The scale for some values.
    func scale(_ values: [ChartValue], includesZero: Bool, pixels: ClosedRange<Double>) -> ChartScale {
        switch self {
        case .share: .share(pixels: pixels)
        case .number: ChartScale(covering: values.flatMap(\.extent), includesZero: includesZero, pixels: pixels)
        }
    }

    /// A round number of a scale.
    func text(_ tick: Double, on scale: ChartScale, _ numbers: NumberStyle) -> String {
        switch self {
        case .share: numbers.number(tick * 100) + numbers.percentSign
        case .number: numbers.number(tick, decimals: scale.decimals)
        }
    }

    /// What the numbers count; nil where their sign says it.
    var name: String? {
        if case .number(let name) = self, !name.isEmpty { return name }
        return nil
    }
}
