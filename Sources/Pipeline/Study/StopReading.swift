internal import Features
internal import OpenStreetMap
internal import Project
internal import Town

/// Reads the stops of all layers into one table.
enum StopReading {
    /// The stops; nil without such a layer.
    static func read(_ layers: [LoadedLayer], findings: inout [Diagnostic]) -> StopTable? {
        guard !layers.isEmpty else { return nil }
        var table = StopTable()
        for (number, layer) in layers.enumerated() {
            findings += layer.missingColumns()
            let columns = layer.entry.columns
            findings += table.append(
                layer.metric,
                columns: StopColumns(
                    name: columns[.name], mode: columns[.mode], weekday: columns[.departuresWeekday],
                    saturday: columns[.departuresSaturday], sunday: columns[.departuresSunday]),
                number: number, entranceEnds: layer.entrances.ends, entranceXs: layer.entrances.xs,
                entranceYs: layer.entrances.ys)
        }
        return table
    }
}
