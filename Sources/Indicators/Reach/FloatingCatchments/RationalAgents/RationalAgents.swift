/// The rational agent access model (Saxon & Snow 2020): everybody goes where crowding and the way together cost least,
///
///     cost_i = min_l [ (d_l/s_l)/ρ + t_il/τ ],   ρ = Σ P / Σ S
///
/// where d_l is the demand of all who come to place l. In equilibrium nobody gains by going elsewhere. That is the
/// minimum of Σ_l d_l²/(2·s_l·ρ) + Σ_il x_il·t_il/τ over all divisions x of the people among the places in their reach, which
/// is strictly convex in d: demand and costs are unique, whatever the order in which people choose, and people need not
/// be whole.
///
/// The minimum is approached origin by origin: each divides its people exactly, given all others. Once it is known who uses
/// which places the rest is solved exactly, see ``Settlement``; else the search ends where going elsewhere would save people
/// no more than a small part of what they pay (the relative gap of traffic assignment).
struct RationalAgents: Sendable {
    /// What the model came to.
    struct Equilibrium: Sendable {
        /// The cost of each origin; nil where nobody lives or no place is in reach.
        var costs: [Double?]
        /// The demand at each place.
        var demand: [Double]
        /// Whether it is the equilibrium within the gap, rather than where the search gave up.
        var isSettled: Bool
        /// Who goes where, pair by pair: where a search for a similar equilibrium may begin.
        var flows: [Double]
    }

    /// The people of each origin.
    let people: [Double]
    /// The supply of each place; 0 where it offers nothing.
    let supply: [Double]
    /// The pairs.
    let choices: SupplyPairs
    /// The cost that counts as much as a place that is as full as the town's mean.
    let tau: Double
    /// The part of what all pay that all may still save in the end; 0 for the exact equilibrium only.
    var gap = 1e-4
    /// The order in which origins divide their people, all of them; it decides on nothing but what the gap leaves open.
    let order: [Int]

    /// The rounds after which the search gives up.
    static let mostRounds = 4_096

    /// Finds the equilibrium. The pairs are kept, and 16 bytes for each of them.
    ///
    /// - Parameter start: the flows to begin with, divisions of the same people; nobody anywhere where empty.
    func settle(from start: [Double] = []) -> Equilibrium {
        let origins = order.filter { people[$0] > 0 && !choices.pairs(of: $0).isEmpty }
        let total = origins.reduce(0) { $0 + people[$1] }
        var isReached = [Bool](repeating: false, count: supply.count)
        for place in choices.places { isReached[Int(place)] = true }
        let supplied = supply.indices.reduce(0) { $0 + (isReached[$1] ? supply[$1] : 0) }
        var result = Equilibrium(
            costs: [Double?](repeating: nil, count: people.count),
            demand: [Double](repeating: 0, count: supply.count), isSettled: true,
            flows: start.count == choices.places.count
                ? start : [Double](repeating: 0, count: choices.places.count))
        guard total > 0, supplied > 0 else { return result }
        // So many people make a place as full as the town's mean.
        let capacity = supply.map { $0 * (total / supplied) }
        for (place, flow) in zip(choices.places, result.flows) { result.demand[Int(place)] += flow }
        let ways = choices.costs.map { $0 / tau }
        result.isSettled = false
        for round in 1...RationalAgents.mostRounds where !result.isSettled {
            var filling = Filling(result.demand, capacity)
            for origin in origins {
                filling.divide(
                    people[origin], choices.pairs(of: origin), choices.places, ways, capacity, &result.flows,
                    &result.demand)
            }
            // Added up anew, so that rounding does not pile up over the rounds.
            result.demand = [Double](repeating: 0, count: supply.count)
            for (place, flow) in zip(choices.places, result.flows) { result.demand[Int(place)] += flow }
            // The exact solution is worth a try after 1, 2, 4, 8 … rounds.
            guard round & (round - 1) == 0 else { continue }
            let settlement = Settlement(
                people: people, origins: origins, capacity: capacity, choices: choices, tau: tau)
            if let demand = settlement.demand(from: result.flows, result.demand) {
                result.demand = demand
                result.isSettled = true
            } else {
                result.isSettled = saving(result, origins, capacity) <= gap
            }
        }
        for origin in origins {
            result.costs[origin] = choices.pairs(of: origin).map { pair in
                let place = Int(choices.places[pair])
                return result.demand[place] / capacity[place] + choices.costs[pair] / tau
            }.min()
        }
        return result
    }

    /// What people would save by going elsewhere, by what they pay at least.
    private func saving(_ result: Equilibrium, _ origins: [Int], _ capacity: [Double]) -> Double {
        var (saved, paid) = (0.0, 0.0)
        for origin in origins {
            var (least, own) = (Double.infinity, 0.0)
            for pair in choices.pairs(of: origin) {
                let place = Int(choices.places[pair])
                let cost = result.demand[place] / capacity[place] + choices.costs[pair] / tau
                least = min(least, cost)
                own += result.flows[pair] * cost
            }
            saved += max(own - least * people[origin], 0)
            paid += least * people[origin]
        }
        return saved / paid
    }

    /// Divides the people of one origin like water over vessels: all places that get some cost the same, and no other less.
    private struct Filling {
        /// How full each place is, in the measure of the capacity.
        private var crowding: [Double]
        /// What each pair of the origin would cost if nobody came from it.
        private var bases: [Double] = []
        /// The pairs that the origin may come to use: few of those in its reach.
        private var order: [(pair: Int, base: Double)] = []

        init(_ demand: [Double], _ capacity: [Double]) {
            crowding = zip(demand, capacity).map { $0 / $1 }
        }

        mutating func divide(
            _ people: Double, _ pairs: Range<Int>, _ places: [Int32], _ ways: [Double], _ capacity: [Double],
            _ flows: inout [Double], _ demand: inout [Double]
        ) {
            bases.removeAll(keepingCapacity: true)
            order.removeAll(keepingCapacity: true)
            var (least, first) = (Double.infinity, pairs.lowerBound)
            for pair in pairs {
                let (place, flow) = (Int(places[pair]), flows[pair])
                let full = flow > 0 ? max(demand[place] - flow, 0) / capacity[place] : crowding[place]
                let base = full + ways[pair]
                if base < least { (least, first) = (base, pair) }
                bases.append(base)
            }
            // Alone at the cheapest place all would pay this: what costs more gets nobody.
            let most = least + people / capacity[Int(places[first])]
            for pair in pairs {
                let base = bases[pair - pairs.lowerBound]
                if base < most || flows[pair] > 0 || pair == first { order.append((pair, base)) }
            }
            order.sort { ($0.base, places[$0.pair]) < ($1.base, places[$1.pair]) }
            var (width, volume, level) = (0.0, people, Double.infinity)
            for (pair, base) in order where base < level {
                let capacity = capacity[Int(places[pair])]
                width += capacity
                volume += capacity * base
                level = volume / width
            }
            for (pair, base) in order {
                let place = Int(places[pair])
                let flow = max(level - base, 0) * capacity[place]
                demand[place] += flow - flows[pair]
                flows[pair] = flow
                crowding[place] = demand[place] / capacity[place]
            }
        }
    }
}
