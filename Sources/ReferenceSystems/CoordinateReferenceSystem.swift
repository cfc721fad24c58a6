internal import CPROJ

/// A horizontal coordinate reference system: its text and the facts about it, read once from PROJ's database.
///
/// Everywhere in Quartier x is east (longitude) and y is north (latitude), whatever axis order the authority states;
/// `EPSG:4326` and `OGC:CRS84` are therefore the same system here. A plain value; it holds no handle.
public struct CoordinateReferenceSystem: Sendable, Hashable, CustomStringConvertible {
    /// What it can be made of again: `EPSG:25832`, or the WKT or PROJJSON it came in.
    public let definition: String
    /// The code ("EPSG:25832"), nil for a text in which PROJ does not recognise a system of the database for certain.
    public let code: String?
    /// The name ("ETRS89 / UTM zone 32N").
    public let name: String
    /// Whether coordinates are longitude and latitude.
    public let isGeographic: Bool
    /// The length of the axes' unit in metres; nil for a geographic system.
    public let axisUnitToMetre: Double?
    /// Where the system is meant to be used.
    public let areaOfUse: GeographicArea?

    /// Whether coordinates are lengths on a map plane.
    public var isProjected: Bool { !isGeographic }
    /// Whether it is projected with the metre as unit.
    public var isMetric: Bool { axisUnitToMetre == 1 }
    /// The code, or the name where there is no code.
    public var description: String { code ?? name }

    /// WGS 84, longitude before latitude, degrees: the system of RFC 7946.
    public static let wgs84 = CoordinateReferenceSystem(
        definition: "OGC:CRS84", code: "OGC:CRS84", name: "WGS 84 (CRS84)", isGeographic: true, axisUnitToMetre: nil,
        areaOfUse: GeographicArea(west: -180, south: -90, east: 180, north: 90, name: "World."))

    /// Reads a text from a file or a command line: a code (`EPSG:25832`, its URN or URL, `OGC:CRS84`), WKT or PROJJSON.
    ///
    /// Of compound systems the horizontal part is taken. A shift to WGS 84 in the text (`TOWGS84`, `BOUNDCRS`) is left
    /// out: how datums are shifted is looked up, with its accuracy. Takes up to a few milliseconds.
    public init(_ text: String) throws(ReferenceSystemError) {
        try self.init(text, ledger: .shared)
    }

    init(_ text: String, ledger: HandleLedger) throws(ReferenceSystemError) {
        let parsed = try ReferenceSystemText(text)
        if parsed == .crs84 {
            self = .wgs84
            return
        }
        let context = try ProjContext(ledger: ledger)
        let horizontal = try Self.horizontalSystem(parsed, in: context)
        let code = Self.identify(horizontal, parsed)
        let axes = try Axes(of: horizontal, shown: ReferenceSystemError.excerpt(text))
        self.init(
            definition: code ?? parsed.canonical, code: code, name: horizontal.name, isGeographic: axes.isGeographic,
            axisUnitToMetre: axes.isGeographic ? nil : axes.unit, areaOfUse: horizontal.areaOfUse)
    }

    private init(
        definition: String, code: String?, name: String, isGeographic: Bool, axisUnitToMetre: Double?,
        areaOfUse: GeographicArea?
    ) {
        self.definition = definition
        self.code = code
        self.name = name
        self.isGeographic = isGeographic
        self.axisUnitToMetre = axisUnitToMetre
        self.areaOfUse = areaOfUse
    }

    /// The same system, or an error of kind `notMetric` where it is not projected in metres.
    public func requireMetric() throws(ReferenceSystemError) -> CoordinateReferenceSystem {
        guard isMetric else { throw ReferenceSystemError(.notMetric, detail: description) }
        return self
    }

    /// Whether coordinates of the two mean the same, so that no transform is needed.
    public func isSame(as other: CoordinateReferenceSystem) -> Bool { effectiveDefinition == other.effectiveDefinition }

    /// The definition, that of OGC:CRS84 as EPSG:4326: EPSG's operations know the latter, and order is normalised.
    private var effectiveDefinition: String { definition == "OGC:CRS84" ? "EPSG:4326" : definition }
}

extension CoordinateReferenceSystem {
    /// The PROJ object of the horizontal system, to look up operations with.
    func makeObject(in context: ProjContext) throws(ReferenceSystemError) -> ProjObject {
        try Self.horizontalSystem(ReferenceSystemText(effectiveDefinition), in: context)
    }

