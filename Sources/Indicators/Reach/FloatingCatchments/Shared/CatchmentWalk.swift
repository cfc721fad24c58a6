/// A walk through all pairs of origins and places as several targets and weights see them.
struct CatchmentWalk: Sendable {
    /// The weights.
    let weights: [CatchmentWeight]
    /// The places.
    let places: CompetingPlaces
    /// Whose attraction divides an origin among the places in its reach; nil where nothing is divided.
    let sharing: CatchmentMethod?

    /// An origin and a place that counts for a target, by one of the weights.
    struct Visit {
        /// The origin.
        var origin: Int
        /// The index of slot and weight, slots of a weight side by side.
        var entry: Int
        /// The index of target and weight, weights of a target side by side.
        var solution: Int
        /// The weight at the cost between them, above 0.
        var weight: Double
        /// The attraction of the place by that of all places in reach; 1 where nothing is divided.
        var share: Double
    }

    /// The number of slots.
    var slotCount: Int { places.targets.count }
    /// The number of entries of a column over slots and weights.
    var entryCount: Int { weights.count * slotCount }
    /// The number of solutions.
    var solutionCount: Int { weights.count * places.targetCount }

    /// Calls `visit` for each origin of a block, weight, and slot in the catchment of it.
    func forEachVisit(_ block: some CostBlock, _ visit: (Visit) -> Void) {
        var pairs = OriginPairs()
        var worths: [Double] = []
        var attractions = [Double](repeating: 0, count: places.targetCount)
        for origin in block.origins {
            pairs.read(origin, of: block)
            for (index, weight) in weights.enumerated() {
                worths.removeAll(keepingCapacity: true)
                for cost in pairs.costs { worths.append(weight(cost)) }
                if let sharing { add(pairs, worths, sharing, to: &attractions) }
                for (place, worth) in zip(pairs.places, worths) where worth > 0 {
                    for slot in places.slots(ofPlace: Int(place)) {
                        let target = Int(places.targets[slot])
                        var share = 1.0
                        if let sharing {
                            let attraction = sharing.attraction(weight: worth, supply: places.supply[slot])
                            share = attractions[target] > 0 ? attraction / attractions[target] : 0
                        }
                        visit(
                            Visit(
                                origin: origin, entry: index * slotCount + slot,
                                solution: target * weights.count + index, weight: worth, share: share))
                    }
                }
            }
        }
    }

    /// Sums the attraction of the places in reach of an origin, target by target.
    private func add(
        _ pairs: OriginPairs, _ worths: [Double], _ sharing: CatchmentMethod, to attractions: inout [Double]
    ) {
        for target in attractions.indices { attractions[target] = 0 }
        for (place, worth) in zip(pairs.places, worths) where worth > 0 {
            for slot in places.slots(ofPlace: Int(place)) {
                attractions[Int(places.targets[slot])] += sharing.attraction(
                    weight: worth, supply: places.supply[slot])
            }
        }
    }
}
