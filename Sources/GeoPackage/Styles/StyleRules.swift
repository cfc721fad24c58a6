internal import Formats

/// A style as a list of rules, the form both QML and SLD can state: a condition, what the legend says, a symbol.
struct StyleRule {
    /// When a rule holds.
    enum Condition {
        case always
        /// The number in a column lies between the bounds; the upper one belongs to it or not.
        case between(column: String, lower: Double, upper: Double, withUpper: Bool)
        case equals(column: String, value: String)
        /// No rule before it holds.
        case otherwise
    }

    let condition: Condition
    let label: String
    let symbol: LayerStyle.Symbol

    /// The rules of a style, in the order of the legend.
    static func rules(of style: LayerStyle) -> [StyleRule] {
        switch style.renderer {
        case .single(let symbol):
            return [StyleRule(condition: .always, label: style.name, symbol: symbol)]
        case .graduated(let column, let classes, let rest):
            return classes.enumerated().map { index, range in
                StyleRule(
                    condition: .between(
                        column: column, lower: range.lower, upper: range.upper, withUpper: index == classes.count - 1),
                    label: range.label, symbol: range.symbol)
            } + otherwise(rest)
        case .categorised(let column, let categories, let rest):
            return categories.map {
                StyleRule(condition: .equals(column: column, value: $0.value), label: $0.label, symbol: $0.symbol)
            } + otherwise(rest)
        }
    }

    private static func otherwise(_ rest: LayerStyle.Rest?) -> [StyleRule] {
        rest.map { [StyleRule(condition: .otherwise, label: $0.label, symbol: $0.symbol)] } ?? []
    }
}

extension StyleRule.Condition {
    /// The condition in QGIS's language of expressions; nil where there is none.
    var expression: String? {
        switch self {
        case .always: nil
        case .between(let column, let lower, let upper, let withUpper):
            """
            \(quoted(column)) >= \(NumberText.shortest(lower)) AND \(quoted(column)) \(withUpper ? "<=" : "<") \
            \(NumberText.shortest(upper))
            """
        case .equals(let column, let value): "\(quoted(column)) = \(StyleRule.Condition.literal(value))"
        case .otherwise: "ELSE"
        }
    }

    /// A text in single quotes; backslashes are doubled, since QGIS takes them for escapes.
    private static func literal(_ text: String) -> String {
        "'" + text.flatMap { $0 == "'" || $0 == "\\" ? [$0, $0] : [$0] } + "'"
    }
}
