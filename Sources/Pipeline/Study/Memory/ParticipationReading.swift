internal import Features
internal import Project
internal import Town

/// Reads the records of participation of all tables into one, joined to quarters and places.
enum ParticipationReading {
    /// The records; nil without such a table.
    static func read(
        _ tables: [LoadedTable], quarters: AreaTable, places: PlaceTable, findings: inout [Diagnostic]
    ) -> ParticipationLog? {
        guard !tables.isEmpty else { return nil }
        let (quarters, places) = (PlaceDirectory(quarters: quarters), PlaceDirectory(places))
        var records: [ParticipationRecord] = []
        var used: Set<String> = []
        for (number, table) in tables.enumerated() {
            findings += table.missingColumns()
            let (read, found) = ParticipationLog.read(
                table.layer, columns: columns(table.entry), quarters: quarters, places: places, number: number,
                used: &used)
            records += read
            findings += found
        }
        return ParticipationLog(records)
    }

    /// The columns of an entry by their meaning in a table of participation: the roles are called so.
    private static func columns(_ entry: LayerEntry) -> [ParticipationColumn: String] {
        var columns: [ParticipationColumn: String] = [:]
        for (role, name) in entry.columns {
            if let column = ParticipationColumn(rawValue: role.rawValue) { columns[column] = name }
        }
        return columns
    }
}
