public import LinearProgramming
internal import Parallel

extension LinkedCells {
    /// The most cells that may be printed or hidden in a part whose cheapest suppression is searched for.
    public static let exactLimit = 25

    /// A number that the loss of no safe suppression is below, the sensitive cells' own loss included: the linear
    /// relaxation of the choice with the conditions of single equations and so many rounds of conditions from the
    /// outsider's problems (Benders' cuts).
    ///
    /// Each round costs two linear programs of the size of the system for each cell that must stay wide. The bound does
    /// not fall with more rounds.
    /// - Throws: as ``suppression(by:)``.
    public func lowerBound(rounds: Int = 0, exempting unprotectable: [Int] = []) throws(LinearFailure) -> Double {
        try check()
        let exempt = Set(unprotectable)
        let knowledge = Knowledge(self, hidden: mayHide)
        let losses = try parallelMap(knowledge.parts.count) { number throws(LinearFailure) in
            let problem = ProtectionProblem(self, knowledge, knowledge.parts[number], exempt: exempt)
            var relaxation = Relaxation(problem)
            let loss = try relaxation.satisfyEquations()
            return rounds > 0 ? max(loss, try relaxation.refine(rounds: rounds)) : loss
        }
        return losses.reduce(sensitiveLoss, +)
    }

    /// The cheapest suppression of each small part, the linear method's of each other.
    func exactSuppression() throws(LinearFailure) -> Suppression {
        let start = try linearSuppression()
        let exempt = Set(start.unprotectable)
        let knowledge = Knowledge(self, hidden: mayHide)
        let parts = try parallelMap(knowledge.parts.count) { number throws(LinearFailure) in
            let problem = ProtectionProblem(self, knowledge, knowledge.parts[number], exempt: exempt)
            let choice = problem.cells.map { start.hidden[$0] }
            guard problem.isFree.count(where: \.self) <= Self.exactLimit else {
                var relaxation = Relaxation(problem)
                return (choice, try relaxation.satisfyEquations())
            }
            var search = try BranchAndBound(problem, start: choice)
            try search.search()
            return (search.best.choice, search.best.loss)
        }
        var result = start
        for (part, choice) in zip(knowledge.parts, parts) {
            for (cell, isHidden) in zip(part.cells, choice.0) where cells[cell].role == .open {
                result.hidden[cell] = isHidden
            }
        }
        result.loss = loss(of: result.hidden)
        result.lowerBound = min(parts.reduce(sensitiveLoss) { $0 + $1.1 }, result.loss)
        return result
    }

    /// The cells that are not printed if everything is hidden that may be.
    var mayHide: [Bool] { cells.map { $0.role == .open || $0.role.isSensitive } }

    private var sensitiveLoss: Double { loss(of: cells.map(\.role.isSensitive)) }
}
