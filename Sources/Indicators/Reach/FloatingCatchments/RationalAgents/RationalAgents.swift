/// The rational agent access model (Saxon & Snow 2020): everybody goes where crowding and the way together cost least,
///
///     cost_i = min_l [ (d_l/s_l)/ρ + t_il/τ ],   ρ = Σ P / Σ S
///
/// where d_l is the demand of all who come to place l. In equilibrium nobody gains by going elsewhere. That is the
/// minimum of Σ_l d_l²/(2·s_l·ρ) + Σ_il x_il·t_il/τ over all divisions x of the people among the places in their reach, which
/// is strictly convex in d: demand and costs are unique, whatever the order in which people choose, and people need not
/// be whole. The minimum is found origin by origin: each divides its people exactly, given all others, until nothing moves.
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
    }

    /// What the model came to.
    struct Equilibrium: Sendable {
        /// The cost of each origin; nil where nobody lives or no place is in reach.
        var costs: [Double?]
        /// The demand at each place.
        var demand: [Double]
        /// Whether nothing moved any more in the end.
        var isSettled: Bool
        /// The rounds it took.
        var rounds: Int
    }

    /// The people of each origin.
    let people: [Double]
    /// The supply of each place; 0 where it offers nothing.
    let supply: [Double]
    /// The pairs; each origin's must be of different places.
    let choices: Choices
    /// The cost that counts as much as a place that is as full as the town's mean.
    let tau: Double

    /// After this many rounds without rest the model counts as not settled.
    static let mostRounds = 2_000
    /// Rest is where no place gains or loses more than this part of all people in a round.
    static let tolerance = 1e-14

    /// Finds the equilibrium. The pairs are kept: 20 bytes each.
    func settle() -> Equilibrium {
        let origins = people.indices.filter { people[$0] > 0 && choices.starts[$0] < choices.starts[$0 + 1] }
        let total = origins.reduce(0) { $0 + people[$1] }
        var reachable = [Bool](repeating: false, count: supply.count)
        for place in choices.places { reachable[Int(place)] = true }
        let supplied = supply.indices.reduce(0) { $0 + (reachable[$1] ? supply[$1] : 0) }
        var result = Equilibrium(
            costs: [Double?](repeating: nil, count: people.count),
            demand: [Double](repeating: 0, count: supply.count), isSettled: true, rounds: 0)
        guard total > 0, supplied > 0 else { return result }
        // What one person more adds to the crowding of a place.
        let capacity = supply.map { $0 * (total / supplied) }
        var flows = [Double](repeating: 0, count: choices.places.count)
        var filling = Filling()
        repeat {
            let before = result.demand
            for origin in origins {
                result.costs[origin] = filling.divide(
                    people[origin], choices.starts[origin]..<choices.starts[origin + 1], choices, tau: tau, capacity,
                    &flows, &result.demand)
            }
            // Added up anew, so that rounding does not pile up over the rounds.
            result.demand = [Double](repeating: 0, count: supply.count)
            for (place, flow) in zip(choices.places, flows) { result.demand[Int(place)] += flow }
            result.rounds += 1
            let moved = zip(before, result.demand).reduce(0) { max($0, abs($1.0 - $1.1)) }
            result.isSettled = moved <= total * RationalAgents.tolerance
        } while !result.isSettled && result.rounds < RationalAgents.mostRounds
        for origin in origins {
            result.costs[origin] = (choices.starts[origin]..<choices.starts[origin + 1]).map { pair in
                let place = Int(choices.places[pair])
                return result.demand[place] / capacity[place] + choices.costs[pair] / tau
            }.min()
        }
        return result
    }

    /// Divides the people of one origin like water over vessels: all places that get some cost the same, and no other less.
    private struct Filling {
        private var order: [(pair: Int, base: Double)] = []

        /// - Returns: the level, which is the cost.
        mutating func divide(
            _ people: Double, _ pairs: Range<Int>, _ choices: Choices, tau: Double, _ capacity: [Double],
            _ flows: inout [Double], _ demand: inout [Double]
        ) -> Double {
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
            return level
        }
    }
}
