internal import Travel

/// Which closed ways are areas. OpenStreetMap has no type for areas: a closed way is one by its tags, and a roundabout or
/// a fence around a garden is none (https://wiki.openstreetmap.org/wiki/Area).
enum AreaRule {
    /// Keys of things that have an extent, with the values that are lines all the same.
    static let keys: [String: Set<String>] = [
        "aeroway": ["taxiway", "runway", "parking_position", "jet_bridge"],
        "amenity": [],
        "boundary": [],
        "building": [],
        "building:part": [],
        "club": [],
        "craft": [],
        "education": [],
        "emergency": [],
        "healthcare": [],
        "historic": ["citywalls"],
        "landuse": [],
        "leisure": ["slipway", "track"],
        "man_made": ["breakwater", "cutline", "dyke", "embankment", "goods_conveyor", "groyne", "pier", "pipeline"],
        "military": ["trench"],
        "natural": ["arete", "cliff", "coastline", "earth_bank", "gully", "ridge", "tree_row", "valley"],
        "office": [],
        "place": [],
        "playground": [],
        "power": ["cable", "line", "minor_line"],
        "public_transport": [],
        "shop": [],
        "social_facility": [],
        "sport": [],
        "tourism": [],
        "water": [],
    ]
    /// Keys whose things are lines, with the values that are areas all the same.
    static let exceptions: [String: Set<String>] = [
        "highway": ["platform", "rest_area", "services"],
        "railway": ["platform", "roundhouse", "station", "traverser", "turntable"],
        "waterway": ["boatyard", "dam", "dock", "fuel", "riverbank"],
    ]

    /// Whether a closed way with these tags is an area.
    static func holds(_ tags: TagSet) -> Bool {
        if let area = tags["area"] { return area != "no" }
        return tags.keys.indices.contains { index in
            let (key, value) = (tags.keys[index], tags.values[index])
            guard value != "no" else { return false }
            return keys[key].map { !$0.contains(value) } ?? exceptions[key]?.contains(value) ?? false
        }
    }
}
