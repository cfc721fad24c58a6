internal import Indicators

/// The two years that a figure of change compares, as its parameters `from` and `to` name them.
struct YearPair: Hashable {
    let from: Int
    let to: Int

    /// Nil where the parameters do not name two years.
    init?(parameters: String) {
        var years: [Substring: Int] = [:]
        for part in parameters.split(separator: ";") {
            let sides = part.split(separator: "=", maxSplits: 1)
            if sides.count == 2 { years[sides[0]] = Int(sides[1]) }
        }
        guard let from = years["from"], let to = years["to"] else { return nil }
        (self.from, self.to) = (from, to)
    }

    /// The year of a period, such as `2024` or `2024-12-31`.
    static func year(_ period: String) -> Int? { Int(period.prefix { $0 != "-" }) }
}
