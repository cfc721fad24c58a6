public import LinearProgramming
internal import Parallel

extension LinkedCells {
    /// The values that each cell can have for an outsider who sees all cells but the hidden and the implied ones and
    /// knows all relations and ranges: exact, and cells that are printed as they are printed.
    ///
    /// Cells that equations pin cost nothing; each other hidden or implied cell costs two linear programs over the
    /// unknown cells that are linked with it. Unlinked parts are worked on side by side.
    /// - Throws: as ``suppression(by:)``; `malformed` too where `hidden` has not one entry for each cell.
    public func bounds(hidden: [Bool]) throws(LinearFailure) -> [ClosedRange<Double>] {
        guard hidden.count == cells.count else { throw .malformed }
        try check()
        let knowledge = Knowledge(self, hidden: hidden)
        var distances = knowledge.bounds
        let ofParts = try parallelMap(knowledge.parts.count) { number throws(LinearFailure) in
            let part = knowledge.parts[number]
            var attack = try Attack(self, knowledge, part)
            var distances: [ClosedRange<Double>] = []
            for place in part.cells.indices { distances.append(try attack.distances(place)) }
            return distances
        }
        for (part, ofPart) in zip(knowledge.parts, ofParts) {
            for (cell, distance) in zip(part.cells, ofPart) { distances[cell] = distance }
        }
        return zip(cells, distances).map { cell, distance in
            cell.value + distance.lowerBound...cell.value + distance.upperBound
        }
    }

    /// The cells that keep too narrow an interval, in order.
    /// - Throws: as ``bounds(hidden:)``.
    public func narrowCells(hidden: [Bool]) throws(LinearFailure) -> [Int] {
        guard hidden.count == cells.count else { throw .malformed }
        try check()
        let knowledge = Knowledge(self, hidden: hidden)
        var isNarrow = cells.indices.map { demand(of: $0, hidden: hidden) > 0 && knowledge.isKnown($0) }
        let ofParts = try parallelMap(knowledge.parts.count) { number throws(LinearFailure) in
            let part = knowledge.parts[number]
            var narrow: [Int] = []
            var attack = try Attack(self, knowledge, part)
            for (place, cell) in part.cells.enumerated() {
                let demand = demand(of: cell, hidden: hidden)
                if demand > 0, try attack.reach(place, width: demand).width < demand { narrow.append(cell) }
            }
            return narrow
        }
        for cell in ofParts.joined() { isNarrow[cell] = true }
        return isNarrow.indices.filter { isNarrow[$0] }
    }

    /// The width that a cell must keep under a suppression, less what the solver may be off; 0 where none.
    func demand(of cell: Int, hidden: [Bool]) -> Double {
        guard hidden[cell] || cells[cell].role.isImplied, let protection = protection(of: cell) else { return 0 }
        return protection * (1 - Self.tolerance)
    }
}
