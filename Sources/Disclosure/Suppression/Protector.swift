internal import LinearProgramming

/// Keeps, for each cell of a part that must stay wide, the proof that it does, and finds proofs that are missing.
///
/// A proof is two sets of values that satisfy all relations and differ in the cell by its protection; what counts of it
/// are the cells in which they leave what is printed: while these are hidden the proof holds.
struct Protector: ~Copyable {
    private(set) var disturbance: Disturbance
    /// For each place the places of the proof, in order; nothing where there is no proof yet.
    private(set) var proofs: [[Int]?]
    private let protections: [Double]
    private let reach: [ClosedRange<Double>]

    /// Prepares a part.
    init(_ system: LinkedCells, _ knowledge: Knowledge, _ part: Knowledge.Part) throws(LinearFailure) {
        disturbance = try Disturbance(system, knowledge, part)
        proofs = [[Int]?](repeating: nil, count: part.cells.count)
        protections = part.cells.map { system.protection(of: $0) ?? 0 }
        reach = part.cells.map { knowledge.bounds[$0] }
    }

    /// Forgets the proofs that need a cell, and gives the places of the cells that have none any more.
    mutating func forget(using place: Int) -> [Int] {
        let affected = proofs.indices.filter { proofs[$0]?.contains(place) ?? false }
        for other in affected { proofs[other] = nil }
        return affected
    }

    /// Forgets the proof of a cell that is printed.
    mutating func drop(_ place: Int) { proofs[place] = nil }

    /// Takes over proofs that were found in a larger part, by cell: what of a movement lies in this part satisfies its
    /// relations by itself.
    mutating func take(_ known: [Int: [Int]]) {
        var place: [Int: Int] = [:]
        for (number, cell) in disturbance.cells.enumerated() { place[cell] = number }
        for (number, cell) in disturbance.cells.enumerated() {
            proofs[number] = known[cell]?.compactMap { place[$0] }
        }
    }

    /// Puts proofs back.
    mutating func restore(_ proofs: [[Int]?]) { self.proofs = proofs }

    /// Forbids to hide a cell, or allows it again.
    mutating func allow(_ range: ClosedRange<Double>, at place: Int) throws(LinearFailure) {
        try disturbance.allow(range, at: place)
    }

    /// Finds the proof for a cell that costs least and gives its places; nothing where the cell cannot be protected.
    ///
    /// `costs` says what a unit of movement costs in each cell, `price` what all cells of a proof cost together: the first
    /// is what the linear programs minimise, the second what is paid, and decides between their answers.
    mutating func prove(
        _ place: Int, costs: [Double], price: ([Int]) -> Double
    ) throws(LinearFailure) -> [Int]? {
        let protection = protections[place]
        var best: (price: Double, places: [Int], movement: [Double])?
        var previousPrice: Double?
        for split in splits(place) {
            guard
                let movement = try disturbance.cheapest(
                    moving: place, by: protection, split: split, costs: costs)
            else { continue }
            let places = disturbance.moved(by: movement, split: split)
            let price = price(places)
            if best.map({ price < $0.price }) ?? true { best = (price, places, movement) }
            // What costs nothing cannot be undercut, and what costs alike at both ends hardly between them.
            if price == 0 || price == previousPrice { break }
            previousPrice = price
        }
        guard let best else { return try proveOnBothSides(place) }
        for (other, distance) in best.movement.enumerated()
        where proofs[other] == nil && distance.magnitude >= protections[other] {
            proofs[other] = best.places
        }
        proofs[place] = best.places
        return best.places
    }

    /// The attacker's own two problems: exact, but without an eye for the cost.
    private mutating func proveOnBothSides(_ place: Int) throws(LinearFailure) -> [Int]? {
        let protection = protections[place]
        let up = try disturbance.furthest(place, upTo: protection, isUp: true)
        let rest = protection * (1 - LinkedCells.tolerance) - up[place]
        var places = disturbance.moved(by: up, split: 1)
        if rest > 0 {
            let down = try disturbance.furthest(place, upTo: rest, isUp: false)
            guard down[place] >= rest else { return nil }
            places = Set(places).union(disturbance.moved(by: down, split: 0)).sorted()
        }
        proofs[place] = places
        return places
    }

    /// The ways to lay the protection around the truth: as far down as the cell goes, as far up, and between, in whole
    /// units where the truth and the protection are.
    private func splits(_ place: Int) -> [Double] {
        let protection = protections[place]
        guard protection > 0 else { return [1] }
        // How much of the protection lies above the truth, at least and at most.
        let lowest = protection - min(-reach[place].lowerBound, protection)
        let highest = min(reach[place].upperBound, protection)
        guard lowest < highest else { return [lowest / protection] }
        let middle = ((lowest + highest) / 2).rounded(.down)
        let steps = middle > lowest && middle < highest ? [lowest, highest, middle] : [lowest, highest]
        return steps.map { $0 / protection }
    }
}
