internal import Features
internal import Hours
internal import Project
internal import Town
internal import Wording

/// The holidays of the town: public ones by the law of its federal state, school holidays by its tables.
enum CalendarReading {
    static func read(_ inputs: TownInputs, findings: inout [Diagnostic]) -> HolidayCalendar {
        HolidayCalendar(
            publicHolidays: publicHolidays(inputs.project),
            schoolHolidays: schoolHolidays(inputs.tables(.schoolHolidays), &findings))
    }

    private static func publicHolidays(_ project: ProjectFile) -> PublicHolidays? {
        let key = project.town.municipalKey
        guard let state = project.calendar.state ?? key.map({ FederalState($0) }) else { return nil }
        // The key tells the city of Augsburg from the rest of its state.
        if let key, FederalState(key) == state { return PublicHolidays(municipality: key) }
        return PublicHolidays(state: state)
    }

    /// The school holidays; nil without a table, and where no row of it can be read.
    private static func schoolHolidays(_ tables: [LoadedTable], _ findings: inout [Diagnostic]) -> SchoolHolidays? {
        var ranges: [ClosedRange<CalendarDate>] = []
        for table in tables {
            guard let from = column(.validFrom, table), let until = column(.validUntil, table) else {
                findings += [LayerEntry.Role.validFrom, .validUntil].filter { column($0, table) == nil }.map {
                    table.columnMissing(table.entry.columns[$0] ?? names[$0]?.first ?? "")
                }
                continue
            }
            for row in 0..<table.layer.count {
                let texts = [from, until].map { ($0.string(at: row) ?? "").trimmed }
                let location = table.layer.location(ofFeature: row)
                do throws(SchoolHolidays.RowDefect) {
                    ranges.append(try SchoolHolidays.range(from: texts[0], until: texts[1]))
                } catch {
                    switch error {
                    case .notADate:
                        let wrong = CalendarDate(text: texts[0]) == nil ? 0 : 1
                        findings.append(
                            Diagnostic(
                                .dateUnreadable, at: location,
                                ["value": texts[wrong], "column": [from, until][wrong].name]))
                    case .endsBeforeItStarts:
                        findings.append(
                            Diagnostic(
                                .endsBeforeItStarts, at: location, ["from": texts[0], "until": texts[1]]))
                    }
                }
            }
        }
        return ranges.isEmpty ? nil : SchoolHolidays(ranges)
    }

    /// A column as the project file maps it, else as such columns are called.
    private static func column(_ role: LayerEntry.Role, _ table: LoadedTable) -> Column? {
        if table.entry.columns[role] != nil { return table.column(role) }
        return names[role]?.lazy.compactMap { name in
            table.layer.columns.first { Folding.key($0.name) == Folding.key(name) }
        }.first
    }

    private static let names: [LayerEntry.Role: [String]] = [
        .validFrom: ["von", "from", "beginn", "start", "erster Tag", "valid_from", "gueltig_von"],
        .validUntil: ["bis", "until", "to", "ende", "end", "letzter Tag", "valid_until", "gueltig_bis"],
    ]
}
