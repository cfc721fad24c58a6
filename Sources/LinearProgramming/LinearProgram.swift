/// A linear system: unknowns with bounds, and rows that bound weighted sums of them.
///
/// A bound may be infinite. A row with equal bounds is an equation.
public struct LinearProgram: Sendable, Hashable {
    /// The least and greatest value of each unknown.
    public var bounds: [ClosedRange<Double>]
    /// The rows.
    public var rows: [LinearRow]

    /// Makes a system.
    public init(bounds: [ClosedRange<Double>] = [], rows: [LinearRow] = []) {
        self.bounds = bounds
        self.rows = rows
    }

    /// Adds an unknown and gives its number.
    public mutating func addUnknown(_ range: ClosedRange<Double>) -> Int {
        bounds.append(range)
        return bounds.count - 1
    }
}

/// A weighted sum of unknowns that lies within bounds.
public struct LinearRow: Sendable, Hashable {
    /// The summands; an unknown that stands twice counts with the sum of its factors.
    public var terms: [LinearTerm]
    /// The least and greatest value of the sum.
    public var range: ClosedRange<Double>

    /// Makes a row.
    public init(_ terms: [LinearTerm], within range: ClosedRange<Double>) {
        self.terms = terms
        self.range = range
    }

    /// Makes an equation.
    public init(_ terms: [LinearTerm], equals value: Double) {
        self.init(terms, within: value...value)
    }
}

/// An unknown and its factor.
public struct LinearTerm: Sendable, Hashable {
    /// The number of the unknown.
    public var unknown: Int
    /// The factor.
    public var factor: Double

    /// Makes a term.
    public init(_ unknown: Int, _ factor: Double = 1) {
        self.unknown = unknown
        self.factor = factor
    }
}

/// Why a linear program has no optimum to give.
public enum LinearFailure: Error, Sendable, Hashable {
    /// No values satisfy all rows and bounds.
    case infeasible
    /// The objective falls without end.
    case unbounded
    /// An unknown that does not exist, or a factor or bound that is not a number.
    case malformed
    /// The solver gave up: out of memory, steps or precision.
    case abandoned
}
