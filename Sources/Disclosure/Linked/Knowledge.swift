/// What an outsider knows where some cells are hidden: for each cell the values it can have apart from all relations,
/// and which cells the equations pin at once.
///
/// Everything is said as the distance from the true value, so that the truth is 0 in every cell and sums of large
/// numbers leave no rounding behind.
struct Knowledge {
    /// For each cell the least and greatest distance from its true value; `0...0` where it is known.
    private(set) var bounds: [ClosedRange<Double>]
    /// The parts of the system that share no unknown cell.
    private(set) var parts: [Part] = []

    /// Unknown cells that relations link, and these relations.
    struct Part: Sendable {
        /// The unknown cells, in order.
        var cells: [Int]
        /// The relations, in order.
        var relations: [Int]
    }

    /// Works out what is known. Linear in the terms, nearly.
    init(_ system: LinkedCells, hidden: [Bool]) {
        bounds = system.cells.indices.map { index in
            let cell = system.cells[index]
            let isOpen = cell.role.isImplied || (hidden[index] && cell.role != .released)
            return isOpen ? cell.range.distances(from: cell.value) : cell.printedDistances
        }
        pin(system)
        divide(system)
    }

    /// Whether a cell is known exactly.
    func isKnown(_ cell: Int) -> Bool { bounds[cell].lowerBound == bounds[cell].upperBound }

    /// An equation with one unknown cell gives this cell, which may leave another equation with one.
    private mutating func pin(_ system: LinkedCells) {
        var relationsOfCell = [[Int]](repeating: [], count: bounds.count)
        var unknownCount = [Int](repeating: 0, count: system.relations.count)
        var queue: [Int] = []
        for (number, relation) in system.relations.enumerated() where relation.isEquation {
            for (cell, factor) in relation.summed where factor != 0 && !isKnown(cell) {
                relationsOfCell[cell].append(number)
                unknownCount[number] += 1
            }
            if unknownCount[number] == 1 { queue.append(number) }
        }
        while let number = queue.popLast() {
            let last = system.relations[number].summed.first { $0.factor != 0 && !isKnown($0.cell) }
            guard let cell = last?.cell else { continue }
            bounds[cell] = 0...0
            for other in relationsOfCell[cell] {
                unknownCount[other] -= 1
                if unknownCount[other] == 1 { queue.append(other) }
            }
        }
    }

    /// Divides the unknown cells into parts.
    private mutating func divide(_ system: LinkedCells) {
        var parent = Array(bounds.indices)
        func root(_ cell: Int) -> Int {
            var cell = cell
            while parent[cell] != cell {
                parent[cell] = parent[parent[cell]]
                cell = parent[cell]
            }
            return cell
        }
        var firstUnknown = [Int?](repeating: nil, count: system.relations.count)
        for (number, relation) in system.relations.enumerated() {
            for term in relation.terms where !isKnown(term.cell) && term.factor != 0 {
                if let first = firstUnknown[number] {
                    let (one, other) = (root(first), root(term.cell))
                    parent[max(one, other)] = min(one, other)
                } else {
                    firstUnknown[number] = term.cell
                }
            }
        }
        var partOfRoot = [Int](repeating: -1, count: bounds.count)
        for cell in bounds.indices where !isKnown(cell) {
            let root = root(cell)
            if partOfRoot[root] < 0 {
                partOfRoot[root] = parts.count
                parts.append(Part(cells: [], relations: []))
            }
            parts[partOfRoot[root]].cells.append(cell)
        }
        for (number, first) in firstUnknown.enumerated() {
            if let first { parts[partOfRoot[root(first)]].relations.append(number) }
        }
    }
}

extension LinkedCells.Relation {
    /// Whether the sum is known exactly.
    var isEquation: Bool { range.lowerBound == range.upperBound }

    /// The terms with each cell once.
    var summed: [(cell: Int, factor: Double)] {
        let sorted = terms.sorted { $0.cell < $1.cell }
        var result: [(cell: Int, factor: Double)] = []
        for term in sorted {
            if let last = result.indices.last, result[last].cell == term.cell {
                result[last].factor += term.factor
            } else {
                result.append(term)
            }
        }
        return result
    }

    /// How far the sum of the true values may move; 0 lies in it.
    func distances(_ cells: [LinkedCells.Cell]) -> ClosedRange<Double> {
        if isEquation { return 0...0 }
        return range.distances(from: terms.reduce(0) { $0 + $1.factor * cells[$1.cell].value })
    }
}

extension LinkedCells.Cell {
    /// How far the value may be from the truth for a reader who sees it printed.
    var printedDistances: ClosedRange<Double> {
        let printed = printedWithin.distances(from: value)
        let known = range.distances(from: value)
        return max(printed.lowerBound, known.lowerBound)...min(printed.upperBound, known.upperBound)
    }
}

extension ClosedRange<Double> {
    /// The range seen from a number in it; a number that rounding put outside counts as on its edge.
    func distances(from number: Double) -> ClosedRange<Double> {
        Swift.min(lowerBound - number, 0)...Swift.max(upperBound - number, 0)
    }

    /// How wide the range is.
    var width: Double { upperBound - lowerBound }
}
