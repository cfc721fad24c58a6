internal import CGEOS
public import Planar

/// The shape of a buffer.
public struct BufferStyle: Sendable, Hashable {
    /// How the ends of lines look.
    public enum Cap: Int32, Sendable, Hashable {
        case round = 1, flat, square
    }
    /// How corners look.
    public enum Join: Int32, Sendable, Hashable {
        case round = 1, mitre, bevel
    }

    /// How many segments make a quarter of a circle, 1 to 1,000.
    public var quadrantSegments: Int
    /// The ends of lines.
    public var cap: Cap
    /// The corners.
    public var join: Join
    /// How far a mitred corner may reach, as a multiple of the distance; above 0.
    public var mitreLimit: Double

    /// A style; without arguments round with 8 segments per quarter circle, as JTS and GEOS have it.
    public init(quadrantSegments: Int = 8, cap: Cap = .round, join: Join = .round, mitreLimit: Double = 5) {
        self.quadrantSegments = quadrantSegments
        self.cap = cap
        self.join = join
        self.mitreLimit = mitreLimit
    }
}

extension TopologyEngine {
    /// All positions within `distance` of the geometry; a negative distance shrinks areas.
    public func buffer(
        _ geometry: Geometry, distance: Double, style: BufferStyle = BufferStyle()
    ) throws(TopologyError) -> Geometry {
        try check(style, distance: distance, .buffer)
        return try construct(.buffer, geometry) {
            unsafe GEOSBufferWithStyle_r(
                $0, $1, distance, Int32(style.quadrantSegments), style.cap.rawValue, style.join.rawValue,
                style.mitreLimit)
        }
    }

    /// The line that runs at `distance` beside a line, on its left or right: the outer edge of a buffer of that side.
    public func singleSidedBuffer(
        _ geometry: Geometry, distance: Double, style: BufferStyle = BufferStyle(), left: Bool
    ) throws(TopologyError) -> Geometry {
        try check(style, distance: distance, .buffersinglesided)
        return try construct(.buffersinglesided, geometry) {
            unsafe GEOSSingleSidedBuffer_r(
                $0, $1, distance, Int32(style.quadrantSegments), style.join.rawValue, style.mitreLimit, left ? 1 : 0)
        }
    }

    private func check(
        _ style: BufferStyle, distance: Double, _ operation: GatedOperation
    ) throws(TopologyError) {
        guard (1...1_000).contains(style.quadrantSegments) else {
            throw badArgument(operation, "the segments per quadrant must be 1 to 1,000")
        }
        try checkFinite([distance, style.mitreLimit], operation)
        guard style.mitreLimit > 0 else { throw badArgument(operation, "the mitre limit must be above 0") }
    }
}
