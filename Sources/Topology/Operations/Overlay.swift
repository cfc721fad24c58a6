internal import CGEOS
internal import Glibc
public import Planar

/// Set operations, on OverlayNG of GEOS. Where floating precision fails, a fixed grid is tried and said.
///
/// With a `gridSize` above 0 an operation rounds and snaps everything to that grid (fixed-precision overlay).
/// Collections of mixed dimensions are taken apart by dimension and put together again.
extension TopologyEngine {
    /// What both have in common.
    public func intersection(
        _ first: Geometry, _ second: Geometry, gridSize: Double = 0
    ) throws(TopologyError) -> Outcome<Geometry> {
        try overlay(.intersection, first, second, gridSize)
    }

    /// What lies in one or both.
    public func union(
        _ first: Geometry, _ second: Geometry, gridSize: Double = 0
    ) throws(TopologyError) -> Outcome<Geometry> {
        try overlay(.union, first, second, gridSize)
    }

    /// What lies in the first and not in the second.
    public func difference(
        _ first: Geometry, _ second: Geometry, gridSize: Double = 0
    ) throws(TopologyError) -> Outcome<Geometry> {
        try overlay(.difference, first, second, gridSize)
    }

    /// What lies in exactly one of the two.
    public func symmetricDifference(
        _ first: Geometry, _ second: Geometry, gridSize: Double = 0
    ) throws(TopologyError) -> Outcome<Geometry> {
        try overlay(.symmetricDifference, first, second, gridSize)
    }

    /// The union of all parts of one geometry: overlaps dissolved, lines cut where they cross.
    public func unaryUnion(_ geometry: Geometry, gridSize: Double = 0) throws(TopologyError) -> Outcome<Geometry> {
        try checkGridSize(gridSize, .unaryunion)
        let envelope = geometry.envelope
        return try withShape(.unaryunion, geometry) { context, shape throws(TopologyError) in
            let pointer = unsafe shape.pointer
            guard gridSize == 0 else {
                let made = try unsafe context.shape { unsafe GEOSUnaryUnionPrec_r($0, pointer, gridSize) }
                // GEOS 3.11 hands a single polygon back as it is, off the grid.
                let united = unsafe made.pointer
                let onGrid = try unsafe context.shape { unsafe GEOSGeom_setPrecision_r($0, united, gridSize, 0) }
                return Outcome(try context.geometry(onGrid))
            }
            return try unsafe robust(
                &context, extent: envelope, { unsafe GEOSUnaryUnion_r($0, pointer) },
                { unsafe GEOSUnaryUnionPrec_r($0, pointer, $1) })
        }
    }

    private func overlay(
        _ operation: OverlayOperation, _ first: Geometry, _ second: Geometry, _ gridSize: Double
    ) throws(TopologyError) -> Outcome<Geometry> {
        try checkGridSize(gridSize, operation.gated)
        guard first.kind != .collection, second.kind != .collection else {
            return try overlayByDimension(operation, first, second, gridSize)
        }
        return try overlayPlain(operation, first, second, gridSize)
    }

    /// The overlay of two geometries neither of which is a collection.
    func overlayPlain(
        _ operation: OverlayOperation, _ first: Geometry, _ second: Geometry, _ gridSize: Double
    ) throws(TopologyError) -> Outcome<Geometry> {
        var extent = first.envelope
        extent.include(second.envelope)
        return try withShapes(operation.gated, first, second) { context, a, b throws(TopologyError) in
            let a = unsafe a.pointer
            let b = unsafe b.pointer
            guard gridSize == 0 else {
                let made = try unsafe context.shape { unsafe operation.call($0, a, b, gridSize: gridSize) }
                return Outcome(try context.geometry(made))
            }
            return try unsafe robust(
                &context, extent: extent, { unsafe operation.call($0, a, b) },
                { unsafe operation.call($0, a, b, gridSize: $1) })
        }
    }

    private func checkGridSize(_ gridSize: Double, _ operation: GatedOperation) throws(TopologyError) {
        guard gridSize.isFinite, gridSize >= 0 else {
            throw badArgument(operation, "the grid size must be 0 or a positive finite number")
        }
    }

    /// Runs an overlay in floating precision and, where that fails, on ever coarser grids.
    func robust(
        _ context: inout GEOSContext, extent: Envelope,
        _ floating: (GEOSContextHandle_t) -> OpaquePointer?,
        _ fixed: (GEOSContextHandle_t, Double) -> OpaquePointer?
    ) throws(TopologyError) -> Outcome<Geometry> {
        let cause: TopologyError
        do throws(TopologyError) {
            let shape = try unsafe context.shape(floating)
            return Outcome(try context.geometry(shape))
        } catch {
            guard error.kind == .failed, gridSize == 0 else { throw error }
            cause = error
        }
        for gridSize in TopologyEngine.fallbackGrids(extent) {
            do throws(TopologyError) {
                let shape = try unsafe context.shape { unsafe fixed($0, gridSize) }
                let geometry = try context.geometry(shape)
                return Outcome(geometry, notes: [.precisionFallback(gridSize: gridSize, reason: cause.detail)])
            } catch {
                if error.kind != .failed { throw error }
            }
        }
        throw cause
    }

    /// Grid sizes to fall back to: powers of ten, 10⁻¹², 10⁻¹⁰ and 10⁻⁸ of the largest coordinate.
    ///
    /// A double has 53 bits, about 10⁻¹⁶ of a coordinate; four digits of room leave the snapping something to snap.
    static func fallbackGrids(_ extent: Envelope) -> [Double] {
        let largest = max(abs(extent.minX), abs(extent.maxX), abs(extent.minY), abs(extent.maxY))
        guard largest.isFinite, largest > 0 else { return [] }
        let exponent = floor(log10(largest))
        return [-12.0, -10, -8].map { pow(10, exponent + $0) }.filter { $0 > 0 && $0.isFinite }
    }
}

/// The four set operations of two geometries.
enum OverlayOperation {
    case intersection, union, difference, symmetricDifference

    /// The entry in the gate's table.
    var gated: GatedOperation {
        switch self {
        case .intersection: .intersection
        case .union: .union
        case .difference: .difference
        case .symmetricDifference: .symdifference
        }
    }

    /// Calls GEOS in floating precision.
    func call(_ handle: GEOSContextHandle_t, _ a: OpaquePointer, _ b: OpaquePointer) -> OpaquePointer? {
        switch self {
        case .intersection: unsafe GEOSIntersection_r(handle, a, b)
        case .union: unsafe GEOSUnion_r(handle, a, b)
        case .difference: unsafe GEOSDifference_r(handle, a, b)
        case .symmetricDifference: unsafe GEOSSymDifference_r(handle, a, b)
        }
    }

    /// Calls GEOS on a grid.
    func call(
        _ handle: GEOSContextHandle_t, _ a: OpaquePointer, _ b: OpaquePointer, gridSize: Double
    ) -> OpaquePointer? {
        switch self {
        case .intersection: unsafe GEOSIntersectionPrec_r(handle, a, b, gridSize)
        case .union: unsafe GEOSUnionPrec_r(handle, a, b, gridSize)
        case .difference: unsafe GEOSDifferencePrec_r(handle, a, b, gridSize)
        case .symmetricDifference: unsafe GEOSSymDifferencePrec_r(handle, a, b, gridSize)
        }
    }
}
