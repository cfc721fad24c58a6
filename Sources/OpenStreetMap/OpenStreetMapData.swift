public import Features
public import Planar
public import Travel

/// What an OpenStreetMap file holds that Quartier looks at, in degrees of longitude and latitude (WGS 84).
public struct OpenStreetMapData: Sendable {
    /// The streets and paths with the nodes they share and the barriers between them.
    public var streets = StreetWays()
    /// Everything else with tags that somebody asked for: places, stops, entrances.
    public var objects = MapObjects()
    /// What was found wrong, with file and object.
    public var findings: [Diagnostic] = []

    /// Nothing.
    public init() {}
}

/// Tagged things of the map, as columns of one length, in the order of their kinds (nodes, ways, relations) and ids.
public struct MapObjects: Sendable {
    /// The id in OpenStreetMap with its kind in front: `n4711`, `w12`, `r3`.
    public var ids: [String] = []
    /// The shape: a point for a node; a polygon or multipolygon for a closed way with an area's tags and for a
    /// multipolygon relation; else a line.
    public var geometries: [Geometry] = []
    /// All tags.
    public var tags: [TagSet] = []

    /// None.
    public init() {}

    /// The number of objects.
    public var count: Int { ids.count }
}
