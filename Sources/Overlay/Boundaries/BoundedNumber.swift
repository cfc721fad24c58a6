/// A number and between what it lies.
public struct BoundedNumber: Sendable, Hashable {
    /// The number, or the best guess of it.
    public let value: Double
    /// Not less than this.
    public let lower: Double
    /// Not more than this.
    public let upper: Double

    /// A number; exact without bounds. A bound on its wrong side is moved to it.
    public init(_ value: Double, lower: Double? = nil, upper: Double? = nil) {
        self.value = value
        self.lower = min(lower ?? value, value)
        self.upper = max(upper ?? value, value)
    }
}

extension BoundaryTransfer {
    /// A count of people or things at the earlier date, in a later quarter:
    ///
    ///     Σ_i w_ij·x_i,  between  Σ of the x_i wholly in j  and  Σ of the x_i that touch j
    ///
    /// The bounds are Fréchet's for a table of which only the row sums are known: nothing narrower follows from counts and
    /// outlines. Estimates of all later quarters and ``lost`` add up to the earlier total.
    ///
    /// - Parameter counts: for each earlier quarter; nil where it is not known.
    /// - Returns: nil where a count that it takes is not known, or some of the land belonged to no quarter.
    public func count(ofNew new: Int, from counts: [BoundedNumber?]) -> BoundedNumber? {
        guard isCovered(new) else { return nil }
        var (value, lower, upper) = (0.0, 0.0, 0.0)
        for part in contributions(toNew: new) {
            guard counts.indices.contains(part.old), let count = counts[part.old] else { return nil }
            value += part.share * count.value
            // What is cut may lie here wholly or not at all.
            lower += part.isWhole ? count.lower : min(0, count.lower)
            upper += part.isWhole ? count.upper : max(0, count.upper)
        }
        return BoundedNumber(value, lower: lower, upper: upper)
    }

    /// A share of people at the earlier date, in a later quarter: those with the feature and all are transferred by the same
    /// weights,
    ///
    ///     Σ_i w_ij·s_i·n_i / Σ_i w_ij·n_i
    ///
    /// Both are counts of the same people, so the bounds are narrower than those of two counts: the share is least where of
    /// every cut quarter just those without the feature live here, n_i·(1 − s_i), and greatest where just those with it do.
    ///
    /// - Parameters:
    ///   - shares: for each earlier quarter, in 0…1; nil where it is not known.
    ///   - residents: of whom each is a share; nil where that is not known. Of a quarter without residents no share is needed.
    /// - Returns: nil where something is not known, some of the land belonged to no quarter, or nobody lived here.
    public func share(
        ofNew new: Int, from shares: [BoundedNumber?], of residents: [BoundedNumber?]
    ) -> BoundedNumber? {
        guard isCovered(new) else { return nil }
        var (with, all) = (0.0, 0.0)
        var whole: [WeightedShare] = []
        var (cutWith, cutWithout) = (0.0, 0.0)
        for part in contributions(toNew: new) {
            guard residents.indices.contains(part.old), let people = residents[part.old] else { return nil }
            if people.upper <= 0 { continue }
            guard shares.indices.contains(part.old), let share = shares[part.old], share.lower >= 0, share.upper <= 1,
                people.lower >= 0
            else { return nil }
            with += part.share * people.value * share.value
            all += part.share * people.value
            if part.isWhole {
                whole.append(WeightedShare(share: share, people: people))
            } else {
                cutWith += people.upper * share.upper
                cutWithout += people.upper * (1 - share.lower)
            }
        }
        guard all > 0 else { return nil }
        let lower = WeightedShare.leastMean(whole.map { ($0.share.lower, $0.people) }, without: cutWithout)
        let upper = 1 - WeightedShare.leastMean(whole.map { (1 - $0.share.upper, $0.people) }, without: cutWith)
        return BoundedNumber(with / all, lower: lower, upper: upper)
    }

    private func isCovered(_ new: Int) -> Bool {
        continuity.indices.contains(new) && continuity[new] != .partlyUncovered
    }
}

/// A share and of how many people it is one.
private struct WeightedShare {
    let share: BoundedNumber
    let people: BoundedNumber

    /// The least that Σ s_i·n_i / (Σ n_i + m) can be, each n_i between its bounds: Dinkelbach's iteration (1967), in which
    /// quarters with a share below the mean take as many people as they can, the others as few. 1 where nobody is there.
    static func leastMean(_ quarters: [(share: Double, people: BoundedNumber)], without others: Double) -> Double {
        var mean = 1.0
        // Each round lowers the mean, and there are only as many as quarters can change sides.
        for _ in 0...quarters.count + 1 {
            var (with, all) = (0.0, others)
            for (share, people) in quarters {
                let count = share < mean ? people.upper : people.lower
                with += share * count
                all += count
            }
            guard all > 0 else { return mean }
            let next = with / all
            if next >= mean { return mean }
            mean = next
        }
        return mean
    }
}
