/// Competitive access (Allen & Farber 2020): places count for less where many compete for them, and people compete less
/// for a place the more others they reach,
///
///     A_i = Σ_j O_j·f_ij/L_j,   L_j = Σ_k P_k·f_kj/A_k
///
/// with O scaled to Σ O = Σ P and A to a population-weighted mean of 1. Nothing else fixes the level of A: without the
/// scaling it runs away, without the mean it stays where it started.
///
/// The equations balance a table of people and supply along both margins (Sinkhorn 1967). They have a solution only where
/// every part of the town reaches supply for as many people as live there; where one does not, its A falls for ever. Then
/// there is no result, rather than one that depends on when one stops.
struct CompetitiveBalance: Sendable {
    /// The weights, each with a solution of its own.
    let weights: [CatchmentWeight]
    /// The people of each origin.
    let demand: [Double]
    /// What they compete for.
    let places: CompetingPlaces

    /// After this many rounds without rest there is no result.
    static let mostRounds = 500
    /// Rest is where no A changes by more than this part of it in a round.
    static let tolerance = 1e-12
    /// Whoever reaches something, but less than this part of the town's mean, is falling for ever.
    static let least = 1e-9

    /// For each target, and in it for each weight, the access of each origin: 0 where no place is in reach or nobody lives;
    /// nil where there is no solution.
    func solve(_ pairs: some CostPairs) -> [[Double]?] {
        let walk = CatchmentWalk(weights: weights, places: places, sharing: nil)
        var access = [[Double]](
            repeating: demand.map { $0 > 0 ? 1 : 0 }, count: walk.solutionCount)
        var states = [State](repeating: .moving, count: walk.solutionCount)
        for _ in 0..<CompetitiveBalance.mostRounds where states.contains(.moving) {
            let next = round(access, pairs, walk)
            for solution in access.indices where states[solution] == .moving {
                states[solution] = state(access[solution], next[solution])
                access[solution] = next[solution]
            }
        }
        return access.indices.map { states[$0] == .resting ? access[$0] : nil }
    }

    /// How a solution stands.
    private enum State {
        case moving, resting, falling
    }

    private func state(_ before: [Double], _ after: [Double]) -> State {
        var change = 0.0
        for (old, new) in zip(before, after) {
            if new > 0, new < CompetitiveBalance.least { return .falling }
            change = max(change, new > 0 ? abs(old - new) / new : old)
        }
        return change <= CompetitiveBalance.tolerance ? .resting : .moving
    }

    /// One round: the competition at each place, then the access of each origin, scaled to a mean of 1.
    private func round(_ access: [[Double]], _ pairs: some CostPairs, _ walk: CatchmentWalk) -> [[Double]] {
        let slots = walk.slotCount
        let competitions = pairs.map { block in
            var part = [Double](repeating: 0, count: walk.entryCount)
            walk.forEachVisit(block) { visit in
                let (people, own) = (demand[visit.origin], access[visit.solution][visit.origin])
                if people > 0, own > 0 { part[visit.entry] += people * visit.weight / own }
            }
            return SparseColumn(part)
        }
        var sums = [Double](repeating: 0, count: walk.entryCount)
        for part in competitions { part.add(to: &sums) }
        let ratios = sums.indices.map { entry in
            let ratio = places.supply[entry % slots] / sums[entry]
            return ratio.isFinite ? ratio : 0
        }
        let columns = pairs.map { block in
            let origins = block.origins
            var part = [[Double]](
                repeating: [Double](repeating: 0, count: origins.count), count: walk.solutionCount)
            walk.forEachVisit(block) { visit in
                guard demand[visit.origin] > 0 else { return }
                part[visit.solution][visit.origin - origins.lowerBound] += ratios[visit.entry] * visit.weight
            }
            return part
        }
        return access.indices.map { solution in scaled(columns.flatMap { $0[solution] }) }
    }

    /// Access with a population-weighted mean of 1; all 0 where nobody reaches anything.
    private func scaled(_ access: [Double]) -> [Double] {
        var (sum, people) = (0.0, 0.0)
        for (value, count) in zip(access, demand) where value > 0 {
            sum += value * count
            people += count
        }
        guard sum > 0, sum.isFinite else { return access.map { _ in 0 } }
        return access.map { $0 * people / sum }
    }
}
