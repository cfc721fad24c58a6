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

    /// For each target, and in it for each weight, the access of each origin: 0 where no place is in reach or nobody lives;
    /// nil where there is no solution.
    func solve(_ pairs: some CostPairs) -> [[Double]?] {
        let walk = CatchmentWalk(weights: weights, places: places, sharing: nil)
        var access = [[Double]](
            repeating: demand.map { $0 > 0 ? 1 : 0 }, count: walk.solutionCount)
        var isSettled = [Bool](repeating: false, count: walk.solutionCount)
        for _ in 0..<CompetitiveBalance.mostRounds where isSettled.contains(false) {
            let next = round(access, pairs, walk)
            for solution in access.indices where !isSettled[solution] {
                let change = zip(access[solution], next[solution]).reduce(0) { most, pair in
                    max(most, pair.1 > 0 ? abs(pair.0 - pair.1) / pair.1 : pair.0)
                }
                access[solution] = next[solution]
                isSettled[solution] = change <= CompetitiveBalance.tolerance
            }
        }
        return access.indices.map { isSettled[$0] ? access[$0] : nil }
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
            return part
        }
        let ratios = (0..<walk.entryCount).map { entry in
            let ratio = places.supply[entry % slots] / competitions.reduce(0) { $0 + $1[entry] }
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
