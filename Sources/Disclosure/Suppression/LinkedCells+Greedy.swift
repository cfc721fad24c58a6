internal import LinearProgramming

extension LinkedCells {
    /// The plain method: wherever an equation alone gives a cell away, its cheapest further cell is hidden that can make
    /// up the width by itself, or else the cheapest; where only several equations together do, the cheapest cell of them
    /// all. Repeated until no cell is too narrow. A comparison, not more.
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
            for cell in narrow {
                let demand = demand(of: cell, hidden: hidden)
                for number in relationsOfCell[cell] {
                    let relation = relations[number]
                    guard width(of: cell, by: relation, knowledge) < demand else { continue }
                    let further = furtherCells(in: [number], than: cell, hidden: hidden)
                    let enough = further.filter { width(of: cell, by: relation, knowledge, hiding: $0) >= demand }
                    if let cheapest = cheapest(enough) ?? cheapest(further) { additions.insert(cheapest) }
                }
            }
            if additions.isEmpty {
                let further = narrow.lazy.compactMap {
                    cheapest(furtherCells(in: relationsOfCell[$0], than: $0, hidden: hidden))
                }
                guard let one = further.first else {
                    return Suppression(hidden: hidden, loss: loss(of: hidden), unprotectable: narrow)
                }
                additions.insert(one)
            }
            for cell in additions { hidden[cell] = true }
        }
    }

    /// How wide the interval of a cell is for somebody who knows one relation alone, with a further cell hidden or not.
    private func width(
        of cell: Int, by relation: Relation, _ knowledge: Knowledge, hiding hidden: Int? = nil
    ) -> Double {
        let terms = relation.summed
        guard let own = terms.first(where: { $0.cell == cell })?.factor, own != 0 else { return .infinity }
        let sum = relation.distances(cells)
        var (down, up) = (sum.lowerBound / own, sum.upperBound / own)
        if own < 0 { (down, up) = (up, down) }
        for term in terms where term.cell != cell && term.factor != 0 {
            let other = cells[term.cell]
            let bounds = term.cell == hidden ? other.range.distances(from: other.value) : knowledge.bounds[term.cell]
            let scale = -term.factor / own
            down += scale > 0 ? scale * bounds.lowerBound : scale * bounds.upperBound
            up += scale > 0 ? scale * bounds.upperBound : scale * bounds.lowerBound
        }
        let range = cells[cell].range.distances(from: cells[cell].value)
        return min(up, range.upperBound) - max(down, range.lowerBound)
    }

    private func furtherCells(in relations: [Int], than cell: Int, hidden: [Bool]) -> [Int] {
        relations.flatMap { self.relations[$0].terms.map(\.cell) }
            .filter { !hidden[$0] && cells[$0].role == .open && $0 != cell }
    }

    private func cheapest(_ candidates: [Int]) -> Int? {
        candidates.min { (cells[$0].loss, $0) < (cells[$1].loss, $1) }
    }

    /// The sum of the losses of hidden cells.
    func loss(of hidden: [Bool]) -> Double {
        zip(cells, hidden).reduce(0) { $0 + ($1.1 ? $1.0.loss : 0) }
    }
}
