internal import LinearProgramming

/// An outsider's linear programs on one part of a system: how far can each cell be from the truth?
///
/// The attacker's problems of M. Fischetti and J. J. Salazar-González, *Solving the cell suppression problem on tabular
/// data with linear constraints*, Management Science 47 (2001). Every solution shows something about all cells, so
/// that most cells need no problem of their own where only a width is asked for.
struct Attack: ~Copyable {
    /// For each cell of the part the distances that solutions have shown to be possible.
    private(set) var shown: [ClosedRange<Double>]
    private var isExact: [Bool]
    private var solver: LinearSolver

    /// Prepares the problems of a part.
    init(_ system: LinkedCells, _ knowledge: Knowledge, _ part: Knowledge.Part) throws(LinearFailure) {
        var place: [Int: Int] = [:]
        for (number, cell) in part.cells.enumerated() { place[cell] = number }
        let rows = part.relations.map { number in
            let relation = system.relations[number]
            return LinearRow(
                relation.terms.compactMap { term in place[term.cell].map { LinearTerm($0, term.factor) } },
                within: relation.distances(system.cells))
        }
        solver = try LinearSolver(LinearProgram(bounds: part.cells.map { knowledge.bounds[$0] }, rows: rows))
        shown = [ClosedRange<Double>](repeating: 0...0, count: part.cells.count)
        isExact = [Bool](repeating: false, count: part.cells.count)
    }

    /// The exact distances of the cell at a place of the part.
    mutating func distances(_ place: Int) throws(LinearFailure) -> ClosedRange<Double> {
        try reach(place, width: nil)
    }

    /// Widens what is shown of the cell at a place until it is so wide or, with no width, exact.
    @discardableResult
    mutating func reach(_ place: Int, width: Double?) throws(LinearFailure) -> ClosedRange<Double> {
        for sign in [-1.0, 1] where !isExact[place] && (width.map { shown[place].width < $0 } ?? true) {
            do {
                let solution = try solver.minimum(of: [LinearTerm(place, sign)])
                for (other, distance) in solution.unknowns.enumerated() { show(distance, at: other) }
            } catch .unbounded {
                show(-sign * .infinity, at: place)
            }
            if sign > 0 { isExact[place] = true }
        }
        return shown[place]
    }

    private mutating func show(_ distance: Double, at place: Int) {
        shown[place] = min(shown[place].lowerBound, distance)...max(shown[place].upperBound, distance)
    }
}
