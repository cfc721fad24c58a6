public import Planar

/// One line of the command `geometry`, decoded: an operation by name, one or two geometries as text, further arguments.
public struct GeometryRequest: Sendable {
    /// A further argument.
    public enum Argument: Sendable, Hashable {
        case number(Double)
        case text(String)
        case truth(Bool)
    }

    /// The name of the operation, as the XML tests of JTS and GEOS have it; letter case does not matter.
    public var operation: String
    /// The first geometry as well-known text or hexadecimal well-known binary.
    public var a: String?
    /// The second geometry, likewise.
    public var b: String?
    /// What the operation takes besides, in its order: a distance, a pattern. Leading names of geometries (`A`, `B`), as
    /// the XML tests have them, are understood: `B` in front swaps the two.
    public var arguments: [Argument]
    /// The scale of a fixed precision model: coordinates are rounded to multiples of 1 / scale. Nil for floating precision.
    public var scale: Double?

    /// A request.
    public init(operation: String, a: String?, b: String? = nil, arguments: [Argument] = [], scale: Double? = nil) {
        self.operation = operation
        self.a = a
        self.b = b
        self.arguments = arguments
        self.scale = scale
    }
}

/// The answer to one request.
public enum GeometryResponse: Sendable, Hashable {
    /// What came out.
    case result(GeometryResult, notes: [String])
    /// There is no operation of that name.
    case unsupported(String)
    /// Why nothing came out, as a sentence.
    case error(String)
}

/// What an operation can answer.
public enum GeometryResult: Sendable, Hashable {
    /// A geometry; written as well-known text.
    case geometry(Geometry)
    /// A finite number.
    case number(Double)
    /// Yes or no.
    case truth(Bool)
    /// A text, such as a DE-9IM matrix or the reason of a fault.
    case text(String)
}
