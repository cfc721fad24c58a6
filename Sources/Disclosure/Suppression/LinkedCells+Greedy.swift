internal import LinearProgramming

extension LinkedCells {
    /// The plain method: wherever a cell is too narrow, the cheapest further cell of each equation that it stands in is
    /// hidden, until no cell is. A comparison, and a start for others.
    ///
    /// As many audits as rounds; a round hides at least one cell.
    func greedySuppression() throws(LinearFailure) -> Suppression {
        var hidden = cells.map(\.role.isSensitive)
        var unprotectable: [Int] = []
        var relationsOfCell = [[Int]](repeating: [], count: cells.count)
        for (number, relation) in relations.enumerated() {
            for term in relation.terms { relationsOfCell[term.cell].append(number) }
        }
        while true {
            let narrow = try narrowCells(hidden: hidden)
            var additions: Set<Int> = []
            unprotectable = []
            for cell in narrow {
                let cheapest = relationsOfCell[cell].compactMap { number in
                    relations[number].terms.lazy.map(\.cell)
                        .filter { !hidden[$0] && cells[$0].role == .open && $0 != cell }
                        .min { (cells[$0].loss, $0) < (cells[$1].loss, $1) }
                }
                if cheapest.isEmpty { unprotectable.append(cell) }
                additions.formUnion(cheapest)
            }
            if additions.isEmpty { break }
            for cell in additions { hidden[cell] = true }
        }
        return Suppression(hidden: hidden, loss: loss(of: hidden), unprotectable: unprotectable)
    }

    /// The sum of the losses of hidden cells.
    func loss(of hidden: [Bool]) -> Double {
        zip(cells, hidden).reduce(0) { $0 + ($1.1 ? $1.0.loss : 0) }
    }
}
