/// Points of several categories, each category in a uniform grid of its own: finds for many positions the nearest
/// point of every category and counts the points within given distances, in one pass.
///
/// Positions are taken tile by tile, a tile being positions that lie close together. What cannot matter to any
/// position of a tile is ruled out once, by its distance from the middle of the tile; only the rest is compared with
/// each position. Distances are compared as the sum of the squared differences in double precision.
public struct PointGrid: Sendable {
    private let categories: [CategoryPoints]

    /// A grid over points with categories `0..<categoryCount`; a point with any other category is left out.
    public init(xs: [Double], ys: [Double], categories: [Int32], categoryCount: Int) {
        let count = min(xs.count, ys.count, categories.count)
        var members = [[Int]](repeating: [], count: max(categoryCount, 0))
        for index in 0..<count where members.indices.contains(Int(categories[index])) {
            members[Int(categories[index])].append(index)
        }
        self.categories = members.map { members in
            CategoryPoints(xs: members.map { xs[$0] }, ys: members.map { ys[$0] })
        }
    }

    /// The number of categories.
    public var categoryCount: Int { categories.count }

    /// The nearest points and the counts for positions that lie tile after tile, as ``CellOrder`` puts them.
    ///
    /// - Parameters:
    ///   - tileEnds: where each tile ends among the positions; the last is their number.
    ///   - limits: distances; a point at exactly the distance counts.
    public func nearestAndCounts(
        xs: [Double], ys: [Double], tileEnds: [Int32], limits: [Double]
    ) -> NearestAndCounts {
        let count = min(xs.count, ys.count)
        var result = NearestAndCounts(positions: count, categories: categories.count, limits: limits.count)
        let tiles = Tile.tiles(xs, ys, ends: tileEnds)
        for (category, points) in categories.enumerated() {
            result.squaredDistances.withUnsafeMutableBufferPointer { squared in
                result.counts.withUnsafeMutableBufferPointer { counts in
                    let columns = limits.indices.map { limit in
                        let start = (limit * categories.count + category) * count
                        return UnsafeMutableBufferPointer(rebasing: counts[start..<start + count])
                    }
                    points.measure(
                        xs: xs, ys: ys, tiles: tiles, limits: limits,
                        squared: UnsafeMutableBufferPointer(
                            rebasing: squared[category * count..<(category + 1) * count]), counts: columns)
                }
            }
        }
        return result
    }
}

/// What ``PointGrid`` found for positions, as columns: one for each category, one for each limit and category.
public struct NearestAndCounts: Sendable {
    /// The number of positions: the length of a column.
    public let positions: Int
    /// The squared distance to the nearest point, column by column; infinite where the category has no point.
    public internal(set) var squaredDistances: [Double]
    /// The number of points within a limit: all categories of the first limit, then of the second, …
    public internal(set) var counts: [Int32]

    init(positions: Int, categories: Int, limits: Int) {
        self.positions = positions
        squaredDistances = [Double](repeating: .infinity, count: positions * categories)
        counts = [Int32](repeating: 0, count: positions * categories * limits)
    }
}

/// Positions that lie close together: a range of them, the middle of their box and half its diagonal.
struct Tile {
    let range: Range<Int>
    let x: Double
    let y: Double
    let radius: Double

    static func tiles(_ xs: [Double], _ ys: [Double], ends: [Int32]) -> [Tile] {
        var tiles: [Tile] = []
        tiles.reserveCapacity(ends.count)
        var start = 0
        for end in ends.lazy.map({ min(Int($0), xs.count, ys.count) }) where end > start {
            var box = Envelope.empty
            for index in start..<end where xs[index].isFinite && ys[index].isFinite {
                box.include(x: xs[index], y: ys[index])
            }
            guard !box.isEmpty else {
                start = end
                continue
            }
            let centre = box.centre
            let radius = (box.width * box.width + box.height * box.height).squareRoot() / 2
            tiles.append(Tile(range: start..<end, x: centre.x, y: centre.y, radius: radius))
            start = end
        }
        return tiles
    }
}
