internal import LinearProgramming

/// Finds the cheapest safe choice of one small part: branch and cut as in M. Fischetti and J. J. Salazar-González,
/// Management Science 47 (2001).
///
/// Every node solves the linear relaxation and adds the conditions its optimum fails; an optimum of zeros and ones that
/// fails none is safe. Exponential in the free cells at worst.
struct BranchAndBound: ~Copyable {
    /// The cheapest safe choice so far, and its loss.
    private(set) var best: (loss: Double, choice: [Bool])
    private var relaxation: Relaxation
    private var separation: Separation

    /// Starts with a choice that is known to be safe.
    init(_ problem: ProtectionProblem, start: [Bool]) throws(LinearFailure) {
        relaxation = Relaxation(problem)
        separation = try Separation(problem)
        let loss = problem.cells.indices.reduce(0) {
            $0 + (problem.isFree[$1] && start[$1] ? problem.losses[$1] : 0)
        }
        best = (loss, start)
    }

    /// Searches the whole tree.
    mutating func search() throws(LinearFailure) {
        _ = try relaxation.satisfyEquations()
        // The open nodes, each the choices made on the way to it; the last is looked at next.
        var nodes: [[Int: Double]] = [[:]]
        while let fixed = nodes.popLast() {
            guard let optimum = try boundedOptimum(fixed) else { continue }
            let fractions = optimum.choice.map { ($0 - $0.rounded()).magnitude }
            let most = fractions.indices.max { (fractions[$0], -$0) < (fractions[$1], -$1) }
            if let most, fractions[most] > 1e-6 {
                nodes.append(fixed.merging([most: 0]) { $1 })
                nodes.append(fixed.merging([most: 1]) { $1 })
            } else {
                best = (optimum.loss, optimum.choice.map { $0 > 0.5 })
            }
        }
    }

    /// The optimum of a node once it fails no condition that can be found; nothing where it is no better than the best.
    private mutating func boundedOptimum(
        _ fixed: [Int: Double]
    ) throws(LinearFailure) -> (loss: Double, choice: [Double])? {
        while let optimum = try relaxation.optimum(fixed: fixed) {
            guard optimum.loss < best.loss - 1e-7 * max(best.loss, 1) else { return nil }
            // The solver's noise must not pass for a fraction.
            let choice = optimum.choice.map { ($0 - $0.rounded()).magnitude < 1e-6 ? $0.rounded() : $0 }
            let failed = try separation.cuts(choice)
            if failed.isEmpty { return (optimum.loss, choice) }
            relaxation.add(failed)
        }
        return nil
    }
}
