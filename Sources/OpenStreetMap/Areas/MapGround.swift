public import Planar
internal import Travel

/// The waters and the green of a map: what a quiet ground shows.
public enum MapGround {
    private static let waters = [
        ("natural", ["water"]), ("waterway", ["riverbank", "dock"]), ("landuse", ["reservoir", "basin"]),
    ]
    private static let greens = [
        ("leisure", ["park"]), ("natural", ["wood", "heath"]),
        ("landuse", ["allotments", "cemetery", "forest", "recreation_ground", "village_green"]),
    ]

    /// The tags to collect for it.
    public static let tags = (waters + greens).flatMap { key, values in values.map { MapTag(key, $0) } }

    /// The waters among the objects of a map, in their order; none that lies under ground or holds water only at times.
    public static func waters(_ objects: MapObjects) -> [Geometry] {
        areas(objects, waters) { tags in
            (tags["tunnel"] ?? "no") == "no" && (tags["intermittent"] ?? "no") == "no" && tags["covered"] != "yes"
        }
    }

    /// The green areas among the objects of a map, in their order.
    public static func greens(_ objects: MapObjects) -> [Geometry] { areas(objects, greens) { _ in true } }

    private static func areas(
        _ objects: MapObjects, _ kinds: [(key: String, values: [String])], where holds: (TagSet) -> Bool
    ) -> [Geometry] {
        (0..<objects.count).compactMap { row in
            let (tags, geometry) = (objects.tags[row], objects.geometries[row])
            guard geometry.dimension == 2,
                kinds.contains(where: { kind in tags[kind.key].map(kind.values.contains) ?? false }), holds(tags)
            else { return nil }
            return geometry
        }
    }
}
