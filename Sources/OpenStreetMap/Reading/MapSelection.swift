internal import Travel

/// A tag that objects are selected by.
public struct MapTag: Sendable, Hashable {
    /// The key.
    public let key: String
    /// The value, also as one of several: `a;b`. Nil for any.
    public let value: String?
    /// A key that takes the object out again where it has another value than `no`: `tunnel`.
    public let unless: String?

    /// A tag from its parts.
    public init(_ key: String, _ value: String? = nil, unless: String? = nil) {
        self.key = key
        self.value = value
        self.unless = unless
    }
}

/// Which objects of a map are read, and which of their tags are kept.
public struct MapSelection: Sendable, Hashable {
    /// The ways that become ``OpenStreetMapData/streets``.
    public var streets = MapSelection.standardStreets
    /// The tags kept of streets; the fewer, the more streets share one set.
    public var streetKeys = MapSelection.standardStreetKeys
    /// The tags kept of nodes on streets.
    public var nodeKeys = MapSelection.standardNodeKeys
    /// The ways that become barriers; of multipolygon relations all ways.
    public var barriers = MapSelection.standardBarriers
    /// The nodes, ways and relations (of multipolygons and boundaries) that become ``OpenStreetMapData/objects``, with all their tags.
    public var objects: [MapTag]

    /// Streets and barriers by the usual rules, and these objects.
    public init(objects: [MapTag] = []) { self.objects = objects }

    /// Streets and barriers by the usual rules, and the objects that a filter takes.
    public init(objects filter: TagFilter) {
        self.init(
            objects: filter.items.flatMap { item in
                item.values.isEmpty ? [MapTag(item.key)] : item.values.map { MapTag(item.key, $0) }
            })
    }

    /// Whatever a profile may take for a street.
    public static let standardStreets = [
        MapTag("highway"), MapTag("public_transport", "platform"), MapTag("railway", "platform"),
        MapTag("man_made", "pier"),
    ]

    /// What the profiles ask of streets, and what is noted about them: see `StreetWays.tagNotes`.
    public static let standardStreetKeys = ascending(TravelProfile.all.flatMap(\.wayRules.keys) + notedKeys)

    /// The same of nodes on streets.
    public static let standardNodeKeys = ascending(TravelProfile.all.flatMap(\.nodeRules.keys) + notedKeys)

    private static let notedKeys =
        ["access", "bicycle", "foot", "oneway", "oneway:bicycle", "oneway:foot", "vehicle", "wheelchair"].map {
            $0 + ":conditional"
        } + [
            "est_width", "incline", "incline:across", "kerb:height", "maxwidth:physical", "opening_hours", "width",
        ]

    /// What a leg from a door to a street may not cross: railways, rivers and canals, the shores of waters, motorways and
    /// trunk roads, all but in tunnels. Trams run in streets and are no barrier, nor are brooks.
    public static let standardBarriers =
        ["rail", "light_rail", "subway", "narrow_gauge"].map { MapTag("railway", $0, unless: "tunnel") }
        + ["river", "canal", "riverbank"].map { MapTag("waterway", $0, unless: "tunnel") }
        + ["motorway", "trunk"].map { MapTag("highway", $0, unless: "tunnel") }
        + ["water", "coastline"].map { MapTag("natural", $0, unless: "tunnel") }
        + [MapTag("landuse", "reservoir")]

    private static func ascending(_ keys: [String]) -> [String] { Set(keys).sorted() }
}
