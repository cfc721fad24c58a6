/// Costs between origins and places, walked through part by part and as often as a formula needs, so that no table of all
/// pairs is kept.
protocol CostPairs: Sendable {
    associatedtype Block: CostBlock
    /// Calls `transform` for consecutive parts of the origins, side by side; the results are in the order of the origins,
    /// so sums over them do not depend on which part ends first.
    func map<Result: Sendable>(_ transform: @Sendable (Block) -> Result) -> [Result]
}

/// A part of the origins with the places in their reach.
protocol CostBlock {
    /// The origins, ascending and without a gap.
    var origins: Range<Int> { get }
    /// Calls `visit` for each place in reach of an origin, with its cost.
    func forEachPlace(of origin: Int, _ visit: (_ place: Int, _ cost: Double) -> Void)
}

/// The places in reach of one origin, read once and looked at several times.
struct OriginPairs {
    private(set) var places: [Int32] = []
    private(set) var costs: [Double] = []

    /// Takes up the pairs of an origin in place of those before.
    mutating func read(_ origin: Int, of block: some CostBlock) {
        var (places, costs) = (self.places, self.costs)
        (self.places, self.costs) = ([], [])
        places.removeAll(keepingCapacity: true)
        costs.removeAll(keepingCapacity: true)
        block.forEachPlace(of: origin) { place, cost in
            places.append(Int32(truncatingIfNeeded: place))
            costs.append(cost)
        }
        (self.places, self.costs) = (places, costs)
    }
}
