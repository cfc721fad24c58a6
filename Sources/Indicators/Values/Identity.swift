/// Two numbers that must be the same whatever the data are, such as the supply given out and the supply there is. Every
/// run computes them and writes them into its record, so that a fault of the method shows at once.
public struct Identity: Sendable, Codable, Hashable {
    /// What is compared, in the words of a formula: `Σ P·A = Σ S`.
    public let name: String
    /// The indicator's id.
    public let indicator: String
    /// The parameters in canonical form.
    public let parameters: String
    /// The one side.
    public let left: Double
    /// The other side.
    public let right: Double

    /// Sums of many terms agree within this share of them.
    static let tolerance = 1e-9

    /// Makes an identity.
    public init(_ name: String, of indicator: String, parameters: String = "", left: Double, right: Double) {
        self.name = name
        self.indicator = indicator
        self.parameters = parameters
        self.left = left
        self.right = right
    }

    /// Whether both sides are the same but for rounding.
    public var holds: Bool { abs(left - right) <= Identity.tolerance * max(abs(left), abs(right)) }
}

/// What an indicator computed.
public struct IndicatorResult: Sendable, ExpressibleByArrayLiteral {
    /// The values.
    public var values: [IndicatorValue]
    /// What must hold among them.
    public var identities: [Identity]

    /// Makes a result.
    public init(_ values: [IndicatorValue], identities: [Identity] = []) {
        self.values = values
        self.identities = identities
    }

    /// A result without identities.
    public init(arrayLiteral elements: IndicatorValue...) { self.init(elements) }
}
