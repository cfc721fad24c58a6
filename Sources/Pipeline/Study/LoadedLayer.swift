internal import Features
internal import OpenStreetMap
internal import Project
internal import Wording

/// A layer of the project in the study's coordinate reference system, with what the project file says of it.
struct LoadedLayer: Sendable {
    /// What the project file says.
    let entry: LayerEntry
    /// The features.
    let metric: MetricLayer
    /// The entrances of the features in metres, where the layer comes from a map.
    var entrances = Entrances()

    /// Where a feature stands, with the id from the mapped column.
    func location(_ row: Int) -> SourceLocation {
        var location = metric.layer.location(ofFeature: row)
        location.featureID = metric.ids[row]
        return location
    }

    /// Where the layer as a whole stands.
    var location: SourceLocation { SourceLocation(file: metric.layer.source.path) }

    /// The column of a role, or nil where the project maps none or the file lacks it.
    func column(_ role: LayerEntry.Role) -> Column? {
        entry.columns[role].flatMap { metric.layer.column(named: $0) }
    }

    /// The text of a role at a row; nil where it is missing or blank.
    func text(_ role: LayerEntry.Role, _ row: Int) -> String? {
        guard let text = column(role)?.string(at: row), text.contains(where: { !$0.isWhitespace }) else { return nil }
        return text
    }

    /// The findings about mapped columns that the file does not have; a file without features has no columns at all.
    func missingColumns() -> [Diagnostic] {
        guard metric.layer.count > 0 else { return [] }
        return entry.columns.values.sorted().filter { metric.layer.column(named: $0) == nil }.map(columnMissing)
    }

    /// A mapped column is not there; the nearest name is suggested.
    func columnMissing(_ name: String) -> Diagnostic {
        let names = metric.layer.columns.map(\.name)
        return Diagnostic(
            .columnMissing, at: location, hint(for: name, among: names).merging(["column": name]) { $1 })
    }
}
