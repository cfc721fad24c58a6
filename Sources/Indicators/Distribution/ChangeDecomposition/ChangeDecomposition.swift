/// Why M, the mutual information of group and quarter, differs between two dates.
///
///     M₂ − M₁ = additions + removals + unit margin + group margin + structural
///
/// Only the structural part says that the groups are spread differently: the others are quarters and groups that came or
/// went, quarters that grew or shrank, and groups that became larger or smaller, everything else as it was.
///
/// The parts are Shapley values over tables with the margins of one date and the odds ratios of the other, made by iterative
/// proportional fitting: Elbers 2021, Sociological Methods & Research, doi 10.1177/0049124121986204; Deutsch, Flückiger &
/// Silber 2009, Research on Economic Inequality 17:171–202. Swapping the dates turns all signs; groups and quarters may
/// change places.
struct ChangeDecomposition: Sendable, Equatable {
    /// M at the first date, in nats.
    let first: Double
    /// M at the second date.
    let second: Double
    /// What quarters and groups do that are there at the second date only.
    let additions: Double
    /// What those do that are there at the first date only.
    let removals: Double
    /// What the sizes of the quarters do.
    let unitMargin: Double
    /// What the sizes of the groups do.
    let groupMargin: Double
    /// What is left: the groups are spread differently.
    let structural: Double

    /// Splits the change between two tables of the same groups and units in the same order, as members by group and unit. A
    /// unit or group with nobody is not there at that date.
    ///
    /// Nil where a date has no M, nothing is there at both dates, or the fitting finds no table, which happens where
    /// zeros stand against the margins.
    init?(from first: [[Double]], to second: [[Double]]) {
        guard let m1 = GroupUnits(members: first)?.mutualInformation,
            let m2 = GroupUnits(members: second)?.mutualInformation, first.count == second.count,
            first.first?.count == second.first?.count
        else { return nil }
        let (groups, units) = ChangeDecomposition.common(first, second)
        func kept(_ table: [[Double]]) -> [[Double]] { groups.map { group in units.map { table[group][$0] } } }
        let (a, b) = (kept(first), kept(second))
        guard let m1Common = ChangeDecomposition.mutualInformation(a),
            let m2Common = ChangeDecomposition.mutualInformation(b)
        else { return nil }
        let (oldGroups, newGroups) = (a.shares(ofRows: true), b.shares(ofRows: true))
        let (oldUnits, newUnits) = (a.shares(ofRows: false), b.shares(ofRows: false))
        // The odds ratios of one date with the margins of the other.
        func fitted(_ table: [[Double]], groups: [Double], units: [Double]) -> Double? {
            ProportionalFitting.fit(table, rows: groups, columns: units).flatMap(ChangeDecomposition.mutualInformation)
        }
        guard let oldBoth = fitted(a, groups: newGroups, units: newUnits),
            let oldUnit = fitted(a, groups: oldGroups, units: newUnits),
            let oldGroup = fitted(a, groups: newGroups, units: oldUnits),
            let newBoth = fitted(b, groups: oldGroups, units: oldUnits),
            let newUnit = fitted(b, groups: newGroups, units: oldUnits),
            let newGroup = fitted(b, groups: oldGroups, units: newUnits)
        else { return nil }
        self.first = m1
        self.second = m2
        additions = m2 - m2Common
        removals = m1Common - m1
        groupMargin = (oldGroup - m1Common + oldBoth - oldUnit + m2Common - newGroup + newUnit - newBoth) / 4
        unitMargin = (oldUnit - m1Common + oldBoth - oldGroup + m2Common - newUnit + newGroup - newBoth) / 4
        structural = (newBoth - m1Common + m2Common - oldBoth) / 2
    }

    /// M of a table; 0 where one group or one unit is all there is.
    private static func mutualInformation(_ table: [[Double]]) -> Double? {
        if table.count == 1, let row = table.first, row.contains(where: { $0 > 0 }) { return 0 }
        return GroupUnits(members: table)?.mutualInformation
    }

    /// The groups and units that are there at both dates, among each other: leaving out a unit can leave a group with
    /// nobody, so this is repeated until nothing changes.
    private static func common(_ first: [[Double]], _ second: [[Double]]) -> (groups: [Int], units: [Int]) {
        var groups = Array(first.indices)
        var units = Array((first.first ?? []).indices)
        while true {
            let keptGroups = groups.filter { group in
                [first, second].allSatisfy { table in units.contains { table[group][$0] > 0 } }
            }
            let keptUnits = units.filter { unit in
                [first, second].allSatisfy { table in keptGroups.contains { table[$0][unit] > 0 } }
            }
            if keptGroups == groups, keptUnits == units { return (groups, units) }
            (groups, units) = (keptGroups, keptUnits)
        }
    }
}

extension [[Double]] {
    /// The share of each row, or of each column, in the sum of a table.
    fileprivate func shares(ofRows: Bool) -> [Double] {
        let all = reduce(0) { $0 + $1.reduce(0, +) }
        if ofRows { return map { $0.reduce(0, +) / all } }
        return (first ?? []).indices.map { column in reduce(0) { $0 + $1[column] } / all }
    }
}
