public import Town

/// What reach is asked for: one category, or all meeting places or all services together.
public struct ReachTarget: Sendable, Hashable {
    /// `meeting_places`, `services`, or the id of a category.
    public let id: String
    /// The indexes of the categories that count.
    public let categories: [Int32]
    /// The number of places recorded.
    public let placeCount: Int

    /// The id of all meeting places together.
    public static let meetingPlaces = "meeting_places"
    /// The id of all services together.
    public static let services = "services"

    /// All targets of a place table: the two sums first, then the categories by id. Sensitive places are no targets.
    public static func all(of places: PlaceTable) -> [ReachTarget] {
        var counts = [Int](repeating: 0, count: places.categories.count)
        for category in places.categoryIndexes { counts[Int(category)] += 1 }
        let open = places.categories.indices.filter { !places.categories[$0].isSensitive }
        func target(_ id: String, _ categories: [Int]) -> ReachTarget {
            ReachTarget(
                id: id, categories: categories.map(Int32.init), placeCount: categories.reduce(0) { $0 + counts[$1] })
        }
        return [
            target(meetingPlaces, open.filter { places.categories[$0].kind == .meetingPlace }),
            target(services, open.filter { places.categories[$0].kind == .service }),
        ] + open.map { target(places.categories[$0].id, [$0]) }
    }
}
