internal import Parallel
public import Planar

/// The land from which a destination is reached within a limit (or that is reached from it).
///
/// It is the set {time ≤ limit} of the ``TravelTimeSurface``, interpolated linearly on the two triangles of each raster
/// cell. By construction
/// - a catchment lies in that of every larger limit, and never shrinks when a street or a destination is added,
/// - every position within it is at most one diagonal of a raster cell (14 m at a step of 10 m) from a position with a
///   time ≤ limit,
/// - every position whose time is at most the limit less the surface's ``TravelTimeSurface/margin`` is within it, unless
///   a barrier or the snapping limit passes through its cell or a street there is slower than a leg,
/// - it is a valid multipolygon whose rings do not touch, with coordinates in whole 1/256 m.
///
/// It is not simplified.
public struct Catchment: Sendable, Hashable {
    /// The limit, in whole units of the network's costs (milliseconds); a cost of exactly the limit is within.
    public let limit: Int32
    /// A multipolygon, empty where nothing is reached; shells counter-clockwise, holes clockwise.
    public let geometry: Geometry
}

extension TravelTimeSurface {
    /// The catchments at limits, in their order. A limit above ``largestCost`` less the margin gives what the surface
    /// knows, which may fall short.
    public func catchments(limits: [Int32]) -> [Catchment] {
        parallelMap(limits.count) { index in
            Catchment(
                limit: limits[index],
                geometry: ContourTracing.multipolygon(
                    of: ContourTracing(self, limit: min(limits[index], largestCost)).rings()))
        }
    }
}

extension ContourTracing {
    /// The rings as one geometry: each shell with its holes, in the order of the rings.
    static func multipolygon(of rings: [Ring]) -> Geometry {
        var holes = [[Int]](repeating: [], count: rings.count)
        for (index, ring) in rings.enumerated() {
            if let shell = ring.shell { holes[shell].append(index) }
        }
        var xs: [Double] = []
        var ys: [Double] = []
        var ringEnds: [Int32] = []
        var partEnds: [Int32] = []
        for shell in rings.indices where rings[shell].shell == nil {
            for ring in [shell] + holes[shell] {
                for index in Array(rings[ring].xs.indices) + [0] {
                    xs.append(Double(rings[ring].xs[index]) / Double(unitsPerMetre))
                    ys.append(Double(rings[ring].ys[index]) / Double(unitsPerMetre))
                }
                ringEnds.append(Int32(truncatingIfNeeded: xs.count))
            }
            partEnds.append(Int32(truncatingIfNeeded: ringEnds.count))
        }
        // Rings are closed and finite by construction.
        let geometry = try? Geometry(kind: .multiPolygon, xs: xs, ys: ys, ringEnds: ringEnds, partEnds: partEnds)
        return geometry ?? Geometry(emptyOf: .multiPolygon)
    }
}
