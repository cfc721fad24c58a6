/// The choice of the cells to hide in one part of a system, as a program in zeros and ones: x is 1 where a cell is hidden.
struct ProtectionProblem: Sendable {
    /// The cell indexes, by place.
    let cells: [Int]
    /// How far a cell may be from the truth for a reader, where it is printed and where it is not.
    let printed: [ClosedRange<Double>]
    let hidden: [ClosedRange<Double>]
    /// Whether the cell may be printed or hidden; all others are what they are.
    let isFree: [Bool]
    /// What hiding costs.
    let losses: [Double]
    /// How wide the cell's interval must be where it is hidden; 0 where nothing is demanded.
    let demands: [Double]
    /// The relations between places, each cell once.
    let rows: [[(place: Int, factor: Double)]]
    /// How far the sums may be from the true ones.
    let sums: [ClosedRange<Double>]

    /// Describes a part; what is demanded of exempt cells is not.
    init(_ system: LinkedCells, _ knowledge: Knowledge, _ part: Knowledge.Part, exempt: Set<Int>) {
        cells = part.cells
        var placeOfCell: [Int: Int] = [:]
        for (place, cell) in part.cells.enumerated() { placeOfCell[cell] = place }
        hidden = part.cells.map { knowledge.bounds[$0] }
        isFree = part.cells.map { system.cells[$0].role == .open }
        printed = part.cells.map { cell in
            system.cells[cell].role == .open ? system.cells[cell].printedDistances : knowledge.bounds[cell]
        }
        losses = part.cells.map { system.cells[$0].loss }
        demands = part.cells.map { exempt.contains($0) ? 0 : system.protection(of: $0) ?? 0 }
        rows = part.relations.map { number in
            system.relations[number].summed.compactMap { term in
                placeOfCell[term.cell].map { (place: $0, factor: term.factor) }
            }
        }
        sums = part.relations.map { system.relations[$0].distances(system.cells) }
    }

    /// How much wider the cell is for a reader when it is hidden; half of it on each side of the truth, given apart.
    func gain(_ place: Int) -> (down: Double, up: Double) {
        (
            printed[place].lowerBound - hidden[place].lowerBound,
            hidden[place].upperBound - printed[place].upperBound
        )
    }
}

/// A condition that every safe choice satisfies: the sum of the weighted free cells that are hidden is at least
/// `demand`, where the protected cell is hidden.
struct ProtectionCut: Sendable {
    /// The free cells that can help, and how much of the demand each can give.
    var terms: [(place: Int, weight: Double)]
    /// What they must give together; above 0.
    var demand: Double
    /// The free cell whose hiding makes the demand; nothing where it stands anyway.
    var condition: Int?

    /// Makes a cut of an outsider's proof that the interval of a cell is not wider than `constant` and, for each free
    /// cell hidden, `weights` more; nothing where the proof does not contradict the demand.
    ///
    /// A cell that alone gives all that is missing gives no more than that, which makes the cut stronger for fractions
    /// and the same for zeros and ones.
    init?(_ problem: ProtectionProblem, place: Int, constant: Double, weights: [(place: Int, weight: Double)]) {
        let own = weights.reduce(0) { $0 + ($1.place == place ? $1.weight : 0) }
        let missing = problem.demands[place] - constant - own
        guard missing > problem.demands[place] * 1e-6 else { return nil }
        demand = missing
        condition = problem.isFree[place] ? place : nil
        terms = weights.filter { $0.place != place && $0.weight > 0 }.map { ($0.place, min($0.weight, missing)) }
    }

    /// By how much of the demand a choice, which may be fractional, fails the condition.
    func violation(_ choice: [Double]) -> Double {
        let given = terms.reduce(0) { $0 + $1.weight * choice[$1.place] }
        return (condition.map { choice[$0] } ?? 1) - given / demand
    }
}

extension ProtectionProblem {
    /// The cuts of single equations: a cell moves no further than the other cells of its equation let it.
    func equationCuts() -> [ProtectionCut] {
        var cuts: [ProtectionCut] = []
        for (row, sum) in zip(rows, sums) {
            for own in row where demands[own.place] > 0 && own.factor != 0 {
                var constant = sum.width / own.factor.magnitude
                var weights: [(place: Int, weight: Double)] = []
                for other in row where other.place != own.place {
                    let scale = (other.factor / own.factor).magnitude
                    guard scale > 0 else { continue }
                    constant += scale * printed[other.place].width
                    if isFree[other.place] {
                        weights.append(
                            (other.place, scale * (hidden[other.place].width - printed[other.place].width)))
                    }
                }
                guard constant.isFinite else { continue }
                if let cut = ProtectionCut(self, place: own.place, constant: constant, weights: weights) {
                    cuts.append(cut)
                }
            }
        }
        return cuts
    }
}
