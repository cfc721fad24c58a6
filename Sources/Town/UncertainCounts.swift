/// The counts of a group at the origins with what is not exactly known of them, and the figures made of them: sums,
/// shares, means, quotients, each with its interval.
///
/// What follows is the whole mathematics of uncertainty in Quartier. The noise of two counts is taken as independent, that
/// of one cell in two groups as well; its variances are added with the squares of the weights. Counts that were not given
/// are no random numbers: each may be anything in its range, and the figure is moved to its extremes. Where nothing says
/// where in a large cell people live, the variance of that is added, see ``CoarseCells``; that of two groups is taken as
/// independent, too: a group may live elsewhere than all others.
public struct UncertainCounts: Sendable {
    private let counts: [Double]
    private let spread: CountSpread
    private let coarse: CoarseCells

    /// Makes a column.
    ///
    /// - Parameter coarse: the large cells that the origins are parts of.
    public init(_ counts: [Double], _ spread: CountSpread, coarse: CoarseCells = .none) {
        self.counts = counts
        self.spread = spread
        self.coarse = coarse
    }

    /// Whether every count is exact, and it is known where.
    public var isExact: Bool { spread.isExact && coarse.isEmpty }

    /// The count at an origin; 0 outside the table.
    func count(_ origin: Int) -> Double { counts.indices.contains(origin) ? counts[origin] : 0 }

    private func variance(_ origin: Int) -> Double {
        spread.noiseVariances.indices.contains(origin) ? spread.noiseVariances[origin] : 0
    }

    private func lowest(_ origin: Int) -> Double {
        spread.lowest.indices.contains(origin) ? min(spread.lowest[origin], count(origin)) : count(origin)
    }

    private func highest(_ origin: Int) -> Double {
        spread.highest.indices.contains(origin) ? max(spread.highest[origin], count(origin)) : count(origin)
    }

    // MARK: - Sums

    /// A weighted sum of counts.
    public struct Sum: Sendable, Hashable {
        /// Σ w·count.
        public let value: Double
        /// Σ w²·V.
        public let variance: Double
        /// Σ w·lowest.
        public let lowest: Double
        /// Σ w·highest.
        public let highest: Double
        /// The variance of where people live in large cells that a border cuts.
        public let cutVariance: Double
        /// The least where all people of such cells live outside.
        public let leastInside: Double
        /// The most where all people of such cells live inside.
        public let mostInside: Double

        /// Between what the true sum lies, cut off at 0 and at `most`; nil where the sum is exact.
        public func interval(most: Double = .infinity) -> SpreadInterval? {
            SpreadInterval(
                about: value, from: lowest, to: highest, variance: variance, cutVariance: cutVariance,
                possible: min(leastInside, value)...max(mostInside, value), most: most)
        }
    }

    /// The people of an area: Σ w·count with the variance Σ w²·V, w the share of a cut cell. A quarter of 120 inhabited
    /// whole cells with V = 2 has a standard deviation of √240 ≈ 15.5 persons, so its interval is ± 30.
    public func sum(_ area: OriginWeights) -> Sum {
        var (value, variance, lowest, highest) = (0.0, 0.0, 0.0, 0.0)
        for (origin, weight) in area {
            let origin = Int(origin)
            value += weight * count(origin)
            variance += weight * weight * self.variance(origin)
            lowest += weight * self.lowest(origin)
            highest += weight * self.highest(origin)
        }
        let cut = cut(area)
        return Sum(
            value: value, variance: variance, lowest: lowest, highest: highest, cutVariance: cut.variance,
            leastInside: lowest - cut.inside, mostInside: highest + cut.outside)
    }

