internal import CGEOS
internal import Planar

/// The three shapes most calls of GEOS have: one geometry in and one out, two in and one out, numbers out.
extension TopologyEngine {
    /// One geometry in, one out.
    @safe func construct(
        _ operation: GatedOperation, _ geometry: Geometry, numbers: [Double] = [],
        _ call: (GEOSContextHandle_t, OpaquePointer) -> OpaquePointer?
    ) throws(TopologyError) -> Geometry {
        try withShape(operation, geometry, numbers: numbers) { context, shape throws(TopologyError) in
            let pointer = unsafe shape.pointer
            let made = try unsafe context.shape { unsafe call($0, pointer) }
            return try context.geometry(made)
        }
    }

    /// Two geometries in, one out.
    @safe func construct(
        _ operation: GatedOperation, _ first: Geometry, _ second: Geometry, numbers: [Double] = [],
        _ call: (GEOSContextHandle_t, OpaquePointer, OpaquePointer) -> OpaquePointer?
    ) throws(TopologyError) -> Geometry {
        try withShapes(operation, first, second, numbers: numbers) { context, a, b throws(TopologyError) in
            let a = unsafe a.pointer
            let b = unsafe b.pointer
            let made = try unsafe context.shape { unsafe call($0, a, b) }
            return try context.geometry(made)
        }
    }

    /// Two geometries in, a number out. The number must be finite.
    @safe func measure(
        _ operation: GatedOperation, _ first: Geometry, _ second: Geometry, numbers: [Double] = [],
        _ call: (GEOSContextHandle_t, OpaquePointer, OpaquePointer, UnsafeMutablePointer<Double>) -> Int32
    ) throws(TopologyError) -> Double {
        guard !first.isEmpty, !second.isEmpty else {
            throw TopologyError(
                .undefined, operation: operation.rawValue, detail: "there is none to or from an empty geometry")
        }
        return try withShapes(operation, first, second, numbers: numbers) { context, a, b throws(TopologyError) in
            let a = unsafe a.pointer
            let b = unsafe b.pointer
            let value = try unsafe context.number { unsafe call($0, a, b, $1) }
            guard value.isFinite else { throw context.error(.undefined, "the result is not a finite number") }
            return value
        }
    }

    /// Two geometries in, yes or no out.
    @safe func decide(
        _ operation: GatedOperation, _ first: Geometry, _ second: Geometry, numbers: [Double] = [],
        _ call: (GEOSContextHandle_t, OpaquePointer, OpaquePointer) -> CChar
    ) throws(TopologyError) -> Bool {
        try withShapes(operation, first, second, numbers: numbers) { context, a, b throws(TopologyError) in
            let a = unsafe a.pointer
            let b = unsafe b.pointer
            return try unsafe context.truth { unsafe call($0, a, b) }
        }
    }
}
