internal import Formats

/// The outlines of the quarters of a run. Runs with the same outlines share them, so that they are kept once.
public struct HistoryBoundaries: Sendable, Hashable {
    /// The coordinate reference system, such as `EPSG:25832`.
    public var system: String
    /// The outlines; each id once.
    public var outlines: [Outline]

    /// Makes boundaries.
    public init(system: String, outlines: [Outline]) {
        self.system = system
        self.outlines = outlines
    }

    /// The outline of a quarter.
    public struct Outline: Sendable, Hashable {
        /// The quarter's id.
        public var id: String
        /// The shape as well-known binary (OGC 06-103r4).
        public var wellKnownBinary: [UInt8]

        /// Makes an outline.
        public init(id: String, wellKnownBinary: [UInt8]) {
            self.id = id
            self.wellKnownBinary = wellKnownBinary
        }
    }

    /// The SHA-256 of system, ids and shapes, in the order of ids.
    public var checksum: String {
        var bytes = RunBytes()
        bytes.append(system)
        bytes.append(outlines.count)
        for outline in Self.sorted(outlines) {
            bytes.append(outline.id)
            bytes.append(Checksum.sha256(outline.wellKnownBinary))
        }
        return Checksum.sha256(bytes.bytes)
    }

    /// Sorted by the bytes of the ids.
    static func sorted(_ outlines: [Outline]) -> [Outline] {
        outlines.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    }
}