    /// The variance of where people live in the large cells that an area cuts, with the least that the area may hold of
    /// them less, and the most that it may hold of them more.
    private func cut(_ area: OriginWeights) -> (variance: Double, inside: Double, outside: Double) {
        if coarse.isEmpty { return (0, 0, 0) }
        var value = [Double](repeating: 0, count: coarse.count)
        var (least, most) = (value, value)
        for (origin, weight) in area {
            guard let cell = coarse.cell(of: Int(origin)) else { continue }
            value[cell] += weight * count(Int(origin))
            least[cell] += weight * lowest(Int(origin))
            most[cell] += weight * highest(Int(origin))
        }
        var (inside, outside) = (0.0, 0.0)
        for cell in value.indices where value[cell] > 0 {
            let whole = coarse.total(cell, count)
            guard whole - value[cell] > CoarseCells.rounding * whole else { continue }
            inside += least[cell]
            outside += max(0, coarse.total(cell, highest) - most[cell])
        }
        return (placeVariance(area) { _ in 1 }, inside, outside)
    }

    /// The variance of Σ a·X, X the people at an origin who live in an area, by where in large cells they live.
    private func placeVariance(_ area: OriginWeights, of value: (Int) -> Double) -> Double {
        if coarse.isEmpty { return 0 }
        return coarse.variance(
            area.enumerated().map { index, entry in
                CoarseCells.Outcome(origin: Int(entry.0), chance: entry.1, value: value(index))
            }, count: count)
    }

    // MARK: - Shares

    /// The interval of the share p = F/N of these people (F) among `all` (N); nil where it is exact or nobody lives there.
    ///
    ///     Var p ≈ Σ w²·(V_F + p²·V_N) / N²        (delta method; with the variances of cut cells likewise)
    ///
    /// Counts that were not given: the share is least with F lowest and N highest, and largest with F highest and N as
    /// low as it can be with so many of the group in the cell.
    public func share(of all: UncertainCounts, _ area: OriginWeights) -> SpreadInterval? {
        if isExact, all.isExact { return nil }
        let (part, whole) = (sum(area), all.sum(area))
        guard whole.value > 0, whole.highest > 0 else { return nil }
        let (extremePart, extremeWhole) = extremes(of: all, area)
        let value = part.value / whole.value
        return SpreadInterval(
            about: value, from: part.lowest / whole.highest,
            to: extremeWhole > 0 ? extremePart / extremeWhole : value,
            variance: (part.variance + part.cutVariance + value * value * (whole.variance + whole.cutVariance))
                / (whole.value * whole.value), most: 1)
    }

    /// F and N where F/N is largest: in each cell as many of the group as can be, and no more others than must be.
    private func extremes(of all: UncertainCounts, _ area: OriginWeights) -> (part: Double, whole: Double) {
        var (part, whole) = (0.0, 0.0)
        for (origin, weight) in area {
            let most = min(highest(Int(origin)), all.highest(Int(origin)))
            part += weight * most
            whole += weight * max(all.lowest(Int(origin)), most)
        }
        return (part, whole)
    }

    // MARK: - Means

    /// The interval of the mean R = Σ w·count·r / Σ w·count of a rating r of the origins, such as 1 where a place is in
    /// reach and 0 where none is; nil where it is exact or nobody lives there. Numerator and denominator are of the same
    /// cells (ratio estimator, Cochran 1977, Sampling Techniques, chapter 6):
    ///
    ///     Var R ≈ Σ w²·V·(r − R)² / N²
    ///
    /// and so of people who may live anywhere in a large cell: here or there, where r is another.
    ///
    /// Counts that were not given: the mean is largest where cells with r > R have their highest count and all others
    /// their lowest, and this R again; so R rises until no cell changes sides (Dinkelbach 1967, Management Science
    /// 13(7):492–498), after one round where r is 0 or 1. The least mean is found likewise.
    ///
    /// - Parameter most: what the mean cannot exceed.
    public func mean(_ area: OriginWeights, most: Double, rating: (Int) -> Double) -> SpreadInterval? {
        if isExact { return nil }
        let ratings = area.origins.map { rating(Int($0)) }
        var (total, people) = (0.0, 0.0)
        for ((origin, weight), rating) in zip(area, ratings) {
            total += weight * count(Int(origin)) * rating
            people += weight * count(Int(origin))
        }
        guard people > 0 else { return nil }
        let value = total / people
        var variance = 0.0
        for ((origin, weight), rating) in zip(area, ratings) {
            let deviation = weight * (rating - value)
            variance += deviation * deviation * self.variance(Int(origin))
        }
        variance += placeVariance(area) { ratings[$0] - value }
        return SpreadInterval(
            about: value, from: -extremeMean(area, ratings.map { -$0 }, from: -value),
            to: extremeMean(area, ratings, from: value), variance: variance / (people * people), most: most)
    }

