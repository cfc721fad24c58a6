/// Which tables of the census belong together, and which of them the project needs.
enum CensusGuess {
    /// The population layers of the newest census that counts all residents: first its finest cells that do, then cells
    /// of other sizes that count groups which the first do not. Tables of the same cells are joined.
    static func layers(_ layers: [LayerDescription]) -> [LayerGuess] {
        let tables = layers.filter { $0.census != nil }
        let years = Set(tables.filter { hasAll([$0]) }.map { $0.census?.year ?? 0 })
        guard let year = years.max() else { return [] }
        // What does not tell its year goes with whatever there is.
        let edition = tables.filter { $0.census?.year == nil || $0.census?.year == year }
        let bySize = Dictionary(grouping: edition) { $0.census?.cellSize ?? 0 }
        guard let size = bySize.keys.sorted().first(where: { hasAll(bySize[$0] ?? []) }) else { return [] }
        var chosen = [size]
        for other in bySize.keys.sorted() where other != size {
            let known = groups(chosen.flatMap { bySize[$0] ?? [] }, sharesToo: other > size)
            if !groups(bySize[other] ?? [], sharesToo: false).isSubset(of: known) { chosen.append(other) }
        }
        return chosen.compactMap { size in
            let tables = bySize[size] ?? []
            guard let first = tables.first(where: { hasAll([$0]) }) ?? tables.first else { return nil }
            return LayerGuess(first, .population, joined: tables.filter { $0.file != first.file })
        }
    }

    private static func hasAll(_ tables: [LayerDescription]) -> Bool {
        tables.contains { ColumnGuess.counts(in: $0, .wholeNumbers)["all"] != nil }
    }

    private static func groups(_ tables: [LayerDescription], sharesToo: Bool) -> Set<String> {
        var ids: Set<String> = []
        for table in tables {
            ids.formUnion(ColumnGuess.counts(in: table, .wholeNumbers).keys)
            if sharesToo { ids.formUnion(ColumnGuess.counts(in: table, .shares).keys) }
        }
        return ids
    }
}
