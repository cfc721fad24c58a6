internal import Features
internal import Project
internal import Wording

/// Finds the columns of a table that say which quarter a row means.
struct QuarterColumns {
    private let ids: [String]
    private let names: [String?]

    /// The quarters of a layer, by the columns of their ids and names; nil where the layer has no such quarters.
    init?(_ layer: Layer, id: String?, name: String?) {
        guard layer.count > 1 else { return nil }
        let idColumn = id.flatMap { layer.column(named: $0) }
        let nameColumn = name.flatMap { layer.column(named: $0) }
        guard idColumn != nil || nameColumn != nil else { return nil }
        ids = (0..<layer.count).map { idColumn?.string(at: $0) ?? "\($0 + 1)" }
        names = nameColumn.map { column in (0..<layer.count).map { column.string(at: $0) } } ?? []
    }

    /// The columns of ids and names; empty where no column means most of the quarters in most of its rows.
    ///
    /// A name is sure; numbers alone mean quarters only where they say the same as the names, or where their column is
    /// called as if they did.
    func find(in table: Layer) -> [LayerEntry.Role: String] {
        var columns: [LayerEntry.Role: String] = [:]
        let joins = table.columns.map { column in
            (column.name, KeyJoin(keys: texts(column), areaIDs: ids, areaNames: names))
        }
        let fitting = joins.filter { name, join in isGood(join, in: table.column(named: name)) }
        let name = fitting.first { $0.1.count(.name) > 0 }
        columns[.name] = name?.0
        let byKey = fitting.filter { $0.0 != name?.0 && ($0.1.count(.name) == 0) }
        if let name {
            columns[.id] = byKey.first { agrees($0.1, with: name.1) }?.0
        } else {
            columns[.id] = byKey.first { isCalledAsAKey($0.0) }?.0
        }
        // A column of names alone stands in place of the key.
        if columns[.id] == nil, let name = columns[.name] { columns[.id] = name }
        if columns[.id] == columns[.name] { columns[.name] = nil }
        return columns
    }

    private func texts(_ column: Column) -> [String?] { (0..<column.count).map { column.string(at: $0) } }

    /// Most rows mean a quarter, but for those that all say the same, such as the town as a whole; and most quarters are
    /// meant.
    private func isGood(_ join: KeyJoin, in column: Column?) -> Bool {
        let rows = join.areas.count
        let missed = join.unmatchedRows
        let found = rows - missed.count
        let labels = Set(missed.map { column?.string(at: $0) })
        let isTotal = labels.count == 1 && !labels.contains(nil)
        return found > 1 && (found * 5 >= rows * 4 || isTotal) && join.unmatchedAreas.count * 2 <= ids.count
    }

    private func agrees(_ join: KeyJoin, with other: KeyJoin) -> Bool {
        zip(join.areas, other.areas).allSatisfy { $0 == nil || $1 == nil || $0 == $1 }
    }

    private func isCalledAsAKey(_ name: String) -> Bool {
        let key = Folding.key(name)
        let words = ["id", "nr", "nummer", "key", "code", "schluessel", "kennung"]
        let areas = ["stadtteil", "quartier", "bezirk", "ortsteil", "district", "quarter", "viertel", "area"]
        return Folding.words(name).contains { words.contains($0) } || areas.contains { key.contains($0) }
    }
}
