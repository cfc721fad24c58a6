internal import LinearProgramming

/// The linear relaxation of a protection problem: the least loss of choices, fractions allowed, that satisfy the
/// conditions found so far.
struct Relaxation {
    let problem: ProtectionProblem
    private(set) var cuts: [ProtectionCut] = []
    private let free: [Int]
    private let unknown: [Int]

    init(_ problem: ProtectionProblem) {
        self.problem = problem
        free = problem.cells.indices.filter { problem.isFree[$0] }
        var unknown = [Int](repeating: -1, count: problem.cells.count)
        for (number, place) in free.enumerated() { unknown[place] = number }
        self.unknown = unknown
    }

    /// Adds conditions.
    mutating func add(_ cuts: [ProtectionCut]) { self.cuts += cuts }

    /// The least loss and a choice that has it, 1 for what is hidden in any case; nothing where no choice satisfies the
    /// conditions. `fixed` holds choices already made.
    func optimum(fixed: [Int: Double] = [:]) throws(LinearFailure) -> (loss: Double, choice: [Double])? {
        var program = LinearProgram(
            bounds: free.map { place in fixed[place].map { $0...$0 } ?? 0...1 },
            rows: cuts.map { cut in
                var terms = cut.terms.map { LinearTerm(unknown[$0.place], $0.weight / cut.demand) }
                if let condition = cut.condition { terms.append(LinearTerm(unknown[condition], -1)) }
                return LinearRow(terms, within: (cut.condition == nil ? 1 : 0)...Double.infinity)
            })
        if program.rows.isEmpty { program.rows.append(LinearRow([], within: 0...0)) }
        guard !free.isEmpty else { return cuts.isEmpty ? (0, problem.cells.map { _ in 1 }) : nil }
        var solver = try LinearSolver(program)
        do {
            let solution = try solver.minimum(
                of: free.enumerated().map { LinearTerm($0.offset, problem.losses[$0.element]) })
            let choice = unknown.map { $0 < 0 ? 1 : min(max(solution.unknowns[$0], 0), 1) }
            return (solution.value, choice)
        } catch .infeasible {
            return nil
        }
    }

    /// Adds conditions of single equations until the optimum satisfies them all, and gives its loss.
    mutating func satisfyEquations() throws(LinearFailure) -> Double {
        let equationCuts = problem.equationCuts()
        while let optimum = try optimum() {
            let failed = equationCuts.filter { $0.violation(optimum.choice) > 1e-4 }
            if failed.isEmpty { return optimum.loss }
            add(failed)
        }
        return 0
    }

    /// Adds the conditions that an outsider's proofs give, so many rounds of them, and gives the loss of the optimum.
    mutating func refine(rounds: Int) throws(LinearFailure) -> Double {
        var separation = try Separation(problem)
        var loss = 0.0
        for round in 0...rounds {
            guard let optimum = try optimum() else { break }
            loss = optimum.loss
            guard round < rounds else { break }
            let failed = try separation.cuts(optimum.choice)
            if failed.isEmpty { break }
            add(failed)
        }
        return loss
    }
}
