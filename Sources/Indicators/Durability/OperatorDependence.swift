internal import Town

/// Who runs the offers in reach of each origin.
struct OperatorDependence: Sendable {
    /// The operators, by name.
    let operators: [String]
    /// For each offer its operator; nil where not recorded.
    private let operatorOfOffer: [Int?]
    private let inReach: [[Int]]

    init(_ offers: FundedOffers, _ inReach: [[Int]]) {
        operators = Set(offers.offers.compactMap(\.operator)).sorted()
        var numbers: [String: Int] = [:]
        for (number, name) in operators.enumerated() { numbers[name] = number }
        operatorOfOffer = offers.offers.map { $0.operator.flatMap { numbers[$0] } }
        self.inReach = inReach
    }

    /// The operator on whom alone the access of an origin rests: the one who runs all offers in its reach; nil where
    /// there are several, none, or one that is not recorded.
    func only(_ origin: Int) -> Int? {
        let found = Set(inReach[origin].map { operatorOfOffer[$0] })
        guard found.count == 1, let only = found.first else { return nil }
        return only
    }

    /// The sum of the squared shares of operators in the offers in reach (Herfindahl–Hirschman), of those whose operator
    /// is recorded; nil where there is none.
    func concentration(_ origin: Int) -> Double? {
        let known = inReach[origin].compactMap { operatorOfOffer[$0] }
        if known.isEmpty { return nil }
        var counts: [Int: Int] = [:]
        for number in known { counts[number, default: 0] += 1 }
        // Whole numbers add up the same in any order.
        let squares = counts.values.reduce(0) { $0 + $1 * $1 }
        return Double(squares) / Double(known.count * known.count)
    }

    /// The share of the offers in reach whose operator is not recorded; 0 where none is in reach.
    func unrecorded(_ origin: Int) -> Double {
        let found = inReach[origin]
        return found.isEmpty ? 0 : Double(found.count { operatorOfOffer[$0] == nil }) / Double(found.count)
    }
}
