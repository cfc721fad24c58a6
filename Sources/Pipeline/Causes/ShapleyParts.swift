/// Splits what several causes do together into a part for each.
///
/// A cause's part is its mean contribution over all orders in which the causes could have come:
///
///     φᵢ = Σ over S ∌ i of |S|! (n − |S| − 1)! / n! · (v(S ∪ i) − v(S))
///
/// The parts add up to v(all) − v(none); a cause that changes nothing has none; the order of the causes does not matter;
/// swapping the dates turns all signs. Shapley 1953, Contributions to the Theory of Games II:307–317; for differences
/// between two dates: Shorrocks 2013, Journal of Economic Inequality 11:99–126, doi 10.1007/s10888-011-9214-z.
enum ShapleyParts {
    /// The part of each of `count` causes.
    ///
    /// - Parameter values: what comes out when just the causes of a set have come, at the place whose binary digits are
    ///   the set: cause i is in set s where `s >> i & 1` is 1. `2^count` numbers.
    /// - Returns: nil where there are not as many numbers as sets.
    /// - Complexity: `count · 2^count`.
    static func parts(of values: [Double], count: Int) -> [Double]? {
        guard count >= 0, count < Int.bitWidth - 1, values.count == 1 << count else { return nil }
        let weights = (0..<count).map { size in weight(ofSize: size, among: count) }
        return (0..<count).map { cause in
            var part = 0.0
            for set in values.indices where set >> cause & 1 == 0 {
                part += weights[set.nonzeroBitCount] * (values[set | 1 << cause] - values[set])
            }
            return part
        }
    }

    /// s! (n − s − 1)! / n!, as 1 / (n · (n−1 over s)), which stays in the range of numbers.
    private static func weight(ofSize size: Int, among count: Int) -> Double {
        var choices = 1.0
        for step in 0..<size { choices = choices * Double(count - 1 - step) / Double(step + 1) }
        return 1 / (Double(count) * choices)
    }
}
