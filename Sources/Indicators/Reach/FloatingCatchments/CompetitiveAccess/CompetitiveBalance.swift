internal import Glibc

/// Competitive access (Allen & Farber 2020): places count for less where many compete for them, and people compete less
/// for a place the more others they reach,
///
///     A_i = Σ_j O_j·f_ij/L_j,   L_j = Σ_k P_k·f_kj/A_k
///
/// with O scaled to Σ O = Σ P and A to a population-weighted mean of 1. Nothing else fixes the level of A.
///
/// With x = P/A and y = O/L this is a table x_i·f_ij·y_j with the people and the supply as margins, balanced along one margin
/// and the other in turn (Sinkhorn 1967). There is one only where every part of the town reaches supply for as many people as
/// live there, see ``CompetitiveBalance/hasNoSolution(_:)``; then it is unique. Once rounds get nearer by the same factor η
/// each, going 2/(1 + √(1 − η)) times as far as a round says is the fastest (successive overrelaxation, Young 1954; for this
/// problem Thibault et al. 2021, Algorithms 14(5):143).
struct CompetitiveBalance: Sendable {
    /// The people of each origin.
    let people: [Double]
    /// The supply of each place.
    let supply: [Double]
    /// Who reaches what.
    let pairs: SupplyPairs
    /// f of each pair.
    private let weights: [Double]

    init(people: [Double], supply: [Double], pairs: SupplyPairs, weight: CatchmentWeight) {
        self.people = people
        self.supply = supply
        self.pairs = pairs
        weights = pairs.costs.map { weight($0) }
    }

    /// After this many rounds without rest there is no result.
    static let mostRounds = 1_000
    /// Rest is where no A changes by more than this part of it in a round.
    static let tolerance = 1e-12
    /// The access of each origin: 0 where no place is in reach or nobody lives; nil where there is no solution.
    func access() -> [Double]? {
        var isReached = [Bool](repeating: false, count: supply.count)
        let origins = people.indices.filter { origin in
            var reaches = false
            for pair in pairs.pairs(of: origin) where weights[pair] > 0 {
                isReached[Int(pairs.places[pair])] = true
                reaches = true
            }
            return reaches
        }
        let total = origins.reduce(0) { $0 + people[$1] }
        let supplied = supply.indices.reduce(0) { $0 + (isReached[$1] ? supply[$1] : 0) }
        var access = people.map { _ in 0.0 }
        guard !origins.isEmpty else { return access }
        let offered = supply.indices.map { isReached[$0] ? supply[$0] * (total / supplied) : 0 }
        var table = Table(
            origins: origins, offered: offered, rows: people, columns: supply.map { _ in 0 }, isBegun: false)
        guard rest(&table) else { return nil }
        // P/x, scaled to a mean of 1.
        for origin in origins { access[origin] = people[origin] / table.rows[origin] }
        let mean = origins.reduce(0) { $0 + people[$1] * access[$1] } / total
        guard mean > 0, mean.isFinite else { return nil }
        return access.map { $0 / mean }
    }

    /// A table that is being balanced.
    private struct Table {
        /// The origins that reach something.
        let origins: [Int]
        /// O of each place; 0 where nobody reaches it.
        let offered: [Double]
        /// x of each origin.
        var rows: [Double]
        /// y of each place.
        var columns: [Double]
        /// Whether y has been computed at all.
        var isBegun: Bool
    }

    /// Balances until nothing moves; whether it came to that.
    private func rest(_ table: inout Table) -> Bool {
        var relaxation = Relaxation()
        for round in 1...CompetitiveBalance.mostRounds {
            let change = balance(&table, relaxation.factor)
            guard change.isFinite else { return false }
            if change <= CompetitiveBalance.tolerance {
                // Rest is a matter of plain rounds.
                guard relaxation.factor != 1 else { return true }
                relaxation.end()
            }
            // A part of the town that cannot be supplied shows after few rounds: 1, 2, 4, 8 …
            if round & (round - 1) == 0, hasNoSolution(table) { return false }
            relaxation.adapt(to: change)
        }
        return false
    }

    /// How far rounds go, by how much nearer the last ones came.
    private struct Relaxation {
        /// 1 for plain rounds, below 2.
        private(set) var factor = 1.0
        /// The changes of the last rounds with this factor, the latest last.
        private var changes: [Double] = []
        private var hasEnded = false

