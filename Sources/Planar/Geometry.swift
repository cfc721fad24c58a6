/// A geometry of any OGC kind as one flat value: coordinates in two columns, rings and parts as end offsets.
///
/// The value is the only form in which geometries travel through Quartier. It holds by construction:
/// - every number is finite;
/// - a line has at least two positions, a ring at least three and is closed (first = last, bit for bit);
/// - no element of a multi-geometry or collection is empty; an empty geometry has no coordinates at all;
/// - collections nest at most ``maximumDepth`` deep.
///
/// It does *not* promise validity in the OGC sense (a ring may cross itself): that is what `Topology` tells.
/// Units are those of the coordinate reference system; x is east, y is north.
public struct Geometry: Sendable, Hashable {
    /// The seven kinds of OGC Simple Features.
    public enum Kind: UInt8, Sendable, Codable, Hashable, CaseIterable {
        case point, lineString, polygon, multiPoint, multiLineString, multiPolygon, collection
    }

    /// How deep collections may lie inside collections. GEOS recurses on the C stack; real data never passes 2.
    public static let maximumDepth = 32

    /// The kind.
    public let kind: Kind
    /// The x (east) coordinates of all positions. Empty for collections.
    public let xs: [Double]
    /// The y (north) coordinates of all positions, as many as ``xs``.
    public let ys: [Double]
    /// The end offsets into ``xs`` of each ring (polygon, multipolygon) or line (multiLineString); else empty.
    public let ringEnds: [Int32]
    /// The end offsets into ``ringEnds`` of each polygon of a multipolygon; else empty.
    public let partEnds: [Int32]
    /// The members of a collection; else empty.
    public let members: [Geometry]

    /// Makes a geometry from columns and checks every promise of the type.
    public init(
        kind: Kind, xs: [Double], ys: [Double], ringEnds: [Int32] = [], partEnds: [Int32] = []
    ) throws(GeometryError) {
        try Geometry.check(kind: kind, xs: xs, ys: ys, ringEnds: ringEnds, partEnds: partEnds)
        self.init(unchecked: kind, xs: xs, ys: ys, ringEnds: ringEnds, partEnds: partEnds)
    }

    /// Makes a geometry whose promises the caller has checked.
    private init(
        unchecked kind: Kind, xs: [Double], ys: [Double], ringEnds: [Int32], partEnds: [Int32],
        members: [Geometry] = []
    ) {
        self.kind = kind
        self.xs = xs
        self.ys = ys
        self.ringEnds = ringEnds
        self.partEnds = partEnds
        self.members = members
    }

    /// The empty geometry of a kind.
    public init(emptyOf kind: Kind) {
        self.init(unchecked: kind, xs: [], ys: [], ringEnds: [], partEnds: [])
    }

    /// A point.
    public init(x: Double, y: Double) throws(GeometryError) {
        try self.init(kind: .point, xs: [x], ys: [y])
    }

    /// A collection; empty members are left out.
    public init(collection members: [Geometry]) throws(GeometryError) {
        let kept = members.filter { !$0.isEmpty }
        guard (kept.map(\.depth).max() ?? 0) < Geometry.maximumDepth else { throw .nestedTooDeep }
        self.init(unchecked: .collection, xs: [], ys: [], ringEnds: [], partEnds: [], members: kept)
    }

    /// Whether there is no position at all.
    public var isEmpty: Bool { xs.isEmpty && members.isEmpty }

    /// The number of positions, those of members included.
    public var positionCount: Int { members.reduce(xs.count) { $0 + $1.positionCount } }

    /// The levels of nesting: 1 for everything but collections of something.
    public var depth: Int { 1 + (members.map(\.depth).max() ?? 0) }

    /// 0 for points, 1 for lines, 2 for areas; the highest of its members for a collection; −1 when empty.
    public var dimension: Int {
        if isEmpty { return -1 }
        switch kind {
        case .point, .multiPoint: return 0
        case .lineString, .multiLineString: return 1
        case .polygon, .multiPolygon: return 2
        case .collection: return members.map(\.dimension).max() ?? -1
        }
    }

    /// The bounding box; the empty envelope when there is no position. Linear in the number of positions.
    public var envelope: Envelope {
        var box = Envelope.empty
        for index in xs.indices { box.include(x: xs[index], y: ys[index]) }
        for member in members { box.include(member.envelope) }
        return box
    }

    /// The half-open range of positions of ring (or line) `ring`.
    public func positions(ofRing ring: Int) -> Range<Int> {
        (ring == 0 ? 0 : Int(ringEnds[ring - 1]))..<Int(ringEnds[ring])
    }

    /// The half-open range of rings of polygon `part`; a polygon is its own part 0.
    public func rings(ofPart part: Int) -> Range<Int> {
        if kind == .polygon { return 0..<ringEnds.count }
        return (part == 0 ? 0 : Int(partEnds[part - 1]))..<Int(partEnds[part])
    }

