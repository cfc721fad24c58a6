internal import Planar

/// Units of one zoning, such as quarters or squares, with the people and those of a group in each.
struct FocusUnits: Sendable {
    /// The people of the group in each unit.
    var cases: [Double]
    /// All people in each unit.
    var people: [Double]
    /// Which units touch.
    var contiguity: Contiguity
    /// A number for each unit that stays with it whatever the order of units.
    var keys: [UInt64]

    /// Only the units where people live, and which they were. Empty land has no share and no part in the search.
    func inhabited() -> (units: FocusUnits, indexes: [Int]) {
        let isKept = people.map { $0 > 0 }
        let indexes = people.indices.filter { isKept[$0] }
        let units = FocusUnits(
            cases: indexes.map { cases[$0] }, people: indexes.map { people[$0] },
            contiguity: contiguity.keeping(isKept), keys: indexes.map { keys[$0] })
        return (units, indexes)
    }

    /// The standardised share of each unit, see ``EmpiricalBayes``; nil without people.
    var scores: [Double]? {
        EmpiricalBayes(cases: cases, people: people).map { shares in
            zip(cases, people).map { shares.score(cases: $0, people: $1) ?? 0 }
        }
    }

    /// A figure of the inhabited units for each of all units; nil for those without people.
    func spreadOut(_ figures: (_ inhabited: FocusUnits) -> [Double?]?) -> [Double?] {
        var result = [Double?](repeating: nil, count: people.count)
        let (units, indexes) = inhabited()
        for (figure, index) in zip(figures(units) ?? [], indexes) { result[index] = figure }
        return result
    }
}

/// Looks for units where a group's share is high together with that of the neighbours.
///
/// Shares are standardised by how far chance would throw them (``EmpiricalBayes``), summed over a unit and its neighbours
/// (``GetisOrd``), compared with what dealing them anew makes of it (``ConditionalPermutation``), and the p-values are
/// adjusted for the number of units (``FalseDiscovery``). Found is a unit with an adjusted value up to ``rate`` whose own
/// share is above that of all.
struct FocusSearch: Sendable {
    /// What the search says of a unit.
    enum Finding: Sendable, Hashable {
        /// The computation points to it.
        case found
        /// It does not.
        case notFound
        /// The data do not decide.
        case cannotTell(Reason)
    }

    /// A unit and what the search knows of it.
    struct Unit: Sendable, Hashable {
        /// The finding.
        var finding: Finding
        /// Gi* of the standardised shares; nil where it has no value.
        var score: Double?
        /// The chance of neighbours as high; nil where it has no value.
        var chance: Double?
        /// The chance adjusted for the number of units; nil for units that are not judged.
        var adjusted: Double?
    }

    /// The share of units found by chance that is taken into account, among all that are found.
    var rate: Double
    /// How chance is drawn.
    var permutation: ConditionalPermutation
    /// Where fewer people of the group than this would live if its share were the same everywhere, nothing is said.
    var fewestExpected = 5.0

    /// What the search says of each unit; nil for units without people.
    func units(_ all: FocusUnits) -> [Unit?] {
        var result = [Unit?](repeating: nil, count: all.people.count)
        let (units, indexes) = all.inhabited()
        let judged = inhabitedUnits(units)
        for (unit, index) in zip(judged, indexes) { result[index] = unit }
        return result
    }

    private func inhabitedUnits(_ units: FocusUnits) -> [Unit] {
        guard let shares = EmpiricalBayes(cases: units.cases, people: units.people), let scores = units.scores else {
            return []
        }
        let weights = SpatialWeights(units.contiguity, .binary)
        guard let surpluses = GetisOrd.values(scores, weights) else {
            return scores.map { _ in Unit(finding: .cannotTell(.noVariation)) }
        }
        let tails = permutation.tails(scores, weights, keys: units.keys)
        let obstacles = scores.indices.map { unit in
            obstacle(
                expected: units.people[unit] * shares.mean, neighbours: weights.entries(of: unit).count,
                units: scores.count)
        }
        let tested = scores.indices.filter { obstacles[$0] == nil && tails[$0] != nil }
        let adjusted = FalseDiscovery.adjusted(tested.map { tails[$0]?.upper ?? 1 })
        var found = scores.indices.map { unit in
            Unit(
                finding: .cannotTell(obstacles[unit] ?? .fewUnits), score: surpluses[unit],
                chance: tails[unit]?.upper)
        }
        for (unit, value) in zip(tested, adjusted) {
            found[unit].adjusted = value
            found[unit].finding = value <= rate && scores[unit] > 0 ? .found : .notFound
        }
        return found
    }

    /// Why nothing can be said of a unit, whatever its share is. A unit without neighbours has nothing to compare with. Of
    /// few units, or with nearly all as neighbours, too few sets of neighbours can be dealt: a test that could not find
    /// the unit even if half of all units were found with it is no test.
    private func obstacle(expected: Double, neighbours: Int, units: Int) -> Reason? {
        if expected < fewestExpected { return .smallCounts }
        if neighbours == 0 { return .noNeighbours }
        let smallest = permutation.smallestChance(neighbours: neighbours, units: units)
        return smallest > rate / 2 ? .fewUnits : nil
    }
}
