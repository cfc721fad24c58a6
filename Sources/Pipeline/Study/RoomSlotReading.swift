internal import Features
internal import Project
internal import Town

/// Reads the room slots of all tables into one, joined to the places.
enum RoomSlotReading {
    /// The slots; nil without such a table.
    static func read(_ tables: [LoadedTable], places: PlaceTable, findings: inout [Diagnostic]) -> RoomSlots? {
        guard !tables.isEmpty else { return nil }
        let directory = PlaceDirectory(places)
        var result = RoomSlots([])
        for table in tables {
            findings += table.missingColumns()
            findings += result.append(table.layer, columns: columns(table.entry), places: directory)
        }
        return result
    }

    /// The columns of an entry by their meaning in a table of room slots: the roles are called so.
    private static func columns(_ entry: LayerEntry) -> [RoomSlotColumn: String] {
        var columns: [RoomSlotColumn: String] = [:]
        for (role, name) in entry.columns {
            if let column = RoomSlotColumn(rawValue: role.rawValue) { columns[column] = name }
        }
        return columns
    }
}
