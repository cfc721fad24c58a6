/// A competition of people for places, solved for every target and several weights in two walks through the pairs.
struct FloatingCatchment: Sendable {
    /// How people and places share each other.
    let method: CatchmentMethod
    /// The weights, each with a solution of its own.
    let weights: [CatchmentWeight]
    /// The people of each origin.
    let demand: [Double]
    /// What they compete for.
    let places: CompetingPlaces

    private var walk: CatchmentWalk {
        CatchmentWalk(weights: weights, places: places, sharing: method.sharesDemand ? method : nil)
    }

    /// The solutions, those of the first target first, each target with all weights.
    func solve(_ pairs: some CostPairs) -> [CatchmentSolution] {
        let walk = walk
        let demands = demandAtPlaces(pairs, walk)
        let slots = walk.slotCount
        let ratios = demands.people.indices.map { entry in
            method.ratio(supply: places.supply[entry % slots], demand: demands.people[entry])
        }
        let parts = pairs.map { access($0, walk, ratios, demands.weights) }
        var solutions = [CatchmentSolution](repeating: CatchmentSolution(), count: walk.solutionCount)
        for solution in solutions.indices {
            for part in parts {
                solutions[solution].access += part.access[solution]
                solutions[solution].totals.add(part.totals[solution])
            }
        }
        for entry in ratios.indices {
            let solution = Int(places.targets[entry % slots]) * weights.count + entry / slots
            solutions[solution].totals.add(
                supply: places.supply[entry % slots], demand: demands.people[entry], ratio: ratios[entry])
        }
        return solutions
    }

    // MARK: - First walk

    /// Σ P·pull and Σ w at each slot, weight by weight.
    private struct PlaceSums: Sendable {
        var people: [Double]
        /// Empty where the method does not ask for it.
        var weights: [Double]
    }

    private func demandAtPlaces(_ pairs: some CostPairs, _ walk: CatchmentWalk) -> PlaceSums {
        let parts = pairs.map { block in
            var people = [Double](repeating: 0, count: walk.entryCount)
            var weights = [Double](repeating: 0, count: method.sharesSupply ? walk.entryCount : 0)
            walk.forEachVisit(block) { visit in
                let count = demand[visit.origin]
                guard count > 0 else { return }
                people[visit.entry] += count * method.pull(weight: visit.weight, share: visit.share)
                if method.sharesSupply { weights[visit.entry] += visit.weight }
            }
            return (people: SparseColumn(people), weights: SparseColumn(weights))
        }
        var sums = PlaceSums(
            people: [Double](repeating: 0, count: walk.entryCount),
            weights: [Double](repeating: 0, count: method.sharesSupply ? walk.entryCount : 0))
        for part in parts {
            part.people.add(to: &sums.people)
            part.weights.add(to: &sums.weights)
        }
        return sums
    }

    // MARK: - Second walk

    /// What the origins of a block reach, solution by solution.
    private struct Part: Sendable {
        var access: [[Double]]
        var totals: [CatchmentTotals]
    }

    private func access(
        _ block: some CostBlock, _ walk: CatchmentWalk, _ ratios: [Double], _ weightSums: [Double]
    ) -> Part {
        let origins = block.origins
        var access = [[Double]](
            repeating: [Double](repeating: 0, count: origins.count), count: walk.solutionCount)
        var totals = [CatchmentTotals](repeating: CatchmentTotals(), count: walk.solutionCount)
        var lastReaching = [Int](repeating: -1, count: walk.solutionCount)
        walk.forEachVisit(block) { visit in
            let ratio = ratios[visit.entry]
            let draw = method.draw(
                weight: visit.weight, share: visit.share,
                weightSum: method.sharesSupply ? weightSums[visit.entry] : 0)
            access[visit.solution][visit.origin - origins.lowerBound] += ratio * draw
            let people = demand[visit.origin]
            guard people > 0 else { return }
            let pull = method.pull(weight: visit.weight, share: visit.share)
            totals[visit.solution].lostOnTheWay += people * ratio * (pull - draw)
            if lastReaching[visit.solution] != visit.origin { totals[visit.solution].peopleReaching += people }
            lastReaching[visit.solution] = visit.origin
        }
        for solution in access.indices {
            for (origin, value) in zip(origins, access[solution]) where demand[origin] > 0 {
                totals[solution].access += value
                totals[solution].received += demand[origin] * value
            }
        }
        return Part(access: access, totals: totals)
    }
}
