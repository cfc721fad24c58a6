internal import CGEOS
internal import Glibc
public import Planar

/// Fewer positions, more positions, positions elsewhere.
extension TopologyEngine {
    /// Fewer positions by Douglas and Peucker: none of those left out is farther than `tolerance` from the result.
    /// Areas may cross themselves afterwards or vanish.
    public func simplify(_ geometry: Geometry, tolerance: Double) throws(TopologyError) -> Geometry {
        try checkTolerance(tolerance, .simplifydp)
        return try construct(.simplifydp, geometry) { unsafe GEOSSimplify_r($0, $1, tolerance) }
    }

    /// Fewer positions, but what was valid stays so and nothing vanishes.
    public func simplifyPreservingTopology(_ geometry: Geometry, tolerance: Double) throws(TopologyError) -> Geometry {
        try checkTolerance(tolerance, .simplifytp)
        return try construct(.simplifytp, geometry) { unsafe GEOSTopologyPreserveSimplify_r($0, $1, tolerance) }
    }

    /// Positions and edges moved onto those of `target` that lie within `tolerance`.
    public func snap(_ geometry: Geometry, to target: Geometry, tolerance: Double) throws(TopologyError) -> Geometry {
        try checkTolerance(tolerance, .snap)
        return try construct(.snap, geometry, target) { unsafe GEOSSnap_r($0, $1, $2, tolerance) }
    }

    /// The geometry on a grid, made valid again where rounding broke it; collapsed parts are left out.
    public func setPrecision(_ geometry: Geometry, gridSize: Double) throws(TopologyError) -> Geometry {
        try checkTolerance(gridSize, .setprecision)
        return try construct(.setprecision, geometry) { unsafe GEOSGeom_setPrecision_r($0, $1, gridSize, 0) }
    }

    /// More positions: no segment longer than `distance`, which must be above 0.
    public func densify(_ geometry: Geometry, distance: Double) throws(TopologyError) -> Geometry {
        try checkTolerance(distance, .densify)
        guard distance > 0 else { throw badArgument(.densify, "the distance must be above 0") }
        let growth = geometry.length / distance + Double(geometry.positionCount)
        guard growth <= Double(limits.maximumVertices) else {
            throw TopologyError(
                .tooLarge, operation: GatedOperation.densify.rawValue,
                detail: "the result would have more than \(limits.maximumVertices) positions")
        }
        return try construct(.densify, geometry) { unsafe GEOSDensify_r($0, $1, distance) }
    }

    private func checkTolerance(_ tolerance: Double, _ operation: GatedOperation) throws(TopologyError) {
        guard tolerance.isFinite, tolerance >= 0 else {
            throw badArgument(operation, "the tolerance must be a finite number, 0 or above")
        }
    }
}