    /// Lets PROJ read the text and takes compound and bound systems apart.
    private static func horizontalSystem(
        _ text: ReferenceSystemText, in context: ProjContext
    ) throws(ReferenceSystemError) -> ProjObject {
        let shown = ReferenceSystemError.excerpt(text.canonical)
        guard var object = text.makeObject(in: context) else {
            throw ReferenceSystemError(.unknown, detail: shown)
        }
        // A compound of a bound of a projected system is the deepest that makes sense.
        for _ in 0..<4 {
            let inner: OpaquePointer?
            switch object.type {
            case PJ_TYPE_COMPOUND_CRS: unsafe inner = context.proj.crs_get_sub_crs(context.pointer, object.pointer, 0)
            case PJ_TYPE_BOUND_CRS: unsafe inner = context.proj.get_source_crs(context.pointer, object.pointer)
            case PJ_TYPE_PROJECTED_CRS: return object
            // Derived geographic systems (rotated poles) may hang on grid files, and towns do not use them.
            case PJ_TYPE_GEOGRAPHIC_2D_CRS
            where unsafe context.proj.crs_is_derived(context.pointer, object.pointer) == 0:
                return object
            default: throw ReferenceSystemError(.refused, detail: shown, refusal: .kind)
            }
            guard let part = unsafe ProjObject(inner, in: context) else { break }
            object = part
        }
        throw ReferenceSystemError(.refused, detail: shown, refusal: .kind)
    }

    /// The code: of a code its own; of a text the EPSG code it states, if it describes that system, or else the one that
    /// PROJ is certain of.
    private static func identify(_ object: borrowing ProjObject, _ text: ReferenceSystemText) -> String? {
        if let stated = object.identifier, case .epsg(let code)? = try? ReferenceSystemText(stated) {
            if case .epsg = text { return stated }
            let registered = ReferenceSystemText.epsg(code).makeObject(in: object.context)
            if let registered, object.isEquivalent(to: registered) { return stated }
        }
        var confidences: UnsafeMutablePointer<Int32>?
        let candidates = unsafe ProjList(
            object.context.proj.identify(object.context.pointer, object.pointer, "EPSG", nil, &confidences),
            in: object.context)
        defer { unsafe object.context.proj.int_list_destroy(confidences) }
        guard let candidates, candidates.count > 0, let confidence = unsafe confidences?[0], confidence == 100 else {
            return nil
        }
        return candidates.object(0)?.identifier
    }
}

/// What the axes of a system say.
private struct Axes {
    var isGeographic: Bool
    /// The unit in metres or radians.
    var unit: Double

    init(of system: borrowing ProjObject, shown: String) throws(ReferenceSystemError) {
        let context = system.context
        guard
            let axes = unsafe ProjObject(
                context.proj.crs_get_coordinate_system(context.pointer, system.pointer), in: context)
        else { throw ReferenceSystemError(.failed, detail: context.lastError) }
        var directions: Set<String> = []
        var unit = 0.0
        for index in 0..<2 as Range<Int32> {
            var direction: UnsafePointer<CChar>?
            guard
                unsafe context.proj.cs_get_axis_info(
                    context.pointer, axes.pointer, index, nil, nil, &direction, &unit, nil, nil, nil) == 1
            else { throw ReferenceSystemError(.failed, detail: context.lastError) }
            directions.insert(unsafe text(direction) ?? "")
        }
        guard directions == ["east", "north"], unit.isFinite, unit > 0 else {
            throw ReferenceSystemError(.refused, detail: shown, refusal: .axes)
        }
        isGeographic = system.type == PJ_TYPE_GEOGRAPHIC_2D_CRS
        self.unit = unit
    }
}

extension ReferenceSystemText {
    /// The text in the one form that stands for all spellings.
    var canonical: String {
        switch self {
        case .epsg(let code): "EPSG:\(code)"
        case .crs84: "OGC:CRS84"
        case .wellKnownText(let text), .projJSON(let text): text
        }
    }

    /// Lets PROJ make an object of the text; nil where it cannot.
    fileprivate func makeObject(in context: ProjContext) -> ProjObject? {
        switch self {
        case .epsg(let code):
            unsafe ProjObject(
                context.proj.create_from_database(context.pointer, "EPSG", String(code), PJ_CATEGORY_CRS, 0, nil),
                in: context)
        case .crs84:
            unsafe ProjObject(
                context.proj.create_from_database(context.pointer, "OGC", "CRS84", PJ_CATEGORY_CRS, 0, nil), in: context
            )
        case .wellKnownText(let text):
            unsafe ProjObject(context.proj.create_from_wkt(context.pointer, text, nil, nil, nil), in: context)
        case .projJSON(let text):
            unsafe ProjObject(context.proj.create(context.pointer, text), in: context)
        }
    }
}
