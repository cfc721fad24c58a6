internal import CGEOS

/// One GEOS geometry that is ours; destroyed with the value.
@safe struct GEOSShape: ~Copyable {
    /// The C object.
    let pointer: OpaquePointer
    private let ledger: HandleLedger
    private var isOwner = true

    /// Takes over a geometry that GEOS made for us.
    init(owning pointer: OpaquePointer, ledger: HandleLedger) {
        unsafe self.pointer = unsafe pointer
        self.ledger = ledger
        ledger.made()
    }

    /// Gives the C object away; whoever takes it destroys it and counts it out.
    @safe consuming func take() -> OpaquePointer {
        isOwner = false
        return unsafe pointer
    }

    deinit {
        guard isOwner else { return }
        unsafe GEOSGeom_destroy_r(ledger.handle, pointer)
        ledger.destroyed()
    }
}

/// One prepared geometry. It looks into the shape it was made of, which must live longer.
@safe struct PreparedShape: ~Copyable {
    /// The C object.
    let pointer: OpaquePointer
    private let ledger: HandleLedger
    private var isOwner = true

    /// Indexes a shape for many questions.
    init(_ shape: borrowing GEOSShape, in context: inout GEOSContext) throws(TopologyError) {
        unsafe try self.init(shape.pointer, in: &context)
    }

    /// Indexes a C object that someone else owns.
    init(_ base: OpaquePointer, in context: inout GEOSContext) throws(TopologyError) {
        let made = try unsafe context.attempt({ unsafe GEOSPrepare_r($0, base) }, isSuccess: { unsafe $0 != nil })
        guard let made = unsafe made else { throw context.error(.failed, "GEOS could not prepare the geometry") }
        unsafe self.pointer = unsafe made
        self.ledger = context.ledger
        ledger.made()
    }

    /// Gives the C object away; whoever takes it destroys it and counts it out.
    @safe consuming func take() -> OpaquePointer {
        isOwner = false
        return unsafe pointer
    }

    deinit {
        guard isOwner else { return }
        unsafe GEOSPreparedGeom_destroy_r(ledger.handle, pointer)
        ledger.destroyed()
    }
}
