internal import Features
internal import Project
internal import Wording

/// A layer whose columns the project file gives a meaning.
protocol MappedLayer {
    /// What the project file says.
    var entry: LayerEntry { get }
    /// What the file said.
    var layer: Layer { get }
}

extension MappedLayer {
    /// The column of a role, or nil where the project maps none or the file lacks it.
    func column(_ role: LayerEntry.Role) -> Column? {
        entry.columns[role].flatMap { layer.column(named: $0) }
    }

    /// The text of a role at a row; nil where it is missing or blank.
    func text(_ role: LayerEntry.Role, _ row: Int) -> String? {
        guard let text = column(role)?.string(at: row), text.contains(where: { !$0.isWhitespace }) else { return nil }
        return text
    }

    /// The findings about mapped columns that the file does not have; a file without features has no columns at all.
    func missingColumns() -> [Diagnostic] {
        guard layer.count > 0 else { return [] }
        return entry.columns.values.sorted().filter { layer.column(named: $0) == nil }.map(columnMissing)
    }

    /// A mapped column is not there; the nearest name is suggested.
    func columnMissing(_ name: String) -> Diagnostic {
        let names = layer.columns.map(\.name)
        return Diagnostic(
            .columnMissing, at: SourceLocation(file: layer.source.path),
            hint(for: name, among: names).merging(["column": name]) { $1 })
    }
}

/// A table of the project: rows without positions.
struct LoadedTable: MappedLayer, Sendable {
    /// What the project file says.
    let entry: LayerEntry
    /// The rows.
    let layer: Layer
}
