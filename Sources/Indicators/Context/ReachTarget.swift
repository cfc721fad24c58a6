public import Town

/// What reach is asked for: one category, or several that belong together.
public struct ReachTarget: Sendable, Hashable {
    /// One of the sums below, or the id of a category.
    public let id: String
    /// The indexes of the categories that count.
    public let categories: [Int32]
    /// The number of places recorded.
    public let placeCount: Int

    /// All meeting places together, organised and everyday.
    public static let meetingPlaces = "meeting_places"
    /// The organised meeting places together.
    public static let organisedPlaces = "organised_places"
    /// The everyday places together: where people meet without planning to.
    public static let everydayPlaces = "everyday_places"
    /// All services together.
    public static let services = "services"
    /// The ids of the sums, in the order of tables.
    public static let sums = [meetingPlaces, organisedPlaces, everydayPlaces, services]

    /// All targets of a place table: the sums first, then the categories by id. Sensitive places are no targets. A
    /// category that is called like a sum gets `category_` in front.
    public static func all(of places: PlaceTable) -> [ReachTarget] {
        var counts = [Int](repeating: 0, count: places.categories.count)
        for category in places.categoryIndexes { counts[Int(category)] += 1 }
        let open = places.categories.indices.filter { !places.categories[$0].isSensitive }
        func target(_ id: String, where isIncluded: (PlaceTable.Category) -> Bool) -> ReachTarget {
            let categories = open.filter { isIncluded(places.categories[$0]) }
            return ReachTarget(
                id: id, categories: categories.map(Int32.init), placeCount: categories.reduce(0) { $0 + counts[$1] })
        }
        return [
            target(meetingPlaces) { $0.kind == .meetingPlace },
            target(organisedPlaces) { $0.kind == .meetingPlace && $0.encounter == .organised },
            target(everydayPlaces) { $0.kind == .meetingPlace && $0.encounter == .everyday },
            target(services) { $0.kind == .service },
        ]
            + open.map { category in
                let id = places.categories[category].id
                return target(ReachTarget.id(ofCategory: id)) { $0.id == id }
            }
    }

    /// The id of the target that counts a single category.
    public static func id(ofCategory id: String) -> String { sums.contains(id) ? "category_" + id : id }
}
