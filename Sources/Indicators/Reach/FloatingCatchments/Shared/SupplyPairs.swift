/// The pairs of inhabited origins and the places with supply in their reach, kept while a figure is computed that needs many
/// rounds.
struct SupplyPairs: Sendable {
    /// With more pairs than this no figure is computed in rounds: what they need besides would take more than 0.6 GB.
    static let most = 20_000_000

    /// Where the pairs of each origin begin; one entry more than origins.
    private(set) var starts: [Int] = [0]
    /// The place of each pair, of an origin each at most once.
    private(set) var places: [Int32] = []
    /// The cost of each pair.
    private(set) var costs: [Double] = []

    /// No pairs of no origins.
    init() {}

    /// Walks through the pairs once; nil where there are too many.
    ///
    /// - Parameters:
    ///   - supply: the supply of each place, 0 where it offers nothing.
    ///   - farthest: the cost up to which pairs count.
    init?(_ pairs: some CostPairs, people: [Double], supply: [Double], farthest: Double) {
        let parts = pairs.map { block in
            var part = SupplyPairs()
            for origin in block.origins {
                var (places, costs): ([Int32], [Double]) = ([], [])
                if people[origin] > 0 {
                    block.forEachPlace(of: origin) { place, cost in
                        guard supply[place] > 0, cost <= farthest else { return }
                        places.append(Int32(truncatingIfNeeded: place))
                        costs.append(cost)
                    }
                }
                part.append(places: places, costs: costs)
            }
            return part
        }
        guard parts.reduce(0, { $0 + $1.places.count }) <= SupplyPairs.most else { return nil }
        for part in parts { append(part) }
    }

    /// Adds an origin with its pairs.
    mutating func append(places: [Int32], costs: [Double]) {
        self.places += places
        self.costs += costs
        starts.append(self.places.count)
    }

    /// Adds further origins.
    private mutating func append(_ other: SupplyPairs) {
        let offset = places.count
        places += other.places
        costs += other.costs
        starts += other.starts.dropFirst().map { $0 + offset }
    }

    /// The pairs of an origin.
    func pairs(of origin: Int) -> Range<Int> { starts[origin]..<starts[origin + 1] }
}
