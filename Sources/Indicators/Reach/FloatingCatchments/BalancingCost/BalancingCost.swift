/// The balancing cost (Barboza et al. 2021): the least cost within which as much is offered as is asked for.
enum BalancingCost {
    /// What lies at a cost from an origin.
    struct Amount: Sendable, Hashable {
        var cost: Double
        var amount: Double
    }

    /// The least cost c with Σ_j S_j·1[c_ij ≤ c] ≥ Σ_k P_k·1[c_ik ≤ c]; nil where no cost among those given will do.
    ///
    /// - Parameters:
    ///   - supply: the supply around an origin, in the measure of demand.
    ///   - demand: the people around it, those of the origin itself at cost 0; not empty.
    static func value(supply: [Amount], demand: [Amount]) -> Double? {
        let events = (supply.map { ($0.cost, $0.amount) } + demand.map { ($0.cost, -$0.amount) })
            .sorted { $0.0 < $1.0 }
        var balance = 0.0
        for (index, event) in events.enumerated() {
            balance += event.1
            // What is equally far belongs together.
            let isLast = index + 1 == events.count || events[index + 1].0 > event.0
            if isLast, balance >= -1e-9 * demand.reduce(0, { $0 + $1.amount }) { return event.0 }
        }
        return nil
    }
}
