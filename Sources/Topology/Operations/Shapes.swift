internal import CGEOS
internal import Glibc
public import Planar

/// New geometries from one: hulls, characteristic points, boundaries, order of coordinates.
extension TopologyEngine {
    /// The smallest convex geometry that holds all.
    public func convexHull(_ geometry: Geometry) throws(TopologyError) -> Geometry {
        try construct(.convexhull, geometry) { unsafe GEOSConvexHull_r($0, $1) }
    }

    /// A hull that follows the positions more closely: edges longer than `ratio` (0 to 1) between the shortest and longest
    /// edge of the Delaunay triangulation are taken out. Positions are rounded to about 10⁻⁹ of the extent first.
    public func concaveHull(
        _ geometry: Geometry, ratio: Double, allowHoles: Bool = false
    ) throws(TopologyError) -> Geometry {
        guard ratio >= 0, ratio <= 1 else { throw badArgument(.concavehull, "the ratio must be 0 to 1") }
        // The triangulation of GEOS 3.11 runs without end on positions that are almost the same; it has no checkpoint.
        let box = geometry.envelope
        let cell = pow(2, floor(log2(max(box.width, box.height, .leastNormalMagnitude) * 1e-9)))
        let rounded = try onGrid(geometry, cell: cell, originX: box.minX, originY: box.minY)
        return try construct(.concavehull, rounded) { unsafe GEOSConcaveHull_r($0, $1, ratio, allowHoles ? 1 : 0) }
    }

    /// The centre of mass of the parts of highest dimension; an empty point for an empty geometry.
    public func centroid(_ geometry: Geometry) throws(TopologyError) -> Geometry {
        try construct(.getcentroid, geometry) { unsafe GEOSGetCentroid_r($0, $1) }
    }

    /// A point that lies on the geometry, inside it if there is an inside; an empty point for an empty geometry.
    public func pointOnSurface(_ geometry: Geometry) throws(TopologyError) -> Geometry {
        guard !geometry.isEmpty else { return Geometry(emptyOf: .point) }
        return try construct(.getinteriorpoint, geometry) { unsafe GEOSPointOnSurface_r($0, $1) }
    }

    /// The rings of areas, the end points of lines. Collections have none.
    public func boundary(_ geometry: Geometry) throws(TopologyError) -> Geometry {
        try construct(.getboundary, geometry) { unsafe GEOSBoundary_r($0, $1) }
    }

    /// The bounding box as a polygon, or as a point or line where it has no area.
    public func envelope(_ geometry: Geometry) throws(TopologyError) -> Geometry {
        let made = try construct(.getenvelope, geometry) { unsafe GEOSEnvelope_r($0, $1) }
        let box = made.envelope
        // GEOS 3.11 gives a polygon without area where the box is a line.
        guard made.kind == .polygon, !box.isEmpty, box.width == 0 || box.height == 0 else { return made }
        do {
            return try Geometry(kind: .lineString, xs: [box.minX, box.maxX], ys: [box.minY, box.maxY])
        } catch {
            throw badArgument(.getenvelope, "\(error)")
        }
    }

    /// The same geometry in GEOS's canonical order of rings, positions and elements.
    public func normalized(_ geometry: Geometry) throws(TopologyError) -> Geometry {
        try withShape(.normalize, geometry) { context, shape throws(TopologyError) in
            let pointer = unsafe shape.pointer
            _ = try unsafe context.attempt({ unsafe GEOSNormalize_r($0, pointer) }, isSuccess: { $0 == 0 })
            return try context.geometry(shape)
        }
    }

    /// The same geometry with every sequence of positions backwards.
    public func reversed(_ geometry: Geometry) throws(TopologyError) -> Geometry {
        try construct(.reverse, geometry) { unsafe GEOSReverse_r($0, $1) }
    }

    /// The polygons that the lines of the geometry enclose. Lines must be noded.
    public func polygonize(_ geometry: Geometry) throws(TopologyError) -> Geometry {
        try construct(.polygonize, geometry) { handle, pointer in
            var lines: OpaquePointer? = unsafe pointer
            return unsafe withUnsafePointer(to: &lines) { unsafe GEOSPolygonize_r(handle, $0, 1) }
        }
    }

    /// The area that the lines of the geometry enclose, holes left out.
    public func buildArea(_ geometry: Geometry) throws(TopologyError) -> Geometry {
        try construct(.buildarea, geometry) { unsafe GEOSBuildArea_r($0, $1) }
    }

    /// Lines sewn together where exactly two meet.
    public func lineMerge(_ geometry: Geometry) throws(TopologyError) -> Geometry {
        try construct(.linemerge, geometry) { unsafe GEOSLineMerge_r($0, $1) }
    }

    /// The linework cut at every crossing and freed of doubles.
    public func node(_ geometry: Geometry) throws(TopologyError) -> Geometry {
        try construct(.node, geometry) { unsafe GEOSNode_r($0, $1) }
    }

    /// The union of polygons that do not overlap and share their edges exactly; much faster than ``unaryUnion(_:)``.
    /// Where polygons overlap the result is wrong or an error.
    public func coverageUnion(_ polygons: [Geometry]) throws(TopologyError) -> Geometry {
        let collection: Geometry
        do {
            collection = try Geometry(collection: polygons.flatMap(\.elements))
        } catch {
            throw badArgument(.coverageunion, "\(error)")
        }
        return try construct(.coverageunion, collection) { unsafe GEOSCoverageUnion_r($0, $1) }
    }

    /// The geometry with its positions on a grid through an origin.
    private func onGrid(
        _ geometry: Geometry, cell: Double, originX: Double, originY: Double
    ) throws(TopologyError) -> Geometry {
        guard !geometry.isEmpty, cell > 0, geometry.isWithinRange else { return geometry }
        do {
            return try geometry.mapPositions { xs, ys in
                for index in xs.indices { xs[index] = originX + ((xs[index] - originX) / cell).rounded() * cell }
                for index in ys.indices { ys[index] = originY + ((ys[index] - originY) / cell).rounded() * cell }
            }
        } catch {
            throw badArgument(.concavehull, "\(error)")
        }
    }
}
