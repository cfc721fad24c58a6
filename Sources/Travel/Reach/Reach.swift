/// What is in reach of a block of origins, as columns over the origins: one column of nearest costs for each
/// category, and one column of counts for each limit and category.
public struct Reach: Sendable, Equatable {
    /// What stands in ``nearest`` where no destination of the category is in reach.
    public static let absent: Int32 = -1
    /// What stands in ``nearest`` in all categories of an origin that has no access to the streets; its counts are 0.
    public static let notConnected: Int32 = -2

    /// The indexes of the block's origins among all origins, row by row.
    public let origins: [Int32]
    /// The number of categories.
    public let categoryCount: Int
    /// The number of limits.
    public let limitCount: Int
    /// The cost to the nearest destination in whole thousandths of the unit (millimetres, milliseconds), rounded to
    /// the nearest, halves to even; ``absent`` where there is none, ``notConnected`` where the origin is not on the network. Column after column.
    public let nearest: [Int32]
    /// The number of destinations within a limit: the columns of all categories for the first limit, then for the
    /// second, … Decided before any rounding.
    public let counts: [Int32]

    /// A block from its columns, which must have the lengths that the other values say.
    init(origins: [Int32], categoryCount: Int, limitCount: Int, nearest: [Int32], counts: [Int32]) {
        self.origins = origins
        self.categoryCount = categoryCount
        self.limitCount = limitCount
        self.nearest = nearest
        self.counts = counts
    }

    /// All blocks as one, its rows in the order of the origins.
    init(inputOrderOf blocks: [Reach], categoryCount: Int, limitCount: Int) {
        let count = blocks.reduce(0) { $0 + $1.origins.count }
        var nearest = [Int32](repeating: Reach.absent, count: count * categoryCount)
        var counts = [Int32](repeating: 0, count: count * categoryCount * limitCount)
        for block in blocks {
            for (row, origin) in block.origins.enumerated() {
                for column in 0..<categoryCount {
                    nearest[column * count + Int(origin)] = block.nearest[column * block.origins.count + row]
                }
                for column in 0..<categoryCount * limitCount {
                    counts[column * count + Int(origin)] = block.counts[column * block.origins.count + row]
                }
            }
        }
        self.init(
            origins: (0..<count).map { Int32(truncatingIfNeeded: $0) }, categoryCount: categoryCount,
            limitCount: limitCount, nearest: nearest, counts: counts)
    }

    /// The column of nearest costs of a category; see ``nearest``.
    public func nearestCosts(category: Int) -> ArraySlice<Int32> {
        nearest[category * origins.count..<(category + 1) * origins.count]
    }

    /// The column of counts of a category for the limit of this index in the query.
    public func counts(category: Int, limit: Int) -> ArraySlice<Int32> {
        let column = limit * categoryCount + category
        return counts[column * origins.count..<(column + 1) * origins.count]
    }
}
