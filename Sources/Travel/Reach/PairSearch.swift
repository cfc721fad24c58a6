/// All pairs of an origin and a destination within a limit, given row by row as often as asked. No table of pairs is
/// kept: what searches left at the nodes is, and rows are put together from it each time. See ``KeptPairs`` for few pairs
/// that are asked for often.
public protocol PairSearch: Sendable {
    /// The number of origins.
    var originCount: Int { get }
    /// Calls `body` once for each of the parts that the origins are divided into, on all cores, and returns the answers
    /// in the order of the parts. The parts do not depend on the number of cores, so that sums over them are the same
    /// on every machine.
    func map<Result: Sendable>(_ body: @Sendable (PairRows) -> Result) -> [Result]
}

/// The pairs of some consecutive origins.
public struct PairRows: Sendable {
    /// The origins.
    public let origins: Range<Int>
    /// Where the pairs of each origin end.
    private var ends: [Int] = []
    private var destinations: [Int32] = []
    private var costs: [Double] = []

    /// How many origins a part has.
    static let length = 1_024

    init(origins: Range<Int>) {
        self.origins = origins
        ends.reserveCapacity(origins.count)
    }

    /// Adds the pairs of the next origin; destinations ascending, costs in the unit of the measure.
    mutating func append(_ row: some Sequence<(destination: Int32, cost: Double)>) {
        for pair in row {
            destinations.append(pair.destination)
            costs.append(pair.cost)
        }
        ends.append(destinations.count)
    }

    /// The memory that the pairs take.
    var byteCount: Int {
        ends.capacity * MemoryLayout<Int>.stride + destinations.capacity * MemoryLayout<Int32>.stride
            + costs.capacity * MemoryLayout<Double>.stride
    }

    /// Calls `body` for each destination in reach of one of the ``origins``, ascending, with the cost in the unit of
    /// the measure (metres, seconds).
    @inline(__always)
    public func forEachPair(of origin: Int, _ body: (_ destination: Int, _ cost: Double) -> Void) {
        guard origins.contains(origin), ends.count == origins.count else { return }
        let row = origin - origins.lowerBound
        for pair in (row == 0 ? 0 : ends[row - 1])..<ends[row] { body(Int(destinations[pair]), costs[pair]) }
    }

    /// The ranges that origins are divided into.
    static func ranges(of count: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: length).map { $0..<min($0 + length, count) }
    }
}

/// Pairs of origins that reach nothing.
struct NoPairs: PairSearch {
    let originCount: Int

    func map<Result: Sendable>(_ body: @Sendable (PairRows) -> Result) -> [Result] {
        PairRows.ranges(of: originCount).map { range in
            var rows = PairRows(origins: range)
            for _ in range { rows.append(EmptyCollection()) }
            return body(rows)
        }
    }
}
