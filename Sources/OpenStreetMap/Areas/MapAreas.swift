public import Features
internal import Planar
internal import Travel

/// What a map says of where people live and how the town is divided, each as a layer in degrees as if read from a file.
public enum MapAreas {
    /// The tags to collect for boundaries.
    public static let boundaryTags = [MapTag("boundary", "administrative")]
    /// The tags to collect for buildings, residential land and addresses.
    public static let dwellingTags = [
        MapTag("building"), MapTag("landuse", "residential"), MapTag("addr:housenumber"),
    ]

    /// The administrative levels that can be quarters, the finest first: 9 and 10 are districts and parts of a town, 11 is
    /// smaller (https://wiki.openstreetmap.org/wiki/DE:Grenze).
    public static let quarterLevels = [11, 10, 9]

    /// The boundaries of a level that make an area, with the columns `id` and `name`, in the order of their ids; a part
    /// that the extract cuts off makes none.
    ///
    /// - Parameter town: The name of the town: where the map has the boundary of a municipality of this name, or of one
    ///   alone, quarters outside of it belong to a neighbour and are left out.
    public static func boundaries(
        _ objects: MapObjects, level: Int, town: String? = nil, source: SourceFile
    ) -> Layer {
        let municipality = quarterLevels.contains(level) ? TownBoundaries(objects).municipality(named: town) : nil
        func isInTown(_ geometry: Geometry) -> Bool {
            guard let municipality, let place = geometry.representativePosition else { return true }
            return municipality.area.isInside(place.x, place.y)
        }
        return layer(of: objects, source) { tags, geometry in
            geometry.dimension == 2 && tags["boundary"] == "administrative" && tags["admin_level"] == "\(level)"
                && isInTown(geometry)
        } columns: { tags in
            [Column(name: "name", texts: tags.map { $0["name"] })]
        }
    }

    /// The buildings that people may live in, with the columns `id` and `floors`.
    public static func buildings(_ objects: MapObjects, source: SourceFile) -> Layer {
        layer(of: objects, source) { tags, geometry in
            guard geometry.dimension == 2, let building = tags["building"], building != "no" else { return false }
            return !uninhabited.contains(building) && tags["amenity"] == nil && tags["shop"] == nil
        } columns: { tags in
            [Column(name: "floors", numbers: tags.map(floors))]
        }
    }

    /// The land for dwellings, with the column `id`.
    public static func residentialLand(_ objects: MapObjects, source: SourceFile) -> Layer {
        layer(of: objects, source) { tags, geometry in
            geometry.dimension == 2 && tags["landuse"] == "residential"
        } columns: { _ in
            []
        }
    }

    /// House numbers as points, with the columns `id`, `street`, `house_number` and `postcode`.
    public static func addresses(_ objects: MapObjects, source: SourceFile) -> Layer {
        let rows = (0..<objects.count).filter {
            objects.tags[$0]["addr:housenumber"] != nil
                && (objects.tags[$0]["addr:street"] ?? objects.tags[$0]["addr:place"]) != nil
        }
        let tags = rows.map { objects.tags[$0] }
        let points = rows.map { objects.geometries[$0].representativePosition ?? (0, 0) }
        return Layer(
            points: points.map(\.0), points.map(\.1),
            [
                Column(name: "id", texts: rows.map { objects.ids[$0] }),
                Column(name: "street", texts: tags.map { $0["addr:street"] ?? $0["addr:place"] }),
                Column(name: "house_number", texts: tags.map { $0["addr:housenumber"] }),
                Column(name: "postcode", texts: tags.map { $0["addr:postcode"] }),
            ], source: source)
    }

    private static func layer(
        of objects: MapObjects, _ source: SourceFile, where holds: (TagSet, Geometry) -> Bool,
        columns: ([TagSet]) -> [Column]
    ) -> Layer {
        let rows = (0..<objects.count).filter { holds(objects.tags[$0], objects.geometries[$0]) }
        let file = source.path.split(separator: "/").last ?? ""
        return Layer(
            name: String(file.prefix { $0 != "." }), source: source,
            geometries: GeometryColumn(rows.map { objects.geometries[$0] }),
            columns: [Column(name: "id", texts: rows.map { objects.ids[$0] })]
                + columns(rows.map { objects.tags[$0] }))
    }

    /// Floors above ground: `building:levels`, which may be a fraction; nil where it is no number from above 0 to 100.
    static func floors(_ tags: TagSet) -> Double? {
        guard let text = tags["building:levels"], text.utf8.allSatisfy({ "0123456789.".utf8.contains($0) }),
            let floors = Double(text), floors > 0, floors <= 100
        else { return nil }
        return floors
    }

    /// Values of `building` that nobody lives in.
    private static let uninhabited: Set<String> = [
        "barn", "bridge", "bunker", "carport", "chapel", "church", "civic", "collapsed", "college", "commercial",
        "conservatory", "construction", "container", "cowshed", "fire_station", "garage", "garages", "garbage_shed",
        "government", "greenhouse", "guardhouse", "hangar", "hospital", "industrial", "kindergarten", "kiosk",
        "manufacture", "mosque", "office", "parking", "pavilion", "public", "religious", "retail", "riding_hall",
        "roof",
        "ruins", "school", "service", "shed", "silo", "sports_centre", "sports_hall", "stable", "storage_tank", "sty",
        "supermarket", "synagogue", "temple", "toilets", "tower", "train_station", "transformer_tower",
        "transportation", "university", "warehouse", "water_tower",
    ]
}
