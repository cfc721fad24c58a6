internal import Town

/// The members of groups in the quarters in two years, in those quarters that both years tell of. A quarter without a
/// number is left out of both years: it has not come or gone, it is not known.
struct QuarterTables: Sendable {
    /// The members by group and quarter in the earlier year.
    let first: [[Double]]
    /// The members in the later year.
    let second: [[Double]]
    /// All residents of these quarters in the later year.
    let residents: Double
    /// The share of the residents of the later year who live in quarters that are left out; nil for none.
    let unrecorded: Double?
    /// How many of the groups were asked for; all that come behind them are the others.
    private let groupCount: Int

    /// Takes the tables out of a series: a single group with all others behind it, several groups as they are.
    ///
    /// Nil where several groups are not all residents together, each in one of them.
    init?(_ series: QuarterSeries, groups: [Int], from: Int, to: Int, quarters: [Int]) {
        func people(_ year: Int, _ quarter: Int) -> [Double]? {
            let known = ([0] + groups).compactMap { series.count(year: year, group: $0, quarter: quarter) }
            guard known.count == groups.count + 1, let all = known.first else { return nil }
            let members = known.dropFirst().map { min($0, all) }
            return groups.count > 1 ? members : members + members.map { all - $0 }
        }
        var (first, second): ([[Double]], [[Double]]) = ([], [])
        var leftOut = 0.0
        for quarter in quarters {
            if let before = people(from, quarter), let now = people(to, quarter) {
                first.append(before)
                second.append(now)
                let all = [from, to].map { series.count(year: $0, group: 0, quarter: quarter) ?? 0 }
                let sums = [before, now].map { $0.reduce(0, +) }
                guard zip(all, sums).allSatisfy({ abs($0 - $1) <= 1e-6 * max(1, $0) }) else { return nil }
            } else {
                leftOut +=
                    series.count(year: to, group: 0, quarter: quarter)
                    ?? series.count(year: from, group: 0, quarter: quarter) ?? 0
            }
        }
        groupCount = groups.count
        let rows = groups.count > 1 ? groups.indices : 0..<2
        self.first = rows.map { row in first.map { $0[row] } }
        self.second = rows.map { row in second.map { $0[row] } }
        residents = self.second.reduce(0) { $0 + $1.reduce(0, +) }
        unrecorded = leftOut > 0 ? leftOut / (leftOut + residents) : nil
    }

    /// Why there is no decomposition, whatever its parts would be.
    func refusal(leastPeople: Double) -> (Status, Reason)? {
        guard (first.first?.count ?? 0) > 1 else { return (.notApplicable, .fewUnits) }
        for table in [first, second] {
            let members = table.map { $0.reduce(0, +) }
            if members.prefix(groupCount).contains(where: { $0 < leastPeople }) { return (.cannotTell, .smallCounts) }
            if members.dropFirst(groupCount).contains(0) { return (.notApplicable, .noVariation) }
        }
        return nil
    }

    /// Why the parts say little; nil where they can be relied on.
    var doubt: Reason? {
        if let unrecorded, unrecorded > DistributionGuard.mostOpen { return .muchNotRecorded }
        return [first, second].lazy.compactMap { table in
            GroupUnits(members: table).flatMap { units in
                DistributionGuard.doubt(
                    units: units.count, observed: units.mutualInformation, random: units.randomMutualInformation,
                    noise: 0)
            }
        }.first
    }
}
