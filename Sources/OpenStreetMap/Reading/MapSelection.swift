internal import Travel

/// A tag that ways are selected by.
public struct MapTag: Sendable, Hashable {
    /// The key.
    public let key: String
    /// The value, also as one of several: `a;b`. Nil for any.
    public let value: String?
    /// A key that takes the way out again where it has another value than `no`: `tunnel`.
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
    /// The nodes, ways and multipolygon relations that become ``OpenStreetMapData/objects``, with all their tags; nil for
    /// none.
    public var objects: TagFilter?

    /// Streets and barriers by the usual rules, and these objects.
    public init(objects: TagFilter? = nil) { self.objects = objects }

    /// Whatever a profile may take for a street.
    public static let standardStreets = [
        MapTag("highway"), MapTag("public_transport", "platform"), MapTag("railway", "platform"),
        MapTag("man_made", "pier"),
    ]

    /// What the profiles ask of streets, and what they do not yet but tell about.
    public static let standardStreetKeys = ascending(
        TravelProfile.all.flatMap(\.wayRules.keys)
            + ["access:conditional", "bicycle:conditional", "foot:conditional", "incline", "wheelchair:conditional"])

    /// The same of nodes on streets.
    public static let standardNodeKeys = ascending(
        TravelProfile.all.flatMap(\.nodeRules.keys) + ["access:conditional", "bicycle:conditional", "foot:conditional"])

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
