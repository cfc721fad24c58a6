internal import Town

/// Who could meet whom: all residents and the groups at each origin.
struct EncounterPeople: Sendable {
    /// For each group of the study, all residents first, the people at each origin; never more than all residents there.
    let counts: [[Double]]
    /// Whether every resident is in exactly one of the groups, so that they can be compared all at once. Otherwise each
    /// group is compared with everybody who is not in it.
    let isPartition: Bool

    init(_ population: PopulationTable) {
        let all = population.counts.first ?? []
        counts =
            [all]
            + population.counts.dropFirst().map { group in
                // Protected counts may show more people of a group than there are at all.
                zip(group, all).map { min($0, $1) }
            }
        let groups = counts.dropFirst()
        isPartition =
            groups.count > 1
            && all.indices.allSatisfy { origin in
                let sum = groups.reduce(0) { $0 + $1[origin] }
                return abs(sum - all[origin]) <= 1e-9 * all[origin]
            }
    }

    /// A way to tell people apart: the group, nil for all groups at once, with the columns of ``counts`` that are its
    /// parts. Nil as a part stands for everybody in none of the other parts.
    struct Division: Sendable, Hashable {
        let group: Int?
        let parts: [Int?]

        /// The numbers by part.
        func numbers(_ count: (Int) -> Double) -> [Double] {
            let known = parts.compactMap(\.self).map(count)
            guard known.count < parts.count else { return known }
            return known + [max(0, count(0) - known.reduce(0, +))]
        }
    }

    /// The ways to tell people apart.
    var divisions: [Division] {
        if isPartition { return [Division(group: nil, parts: Array(1..<counts.count))] }
        return counts.indices.dropFirst().map { Division(group: $0, parts: [$0, nil]) }
    }

    /// The share of a group at an origin; nil where nobody lives.
    func share(_ group: Int, _ origin: Int) -> Double? {
        counts[0][origin] > 0 ? counts[group][origin] / counts[0][origin] : nil
    }
}
