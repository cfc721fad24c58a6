internal import CGEOS
internal import Glibc
public import Planar

/// Set operations, on OverlayNG of GEOS. Where floating precision fails, a fixed grid is tried and said.
extension TopologyEngine {
    /// What both have in common.
    public func intersection(_ first: Geometry, _ second: Geometry) throws(TopologyError) -> Outcome<Geometry> {
        try unsafe overlay(
            .intersection, first, second, GEOSIntersection_r,
            { unsafe GEOSIntersectionPrec_r($0, $1, $2, $3) })
    }

    /// What lies in one or both.
    public func union(_ first: Geometry, _ second: Geometry) throws(TopologyError) -> Outcome<Geometry> {
        try unsafe overlay(
            .union, first, second, { unsafe GEOSUnion_r($0, $1, $2) }, { unsafe GEOSUnionPrec_r($0, $1, $2, $3) })
    }

    /// What lies in the first and not in the second.
    public func difference(_ first: Geometry, _ second: Geometry) throws(TopologyError) -> Outcome<Geometry> {
        try unsafe overlay(
            .difference, first, second, { unsafe GEOSDifference_r($0, $1, $2) },
            { unsafe GEOSDifferencePrec_r($0, $1, $2, $3) })
    }

    /// What lies in exactly one of the two.
    public func symmetricDifference(_ first: Geometry, _ second: Geometry) throws(TopologyError) -> Outcome<Geometry> {
        try unsafe overlay(
            .symdifference, first, second, { unsafe GEOSSymDifference_r($0, $1, $2) },
            { unsafe GEOSSymDifferencePrec_r($0, $1, $2, $3) })
    }

    /// The union of all parts of one geometry: overlaps dissolved, lines noded and merged at nothing but nodes.
    public func unaryUnion(_ geometry: Geometry) throws(TopologyError) -> Outcome<Geometry> {
        let envelope = geometry.envelope
        return try withShape(.unaryunion, geometry) { context, shape throws(TopologyError) in
            let pointer = unsafe shape.pointer
            return try unsafe robust(
                &context, extent: envelope, { unsafe GEOSUnaryUnion_r($0, pointer) },
                { unsafe GEOSUnaryUnionPrec_r($0, pointer, $1) })
        }
    }

    private func overlay(
        _ operation: GatedOperation, _ first: Geometry, _ second: Geometry,
        _ floating: (GEOSContextHandle_t, OpaquePointer, OpaquePointer) -> OpaquePointer?,
        _ fixed: (GEOSContextHandle_t, OpaquePointer, OpaquePointer, Double) -> OpaquePointer?
    ) throws(TopologyError) -> Outcome<Geometry> {
        var envelope = first.envelope
        envelope.include(second.envelope)
        return try withShapes(operation, first, second) { context, a, b throws(TopologyError) in
            let a = unsafe a.pointer
            let b = unsafe b.pointer
            return try unsafe robust(
                &context, extent: envelope, { unsafe floating($0, a, b) }, { unsafe fixed($0, a, b, $1) })
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
