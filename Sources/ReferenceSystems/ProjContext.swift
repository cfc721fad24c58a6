internal import CPROJ
internal import Synchronization

/// How many PROJ contexts and objects are alive. A count that does not return to zero is a leak.
final class HandleLedger: Sendable {
    /// The ledger of everything outside tests.
    static let shared = HandleLedger()

    private let contexts = Atomic<Int>(0)
    private let objects = Atomic<Int>(0)

    /// The contexts that are open now.
    var openContexts: Int { contexts.load(ordering: .relaxed) }
    /// The objects (reference systems, operations, lists) that are alive now.
    var liveObjects: Int { objects.load(ordering: .relaxed) }

    func countContext(_ change: Int) { contexts.add(change, ordering: .relaxed) }
    func countObject(_ change: Int) { objects.add(change, ordering: .relaxed) }
}

/// One PROJ context: silent, offline, used by one thread at a time.
///
/// A class so that every object made in it keeps it alive: PROJ wants objects gone before their context.
@safe final class ProjContext {
    let pointer: OpaquePointer
    /// The library's functions: `proj.create` is `proj_create`.
    let proj: proj_functions
    let ledger: HandleLedger

    init(ledger: HandleLedger = .shared) throws(ReferenceSystemError) {
        guard let proj = unsafe quartier_proj_functions()?.pointee else {
            throw ReferenceSystemError(.failed, detail: "libproj.so.25 is not installed")
        }
        guard let pointer = unsafe proj.context_create() else {
            throw ReferenceSystemError(.failed, detail: "proj_context_create")
        }
        self.proj = proj
        unsafe self.pointer = pointer
        self.ledger = ledger
        ledger.countContext(1)
        // Without a function of ours PROJ writes its messages to standard error.
        unsafe proj.log_func(pointer, nil, { _, _, _ in })
        _ = unsafe proj.log_level(pointer, PJ_LOG_NONE)
        // PROJ_NETWORK=ON in the environment would let PROJ download grids.
        _ = unsafe proj.context_set_enable_network(pointer, 0)
        unsafe proj.context_use_proj4_init_rules(pointer, 0)
    }

    deinit {
        _ = unsafe proj.context_destroy(pointer)
        ledger.countContext(-1)
    }

    /// What PROJ says about its last error in this context.
    var lastError: String {
        let code = unsafe proj.context_errno(pointer)
        guard code != 0, let text = unsafe proj.context_errno_string(pointer, code) else {
            return "PROJ gives no reason"
        }
        return unsafe String(cString: text)
    }
}

/// A PROJ object (reference system, coordinate system, operation), destroyed with this value.
@safe struct ProjObject: ~Copyable {
    let pointer: OpaquePointer
    let context: ProjContext

    /// Takes over what a PROJ function returned; nil for a null pointer.
    init?(_ pointer: OpaquePointer?, in context: ProjContext) {
        guard let pointer = unsafe pointer else { return nil }
        unsafe self.pointer = pointer
        self.context = context
        context.ledger.countObject(1)
    }

    deinit {
        _ = unsafe context.proj.destroy(pointer)
        context.ledger.countObject(-1)
    }

    /// The name, empty where there is none.
    var name: String { unsafe text(context.proj.get_name(pointer)) ?? "" }

    /// The first identifier as `EPSG:25832`.
    var identifier: String? {
        guard let authority = unsafe text(context.proj.get_id_auth_name(pointer, 0)),
            let code = unsafe text(context.proj.get_id_code(pointer, 0))
        else { return nil }
        return authority + ":" + code
    }

    /// What kind of object it is.
    var type: PJ_TYPE { unsafe context.proj.get_type(pointer) }

    /// The same system or operation with east before north and longitude before latitude.
    func eastFirst() -> ProjObject? {
        unsafe ProjObject(context.proj.normalize_for_visualization(context.pointer, pointer), in: context)
    }

    /// Whether two systems lead to the same coordinates, axes taken in the order east, north.
    func isEquivalent(to other: borrowing ProjObject) -> Bool {
        guard let this = eastFirst(), let that = other.eastFirst() else { return false }
        return unsafe context.proj.is_equivalent_to_with_ctx(
            context.pointer, this.pointer, that.pointer, PJ_COMP_EQUIVALENT) == 1
    }

    /// The area of use in degrees, where the database or the text states one.
    var areaOfUse: GeographicArea? {
        var west = 0.0
        var south = 0.0
        var east = 0.0
        var north = 0.0
        var name: UnsafePointer<CChar>?
        guard unsafe context.proj.get_area_of_use(context.pointer, pointer, &west, &south, &east, &north, &name) == 1,
            // PROJ says −1000 where the area has a name but no box.
            west >= -180, south >= -90, east <= 180, north <= 90
        else { return nil }
        return unsafe GeographicArea(west: west, south: south, east: east, north: north, name: text(name) ?? "")
    }
}

/// A list of PROJ objects, destroyed with this value.
@safe struct ProjList: ~Copyable {
    let pointer: OpaquePointer
    let context: ProjContext

    /// Takes over what a PROJ function returned; nil for a null pointer.
    init?(_ pointer: OpaquePointer?, in context: ProjContext) {
        guard let pointer = unsafe pointer else { return nil }
        unsafe self.pointer = pointer
        self.context = context
        context.ledger.countObject(1)
    }

    deinit {
        unsafe context.proj.list_destroy(pointer)
        context.ledger.countObject(-1)
    }

    /// The number of objects.
    var count: Int { Int(unsafe context.proj.list_get_count(pointer)) }

    /// A copy of an object of the list.
    func object(_ index: Int) -> ProjObject? {
        unsafe ProjObject(context.proj.list_get(context.pointer, pointer, Int32(index)), in: context)
    }
}

/// A copy of a C string that PROJ owns.
func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe String(cString: pointer)
}
