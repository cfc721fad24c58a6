internal import Town
internal import Travel

/// How many people live within some distances of each origin. All pairs of origins are looked at, but only sums are kept: people
/// are searched for some at a time, so that what searches leave behind does not grow with the town.
struct PeopleAround: Sendable {
    /// The people of each origin.
    let people: [Double]
    /// For each origin the costs of interest, ascending, in the unit of the limits.
    let costs: [[Double]]
    /// How many origins with people are searched for at once.
    var atOnce = 10_000

    /// For each origin and cost of interest the people at most as far.
    func sums(
        _ population: PopulationTable, _ request: ReachRequest, farthest: Double
    ) throws(ReachQueryError) -> [[Double]] {
        let inhabited = people.indices.filter { people[$0] > 0 }
        let divisor: Double = request.measure.unit == .seconds ? 60 : 1
        var sums = costs.map { $0.map { _ in 0.0 } }
        for first in stride(from: 0, to: inhabited.count, by: atOnce) {
            let some = inhabited[first..<min(first + atOnce, inhabited.count)]
            let counts = some.map { people[$0] }
            let search = request.measure.pairs(
                originXs: population.xs, originYs: population.ys,
                query: try ReachQuery(
                    xs: some.map { population.xs[$0] }, ys: some.map { population.ys[$0] },
                    categories: some.map { _ in 0 }, categoryCount: 1, limits: []), limit: farthest * divisor)
            let parts = search.map { rows in
                rows.origins.map { origin in
                    let costs = costs[origin]
                    var own = costs.map { _ in 0.0 }
                    guard !costs.isEmpty else { return own }
                    rows.forEachPair(of: origin) { destination, cost in
                        let index = costs.firstIndex(atLeast: cost / divisor)
                        if index < own.count { own[index] += counts[destination] }
                    }
                    return own
                }
            }
            for (origin, own) in parts.joined().enumerated() {
                for index in own.indices { sums[origin][index] += own[index] }
            }
        }
        for origin in sums.indices {
            for index in sums[origin].indices.dropFirst() { sums[origin][index] += sums[origin][index - 1] }
        }
        return sums
    }
}

extension [Double] {
    /// The index of the first number of an ascending list that is not less; the end where all are.
    fileprivate func firstIndex(atLeast number: Double) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
