internal import LinearProgramming

extension LinkedCells {
    /// The plain method: of each equation in which the other unknown cells do not let a cell move far enough the
    /// cheapest further cell is hidden; where no equation alone is at fault, the cheapest of all its equations. Repeated
    /// until no cell is too narrow. A comparison, not more.
    ///
    /// As many audits as rounds; a round hides at least one cell.
    func greedySuppression() throws(LinearFailure) -> Suppression {
        var hidden = cells.map(\.role.isSensitive)
        var relationsOfCell = [[Int]](repeating: [], count: cells.count)
        for (number, relation) in relations.enumerated() {
            for term in relation.terms { relationsOfCell[term.cell].append(number) }
        }
        while true {
            let narrow = try narrowCells(hidden: hidden)
            let knowledge = Knowledge(self, hidden: hidden)
            var additions: Set<Int> = []
            var unprotectable: [Int] = []
            for cell in narrow {
                let broken = relationsOfCell[cell].filter {
                    freedom(of: cell, in: relations[$0], knowledge) < demand(of: cell, hidden: hidden)
                }
                let cheapest = broken.compactMap { cheapestFurtherCell(in: [$0], than: cell, hidden: hidden) }
                if !cheapest.isEmpty {
                    additions.formUnion(cheapest)
                } else if let one = cheapestFurtherCell(in: relationsOfCell[cell], than: cell, hidden: hidden) {
                    additions.insert(one)
                } else {
                    unprotectable.append(cell)
                }
            }
            if additions.isEmpty {
                return Suppression(hidden: hidden, loss: loss(of: hidden), unprotectable: unprotectable)
            }
            for cell in additions { hidden[cell] = true }
        }
    }

    /// How far the other cells of a relation let a cell move.
    private func freedom(of cell: Int, in relation: Relation, _ knowledge: Knowledge) -> Double {
        var own = 0.0
        var width = relation.distances(cells).width
        for term in relation.summed {
            if term.cell == cell {
                own = term.factor.magnitude
            } else if term.factor != 0 {
                width += term.factor.magnitude * knowledge.bounds[term.cell].width
            }
        }
        return own > 0 ? width / own : .infinity
    }

    private func cheapestFurtherCell(in relations: [Int], than cell: Int, hidden: [Bool]) -> Int? {
        relations.lazy.flatMap { self.relations[$0].terms.lazy.map(\.cell) }
            .filter { !hidden[$0] && cells[$0].role == .open && $0 != cell }
            .min { (cells[$0].loss, $0) < (cells[$1].loss, $1) }
    }

    /// The sum of the losses of hidden cells.
    func loss(of hidden: [Bool]) -> Double {
        zip(cells, hidden).reduce(0) { $0 + ($1.1 ? $1.0.loss : 0) }
    }
}
