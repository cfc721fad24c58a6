internal import Planar
internal import Travel
internal import Wording

/// The objects of a map that are places, before those that are one place are joined. Columns of one length.
struct PlaceCandidates {
    /// The index of each among the map's objects.
    var objects: [Int] = []
    /// The rule it came in by.
    var rules: [PlaceRule] = []
    /// The folded name; empty where it has none.
    var names: [String] = []
    /// The position that stands for it.
    var xs: [Double] = []
    var ys: [Double] = []
    /// The area in square metres; 0 for what is no area.
    var areas: [Double] = []
    /// The box around it, in degrees.
    var boxes: [Envelope] = []

    var count: Int { objects.count }

    init(_ map: MapObjects, rules table: PlaceRuleTable) {
        for index in 0..<map.count {
            let geometry = map.geometries[index]
            // Lines are hedges and paths with an area's tags: no places.
            guard geometry.dimension != 1, let rule = table.rule(for: map.tags[index]),
                let position = geometry.representativePosition
            else { continue }
            objects.append(index)
            rules.append(rule)
            names.append(Folding.key(map.tags[index]["name"] ?? ""))
            xs.append(position.x)
            ys.append(position.y)
            boxes.append(geometry.envelope)
            areas.append(geometry.dimension == 2 ? LocalMetres(around: geometry).area(geometry) : 0)
        }
    }

    /// Keeps the candidates of these indexes, in order.
    mutating func keep(_ kept: [Int]) {
        objects = kept.map { objects[$0] }
        rules = kept.map { rules[$0] }
        names = kept.map { names[$0] }
        xs = kept.map { xs[$0] }
        ys = kept.map { ys[$0] }
        areas = kept.map { areas[$0] }
        boxes = kept.map { boxes[$0] }
    }

    /// For each candidate the candidates whose area holds it and is larger, smallest area first.
    func holders(_ map: MapObjects) -> [[Int]] {
        let outer = (0..<count).filter { areas[$0] > 0 }
        let matches = PolygonLocator(outer.map { map.geometries[objects[$0]] }).locateAll(xs: xs, ys: ys)
        return (0..<count).map { inner in
            matches.polygons(of: inner).map { outer[Int($0)] }
                .filter { ($0 != inner) && (areas[$0], $0) > (areas[inner], inner) }
                .sorted { (areas[$0], $0) < (areas[$1], $1) }
        }
    }

    /// The candidates that are places of their own: without the equipment of schools and day nurseries, such as their
    /// playgrounds, unless its `access` says that everybody may come.
    func openToThePublic(_ map: MapObjects) -> [Int] {
        let holders = holders(map)
        return (0..<count).filter { index in
            guard rules[index].traits.contains(.fixture), !PlaceUse.isPublic(map.tags[objects[index]]) else {
                return true
            }
            return !holders[index].contains { rules[$0].traits.contains(.privateGround) }
        }
    }

    /// For each candidate that protects people the category of its protection, else nil. A social facility that holds
    /// such a place, or has its name, is its house or its office and is protected like it.
    func protectedCategories(_ map: MapObjects) -> [String?] {
        var result = rules.map { $0.traits.contains(.sensitive) ? $0.category : nil }
        let sensitive = result.indices.filter { result[$0] != nil }
        guard !sensitive.isEmpty else { return result }
        let holders = holders(map)
        for index in sensitive {
            let namesakes = names[index].isEmpty ? [] : names.indices.filter { names[$0] == names[index] }
            for other in holders[index] + namesakes where rules[other].category == "social_facility" {
                result[other] = rules[index].category
            }
        }
        return result
    }
}
