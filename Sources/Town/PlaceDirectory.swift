internal import Wording

/// What offers and room slots say of their places is looked up here: by id, or by a name that only one place has.
public struct PlaceDirectory: Sendable {
    private let rows: [String: Int32]
    private let names: [String: Int32]
    private let ids: [String]

    /// A directory of the places of a table.
    public init(_ places: PlaceTable) { self.init(ids: places.ids, names: places.names) }

    /// A directory of quarters, which are looked up alike.
    public init(quarters: AreaTable) { self.init(ids: quarters.ids, names: quarters.names) }

    /// A directory of offers, which are looked up alike.
    public init(offers: OfferTable) { self.init(ids: offers.ids, names: offers.names) }

    private init(ids: [String], names allNames: [String]) {
        self.ids = ids
        var rows: [String: Int32] = [:]
        var names: [String: Int32] = [:]
        for (row, id) in ids.enumerated() { rows[id] = Int32(truncatingIfNeeded: row) }
        for (row, name) in allNames.enumerated() {
            let key = Folding.key(name)
            // A name that two places have says nothing.
            if !key.isEmpty { names[key] = names[key] == nil ? Int32(truncatingIfNeeded: row) : -1 }
        }
        self.rows = rows
        self.names = names.filter { $0.value >= 0 }
    }

    /// The row of the place that a text names.
    public func row(_ text: String) -> Int32? { rows[text] ?? names[Folding.key(text)] }

    /// The id of the place that a text names; nil where there is no such place.
    public func id(_ text: String) -> String? { row(text).map { ids[Int($0)] } }

    /// The arguments of a finding about a place that there is not. With many places only the nearest is named.
    public func hint(_ text: String) -> [String: String] {
        var arguments = Wording.hint(for: text, among: ids)
        if ids.count > 20 { arguments["allowed"] = (ids.prefix(20) + ["…"]).joined(separator: ", ") }
        return arguments
    }
}
