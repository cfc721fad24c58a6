/// What is not exactly known of the counts of a group: the noise of a protected table, and counts that were not given.
///
/// Columns over the origins of a population table. An empty column says that there is nothing of the kind.
public struct CountSpread: Sendable, Codable, Hashable {
    /// The variance of the noise in each count, in persons²; empty without noise.
    public let noiseVariances: [Double]
    /// The least that each count can be; for a count that was given the count itself. Empty where all were given.
    public let lowest: [Double]
    /// The most that each count can be; for a count that was given the count itself. Empty where all were given.
    public let highest: [Double]

    /// The most of a count that the source sets no bound to: more than there are people.
    public static let unbounded = 1e15

    /// Exact counts.
    public static let none = CountSpread(noiseVariances: [], lowest: [], highest: [])

    /// Makes a spread. A variance that is negative or no number is 0, as is a least count; a most that is no number or
    /// infinite is ``unbounded``. A column of variances that are all 0 is the empty column.
    public init(noiseVariances: [Double] = [], lowest: [Double] = [], highest: [Double] = []) {
        let variances = noiseVariances.map { $0 > 0 && $0.isFinite ? $0 : 0 }
        self.noiseVariances = variances.contains { $0 > 0 } ? variances : []
        self.lowest = lowest.map { $0 > 0 && $0.isFinite ? $0 : 0 }
        self.highest = highest.map { $0.isFinite ? max($0, 0) : CountSpread.unbounded }
    }

    /// The spread of counts that a noise lies on: its variance wherever a count is given and not zero.
    ///
    /// - Parameters:
    ///   - counts: the counts; one that was not given stands for something within its range.
    ///   - noise: the noise; nil for none.
    ///   - lowest: the least that each count can be; empty where all were given.
    ///   - highest: the most that each count can be; empty where all were given.
    public init(of counts: [Double], noise: CountNoise?, lowest: [Double] = [], highest: [Double] = []) {
        let isRanged = lowest.count == counts.count && highest.count == counts.count
        self.init(
            noiseVariances: noise.map { noise in
                counts.indices.map { origin in
                    let isGiven = !isRanged || lowest[origin] == highest[origin]
                    return isGiven && counts[origin] != 0 ? noise.variance : 0
                }
            } ?? [], lowest: isRanged ? lowest : [], highest: isRanged ? highest : [])
    }

    /// The counts of a column that has gaps, with their spread. Where a count was not given, what may be nobody counts as
    /// nobody, so that empty land stays empty; else the middle of its range stands for it. Without a range it is 0.
    ///
    /// - Parameters:
    ///   - values: the counts; nil where none was given.
    ///   - lowest: the least that each can be; nil where nothing is known.
    ///   - highest: the most that each can be; nil where nothing is known, infinite where there is no bound.
    ///   - noise: the noise; nil for none.
    public static func reading(
        _ values: [Double?], lowest: [Double?], highest: [Double?], noise: CountNoise?
    ) -> (counts: [Double], spread: CountSpread) {
        var (counts, least, most): ([Double], [Double], [Double]) = ([], [], [])
        for (index, value) in values.enumerated() {
            // A count that was made of a rounded share is given and has a range.
            let low = (lowest.indices.contains(index) ? lowest[index] : nil) ?? value ?? 0
            let high = (highest.indices.contains(index) ? highest[index] : nil) ?? value ?? low
            counts.append(value ?? (low > 0 && high.isFinite ? (low + high) / 2 : low))
            least.append(low)
            most.append(high)
        }
        let isRanged = zip(least, most).contains { $0 != $1 }
        return (
            counts, CountSpread(of: counts, noise: noise, lowest: isRanged ? least : [], highest: isRanged ? most : [])
        )
    }

    /// The same ranges with another noise, such as a calibrated one.
    public func with(noise: CountNoise?, of counts: [Double]) -> CountSpread {
        CountSpread(of: counts, noise: noise, lowest: lowest, highest: highest)
    }

    /// Whether every count is exact.
    public var isExact: Bool { noiseVariances.isEmpty && lowest.isEmpty && highest.isEmpty }
}
