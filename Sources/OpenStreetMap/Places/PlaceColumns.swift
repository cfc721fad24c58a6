internal import Features
internal import Planar
internal import Travel

/// The layer of places as it grows, row by row.
struct PlaceColumns {
    private var ids: [String?] = []
    private var xs: [Double] = []
    private var ys: [Double] = []
    private var areas: [Double?] = []
    private var capacities: [Double?] = []
    private var texts: [String: [String?]] = [:]

    /// The columns of text beside the id, in the order of the layer.
    private static let textNames = [
        "name", "category", "hours", "operator", "languages", "wheelchair", "address", "osm",
    ]

    /// Appends the place that these candidates are. What they agree on or only one says holds; where they contradict,
    /// the largest area speaks first (else the first object), then the others in order.
    mutating func append(
        _ members: [Int], as category: String, _ candidates: PlaceCandidates, _ objects: MapObjects
    ) {
        // The first of the largest: a sort that keeps the order of equals.
        let order = members.sorted { (-candidates.areas[$0], $0) < (-candidates.areas[$1], $1) }
        // A pitch's own name comes after that of its ground, since the ground is larger.
        let tags = TagSet(
            order.flatMap { index in
                let tags = objects.tags[candidates.objects[index]]
                return zip(tags.keys, tags.values).map { ($0, $1) }
            })
        let primary = order[0]
        ids.append(objects.ids[candidates.objects[primary]])
        xs.append(candidates.xs[primary])
        ys.append(candidates.ys[primary])
        areas.append(candidates.areas[primary] > 0 ? candidates.areas[primary].rounded() : nil)
        capacities.append(tags["capacity"].flatMap(PlaceColumns.number))
        let values: [String: String?] = [
            "name": tags["name"], "category": category, "hours": tags["opening_hours"],
            "operator": tags["operator"], "languages": PlaceColumns.languages(tags),
            "wheelchair": PlaceColumns.wheelchair(tags), "address": PlaceColumns.address(tags),
            "osm": candidates.rules[primary].conditions.first.flatMap { condition in
                tags[condition.key].map { "\(condition.key)=\($0)" }
            },
        ]
        for name in PlaceColumns.textNames { texts[name, default: []].append(values[name] ?? nil) }
    }

    /// The finished layer.
    func layer(_ source: SourceFile) -> Layer {
        var columns = [Column(name: "id", texts: ids)]
        columns += PlaceColumns.textNames.map { Column(name: $0, texts: texts[$0] ?? []) }
        columns.append(Column(name: "capacity", numbers: capacities))
        columns.append(Column(name: "area", numbers: areas))
        return Layer(points: xs, ys, columns, source: source)
    }

    /// A whole number of places; `unknown`, `50-60` and the like say nothing that can be counted.
    private static func number(_ text: String) -> Double? {
        Int32(text).flatMap { $0 >= 0 ? Double($0) : nil }
    }

    private static func wheelchair(_ tags: TagSet) -> String? {
        tags["wheelchair"].flatMap { ["yes", "limited", "no", "designated"].contains($0) ? $0 : nil }
    }

    /// The languages of `language:de=yes`, as codes, ascending.
    private static func languages(_ tags: TagSet) -> String? {
        let codes = zip(tags.keys, tags.values).compactMap { key, value -> String? in
            guard key.hasPrefix("language:"), value != "no" else { return nil }
            let code = key.dropFirst("language:".count)
            return code.count == 2 || code.count == 3 ? String(code) : nil
        }
        return codes.isEmpty ? nil : codes.joined(separator: ";")
    }

    private static func address(_ tags: TagSet) -> String? {
        guard let street = tags["addr:street"] ?? tags["addr:place"] else { return nil }
        return tags["addr:housenumber"].map { "\(street) \($0)" } ?? street
    }
}

extension Column {
    /// A column of texts, absent where nil.
    init(name: String, texts values: [String?]) {
        var arena = TextArena()
        for value in values { arena.append((value ?? "").utf8) }
        self.init(name: name, storage: .texts(arena), presence: Presence(values.map { $0 != nil }))
    }

    /// A column of numbers, absent where nil.
    init(name: String, numbers values: [Double?]) {
        self.init(name: name, storage: .doubles(values.map { $0 ?? 0 }), presence: Presence(values.map { $0 != nil }))
    }
}

extension Layer {
    /// A layer of points in degrees, named after its file.
    init(points xs: [Double], _ ys: [Double], _ columns: [Column], source: SourceFile) {
        let file = source.path.split(separator: "/").last ?? ""
        var geometries = GeometryColumn()
        for (x, y) in zip(xs, ys) { geometries.append(try? Geometry(x: x, y: y)) }
        self.init(
            name: String(file.prefix { $0 != "." }), source: source, geometries: geometries, columns: columns)
    }
}
