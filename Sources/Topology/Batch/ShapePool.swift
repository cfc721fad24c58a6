internal import CGEOS
internal import Planar

/// The geometries of a list, converted and prepared when first asked for and destroyed with the pool. One per worker.
@safe struct ShapePool: ~Copyable {
    private let ledger: HandleLedger
    private var shapes: [Int: OpaquePointer] = unsafe [:]
    private var prepared: [Int: OpaquePointer] = unsafe [:]

    /// An empty pool that belongs to a context.
    init(in context: borrowing GEOSContext) {
        ledger = context.ledger
    }

    /// The converted geometry number `index` of the list.
    @safe mutating func shape(
        _ index: Int, of list: [Geometry], engine: TopologyEngine, in context: inout GEOSContext
    ) throws(TopologyError) -> OpaquePointer {
        if let known = unsafe shapes[index] { return unsafe known }
        let made = try engine.makeShape(list[index], in: &context).take()
        unsafe shapes[index] = unsafe made
        return unsafe made
    }

    /// The prepared geometry number `index` of the list.
    @safe mutating func preparedShape(
        _ index: Int, of list: [Geometry], engine: TopologyEngine, in context: inout GEOSContext
    ) throws(TopologyError) -> OpaquePointer {
        if let known = unsafe prepared[index] { return unsafe known }
        let base = try shape(index, of: list, engine: engine, in: &context)
        let made = unsafe try PreparedShape(base, in: &context).take()
        unsafe prepared[index] = unsafe made
        return unsafe made
    }

    /// Destroys what belongs to number `index`; it is made again when asked for again.
    mutating func forget(_ index: Int) {
        if let pointer = unsafe prepared.removeValue(forKey: index) { unsafe destroyPrepared(pointer) }
        if let pointer = unsafe shapes.removeValue(forKey: index) { unsafe destroy(pointer) }
    }

    private func destroy(_ pointer: OpaquePointer) {
        unsafe GEOSGeom_destroy_r(ledger.handle, pointer)
        ledger.destroyed()
    }

    private func destroyPrepared(_ pointer: OpaquePointer) {
        unsafe GEOSPreparedGeom_destroy_r(ledger.handle, pointer)
        ledger.destroyed()
    }

    deinit {
        unsafe prepared.values.forEach { unsafe destroyPrepared($0) }
        unsafe shapes.values.forEach { unsafe destroy($0) }
    }
}