    /// The single elements: points, lines and polygons, collections dissolved. One element is itself.
    public var elements: [Geometry] {
        switch kind {
        case .point, .lineString, .polygon:
            return isEmpty ? [] : [self]
        case .multiPoint:
            return xs.indices.map {
                Geometry(unchecked: .point, xs: [xs[$0]], ys: [ys[$0]], ringEnds: [], partEnds: [])
            }
        case .multiLineString:
            return ringEnds.indices.map { ring in
                let range = positions(ofRing: ring)
                return Geometry(
                    unchecked: .lineString, xs: Array(xs[range]), ys: Array(ys[range]), ringEnds: [], partEnds: [])
            }
        case .multiPolygon:
            return partEnds.indices.map { part in
                let rings = rings(ofPart: part)
                let start = positions(ofRing: rings.lowerBound).lowerBound
                let range = start..<Int(ringEnds[rings.upperBound - 1])
                return Geometry(
                    unchecked: .polygon, xs: Array(xs[range]), ys: Array(ys[range]),
                    ringEnds: ringEnds[rings].map { $0 - Int32(start) }, partEnds: [])
            }
        case .collection:
            return members.flatMap(\.elements)
        }
    }

    /// The same geometry with every position moved by `change`, which gets all x and all y of one piece at once.
    public func mapPositions(
        _ change: (inout [Double], inout [Double]) throws -> Void
    ) throws -> Geometry {
        var newXs = xs
        var newYs = ys
        if !newXs.isEmpty { try change(&newXs, &newYs) }
        let newMembers = try members.map { try $0.mapPositions(change) }
        // A change may make numbers that are not finite, or open a ring: look again.
        try Geometry.check(kind: kind, xs: newXs, ys: newYs, ringEnds: ringEnds, partEnds: partEnds)
        return Geometry(
            unchecked: kind, xs: newXs, ys: newYs, ringEnds: ringEnds, partEnds: partEnds, members: newMembers)
    }
}

extension Geometry {
    private static func check(
        kind: Kind, xs: [Double], ys: [Double], ringEnds: [Int32], partEnds: [Int32]
    ) throws(GeometryError) {
        guard xs.count == ys.count else { throw .malformed("as many x as y are needed") }
        guard xs.count <= Int(Int32.max) else { throw .malformed("more than 2³¹ positions") }
        for index in xs.indices where !(xs[index].isFinite && ys[index].isFinite) {
            throw .notFinite(position: index)
        }
        guard !xs.isEmpty else {
            guard ringEnds.isEmpty, partEnds.isEmpty else { throw .malformed("offsets without positions") }
            return
        }
        switch kind {
        case .point:
            guard xs.count == 1 else { throw .malformed("a point has one position") }
        case .lineString:
            guard xs.count >= 2 else { throw .tooFewPositions(ring: 0) }
        case .multiPoint:
            break
        case .multiLineString:
            try checkOffsets(ringEnds, total: xs.count)
            for ring in ringEnds.indices {
                let start = ring == 0 ? 0 : ringEnds[ring - 1]
                guard ringEnds[ring] - start >= 2 else { throw .tooFewPositions(ring: ring) }
            }
        case .polygon, .multiPolygon:
            try checkOffsets(ringEnds, total: xs.count)
            if kind == .multiPolygon { try checkOffsets(partEnds, total: ringEnds.count) }
            var start = 0
            for (ring, ringEnd) in ringEnds.enumerated() {
                let end = Int(ringEnd)
                guard end - start >= 3 else { throw .tooFewPositions(ring: ring) }
                guard xs[start] == xs[end - 1], ys[start] == ys[end - 1] else { throw .ringNotClosed(ring: ring) }
                start = end
            }
        case .collection:
            throw .malformed("a collection has members, not positions")
        }
        guard ringEnds.isEmpty || kind == .polygon || kind == .multiPolygon || kind == .multiLineString,
            partEnds.isEmpty || kind == .multiPolygon
        else { throw .malformed("offsets that this kind does not have") }
    }

    private static func checkOffsets(_ ends: [Int32], total: Int) throws(GeometryError) {
        guard let last = ends.last, Int(last) == total else {
            throw .malformed("the last offset must be the number of elements")
        }
        var previous: Int32 = 0
        for end in ends {
            guard end > previous else { throw .malformed("an element is empty") }
            previous = end
        }
    }
}

/// Why a geometry cannot exist.
public enum GeometryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A coordinate is NaN or infinite; the index counts positions of the geometry.
    case notFinite(position: Int)
    /// A line with one position, or a ring with fewer than three.
    case tooFewPositions(ring: Int)
    /// The first and last positions of a ring differ.
    case ringNotClosed(ring: Int)
    /// Collections inside collections deeper than ``Geometry/maximumDepth``.
    case nestedTooDeep
    /// The columns do not fit each other.
    case malformed(String)

    /// The reason as a sentence.
    public var description: String {
        switch self {
        case .notFinite(let position): "Position \(position) is not a finite number."
        case .tooFewPositions(let ring): "Ring or line \(ring) has too few positions."
        case .ringNotClosed(let ring): "Ring \(ring) is not closed."
        case .nestedTooDeep: "Collections are nested more than \(Geometry.maximumDepth) deep."
        case .malformed(let reason): "The geometry is malformed: \(reason)."
        }
    }
}