        /// The rounds that tell how fast they are.
        private static let rounds = 12
        private static let most = 1.99

        mutating func adapt(to change: Double) {
            changes.append(change)
            guard !hasEnded, changes.count >= Relaxation.rounds else { return }
            if factor > 1, change > changes[0] {
                // It went too far.
                (factor, changes) = (1, [])
                return
            }
            let last = changes.suffix(3)
            let (rate, before) = (
                change / last[last.startIndex + 1], last[last.startIndex + 1] / last[last.startIndex]
            )
            guard rate > 0.3, rate < 1, abs(rate - before) < 0.02 * (1 - rate) + 0.001 else { return }
            // What rounds that go this far and come nearer at this rate would come nearer at if they were plain.
            let plain = (rate + factor - 1) * (rate + factor - 1) / (rate * factor * factor)
            guard plain < 1 else { return }
            let best = min(2 / (1 + (1 - plain).squareRoot()), Relaxation.most)
            if best > factor + 0.01 { (factor, changes) = (best, []) }
        }

        /// From now on rounds are plain.
        mutating func end() { (factor, hasEnded) = (1, true) }
    }

    /// One round: the places' margin, then the origins'. How much A changed at most, in logarithms.
    private func balance(_ table: inout Table, _ relaxation: Double) -> Double {
        var asked = [Double](repeating: 0, count: table.columns.count)
        for origin in table.origins {
            let row = table.rows[origin]
            for pair in pairs.pairs(of: origin) { asked[Int(pairs.places[pair])] += row * weights[pair] }
        }
        for place in asked.indices where table.offered[place] > 0 {
            let column = table.offered[place] / asked[place]
            table.columns[place] =
                table.isBegun ? relaxed(table.columns[place], column, relaxation) : column
        }
        table.isBegun = true
        var (least, greatest) = (Double.infinity, -Double.infinity)
        for origin in table.origins {
            var reached = 0.0
            for pair in pairs.pairs(of: origin) { reached += weights[pair] * table.columns[Int(pairs.places[pair])] }
            let before = table.rows[origin]
            table.rows[origin] = relaxed(before, people[origin] / reached, relaxation)
            // The level is free: what all have in common is no change.
            let change = log(table.rows[origin] / before)
            guard change.isFinite else { return .infinity }
            (least, greatest) = (min(least, change), max(greatest, change))
        }
        return greatest - least
    }

    private func relaxed(_ old: Double, _ new: Double, _ relaxation: Double) -> Double {
        relaxation == 1 ? new : old * pow(new / old, relaxation)
    }

    /// Whether some part of the town shows that there is no solution (Hall's condition): its people are more than all the
    /// places that they reach have supply for; or just as many, while others reach those places, too. Looked at are the
    /// parts of all origins up to a level of A, one of which shows it once the rounds have told rich and poor apart.
    private func hasNoSolution(_ table: Table) -> Bool {
        var lowest = [Double](repeating: .infinity, count: table.offered.count)
        var highest = [Double](repeating: 0, count: table.offered.count)
        let access = table.origins.map { people[$0] / table.rows[$0] }
        for (origin, own) in zip(table.origins, access) {
            for pair in pairs.pairs(of: origin) where weights[pair] > 0 {
                let place = Int(pairs.places[pair])
                lowest[place] = min(lowest[place], own)
                highest[place] = max(highest[place], own)
            }
        }
        let order = access.indices.sorted { access[$0] < access[$1] }
        let places = lowest.indices.filter { table.offered[$0] > 0 }.sorted { lowest[$0] < lowest[$1] }
        var (asking, offered, reaching, next) = (0.0, 0.0, 0.0, 0)
        for (index, entry) in order.enumerated() {
            asking += people[table.origins[entry]]
            let level = access[entry]
            if index + 1 < order.count, access[order[index + 1]] == level { continue }
            while next < places.count, lowest[places[next]] <= level {
                offered += table.offered[places[next]]
                reaching = max(reaching, highest[places[next]])
                next += 1
            }
            if asking > offered * (1 + 1e-9) || (asking >= offered * (1 - 1e-9) && reaching > level) { return true }
        }
        return false
    }
}
