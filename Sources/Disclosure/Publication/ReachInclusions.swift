internal import Indicators
internal import Town

/// Which sums of places are part of others: organised and everyday places of meeting places.
///
/// Single categories are left out: linked to their sums, all shares of a town become one system, and protecting the sample
/// town takes nearly five times as long (45 s instead of 9.5 s). That everyday places are reached by no fewer people than cafés stays unsaid.
struct ReachInclusions {
    private var wholesOfPart: [String: [String]] = [:]

    /// - Parameter places: the places as they are published, since only their categories are told.
    init(_ places: PlaceTable) {
        let targets = ReachTarget.all(of: places).map { (id: $0.id, categories: Set($0.categories)) }
        for part in targets where ReachTarget.sums.contains(part.id) && !part.categories.isEmpty {
            let wholes = targets.filter { $0.id != part.id && part.categories.isSubset(of: $0.categories) }
            wholesOfPart[part.id] = wholes.map(\.id)
        }
    }

    /// The targets that a target is part of, in the order of tables.
    func wholes(of part: String) -> [String] { wholesOfPart[part] ?? [] }
}
