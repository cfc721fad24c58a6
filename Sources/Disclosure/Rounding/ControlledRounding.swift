public import LinearProgramming

/// Multiples of a base for all cells of a system that keep its equations: sums of printed parts are the printed totals.
///
/// L. H. Cox and L. R. Ernst, *Controlled rounding*, INFOR 20 (1982): each cell becomes one of the two multiples next to
/// it. For tables of two dimensions, also with one of them nested, such multiples always exist; the linear program below
/// finds them at once. For other systems there may be none: then cells may go one multiple further, and equations that
/// no such choice keeps are named.
public struct ControlledRounding: Sendable, Hashable {
    /// The multiple for each cell.
    public var values: [Double]
    /// The equations that the multiples do not keep, in order; empty in the ordinary case.
    public var broken: [Int]
    /// How far a cell went at most, in multiples: 1 where each is next to its true value.
    public var reach: Int
}

extension LinkedCells {
    /// Rounds all cells to multiples of a base, 2 or more, so that the equations hold for what is printed.
    ///
    /// Which of the two multiples a cell prefers is drawn from the seed and its index with the probability that makes the
    /// mean true; the equations may overrule it. A few linear programs over the system for tables; one for each cell that
    /// comes out between its multiples otherwise.
    /// - Throws: as ``suppression(by:)``; `malformed` where the base is below 2.
    public func rounded(toBase base: Int, seed: UInt64) throws(LinearFailure) -> ControlledRounding {
        guard base >= 2 else { throw .malformed }
        try check()
        for reach in 1...2 {
            if let values = try roundedValues(base: Double(base), seed: seed, reach: Double(reach)) {
                return ControlledRounding(values: values, broken: brokenEquations(values), reach: reach)
            }
        }
        let values = cells.indices.map { index in
            let units = cells[index].value / Double(base)
            return Double(base) * (units.rounded(.down) + (prefersUpper(index, units, seed) ? 1 : 0))
        }
        return ControlledRounding(values: values, broken: brokenEquations(values), reach: 1)
    }

    /// Multiples at most so far away that keep all equations; nothing where the search finds none.
    private func roundedValues(base: Double, seed: UInt64, reach: Double) throws(LinearFailure) -> [Double]? {
        let units = cells.map { $0.value / base }
        var bounds = cells.indices.map { index in
            let (least, greatest) = (units[index].rounded(.down), units[index].rounded(.up))
            // A multiple stays, zero above all, unless nothing else helps.
            guard reach > 1, least < greatest else { return least...greatest }
            return (cells[index].range.lowerBound >= 0 ? max(least - 1, 0) : least - 1)...greatest + 1
        }
        let rows = relations.filter(\.isEquation).map { relation in
            LinearRow(
                relation.terms.map { LinearTerm($0.cell, $0.factor) }, equals: relation.range.lowerBound / base)
        }
        let objective = cells.indices.map { index in
            // Between -1 and 1, and never 0: the preference decides, its strength breaks ties.
            let strength = 0.5 + 0.5 * StableKey("strength \(index)", seed: seed).fraction
            return LinearTerm(index, prefersUpper(index, units[index], seed) ? -strength : strength)
        }
        var solver = try LinearSolver(LinearProgram(bounds: bounds, rows: rows))
        // Fixes one fractional cell after another; both multiples are tried.
        while true {
            guard let solution = try solver.feasibleMinimum(of: objective) else { return nil }
            let fractions = solution.map { ($0 - $0.rounded()).magnitude }
            guard let most = fractions.indices.max(by: { (fractions[$0], -$0) < (fractions[$1], -$1) }),
                fractions[most] > 1e-6
            else { return solution.map { $0.rounded() * base } }
            let preferred = solution[most].rounded()
            let other = preferred > solution[most] ? preferred - 1 : preferred + 1
            var isFixed = false
            for value in [preferred, other] where bounds[most].contains(value) && !isFixed {
                try solver.bound(most, to: value...value)
                if try solver.feasibleMinimum(of: objective) != nil {
                    bounds[most] = value...value
                    isFixed = true
                }
            }
            guard isFixed else { return nil }
        }
    }

    private func prefersUpper(_ index: Int, _ units: Double, _ seed: UInt64) -> Bool {
        StableKey("\(index)", seed: seed).fraction < units - units.rounded(.down)
    }

    /// The equations that values do not satisfy.
    private func brokenEquations(_ values: [Double]) -> [Int] {
        relations.indices.filter { number in
            let relation = relations[number]
            guard relation.isEquation else { return false }
            let sum = relation.terms.reduce(0) { $0 + $1.factor * values[$1.cell] }
            return (sum - relation.range.lowerBound).magnitude > Self.tolerance * max(1, sum.magnitude)
        }
    }
}

extension LinearSolver {
    /// The unknowns of a minimum; nothing where no values satisfy the system.
    fileprivate mutating func feasibleMinimum(of objective: [LinearTerm]) throws(LinearFailure) -> [Double]? {
        do {
            return try minimum(of: objective).unknowns
        } catch .infeasible {
            return nil
        }
    }
}
