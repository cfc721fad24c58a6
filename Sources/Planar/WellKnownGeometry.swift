/// A geometry read from well-known text or binary, with what was left out on the way.
public struct WellKnownGeometry: Sendable, Hashable {
    /// The geometry.
    public let geometry: Geometry
    /// What the source said that the value does not hold.
    public let notes: Set<WellKnownNote>
}

/// Something that was left out in reading well-known text or binary.
public enum WellKnownNote: String, Sendable, Hashable, CaseIterable {
    /// Heights (Z).
    case heightsIgnored = "z-ignored"
    /// Measures (M).
    case measuresIgnored = "m-ignored"
    /// EMPTY elements inside a geometry with others.
    case emptyElementsDropped = "empty-elements-dropped"
    /// The number of a reference system (SRID).
    case referenceSystemIgnored = "srid-ignored"
}

/// Why well-known text or binary cannot be read, and where.
public struct WellKnownError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The offset in bytes from the start of the text (UTF-8) or of the binary form.
    public let offset: Int
    /// What is wrong there, as a clause.
    public let reason: String

    /// The place and the reason as a sentence.
    public var description: String { "At byte \(offset): \(reason)." }
}
