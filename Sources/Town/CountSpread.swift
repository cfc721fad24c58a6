/// What is not exactly known of the counts of a group: the noise of a protected table, and counts that were not given.
///
/// Columns over the origins of a population table. An empty column says that there is nothing of the kind.
public struct CountSpread: Sendable, Hashable {
    /// The variance of the noise in each count, in persons²; empty without noise.
    public let noiseVariances: [Double]
    /// The least that each count can be; for a count that was given the count itself. Empty where all were given.
    public let lowest: [Double]
    /// The most that each count can be; for a count that was given the count itself. Empty where all were given.
    public let highest: [Double]

    /// Exact counts.
    public static let none = CountSpread(noiseVariances: [], lowest: [], highest: [])

    /// Makes a spread. Variances that are negative or no number are 0; so are columns of zeros the empty column.
    public init(noiseVariances: [Double] = [], lowest: [Double] = [], highest: [Double] = []) {
        let variances = noiseVariances.map { $0 > 0 && $0.isFinite ? $0 : 0 }
        self.noiseVariances = variances.contains { $0 > 0 } ? variances : []
        self.lowest = lowest
        self.highest = highest
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

    /// Whether every count is exact.
    public var isExact: Bool { noiseVariances.isEmpty && lowest.isEmpty && highest.isEmpty }
}
