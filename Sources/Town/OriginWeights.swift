public import Overlay

/// The origins that count for an area, ascending, each with its share in it: 1 for a point or a whole cell, less for a
/// cell that a border cuts.
public struct OriginWeights: Sendable, Hashable, Sequence {
    /// The index of each origin.
    public let origins: [Int32]
    /// The share of each, in 0…1.
    public let weights: [Double]

    /// Makes a list.
    public init(origins: [Int32], weights: [Double]) {
        self.origins = origins
        self.weights = weights
    }

    /// The origins of an area of a membership.
    public init(_ membership: AreaMembership, area: Int) {
        let entries = membership.entries(ofArea: area)
        self.init(origins: Array(membership.origins[entries]), weights: Array(membership.weights[entries]))
    }

    /// The origins of all areas of a membership together, each with what of it lies in any of them.
    public init(allOf membership: AreaMembership) {
        var weights: [Int32: Double] = [:]
        for (origin, weight) in zip(membership.origins, membership.weights) { weights[origin, default: 0] += weight }
        let origins = weights.keys.sorted()
        self.init(origins: origins, weights: origins.map { Swift.min(1, weights[$0] ?? 0) })
    }

    /// What of so many origins lies in no area of a membership whose areas do not overlap.
    public init(outside membership: AreaMembership, count: Int) {
        var rest = [Double](repeating: 1, count: count)
        for (origin, weight) in zip(membership.origins, membership.weights) where rest.indices.contains(Int(origin)) {
            rest[Int(origin)] -= weight
        }
        // Shares are quotients of areas: what rounding leaves over is nobody.
        let outside = rest.indices.filter { rest[$0] > 1e-9 }
        self.init(origins: outside.map { Int32(truncatingIfNeeded: $0) }, weights: outside.map { rest[$0] })
    }

    /// The origins with their weights, in order.
    public func makeIterator() -> Zip2Sequence<[Int32], [Double]>.Iterator {
        zip(origins, weights).makeIterator()
    }

    /// The weight of every origin of a table of so many; 0 for those that do not count.
    public func spreadOut(over count: Int) -> [Double] {
        var all = [Double](repeating: 0, count: count)
        for (origin, weight) in self where all.indices.contains(Int(origin)) { all[Int(origin)] = weight }
        return all
    }
}
