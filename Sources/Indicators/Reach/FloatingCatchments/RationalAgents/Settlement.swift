/// The exact equilibrium of ``RationalAgents`` once it is known who uses which places.
///
/// Whoever uses two places pays the same at both, so among places that are joined by users all crowdings follow from one of
/// them; and that one from the number of all their users. What comes out is the equilibrium if nobody would go elsewhere and
/// if it lies so near to flows that were found that these can be shifted there without any of them falling below zero.
struct Settlement {
    let people: [Double]
    /// The inhabited origins with a place in reach.
    let origins: [Int]
    /// How many people make each place as full as the town's mean.
    let capacity: [Double]
    let choices: SupplyPairs
    let tau: Double

    /// Flows below this part of an origin's people count as none.
    private static let leastFlow = 1e-9
    /// Nobody goes elsewhere for less than this.
    private static let leastGain = 1e-10

    /// The demand at each place in equilibrium; nil if these flows do not tell yet who uses what.
    func demand(from flows: [Double], _ found: [Double]) -> [Double]? {
        var isUsed = [Bool](repeating: false, count: flows.count)
        var usersOfPlace = [[Int]](repeating: [], count: capacity.count)
        var rest = 0.0
        for origin in origins {
            for pair in choices.pairs(of: origin) {
                if flows[pair] > people[origin] * Settlement.leastFlow {
                    isUsed[pair] = true
                    usersOfPlace[Int(choices.places[pair])].append(origin)
                } else {
                    rest += flows[pair]
                }
            }
        }
        var demand = [Double](repeating: 0, count: capacity.count)
        var isSolved = [Bool](repeating: false, count: capacity.count)
        for place in capacity.indices where !isSolved[place] && !usersOfPlace[place].isEmpty {
            let group = joined(to: place, isUsed, usersOfPlace, flows)
            var (room, people, shift) = (0.0, group.people, rest)
            for (member, offset) in zip(group.places, group.offsets) {
                room += capacity[member]
                people -= capacity[member] * offset
            }
            for (member, offset) in zip(group.places, group.offsets) {
                demand[member] = capacity[member] * (people / room + offset)
                isSolved[member] = true
                shift += abs(demand[member] - found[member])
            }
            guard shift <= group.leastFlow else { return nil }
        }
        return wouldAnybodyMove(demand, isUsed) ? nil : demand
    }

    /// Places joined by users.
    private struct Group {
        var places: [Int]
        /// How much fuller than the first each place is, in the measure of ``capacity``.
        var offsets: [Double] = [0]
        /// All users.
        var people = 0.0
        /// The least of the flows between them.
        var leastFlow = Double.infinity
    }

    private func joined(to first: Int, _ isUsed: [Bool], _ usersOfPlace: [[Int]], _ flows: [Double]) -> Group {
        var group = Group(places: [first])
        var position = [first: 0]
        var seen: Set<Int> = []
        var next = 0
        while next < group.places.count {
            let (place, offset) = (group.places[next], group.offsets[next])
            next += 1
            for origin in usersOfPlace[place] where seen.insert(origin).inserted {
                group.people += people[origin]
                let pairs = choices.pairs(of: origin).filter { isUsed[$0] }
                let here = pairs.first { Int(choices.places[$0]) == place }.map { choices.costs[$0] } ?? 0
                for pair in pairs {
                    group.leastFlow = min(group.leastFlow, flows[pair])
                    let other = Int(choices.places[pair])
                    guard position[other] == nil else { continue }
                    position[other] = group.places.count
                    group.places.append(other)
                    group.offsets.append(offset + (here - choices.costs[pair]) / tau)
                }
            }
        }
        return group
    }

    /// Whether some origin pays more at a place it uses than elsewhere.
    private func wouldAnybodyMove(_ demand: [Double], _ isUsed: [Bool]) -> Bool {
        origins.contains { origin in
            var (least, used) = (Double.infinity, 0.0)
            for pair in choices.pairs(of: origin) {
                let place = Int(choices.places[pair])
                let cost = demand[place] / capacity[place] + choices.costs[pair] / tau
                least = min(least, cost)
                if isUsed[pair] { used = max(used, cost) }
            }
            return used > least + Settlement.leastGain * max(least, 1)
        }
    }
}
