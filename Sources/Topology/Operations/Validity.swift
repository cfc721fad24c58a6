internal import CGEOS
public import Planar

/// Whether a geometry keeps the rules of OGC Simple Features; if not, why and where.
public struct Validity: Sendable, Hashable {
    /// The reason in GEOS's words, such as `Self-intersection`; nil when valid.
    public let reason: String?
    /// The x of the place of the first fault, if GEOS names one.
    public let x: Double?
    /// The y of the place of the first fault, if GEOS names one.
    public let y: Double?

    /// Whether there is no fault.
    public var isValid: Bool { reason == nil }

    /// The verdict on a geometry without fault.
    static let valid = Validity(reason: nil, x: nil, y: nil)
}

/// How ``TopologyEngine/makeValid(_:method:)`` repairs.
public enum RepairMethod: Sendable, Hashable {
    /// Nodes all linework and takes the areas between as inside by turns. Keeps every line; collapsed parts become lines.
    case linework
    /// Makes each ring valid, unites shells and subtracts holes. Drops collapsed parts unless asked to keep them.
    case structure(keepCollapsed: Bool)
}

extension TopologyEngine {
    /// Whether the geometry is valid, and the reason and place of the first fault.
    public func validity(_ geometry: Geometry) throws(TopologyError) -> Validity {
        try admit([geometry], to: .isvalid)
        var context = try GEOSContext(operation: GatedOperation.isvalid.rawValue, limits: limits)
        return try validity(geometry, in: &context)
    }

    /// As ``validity(_:)``, in a context that is open.
    func validity(_ geometry: Geometry, in context: inout GEOSContext) throws(TopologyError) -> Validity {
        let shape = try makeShape(geometry, in: &context)
        let pointer = unsafe shape.pointer
        var reason: UnsafeMutablePointer<CChar>? = nil
        var place: OpaquePointer? = nil
        let isValid = try unsafe context.truth { unsafe GEOSisValidDetail_r($0, pointer, 0, &reason, &place) }
        let text: String
        if let characters = unsafe reason {
            text = unsafe String(cString: characters)
            unsafe GEOSFree_r(context.handle, characters)
        } else {
            text = "Invalid"
        }
        guard let place = unsafe place else {
            return isValid ? .valid : Validity(reason: text, x: nil, y: nil)
        }
        let point = try context.geometry(unsafe GEOSShape(owning: place, ledger: context.ledger))
        return isValid ? .valid : Validity(reason: text, x: point.xs.first, y: point.ys.first)
    }

    /// Whether the geometry crosses or touches itself nowhere but at the ends of its lines.
    public func isSimple(_ geometry: Geometry) throws(TopologyError) -> Bool {
        try withShape(.issimple, geometry) { context, shape throws(TopologyError) in
            let pointer = unsafe shape.pointer
            return try unsafe context.truth { unsafe GEOSisSimple_r($0, pointer) }
        }
    }

    /// A valid geometry that covers what the given one meant, as far as one can tell.
    public func makeValid(_ geometry: Geometry, method: RepairMethod = .linework) throws(TopologyError) -> Geometry {
        try withShape(.makevalid, geometry) { context, shape throws(TopologyError) in
            var made = try repaired(shape, method: method, in: &context)
            // The structure method of GEOS 3.11 now and then leaves a crossing that rounding made; a second pass mends it.
            for _ in 0..<TopologyEngine.maximumRepairs {
                let pointer = unsafe made.pointer
                if try unsafe context.truth({ unsafe GEOSisValid_r($0, pointer) }) { return try context.geometry(made) }
                made = try repaired(made, method: method, in: &context)
            }
            throw context.error(.failed, "the repaired geometry is not valid")
        }
    }

    /// How often a repair is looked at and repaired again.
    private static let maximumRepairs = 4

    private func repaired(
        _ shape: borrowing GEOSShape, method: RepairMethod, in context: inout GEOSContext
    ) throws(TopologyError) -> GEOSShape {
        let pointer = unsafe shape.pointer
        guard let parameters = unsafe GEOSMakeValidParams_create_r(context.handle) else {
            throw context.error(.failed, "GEOS gave no parameters")
        }
        defer { unsafe GEOSMakeValidParams_destroy_r(context.handle, parameters) }
        switch method {
        case .linework:
            _ = unsafe GEOSMakeValidParams_setMethod_r(context.handle, parameters, GEOS_MAKE_VALID_LINEWORK)
        case .structure(let keepCollapsed):
            _ = unsafe GEOSMakeValidParams_setMethod_r(context.handle, parameters, GEOS_MAKE_VALID_STRUCTURE)
            _ = unsafe GEOSMakeValidParams_setKeepCollapsed_r(context.handle, parameters, keepCollapsed ? 1 : 0)
        }
        return try unsafe context.shape { unsafe GEOSMakeValidWithParams_r($0, pointer, parameters) }
    }
}
