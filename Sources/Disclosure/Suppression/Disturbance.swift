internal import LinearProgramming

/// The linear program that moves one cell by its protection and asks what must move with it, at the least cost.
///
/// Two sets of values that satisfy all relations and differ by the protection in a cell prove that the cell keeps so
/// wide an interval, provided that every cell in which one of them differs from the truth is not printed. Both are sought
/// on one line through the truth: truth + t·d and truth − (1 − t)·d, with the cell's own d equal to its protection and
/// t between 0 and 1 given. Then d is found by one program of the size of the system, which is that of J. P. Kelly,
/// B. L. Golden and A. A. Assad, *Cell suppression: disclosure protection for sensitive tabular data*, Networks 22
/// (1992), with a protection that may slide between the two sides.
struct Disturbance: ~Copyable {
    /// The cell indexes of the part, by place.
    let cells: [Int]
    /// How far a cell may move that is not printed, and how far it moves at no cost where it is.
    private var outer: [ClosedRange<Double>]
    private let inner: [ClosedRange<Double>]
    private let relations: [ClosedRange<Double>]
    private let columns: [Columns]
    private let slacks: [Int?]
    private var solver: LinearSolver
    private var split = -1.0

    /// The unknowns of a cell: its way up and its way down, both not negative, and its way within what is printed.
    private struct Columns {
        var up: Int
        var down: Int
        var within: Int?
    }

    /// Prepares the program of a part.
    init(_ system: LinkedCells, _ knowledge: Knowledge, _ part: Knowledge.Part) throws(LinearFailure) {
        var program = LinearProgram()
        var place: [Int: Int] = [:]
        var columns: [Columns] = []
        cells = part.cells
        outer = part.cells.map { knowledge.bounds[$0] }
        inner = part.cells.map { system.cells[$0].role.isImplied ? 0...0 : system.cells[$0].printedDistances }
        for (number, cell) in part.cells.enumerated() {
            place[cell] = number
            let (up, down) = (program.addUnknown(0...0), program.addUnknown(0...0))
            let within = inner[number].width > 0 ? program.addUnknown(0...0) : nil
            columns.append(Columns(up: up, down: down, within: within))
        }
        relations = part.relations.map { system.relations[$0].distances(system.cells) }
        var slacks: [Int?] = []
        for (number, distances) in zip(part.relations, relations) {
            var terms: [LinearTerm] = []
            for (cell, factor) in system.relations[number].summed {
                guard let place = place[cell], factor != 0 else { continue }
                terms.append(LinearTerm(columns[place].up, factor))
                terms.append(LinearTerm(columns[place].down, -factor))
                if let within = columns[place].within { terms.append(LinearTerm(within, factor)) }
            }
            let slack = distances.width > 0 ? program.addUnknown(0...0) : nil
            if let slack { terms.append(LinearTerm(slack, -1)) }
            slacks.append(slack)
            program.rows.append(LinearRow(terms, equals: 0))
        }
        self.columns = columns
        self.slacks = slacks
        solver = try LinearSolver(program)
    }

    /// Allows a cell so much freedom and no more, as long as it is not printed.
    mutating func allow(_ range: ClosedRange<Double>, at place: Int) throws(LinearFailure) {
        outer[place] = range
        if split >= 0 { try bound(place) }
    }

    /// How far a cell may move that is not printed.
    func allowed(at place: Int) -> ClosedRange<Double> { outer[place] }

    /// The cheapest movement of all cells that moves one by a distance; nothing where there is none.
    mutating func cheapest(
        moving place: Int, by distance: Double, split: Double, costs: [Double]
    ) throws(LinearFailure) -> [Double]? {
        try divide(split)
        guard scaled(outer[place]).contains(distance, within: Self.noise) else { return nil }
        let own = columns[place]
        try solver.bound(own.up, to: distance...distance)
        try solver.bound(own.down, to: 0...0)
        if let within = own.within { try solver.bound(within, to: 0...0) }
        var objective: [LinearTerm] = []
        for (other, columns) in columns.enumerated() {
            objective.append(LinearTerm(columns.up, costs[other]))
            objective.append(LinearTerm(columns.down, costs[other]))
        }
        let solution: [Double]?
        do {
            solution = try solver.minimum(of: objective).unknowns
        } catch .infeasible {
            solution = nil
        }
        try bound(place)
        guard let solution else { return nil }
        return distances(solution)
    }

    /// The movement that takes a cell furthest to one side of the truth, up to a distance.
    mutating func furthest(_ place: Int, upTo distance: Double, isUp: Bool) throws(LinearFailure) -> [Double] {
        // With all of the movement on one side of the truth the program is the attacker's own.
        try divide(isUp ? 1 : 0)
        let own = columns[place]
        let most = min(scaled(outer[place]).upperBound, distance)
        try solver.bound(own.up, to: 0...most)
        try solver.bound(own.down, to: 0...0)
        if let within = own.within { try solver.bound(within, to: 0...0) }
        let solution = try solver.minimum(of: [LinearTerm(own.up, -1)]).unknowns
        try bound(place)
        return distances(solution)
    }

    /// The places of the cells that may not be printed if a movement is to be possible.
    func moved(by movement: [Double], split: Double) -> [Int] {
        movement.indices.filter { place in
            !inner[place].contains(split * movement[place], within: Self.noise)
                || !inner[place].contains((split - 1) * movement[place], within: Self.noise)
        }
    }

    /// What a solution may be off, in units of the cells.
    private static let noise = 1e-6

    private func distances(_ unknowns: [Double]) -> [Double] {
        columns.map { unknowns[$0.up] - unknowns[$0.down] + ($0.within.map { unknowns[$0] } ?? 0) }
    }

    private mutating func divide(_ split: Double) throws(LinearFailure) {
        guard split != self.split else { return }
        self.split = split
        for place in columns.indices { try bound(place) }
        for (slack, range) in zip(slacks, relations) {
            if let slack { try solver.bound(slack, to: scaled(range)) }
        }
    }

    private mutating func bound(_ place: Int) throws(LinearFailure) {
        let ways = scaled(outer[place])
        let free = scaled(inner[place])
        try solver.bound(columns[place].up, to: 0...max(ways.upperBound - free.upperBound, 0))
        try solver.bound(columns[place].down, to: 0...max(free.lowerBound - ways.lowerBound, 0))
        if let within = columns[place].within { try solver.bound(within, to: free) }
    }

    /// The values of d for which both truth + t·d and truth − (1 − t)·d stay within a range of distances.
    private func scaled(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
        let (plus, minus) = (split, 1 - split)
        var (least, greatest) = (-Double.infinity, Double.infinity)
        if plus > 0 { (least, greatest) = (range.lowerBound / plus, range.upperBound / plus) }
        if minus > 0 {
            least = max(least, -range.upperBound / minus)
            greatest = min(greatest, -range.lowerBound / minus)
        }
        return min(least, 0)...max(greatest, 0)
    }
}
