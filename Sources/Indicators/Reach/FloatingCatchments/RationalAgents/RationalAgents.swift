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
    /// Whoever goes where: the pairs of inhabited origins and places with supply.
    struct Choices: Sendable {
        /// Where the pairs of each origin begin; one entry more than origins.
        var starts: [Int] = [0]
        /// The place of each pair.
        var places: [Int32] = []
        /// t of each pair.
        var costs: [Double] = []

        /// Adds an origin with its pairs.
        mutating func append(places: [Int32], costs: [Double]) {
            self.places += places
            self.costs += costs
            starts.append(self.places.count)
        }

        /// Adds further origins.
        mutating func append(_ other: Choices) {
            let offset = places.count
            places += other.places
            costs += other.costs
            starts += other.starts.dropFirst().map { $0 + offset }
        }

        /// The pairs of an origin.
        func pairs(of origin: Int) -> Range<Int> { starts[origin]..<starts[origin + 1] }
    }

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
    /// The pairs; each origin's must be of different places.
    let choices: Choices
    /// The cost that counts as much as a place that is as full as the town's mean.
    let tau: Double
    /// The part of what all pay that all may still save in the end; 0 for the exact equilibrium only.
    var gap = 1e-4
    /// The order in which origins divide their people, all of them; it decides on nothing but what the gap leaves open.
    let order: [Int]

    /// The rounds after which the search gives up.
    static let mostRounds = 4_096

    /// Finds the equilibrium. The pairs are kept: 20 bytes each.
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
        var filling = Filling()
        result.isSettled = false
        for round in 1...RationalAgents.mostRounds where !result.isSettled {
            for origin in origins {
                filling.divide(
                    people[origin], choices.pairs(of: origin), choices, tau: tau, capacity, &result.flows,
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
        private var order: [(pair: Int, base: Double)] = []

        mutating func divide(
            _ people: Double, _ pairs: Range<Int>, _ choices: Choices, tau: Double, _ capacity: [Double],
            _ flows: inout [Double], _ demand: inout [Double]
        ) {
            order.removeAll(keepingCapacity: true)
            for pair in pairs {
                let place = Int(choices.places[pair])
                let others = max(demand[place] - flows[pair], 0)
                order.append((pair, others / capacity[place] + choices.costs[pair] / tau))
            }
            order.sort { ($0.base, choices.places[$0.pair]) < ($1.base, choices.places[$1.pair]) }
            var (width, volume, level) = (0.0, people, Double.infinity)
            for (pair, base) in order where base < level {
                let capacity = capacity[Int(choices.places[pair])]
                width += capacity
                volume += capacity * base
                level = volume / width
            }
            for (pair, base) in order {
                let place = Int(choices.places[pair])
                let flow = max(level - base, 0) * capacity[place]
                demand[place] += flow - flows[pair]
                flows[pair] = flow
            }
        }
    }
}
