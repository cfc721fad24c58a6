internal import Town
internal import Travel

/// All pairs of an origin and a place in its reach, walked through as often as needed. Those of a small town may be kept in
/// memory from the first walk on; of a large one the rows are made anew each time. Sensitive places are in no pair.
struct PlacePairs: Sendable {
    /// The canonical parameters: `measure=walking`.
    let parameters: String
    /// The cost up to which pairs are found, in the unit of the limits (minutes, or metres in a straight line).
    let farthest: Double
    private let search: any PairSearch
    /// The place of each destination of the search.
    private let places: [Int32]
    /// What a cost is divided by to become one of the unit of limits.
    private let divisor: Double

    /// The memory that pairs which many indicators walk through may take: some five million pairs.
    static let bytesOfMany = 64 << 20

    /// Searches for everything within `farthest`.
    ///
    /// - Parameter bytes: how much memory may keep the pairs for later walks; 0 for pairs that are walked through once.
    init(
        population: PopulationTable, places: PlaceTable, request: ReachRequest, farthest: Double, keeping bytes: Int = 0
    ) throws(ReachQueryError) {
        var destinations = Destinations()
        var shown: [Int32] = []
        for place in 0..<places.count {
            let category = Int(places.categoryIndexes[place])
            if places.categories.indices.contains(category), places.categories[category].isSensitive { continue }
            shown.append(Int32(truncatingIfNeeded: place))
            destinations.append(
                x: places.xs[place], y: places.ys[place], entrances: places.entrances(ofPlace: place),
                of: (places.entranceXs, places.entranceYs), category: 0)
        }
        self.farthest = farthest
        parameters = "measure=\(request.name)"
        self.places = shown
        divisor = request.measure.unit == .seconds ? 60 : 1
        let found = request.measure.pairs(
            originXs: population.xs, originYs: population.ys,
            query: try destinations.query(categoryCount: 1, limits: []), limit: farthest * divisor)
        search = bytes > 0 ? KeptPairs(found, bytes: bytes) : found
    }

    /// Calls `body` once for each part of the origins, on all cores; the answers come in the order of the parts, which
    /// do not depend on the number of cores.
    func map<Result: Sendable>(_ body: @Sendable (Block) -> Result) -> [Result] {
        search.map { rows in body(Block(rows: rows, places: places, divisor: divisor)) }
    }

    /// The pairs of some origins.
    struct Block: Sendable {
        private let rows: PairRows
        private let places: [Int32]
        private let divisor: Double

        fileprivate init(rows: PairRows, places: [Int32], divisor: Double) {
            self.rows = rows
            self.places = places
            self.divisor = divisor
        }

        /// The origins of the block.
        var origins: Range<Int> { rows.origins }

        /// Calls `body` for each place in reach of an origin of the block, ascending, with the cost in the unit of the
        /// limits.
        @inline(__always)
        func forEachPlace(of origin: Int, _ body: (_ place: Int, _ cost: Double) -> Void) {
            rows.forEachPair(of: origin) { body(Int(places[$0]), $1 / divisor) }
        }
    }
}
