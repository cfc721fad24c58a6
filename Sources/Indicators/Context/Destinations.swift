internal import Travel

/// Destinations as they are put together for a query: positions, entrances and categories.
struct Destinations {
    private var xs: [Double] = []
    private var ys: [Double] = []
    private var categories: [Int32] = []
    private var entrances = ReachQuery.Entrances()

    /// Adds a destination with those of all entrances that are its own.
    mutating func append(
        x: Double, y: Double, entrances range: Range<Int>, of all: (xs: [Double], ys: [Double]), category: Int32
    ) {
        xs.append(x)
        ys.append(y)
        categories.append(category)
        entrances.xs += all.xs[range]
        entrances.ys += all.ys[range]
        entrances.ends.append(Int32(truncatingIfNeeded: entrances.xs.count))
    }

    /// The query for these destinations.
    func query(categoryCount: Int, limits: [Double]) throws(ReachQueryError) -> ReachQuery {
        try ReachQuery(
            xs: xs, ys: ys, categories: categories, categoryCount: categoryCount, limits: limits, entrances: entrances)
    }
}
