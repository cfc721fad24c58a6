internal import LinearProgramming

/// Finds conditions that a choice of hidden cells fails, by the duals of the outsider's problems.
///
/// For a cell that should stay wide the outsider's best proof that it is not consists of a multiplier for each relation
/// and for each bound; it holds for every choice, with other bounds, and so is a condition on all of them: Benders' cuts as
/// in M. Fischetti and J. J. Salazar-González, Management Science 47 (2001), section 4.
struct Separation: ~Copyable {
    private let problem: ProtectionProblem
    private var solver: LinearSolver
    private let multiplierCount: Int

    /// Prepares the dual problems. The unknowns are, for each place, the multipliers of its upper and its lower bound and
    /// its part of the objective; then, for each relation, those of its upper and its lower bound.
    init(_ problem: ProtectionProblem) throws(LinearFailure) {
        self.problem = problem
        var program = LinearProgram()
        var terms: [[LinearTerm]] = []
        for _ in problem.cells {
            let upper = program.addUnknown(0 ... .infinity)
            let lower = program.addUnknown(0 ... .infinity)
            let objective = program.addUnknown(0...0)
            terms.append([LinearTerm(upper), LinearTerm(lower, -1), LinearTerm(objective, -1)])
        }
        for (row, sum) in zip(problem.rows, problem.sums) {
            let upper = program.addUnknown(0...(sum.upperBound < .infinity ? .infinity : 0))
            let lower = program.addUnknown(0...(sum.lowerBound > -.infinity ? .infinity : 0))
            for term in row {
                terms[term.place].append(LinearTerm(upper, term.factor))
                terms[term.place].append(LinearTerm(lower, -term.factor))
            }
        }
        multiplierCount = program.bounds.count
        program.rows = terms.map { LinearRow($0, equals: 0) }
        solver = try LinearSolver(program)
    }

    /// A condition that a choice fails at a cell; nothing where there is none to be found. Where the choice is of zeros
    /// and ones only and nothing is found, the cell is as wide as it must be.
    mutating func cut(_ place: Int, choice: [Double]) throws(LinearFailure) -> ProtectionCut? {
        // Small proofs make strong cuts: first with a price on the bounds of printed cells, which cost nothing else.
        for price in [1e-3, 0] {
            guard let up = try multipliers(place, sign: 1, choice: choice, price: price),
                let down = try multipliers(place, sign: -1, choice: choice, price: price)
            else { return nil }
            if let cut = cut(place, up, down), cut.violation(choice) > 1e-4 { return cut }
        }
        return nil
    }

    /// A condition for each cell that a choice fails.
    mutating func cuts(_ choice: [Double]) throws(LinearFailure) -> [ProtectionCut] {
        var found: [ProtectionCut] = []
        for place in problem.cells.indices where problem.demands[place] > 0 && choice[place] > 1e-3 {
            if let cut = try cut(place, choice: choice) { found.append(cut) }
        }
        return found
    }

    /// The cheapest proof of a bound of a cell to one side; nothing where the cell is unbounded.
    private mutating func multipliers(
        _ place: Int, sign: Double, choice: [Double], price: Double
    ) throws(LinearFailure) -> [Double]? {
        var objective: [LinearTerm] = []
        for (other, share) in choice.enumerated() {
            let gain = problem.gain(other)
            let sides = [
                (3 * other, problem.printed[other].upperBound, gain.up),
                (3 * other + 1, -problem.printed[other].lowerBound, gain.down),
            ]
            for (unknown, printed, gain) in sides {
                let isUnbounded = printed == .infinity || (gain == .infinity && share > 1 - 1e-6)
                try solver.bound(unknown, to: 0...(isUnbounded ? 0 : .infinity))
                // A fraction of infinity: so much that it is worth something, not so much that it is all.
                let worth = share <= 0 ? 0 : share * (gain < .infinity ? gain : 2 * problem.demands[place])
                objective.append(LinearTerm(unknown, (isUnbounded ? 0 : printed + worth) + price))
            }
        }
        for (number, sum) in problem.sums.enumerated() {
            let first = 3 * problem.cells.count + 2 * number
            if sum.upperBound < .infinity { objective.append(LinearTerm(first, sum.upperBound)) }
            if sum.lowerBound > -.infinity { objective.append(LinearTerm(first + 1, -sum.lowerBound)) }
        }
        try solver.bound(3 * place + 2, to: sign...sign)
        let multipliers: [Double]?
        do {
            multipliers = try solver.minimum(of: objective).unknowns
        } catch .infeasible {
            multipliers = nil
        }
        try solver.bound(3 * place + 2, to: 0...0)
        return multipliers
    }

    private func cut(_ place: Int, _ up: [Double], _ down: [Double]) -> ProtectionCut? {
        var constant = 0.0
        var weights: [(place: Int, weight: Double)] = []
        for other in problem.cells.indices {
            let upper = weight(up[3 * other]) + weight(down[3 * other])
            let lower = weight(up[3 * other + 1]) + weight(down[3 * other + 1])
            let gain = problem.gain(other)
            var weight = 0.0
            if upper > 0 {
                constant += upper * problem.printed[other].upperBound
                weight += upper * gain.up
            }
            if lower > 0 {
                constant -= lower * problem.printed[other].lowerBound
                weight += lower * gain.down
            }
            if problem.isFree[other] && weight > 0 { weights.append((other, weight)) }
        }
        for (number, sum) in problem.sums.enumerated() {
            let first = 3 * problem.cells.count + 2 * number
            let upper = weight(up[first]) + weight(down[first])
            let lower = weight(up[first + 1]) + weight(down[first + 1])
            if upper > 0 { constant += upper * sum.upperBound }
            if lower > 0 { constant -= lower * sum.lowerBound }
        }
        guard constant.isFinite else { return nil }
        return ProtectionCut(problem, place: place, constant: constant, weights: weights)
    }

    /// A multiplier without the solver's noise.
    private func weight(_ multiplier: Double) -> Double { multiplier > 1e-7 ? multiplier : 0 }
}
