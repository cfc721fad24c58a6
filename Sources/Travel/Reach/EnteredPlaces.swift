internal import Planar

/// The destinations with several entrances: counted once, if any entrance is within a limit.
///
/// Destinations with one way in are points and counted by a grid; these few are measured one by one, near a tile of
/// origins.
struct EnteredPlaces: Sendable {
    private let categories: [Int32]
    /// Where the entrances of each place end in `xs`.
    private let ends: [Int32]
    private let xs: [Double]
    private let ys: [Double]
    private let tree: PackedRTree
    private let limits: [Double]
    private let farthest: Double
    private let categoryCount: Int

    /// The destinations of a query that have at least two entrances.
    init(_ query: ReachQuery) {
        var categories: [Int32] = []
        var ends: [Int32] = []
        var xs: [Double] = []
        var ys: [Double] = []
        var boxes: [Envelope] = []
        for destination in query.xs.indices where query.entrances(of: destination).count > 1 {
            var box = Envelope.empty
            for entrance in query.accessPositions(of: destination) {
                xs.append(entrance.x)
                ys.append(entrance.y)
                box.include(x: entrance.x, y: entrance.y)
            }
            categories.append(query.categories[destination])
            ends.append(Int32(truncatingIfNeeded: xs.count))
            boxes.append(box)
        }
        self.categories = categories
        self.ends = ends
        self.xs = xs
        self.ys = ys
        tree = PackedRTree(boxes)
        limits = query.limits
        farthest = query.limits.max() ?? 0
        categoryCount = query.categoryCount
    }

    /// Raises the counts of origins that lie tile after tile; columns as in ``NearestAndCounts``.
    func count(xs originXs: [Double], ys originYs: [Double], tileEnds: [Int32], into counts: inout [Int32]) {
        guard !categories.isEmpty, !limits.isEmpty else { return }
        var start = 0
        for end in tileEnds.map(Int.init) {
            var box = Envelope.empty
            for origin in start..<end { box.include(x: originXs[origin], y: originYs[origin]) }
            // A little more than the limit, so that rounding loses nothing.
            for place in tree.indexes(meeting: box.expanded(by: farthest * (1 + 1e-9) + 1e-6)) {
                for origin in start..<end {
                    let square = squaredDistance(of: Int(place), x: originXs[origin], y: originYs[origin])
                    for (limit, most) in limits.enumerated() where square <= most * most {
                        counts[(limit * categoryCount + Int(categories[Int(place)])) * originXs.count + origin] += 1
                    }
                }
            }
            start = end
        }
    }

    /// The squared distance to the nearest entrance, computed as that of points in a grid.
    private func squaredDistance(of place: Int, x: Double, y: Double) -> Double {
        var least = Double.infinity
        for index in (place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place]) {
            let eastward = xs[index] - x
            let northward = ys[index] - y
            least = min(least, eastward * eastward + northward * northward)
        }
        return least
    }
}
