/// The nearest few destinations of each category, for each origin: by cost, then by index. A destination stands once,
/// whatever entrances lead to it.
public struct NearestPlaces: Sendable, Hashable {
    /// The number of categories.
    public let categoryCount: Int
    /// Where the destinations of each origin begin: all origins for the first category, then for the second, …; one
    /// entry more than both together.
    public let starts: [Int]
    /// The index of each destination in the query.
    public let destinations: [Int32]
    /// The cost of each destination in milliseconds.
    public let costs: [Int32]

    /// The number of origins.
    public var originCount: Int { categoryCount == 0 ? 0 : (starts.count - 1) / categoryCount }

    /// The range of an origin's destinations of a category in ``destinations`` and ``costs``.
    public func range(of origin: Int, category: Int) -> Range<Int> {
        let row = category * originCount + origin
        return starts[row]..<starts[row + 1]
    }
}
