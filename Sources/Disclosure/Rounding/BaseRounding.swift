/// Rounds counts to multiples of a base.
///
/// Each count is printed as one of the two multiples next to it; multiples, zero among them, stay. A reader learns that
/// the count differs by less than the base. L. Willenborg and T. de Waal, *Elements of Statistical Disclosure Control*,
/// Springer 2001, chapter 9.
public struct BaseRounding: Sendable, Hashable {
    /// Which of the two multiples is taken.
    public enum Method: Sendable, Hashable {
        /// The nearer one, halves upwards: biased for skewed counts, each count by itself.
        case nearest
        /// The upper one with the probability that makes the mean true, each count by itself; the same cell with the same
        /// count is rounded alike. Who knows the seed learns more than the multiple.
        case unbiased(seed: UInt64)
    }

    /// The base, 2 or more.
    public let base: Int
    /// Which multiple is taken.
    public let method: Method

    /// Sets the rounding up; nothing where the base is below 2.
    public init?(base: Int, method: Method) {
        guard base >= 2 else { return nil }
        self.base = base
        self.method = method
    }

    /// The multiple to print for a cell; `identity` names the cell and not the year. Sums of rounded counts are off the
    /// rounded totals.
    public func rounded(_ count: Int, identity: String) -> Int {
        let remainder = ((count % base) + base) % base
        guard remainder != 0 else { return count }
        let isUp =
            switch method {
            case .nearest: 2 * remainder >= base
            case .unbiased(let seed): StableKey(identity, seed: seed).fraction * Double(base) < Double(remainder)
            }
        let result = count.addingReportingOverflow(isUp ? base - remainder : -remainder)
        return result.overflow ? count : result.partialValue
    }

    /// What a reader knows of a count that is printed as a multiple.
    public func interval(of multiple: Int) -> ClosedRange<Double> {
        let reach =
            switch method {
            case .nearest: (down: Double(base) / 2, up: Double(base - 1) / 2)
            case .unbiased: (down: Double(base - 1), up: Double(base - 1))
            }
        // Whole counts only: half of an even base rounds up.
        let (down, up) = (reach.down.rounded(.down), reach.up.rounded(.down))
        return Double(multiple) - down...Double(multiple) + up
    }
}
