internal import CGEOS
internal import Planar

/// The one gate before C. Every operation of the engine enters GEOS through ``withShape(_:_:_:_:)`` or
/// ``withShapes(_:_:_:_:_:)``; the batches check with ``admit(_:to:)`` what they convert.
///
/// GEOS 3.11.1 crashes or hangs, and nothing can catch it, on NaN or infinite numbers, EMPTY elements in
/// multi-geometries and deep nesting. The type `Geometry` cannot hold these; what is left to check here are the other
/// numbers of a call and the size of the work.
extension TopologyEngine {
    /// Opens a context for an operation, converts one geometry, and runs `body` on it.
    func withShape<Value>(
        _ operation: GatedOperation, _ geometry: Geometry, numbers: [Double] = [],
        _ body: (inout GEOSContext, borrowing GEOSShape) throws(TopologyError) -> Value
    ) throws(TopologyError) -> Value {
        try admit([geometry], to: operation)
        try checkFinite(numbers, operation)
        var context = try GEOSContext(operation: operation.rawValue, limits: limits)
        let shape = try makeShape(geometry, in: &context)
        return try body(&context, shape)
    }

    /// Opens a context for an operation, converts two geometries, and runs `body` on them.
    func withShapes<Value>(
        _ operation: GatedOperation, _ first: Geometry, _ second: Geometry, numbers: [Double] = [],
        _ body: (inout GEOSContext, borrowing GEOSShape, borrowing GEOSShape) throws(TopologyError) -> Value
    ) throws(TopologyError) -> Value {
        try admit([first, second], to: operation)
        try checkFinite(numbers, operation)
        var context = try GEOSContext(operation: operation.rawValue, limits: limits)
        let firstShape = try makeShape(first, in: &context)
        let secondShape = try makeShape(second, in: &context)
        return try body(&context, firstShape, secondShape)
    }

    /// Converts a geometry, onto the engine's grid if it has one. Only the positions are rounded, as a reader would.
    func makeShape(_ geometry: Geometry, in context: inout GEOSContext) throws(TopologyError) -> GEOSShape {
        let shape = try context.makeShape(geometry)
        guard gridSize > 0 else { return shape }
        let pointer = unsafe shape.pointer
        let size = gridSize
        return try unsafe context.shape {
            unsafe GEOSGeom_setPrecision_r($0, pointer, size, Int32(GEOS_PREC_NO_TOPO.rawValue))
        }
    }

    /// Refuses inputs that are too large for an operation.
    func admit(_ geometries: [Geometry], to operation: GatedOperation) throws(TopologyError) {
        let counts = geometries.map(\.positionCount)
        let total = counts.reduce(0, +)
        guard total <= limits.maximumVertices else {
            throw TopologyError(
                .tooLarge, operation: operation.rawValue,
                detail: "\(total) positions, the limit is \(limits.maximumVertices)")
        }
        guard geometries.allSatisfy(\.isWithinRange) else {
            throw badArgument(operation, "a coordinate is beyond ±\(Geometry.largestMagnitude), where squares overflow")
        }
        switch operation.bound {
        case .linear, .interruptible:
            break
        case .vertexProduct:
            try checkProduct(counts[0], counts.count > 1 ? counts[1] : counts[0], operation)
        case .longestLine:
            let longest = geometries.map(\.longestLine).max() ?? 0
            try checkProduct(longest, longest, operation)
        case .tableOnStack:
            try checkProduct(counts[0], counts.count > 1 ? counts[1] : counts[0], operation)
            guard total <= TopologyEngine.maximumRecursion else {
                throw TopologyError(
                    .tooLarge, operation: operation.rawValue,
                    detail: "\(total) positions, the limit is \(TopologyEngine.maximumRecursion)")
            }
        }
    }

    /// Refuses work beyond the limit on positions × positions.
    func checkProduct(_ first: Int, _ second: Int, _ operation: GatedOperation) throws(TopologyError) {
        let (product, overflow) = first.multipliedReportingOverflow(by: second)
        guard !overflow, product <= limits.maximumVertexProduct else {
            throw TopologyError(
                .tooLarge, operation: operation.rawValue,
                detail: "\(first) × \(second) positions, the limit of the product is \(limits.maximumVertexProduct)")
        }
    }

    /// Refuses numbers that are NaN or infinite.
    func checkFinite(_ numbers: [Double], _ operation: GatedOperation) throws(TopologyError) {
        guard numbers.allSatisfy(\.isFinite) else {
            throw TopologyError(
                .badArgument, operation: operation.rawValue, detail: "an argument is not a finite number")
        }
    }

    /// The error for an argument outside its range.
    func badArgument(_ operation: GatedOperation, _ detail: String) -> TopologyError {
        TopologyError(.badArgument, operation: operation.rawValue, detail: detail)
    }

    /// Positions of both inputs for operations that recurse once per position: about 200 bytes of stack each.
    static let maximumRecursion = 10_000
}
