/// How small numbers of people are protected.
public enum DisclosureMethod: Sendable, Hashable {
    /// What is small is hidden, and so much else that nobody can work it out; what is shown is exact.
    case suppression
    /// Counts are multiples of a base, as far as possible such that sums stay sums.
    case rounding(base: Int, seed: UInt64)
    /// Each count has a little noise of its own, with the mean zero, a variance and a greatest change.
    case cellKey(maximum: Int, variance: Double, seed: UInt64)

    /// The names of the methods, as in the project file and in the record of a run.
    public enum Name: String, Sendable, Hashable, CaseIterable {
        case suppression, rounding
        case cellKey = "cell_key"
    }

    /// The method's name.
    public var name: Name {
        switch self {
        case .suppression: .suppression
        case .rounding: .rounding
        case .cellKey: .cellKey
        }
    }

    /// What everybody may know of the method, by key: never the seed, which undoes it.
    public var publicParameters: [(key: String, number: Double)] {
        switch self {
        case .suppression: []
        case .rounding(let base, _): [("base", Double(base))]
        case .cellKey(let maximum, let variance, _): [("maximum", Double(maximum)), ("variance", variance)]
        }
    }
}

extension DisclosureRules {
    /// The bases of rounding. A printed multiple may stand for any count less than a base away, one that is not small
    /// among them.
    public var bases: ClosedRange<Double> {
        let least = max(3, ((minimumCount + 1) / 2).rounded(.up))
        return least...max(10, least)
    }

    /// The greatest changes of the cell-key method. No result lies above zero and below the minimum, so noise must carry
    /// each smaller count across; nothing where the minimum is too large for that.
    public var noiseMaximums: ClosedRange<Double>? {
        let least = max(1, leastNoisyCount - 1)
        return least <= 100 ? least...100 : nil
    }

    /// The seeds: too many to try them all, and whole numbers wherever they are written.
    public static let seeds: ClosedRange<Double> = 100_000_000...9_007_199_254_740_991

    /// The least count other than zero that the cell-key method prints.
    var leastNoisyCount: Double { max(1, minimumCount.rounded(.up)) }
}
