public import LinearProgramming

/// Which cells of a system are hidden, and what that costs.
public struct Suppression: Sendable, Hashable {
    /// For each cell whether it is hidden; implied and released cells never are.
    public var hidden: [Bool]
    /// The sum of the losses of the hidden cells, the sensitive ones included.
    public var loss: Double
    /// A number that no safe suppression's loss is below; nothing where none was worked out.
    public var lowerBound: Double?
    /// The sensitive or implied cells that keep too narrow an interval even if everything is hidden that may be, in
    /// order. They are hidden where they may be, and must be reported.
    public var unprotectable: [Int]

    /// Makes a suppression.
    public init(hidden: [Bool], loss: Double, lowerBound: Double? = nil, unprotectable: [Int] = []) {
        self.hidden = hidden
        self.loss = loss
        self.lowerBound = lowerBound
        self.unprotectable = unprotectable
    }

    /// The loss as a multiple of the lower bound; 1 where the suppression is known to be the cheapest.
    public var ratio: Double? {
        lowerBound.map { $0 > 0 ? max(loss / $0, 1) : 1 }
    }
}

/// How the cells to hide are chosen. Every method hides enough.
public enum SuppressionMethod: String, Sendable, Hashable, CaseIterable {
    /// Each cell is protected by the cheapest disturbance, found by linear programming.
    case linear
    /// The cheapest further cell in each relation that gives too much away.
    case greedy
    /// The cheapest suppression that there is, by branch and bound; parts with more than
    /// ``LinkedCells/exactLimit`` cells that may be printed or hidden are left to the linear method.
    case exact
}

extension LinkedCells {
    /// Chooses the cells to hide as ``suppression(by:)`` does, and says how good that is only where it is wanted: the bound takes
    /// linear programs of its own.
    func suppression(by method: SuppressionMethod, isBounded: Bool) throws(LinearFailure) -> Suppression {
        try check()
        var result =
            switch method {
            case .linear: try linearSuppression()
            case .greedy: try greedySuppression()
            case .exact: try exactSuppression()
            }
        if isBounded, result.lowerBound == nil {
            result.lowerBound = min(try lowerBound(exempting: result.unprotectable), result.loss)
        }
        return result
    }

    /// Chooses the cells that are hidden so that every sensitive cell, every implied cell that asks for it and every
    /// cell hidden for their sake keeps an interval as wide as its protection.
    /// - Throws: `malformed` where a number is none or a term names no cell, `infeasible` where the true values do not
    ///   satisfy a relation or a range.
    public func suppression(by method: SuppressionMethod = .linear) throws(LinearFailure) -> Suppression {
        try suppression(by: method, isBounded: true)
    }
}
