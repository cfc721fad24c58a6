/// How much more, or less, a figure changed in some quarters than in quarters to compare with: the difference of two
/// differences, with an interval.
///
///     D = mean of dᵢ over the quarters of the measure − mean of dⱼ over the comparison quarters,   d = after − before
///
/// How far D may be from nothing by chance is asked of the comparison quarters: each of them in turn (of several quarters of
/// a measure: as many of them, drawn together) is taken for the quarter of the measure, and gives a deviation from the rest.
/// With k the number of deviations left out at each end, the interval is D − r₍ₙ₊₁₋ₖ₎ … D − r₍ₖ₎. If the quarter of the
/// measure is one like the others, it holds what lies between in (n + 1 − 2k) of n + 1 cases; k is the greatest that gives at
/// least 80 %. Ten quarters give 82 % with their extremes. Fewer give no interval worth the name, so there is none.
///
/// Conley & Taber 2011, The Review of Economics and Statistics 93(1):113–125, doi 10.1162/REST_a_00049; placebo quarters as
/// in Abadie, Diamond & Hainmueller 2010, JASA 105(490):493–505.
struct ComparisonQuarters: Sendable, Hashable {
    /// What D is.
    let difference: Double
    /// Between what it lies.
    let interval: ClosedRange<Double>
    /// The mean change in the quarters of the measure.
    let change: Double
    /// The mean change in the comparison quarters.
    let comparison: Double
    /// The number of comparison quarters.
    let count: Int

    /// Fewer comparison quarters than this are not enough.
    static let fewest = 10
    /// The share of cases that the interval is made for.
    static let coverage = 0.8
    /// More draws of several quarters than this are not looked at one by one, but so many of them.
    static let mostDraws = 2_000

    /// Why there is no comparison.
    enum Refusal: Error, Sendable, Hashable {
        /// The measure is about no quarter, so there is none without it.
        case wholeTown
        /// So many comparison quarters have a value at both dates.
        case tooFew(Int)
        /// A quarter of the measure has no value at one of the dates.
        case noValue
    }

    /// - Parameters:
    ///   - measured: the changes in the quarters of the measure; nil where one of the values is missing.
    ///   - others: the changes in the quarters without it that have both values.
    init(measured: [Double?], others: [Double]) throws(Refusal) {
        guard !measured.isEmpty else { throw .wholeTown }
        let own = measured.compactMap(\.self)
        guard own.count == measured.count else { throw .noValue }
        // Of several quarters drawn together, as many more have to be left to compare with.
        guard others.count >= ComparisonQuarters.fewest + own.count - 1 else { throw .tooFew(others.count) }
        // In an order of their own, so that that of the quarters does not decide on the draws.
        let others = others.sorted()
        change = ComparisonQuarters.mean(own)
        comparison = ComparisonQuarters.mean(others)
        difference = change - comparison
        count = others.count
        let deviations = ComparisonQuarters.deviations(others, drawing: own.count).sorted()
        let left = ComparisonQuarters.leftOut(of: deviations.count)
        interval = (difference - deviations[deviations.count - 1 - left])...(difference - deviations[left])
    }

    /// How many deviations are left out at each end: the greatest k − 1 with (n + 1 − 2k) / (n + 1) ≥ 80 %.
    static func leftOut(of count: Int) -> Int {
        let most = (1 - coverage) / 2 * Double(count + 1)
        // The least amount of rounding would cost a deviation at 9, 19, 29 …
        return max(0, min(Int((most + 1e-9).rounded(.down)) - 1, (count - 1) / 2))
    }

    /// The deviation of each draw of `size` quarters from the mean of the rest.
    private static func deviations(_ changes: [Double], drawing size: Int) -> [Double] {
        let total = changes.reduce(0, +)
        func deviation(_ drawn: [Int]) -> Double {
            let sum = drawn.reduce(0) { $0 + changes[$1] }
            return sum / Double(size) - (total - sum) / Double(changes.count - size)
        }
        guard size > 1 else { return changes.indices.map { deviation([$0]) } }
        var random = DrawnNumbers()
        return (0..<mostDraws).map { _ in
            var order = Array(changes.indices)
            for place in 0..<size { order.swapAt(place, place + random.next(below: order.count - place)) }
            return deviation(Array(order.prefix(size)))
        }
    }

    private static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
}

/// Numbers that are the same each time (splitmix64): Steele, Lea & Flood 2014, doi 10.1145/2660193.2660195.
private struct DrawnNumbers {
    private var state: UInt64 = 0x5155_4152_5449_4552

    /// A number from 0 on, below a bound of at least 1; the bias for bounds of this size is below 10⁻¹⁶.
    mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Int(truncatingIfNeeded: mixed % UInt64(max(1, bound)))
    }
}
