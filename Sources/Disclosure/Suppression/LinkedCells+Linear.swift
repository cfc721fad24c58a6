internal import LinearProgramming
internal import Parallel

extension LinkedCells {
    /// The linear-programming heuristic: protects one cell after another by the cheapest movement, hides what must move,
    /// until every hidden cell is protected; then takes back what is not needed.
    ///
    /// A few linear programs for each cell that must stay wide and each that is hidden for its sake, each from the basis
    /// of the last. Parts of the system that no relation links are worked on side by side.
    func linearSuppression() throws(LinearFailure) -> Suppression {
        let knowledge = Knowledge(self, hidden: mayHide)
        var hidden = cells.map(\.role.isSensitive)
        // A cell that the equations pin although everything is hidden belongs to no part.
        var unprotectable = cells.indices.filter {
            knowledge.isKnown($0) && cells[$0].role != .open && demand(of: $0, hidden: hidden) > 0
        }
        let chosen = try parallelMap(knowledge.parts.count) { number throws(LinearFailure) in
            try choose(knowledge, knowledge.parts[number])
        }
        var proofs: [Int: [Int]] = [:]
        for choice in chosen {
            for cell in choice.hidden { hidden[cell] = true }
            unprotectable += choice.unprotectable
            proofs.merge(choice.proofs) { first, _ in first }
        }
        hidden = try takenBack(hidden, proofs, exempt: Set(unprotectable))
        return Suppression(hidden: hidden, loss: loss(of: hidden), unprotectable: unprotectable.sorted())
    }

    /// What a unit of movement costs where nothing is lost by it: little, so that proofs stay small.
    private var smallCost: Double {
        let losses = cells.lazy.map(\.loss).filter { $0 > 0 }
        return max(losses.reduce(0, +) / Double(max(losses.count, 1)), 1e-3) * 1e-4
    }

    /// The cells of a part that are hidden and those that are not protected, and the proofs of the others by cell.
    private typealias Choice = (hidden: [Int], unprotectable: [Int], proofs: [Int: [Int]])

    /// Chooses the cells of a part that are hidden.
    private func choose(_ knowledge: Knowledge, _ part: Knowledge.Part) throws(LinearFailure) -> Choice {
        var hidden = part.cells.map { cells[$0].role.isSensitive }
        var queue = part.cells.indices.filter { place in
            let role = cells[part.cells[place]].role
            return role.isSensitive || (role.isImplied && (protection(of: part.cells[place]) ?? 0) > 0)
        }
        guard !queue.isEmpty else { return ([], [], [:]) }
        var protector = try Protector(self, knowledge, part)
        var unprotectable: Set<Int> = []
        let smallCost = smallCost
        var costs = part.cells.indices.map { place in
            let cell = cells[part.cells[place]]
            return hidden[place] || cell.role.isImplied ? smallCost : max(cell.loss, smallCost)
        }
        // The last first: what is hidden for a cell is protected before the next cell is looked at.
        queue.reverse()
        while let place = queue.popLast() {
            guard protector.proofs[place] == nil, !unprotectable.contains(place) else { continue }
            let role = cells[part.cells[place]].role
            guard hidden[place] || role.isImplied else { continue }
            let proof = try protector.prove(place, costs: costs) { places in
                places.reduce(0) { $0 + (hidden[$1] || isImplied(part.cells[$1]) ? 0 : cells[part.cells[$1]].loss) }
            }
            if let proof {
                for other in proof where !hidden[other] && cells[part.cells[other]].role == .open {
                    hidden[other] = true
                    costs[other] = smallCost
                    queue.append(other)
                }
            } else if role == .open {
                // It cannot be hidden safely at all: it stays in print, and what relied on it is protected anew.
                hidden[place] = false
                try protector.allow(cells[part.cells[place]].printedDistances, at: place)
                queue += protector.forget(using: place)
            } else {
                unprotectable.insert(place)
            }
        }
        var proofs: [Int: [Int]] = [:]
        for (place, proof) in protector.proofs.enumerated() {
            proofs[part.cells[place]] = proof?.map { part.cells[$0] }
        }
        return (
            hidden.indices.filter { hidden[$0] }.map { part.cells[$0] },
            unprotectable.sorted().map { part.cells[$0] }, proofs
        )
    }

    private func isImplied(_ cell: Int) -> Bool { cells[cell].role.isImplied }

    /// Prints again each cell that is hidden for the sake of others and not needed, the dearest first.
    private func takenBack(
        _ hidden: [Bool], _ proofs: [Int: [Int]], exempt: Set<Int>
    ) throws(LinearFailure) -> [Bool] {
        let knowledge = Knowledge(self, hidden: hidden)
        var result = hidden
        let printed = try parallelMap(knowledge.parts.count) { number throws(LinearFailure) in
            try needless(knowledge, knowledge.parts[number], hidden: hidden, proofs, exempt: exempt)
        }
        for cell in printed.joined() { result[cell] = false }
        return result
    }

    private func needless(
        _ knowledge: Knowledge, _ part: Knowledge.Part, hidden: [Bool], _ proofs: [Int: [Int]], exempt: Set<Int>
    ) throws(LinearFailure) -> [Int] {
        let candidates = part.cells.indices.filter { hidden[part.cells[$0]] && cells[part.cells[$0]].role == .open }
        guard !candidates.isEmpty else { return [] }
        var protector = try Protector(self, knowledge, part)
        protector.take(proofs)
        let smallCost = smallCost
        // What is hidden in any case is used before what may be printed again.
        let costs = part.cells.map { cell in
            smallCost * (cells[cell].role == .open ? 10 : 1)
        }
        for (place, cell) in part.cells.enumerated()
        where protector.proofs[place] == nil && demand(of: cell, hidden: hidden) > 0 && !exempt.contains(cell) {
            _ = try protector.prove(place, costs: costs) { _ in 0 }
        }
        var printed: Set<Int> = []
        for place in candidates.sorted(by: { (-cells[part.cells[$0]].loss, $0) < (-cells[part.cells[$1]].loss, $1) })
        where !printed.contains(place) {
            printed.formUnion(try printedWith(place, part, &protector, costs))
        }
        return printed.map { part.cells[$0] }
    }

    /// Prints a hidden cell again, and with it those that are hidden for its sake alone: cells may be hidden only because
    /// each would give the others away. Gives the places; none where a cell that must stay hidden would become narrow.
    private func printedWith(
        _ place: Int, _ part: Knowledge.Part, _ protector: inout Protector, _ costs: [Double]
    ) throws(LinearFailure) -> Set<Int> {
        let proofs = protector.proofs
        var allowed: [(place: Int, range: ClosedRange<Double>)] = []
        var printed: Set<Int> = [place]
        var queue = [place]
        while let next = queue.popLast() {
            allowed.append((next, protector.disturbance.allowed(at: next)))
            try protector.allow(cells[part.cells[next]].printedDistances, at: next)
            for other in protector.forget(using: next) where !printed.contains(other) {
                guard protector.proofs[other] == nil,
                    try protector.prove(other, costs: costs, price: { _ in 0 }) == nil
                else { continue }
                guard cells[part.cells[other]].role == .open, printed.count < Self.mostPrintedTogether else {
                    for (place, range) in allowed { try protector.allow(range, at: place) }
                    protector.restore(proofs)
                    return []
                }
                printed.insert(other)
                queue.append(other)
            }
        }
        for place in printed { protector.drop(place) }
        return printed
    }

    /// How many cells at most are printed again together: each costs linear programs, and most attempts fail.
    private static let mostPrintedTogether = 16
}
