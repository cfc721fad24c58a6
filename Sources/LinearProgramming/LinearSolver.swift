internal import CClp

/// Solves one linear system for many objectives, one after the other, each from the basis of the last (COIN-OR CLP,
/// dual and primal simplex).
///
/// Bounds of unknowns may change between objectives; rows may not. Values hold to about 1e-7 (CLP's tolerance of
/// feasibility), relative to the scaled rows. The same calls in the same order give the same values. A solver belongs
/// to one task; several may work side by side.
@safe public struct LinearSolver: ~Copyable {
    /// How many unknowns there are.
    public let unknownCount: Int
    private let model: UnsafeMutableRawPointer
    private var isSolved = false

    /// Hands a system to the solver. Linear in its terms.
    /// - Throws: `malformed` where a term names no unknown, or a number is none.
    public init(_ program: LinearProgram) throws(LinearFailure) {
        guard program.bounds.allSatisfy(\.isUsable), program.rows.allSatisfy(\.range.isUsable),
            let columns = Columns(program), let unknowns = Int32(exactly: program.bounds.count),
            let rows = Int32(exactly: program.rows.count)
        else { throw .malformed }
        guard let model = unsafe Clp_newModel() else { throw .abandoned }
        unsafe self.model = model
        unknownCount = program.bounds.count
        unsafe Clp_setLogLevel(model, 0)
        // Nearly all factors are 1 or -1; scaling them anew for each objective takes more than it gives.
        unsafe Clp_scaling(model, 0)
        unsafe Clp_loadProblem(
            model, unknowns, rows, columns.starts, columns.rows, columns.factors,
            program.bounds.map(\.lowerBound.clp), program.bounds.map(\.upperBound.clp),
            [Double](repeating: 0, count: program.bounds.count), program.rows.map(\.range.lowerBound.clp),
            program.rows.map(\.range.upperBound.clp))
    }

    deinit {
        unsafe Clp_deleteModel(model)
    }

    /// Changes the bounds of an unknown.
    public mutating func bound(_ unknown: Int, to range: ClosedRange<Double>) throws(LinearFailure) {
        guard range.isUsable, unknown >= 0, unknown < unknownCount else { throw .malformed }
        unsafe Clp_columnLower(model)[unknown] = range.lowerBound.clp
        unsafe Clp_columnUpper(model)[unknown] = range.upperBound.clp
        isSolved = false
    }

    /// The least value of a weighted sum, and values of all unknowns that give it.
    public mutating func minimum(
        of objective: [LinearTerm]
    ) throws(LinearFailure) -> (value: Double, unknowns: [Double]) {
        var factors = [Double](repeating: 0, count: unknownCount)
        for term in objective {
            guard factors.indices.contains(term.unknown), term.factor.isFinite else { throw .malformed }
            factors[term.unknown] += term.factor
        }
        unsafe Clp_chgObjCoefficients(model, factors)
        // After a change of bounds the old basis is dual feasible, after one of the objective primal feasible.
        _ = isSolved ? unsafe Clp_primal(model, 0) : unsafe Clp_dual(model, 0)
        switch unsafe Clp_status(model) {
        case 0: break
        case 1: throw .infeasible
        case 2:
            isSolved = true
            throw .unbounded
        default: throw .abandoned
        }
        isSolved = true
        guard let solution = unsafe Clp_getColSolution(model) else { throw .abandoned }
        let unknowns = unsafe Array(UnsafeBufferPointer(start: solution, count: unknownCount))
        return (zip(factors, unknowns).reduce(0) { $0 + $1.0 * $1.1 }, unknowns)
    }

    /// The least and greatest value that an unknown can take; infinite where nothing bounds it.
    public mutating func range(of unknown: Int) throws(LinearFailure) -> ClosedRange<Double> {
        let least = try extreme(of: unknown, sign: 1)
        let greatest = try -extreme(of: unknown, sign: -1)
        return min(least, greatest)...max(least, greatest)
    }

    private mutating func extreme(of unknown: Int, sign: Double) throws(LinearFailure) -> Double {
        do {
            return try minimum(of: [LinearTerm(unknown, sign)]).value
        } catch .unbounded {
            return -.infinity
        }
    }
}

/// The terms of a system by unknown, as CLP wants them.
private struct Columns {
    var starts: [Int32] = [0]
    var rows: [Int32] = []
    var factors: [Double] = []

    init?(_ program: LinearProgram) {
        var byUnknown = [[(row: Int32, factor: Double)]](repeating: [], count: program.bounds.count)
        for (number, row) in program.rows.enumerated() {
            guard let number = Int32(exactly: number) else { return nil }
            for term in row.terms {
                guard byUnknown.indices.contains(term.unknown), term.factor.isFinite else { return nil }
                if let last = byUnknown[term.unknown].indices.last, byUnknown[term.unknown][last].row == number {
                    byUnknown[term.unknown][last].factor += term.factor
                } else {
                    byUnknown[term.unknown].append((number, term.factor))
                }
            }
        }
        for entries in byUnknown {
            for entry in entries where entry.factor != 0 {
                rows.append(entry.row)
                factors.append(entry.factor)
            }
            guard let end = Int32(exactly: rows.count) else { return nil }
            starts.append(end)
        }
    }
}

extension ClosedRange<Double> {
    /// Whether both bounds are numbers and not the wrong infinity.
    fileprivate var isUsable: Bool {
        !lowerBound.isNaN && !upperBound.isNaN && lowerBound < .infinity && upperBound > -.infinity
    }
}

extension Double {
    /// The number as CLP takes it: its infinity is the greatest finite number.
    fileprivate var clp: Double { Swift.min(Swift.max(self, -.greatestFiniteMagnitude), .greatestFiniteMagnitude) }
}
