internal import LinearProgramming

extension LinkedCells {
    /// How far a value may be off its range or relation, relative to the size of the summands: what rounding of binary
    /// fractions makes, not more.
    static let tolerance = 1e-6

    /// Refuses systems that are not well formed or that the true values contradict.
    func check() throws(LinearFailure) {
        guard protection.isFinite, protection >= 0 else { throw .malformed }
        for index in cells.indices {
            let cell = cells[index]
            let required = protection(of: index) ?? 0
            guard cell.value.isFinite, cell.loss.isFinite, cell.loss >= 0, required.isFinite, required >= 0,
                !cell.range.lowerBound.isNaN, !cell.range.upperBound.isNaN,
                !cell.printedWithin.lowerBound.isNaN, !cell.printedWithin.upperBound.isNaN
            else { throw .malformed }
            let slack = Self.tolerance * max(1, cell.value.magnitude)
            guard cell.range.contains(cell.value, within: slack),
                cell.printedWithin.contains(cell.value, within: slack)
            else { throw .infeasible }
        }
        for relation in relations {
            var sum = 0.0
            var size = 1.0
            for term in relation.terms {
                guard cells.indices.contains(term.cell), term.factor.isFinite else { throw .malformed }
                let summand = term.factor * cells[term.cell].value
                sum += summand
                size = max(size, summand.magnitude)
            }
            guard relation.range.contains(sum, within: Self.tolerance * size) else { throw .infeasible }
        }
    }
}

extension ClosedRange<Double> {
    /// Whether a number lies in the range or at most so far from it.
    func contains(_ number: Double, within slack: Double) -> Bool {
        number >= lowerBound - slack && number <= upperBound + slack
    }
}
