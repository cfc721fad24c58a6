/// A result with what should be known about how it came about.
public struct Outcome<Value: Sendable>: Sendable {
    /// The result.
    public let value: Value
    /// Remarks; empty in the ordinary case.
    public let notes: [TopologyNote]

    /// A result with remarks.
    public init(_ value: Value, notes: [TopologyNote] = []) {
        self.value = value
        self.notes = notes
    }
}

/// A remark on a result.
public enum TopologyNote: Sendable, Hashable, CustomStringConvertible {
    /// GEOS failed in floating precision, and the result was computed on a grid of this size instead.
    case precisionFallback(gridSize: Double, reason: String)

    /// The remark as a sentence.
    public var description: String {
        switch self {
        case .precisionFallback(let gridSize, let reason):
            "Computed on a grid of \(gridSize) because floating precision failed: \(reason)."
        }
    }
}