    /// The largest mean that the ranges allow.
    private func extremeMean(_ area: OriginWeights, _ ratings: [Double], from value: Double) -> Double {
        if spread.lowest.isEmpty, spread.highest.isEmpty { return value }
        var best = value
        // Each round moves at least one cell to its other side, and in practice nearly all of them.
        for _ in 0..<64 {
            var (sum, people) = (0.0, 0.0)
            for ((origin, weight), rating) in zip(area, ratings) {
                let count = rating > best ? highest(Int(origin)) : lowest(Int(origin))
                sum += weight * count * rating
                people += weight * count
            }
            guard people > 0, sum / people > best else { return best }
            best = sum / people
        }
        return best
    }

    // MARK: - Quotients

    /// The interval of the quotient of the share in an area and that in the town, (F/N) / (F_t/N_t); nil where it is
    /// exact. Where the least town-wide share is 0 the quotient has no upper bound.
    ///
    /// The cells of the area are cells of the town as well, so a count moves both shares (delta method):
    ///
    ///     Var Q ≈ Q²·Σ [ (w/F − W/F_t)²·V_F + (w/N − W/N_t)²·V_N ]
    ///
    /// with w and W the weights in area and town; written so that F may be 0. Counts that were not given: the extremes of
    /// the two shares are taken against each other, which is wider than it need be.
    public func quotient(of all: UncertainCounts, _ area: OriginWeights, town: OriginWeights) -> SpreadInterval? {
        if isExact, all.isExact { return nil }
        let (part, whole) = (sum(area), all.sum(area))
        let (townPart, townWhole) = (sum(town), all.sum(town))
        let townExtremes = extremes(of: all, town)
        let areaExtremes = extremes(of: all, area)
        guard whole.value > 0, whole.highest > 0, areaExtremes.whole > 0, townPart.value > 0, townWhole.highest > 0,
            townExtremes.part > 0
        else { return nil }
        let townShare = townPart.value / townWhole.value
        let value = part.value / whole.value / townShare
        var variance = 0.0
        let weightsInArea = area.spreadOut(over: counts.count)
        let weightsInTown = town.spreadOut(over: counts.count)
        var (partOutcomes, wholeOutcomes): ([CoarseCells.Outcome], [CoarseCells.Outcome]) = ([], [])
        for origin in counts.indices {
            let (own, other) = (weightsInArea[origin], weightsInTown[origin])
            if own == 0, other == 0 { continue }
            let byPart = own / (whole.value * townShare) - value * other / townPart.value
            let byWhole = value * (other / townWhole.value - own / whole.value)
            variance += byPart * byPart * self.variance(origin) + byWhole * byWhole * all.variance(origin)
            // Who lives in the area lives in the town, too.
            let elsewhere = max(0, other - own)
            if coarse.cell(of: origin) != nil {
                partOutcomes.append(
                    CoarseCells.Outcome(
                        origin: origin, chance: own, value: 1 / (whole.value * townShare) - value / townPart.value,
                        otherChance: elsewhere, otherValue: -value / townPart.value))
            }
            if all.coarse.cell(of: origin) != nil {
                wholeOutcomes.append(
                    CoarseCells.Outcome(
                        origin: origin, chance: own, value: value * (1 / townWhole.value - 1 / whole.value),
                        otherChance: elsewhere, otherValue: value / townWhole.value))
            }
        }
        variance += coarse.variance(partOutcomes, count: count)
        variance += all.coarse.variance(wholeOutcomes, count: all.count)
        return SpreadInterval(
            about: value, from: part.lowest / whole.highest / (townExtremes.part / townExtremes.whole),
            to: areaExtremes.part == 0
                ? 0 : areaExtremes.part / areaExtremes.whole / (townPart.lowest / townWhole.highest),
            variance: variance)
    }
}
