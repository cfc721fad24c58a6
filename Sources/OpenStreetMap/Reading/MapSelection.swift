/// A tag that objects are selected by.
public struct TagFilter: Sendable, Hashable {
    /// The key.
    public var key: String
    /// The value; nil for any.
    public var value: String?
    /// A key that takes the object out again where it has another value than `no`: `tunnel`.
    public var unless: String?

    /// A filter from its parts.
    public init(_ key: String, _ value: String? = nil, unless: String? = nil) {
        self.key = key
        self.value = value
        self.unless = unless
    }
}

/// Which objects of a map are read, and which of their tags are kept.
public struct MapSelection: Sendable, Hashable {
    /// The ways that become ``OpenStreetMapData/streets``.
    public var streets: [TagFilter] = [TagFilter("highway")]
    /// The tags kept of streets; the fewer, the more streets share one set.
    public var streetKeys: [String] = MapSelection.standardStreetKeys
    /// The tags kept of nodes on streets.
    public var nodeKeys: [String] = MapSelection.standardNodeKeys
    /// The ways that become barriers; of multipolygon relations all ways.
    public var barriers: [TagFilter] = MapSelection.standardBarriers
    /// The nodes, ways and multipolygon relations that become ``OpenStreetMapData/objects``, with all their tags.
    public var objects: [TagFilter] = []

    /// Streets and barriers by the usual rules, and these objects.
    public init(objects: [TagFilter] = []) { self.objects = objects }

    /// What profiles ask of streets.
    public static let standardStreetKeys = [
        "access", "access:conditional", "area", "barrier", "bicycle", "bicycle:conditional", "bicycle_road", "bridge",
        "construction", "conveying", "covered", "crossing", "cycleway", "cycleway:both", "cycleway:left",
        "cycleway:right", "est_width", "foot", "foot:backward", "foot:conditional", "foot:forward", "footway",
        "handrail",
        "highway", "incline", "indoor", "junction", "kerb", "layer", "level", "motorroad", "motor_vehicle", "oneway",
        "oneway:bicycle", "oneway:foot", "proposed", "ramp", "ramp:bicycle", "ramp:stroller", "ramp:wheelchair",
        "segregated", "service", "sidewalk", "sidewalk:both", "sidewalk:left", "sidewalk:right", "smoothness",
        "step_count", "surface", "tracktype", "tunnel", "vehicle", "wheelchair", "wheelchair:conditional", "width",
    ]

    /// What profiles ask of nodes on streets.
    public static let standardNodeKeys = [
        "access", "access:conditional", "barrier", "bicycle", "bicycle:conditional", "crossing", "entrance", "foot",
        "foot:conditional", "highway", "kerb", "kerb:height", "locked", "maxwidth:physical", "railway", "wheelchair",
        "width",
    ]

    /// What a leg from a door to a street may not cross: railways, rivers and canals, the shores of waters, motorways and
    /// trunk roads, all but in tunnels. Trams run in streets and are no barrier, nor are brooks.
    public static let standardBarriers =
        ["rail", "light_rail", "subway", "narrow_gauge"].map { TagFilter("railway", $0, unless: "tunnel") }
        + ["river", "canal"].map { TagFilter("waterway", $0, unless: "tunnel") }
        + ["motorway", "trunk"].map { TagFilter("highway", $0, unless: "tunnel") }
        + [
            TagFilter("natural", "water", unless: "tunnel"), TagFilter("natural", "coastline"),
            TagFilter("waterway", "riverbank"), TagFilter("landuse", "reservoir"),
        ]
}
