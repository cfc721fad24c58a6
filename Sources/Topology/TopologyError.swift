/// Why an operation of the geometry layer gave no result.
public struct TopologyError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The stable kinds.
    public enum Kind: String, Sendable, Hashable {
        /// An argument is out of range or of a kind the operation does not take.
        case badArgument = "bad-argument"
        /// The input is larger than the limit for an operation that cannot be stopped.
        case tooLarge = "too-large"
        /// The time limit has passed.
        case timedOut = "timed-out"
        /// GEOS reported an error that the precision fallback could not mend.
        case failed = "failed"
        /// There is no result, such as the distance to an empty geometry.
        case undefined = "undefined"
    }

    /// Which kind.
    public let kind: Kind
    /// The operation, as the command `geometry` spells it.
    public let operation: String
    /// What GEOS or the gate said.
    public let detail: String

    /// Makes an error.
    public init(_ kind: Kind, operation: String, detail: String) {
        self.kind = kind
        self.operation = operation
        self.detail = detail
    }

    /// The operation, what was said, and the kind.
    public var description: String { "\(operation): \(detail) (\(kind.rawValue))" }
}
