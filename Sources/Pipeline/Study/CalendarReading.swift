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
            guard let from = column(.first, table), let until = column(.last, table) else {
                findings += CalendarEntry.HolidayColumn.allCases.filter { column($0, table) == nil }.map {
                    table.columnMissing($0.spellings.first ?? "")
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

    private static func column(_ column: CalendarEntry.HolidayColumn, _ table: LoadedTable) -> Column? {
        column.found(in: table.layer.columns.map(\.name)).flatMap { table.layer.column(named: $0) }
    }
}
