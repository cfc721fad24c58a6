/// What a competition for places came to, for one target and one weight.
struct CatchmentSolution: Sendable {
    /// The access of each origin; 0 where nothing is in reach.
    var access: [Double] = []
    /// What it adds up to.
    var totals = CatchmentTotals()
}

/// The sums that must balance.
struct CatchmentTotals: Sendable, Hashable {
    /// Σ P of the origins with a place in reach.
    var peopleReaching = 0.0
    /// Σ A over inhabited origins.
    var access = 0.0
    /// Σ P·A.
    var received = 0.0
    /// Σ P·R·(pull − draw): the supply that no origin draws although it was divided among them.
    var lostOnTheWay = 0.0
    /// Σ D over the places.
    var demand = 0.0
    /// Σ R over the places.
    var ratios = 0.0
    /// Σ S of the places with demand.
    var supplied = 0.0
    /// Σ S of the places that nobody asks for.
    var withoutDemand = 0.0

    /// Adds the sums of further origins.
    mutating func add(_ other: CatchmentTotals) {
        peopleReaching += other.peopleReaching
        access += other.access
        received += other.received
        lostOnTheWay += other.lostOnTheWay
    }

    /// Adds a place.
    mutating func add(supply: Double, demand: Double, ratio: Double) {
        if ratio > 0 { supplied += supply } else { withoutDemand += supply }
        self.demand += demand
        ratios += ratio
    }
}

/// Two sums that are equal, whatever the town.
struct CatchmentBalance: Sendable, Hashable {
    /// What is said to be equal, in the words of a formula.
    var name: String
    /// One side.
    var left: Double
    /// The other.
    var right: Double
}

extension CatchmentMethod {
    /// The identities of the method: what is divided among people adds up to what there is.
    func balances(_ totals: CatchmentTotals) -> [CatchmentBalance] {
        let supply = CatchmentBalance(name: "Σ P·A = Σ S", left: totals.received, right: totals.supplied)
        let people = CatchmentBalance(name: "Σ D = Σ P", left: totals.demand, right: totals.peopleReaching)
        switch self {
        case .twoStep, .threeStep: return [supply]
        case .modified:
            return [
                CatchmentBalance(
                    name: "Σ P·A + loss = Σ S", left: totals.received + totals.lostOnTheWay,
                    right: totals.supplied)
            ]
        case .huffThreeStep:
            return [
                CatchmentBalance(
                    name: "Σ P·A + loss = Σ S", left: totals.received + totals.lostOnTheWay,
                    right: totals.supplied), people,
            ]
        case .balanced:
            return [people, CatchmentBalance(name: "Σ A = Σ R", left: totals.access, right: totals.ratios)]
        case .huffLoad: return [people]
        }
    }
}
