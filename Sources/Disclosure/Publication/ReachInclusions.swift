internal import Indicators
internal import Town

/// Which targets of reach are part of others by what they are: cafés of everyday places, these of meeting places.
struct ReachInclusions {
    private var wholesOfPart: [String: [String]] = [:]

    /// - Parameter places: the places as they are published, since only their categories are told.
    init(_ places: PlaceTable) {
        let targets = ReachTarget.all(of: places).map { (id: $0.id, categories: Set($0.categories)) }
        for part in targets where !part.categories.isEmpty {
            let wholes = targets.filter { $0.id != part.id && part.categories.isSubset(of: $0.categories) }
            wholesOfPart[part.id] = wholes.map(\.id)
        }
    }

    /// The targets that a target is part of, in the order of tables.
    func wholes(of part: String) -> [String] { wholesOfPart[part] ?? [] }
}
