internal import Features
internal import Project
internal import Town

/// Reads the offers of all tables into one, joined to the places.
enum OfferReading {
    /// The offers; nil without such a table.
    static func read(
        _ tables: [LoadedTable], places: PlaceTable, periodStart: CalendarDate?, findings: inout [Diagnostic]
    ) -> OfferTable? {
        guard !tables.isEmpty else { return nil }
        let directory = PlaceDirectory(places)
        var result = OfferTable()
        for (number, table) in tables.enumerated() {
            findings += table.missingColumns()
            findings += result.append(
                table.layer, columns: columns(table.entry), places: directory, number: number,
                periodStart: periodStart)
        }
        let unknown = result.offersOfUnknownEnd.count
        if unknown > 0, let first = tables.first {
            findings.append(
                Diagnostic(
                    .fundingNotRecorded, at: SourceLocation(file: first.layer.source.path),
                    ["count": "\(unknown)", "total": "\(result.count)"]))
        }
        return result
    }

    /// The columns of an entry by their meaning in a table of offers: the roles are called so.
    private static func columns(_ entry: LayerEntry) -> [OfferColumn: String] {
        var columns: [OfferColumn: String] = [:]
        for (role, name) in entry.columns {
            if let column = OfferColumn(rawValue: role.rawValue) { columns[column] = name }
        }
        return columns
    }
}
