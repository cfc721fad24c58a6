public import Hours
internal import Wording

/// Which holidays the town has: the section `calendar` of the project file.
public struct CalendarEntry: Sendable, Hashable {
    /// The federal state, whose law says which days are public holidays; nil for that of the municipal key.
    public var state: FederalState?
    /// The table of school holidays, as a layer; nil where nobody gave one.
    public var schoolHolidays: LayerEntry?

    /// What holds where the project file says nothing.
    public init() {}
}

extension CalendarEntry {
    /// What a table of school holidays must have.
    public enum HolidayColumn: Sendable, Hashable, CaseIterable {
        /// The first day of each holiday.
        case first
        /// The last day of each holiday; empty for a single day.
        case last

        /// How such columns are called, the commonest name first.
        public var spellings: [String] {
            switch self {
            case .first: ["von", "from", "beginn", "start", "erster Tag", "valid_from", "gueltig_von"]
            case .last: ["bis", "until", "to", "ende", "end", "letzter Tag", "valid_until", "gueltig_bis"]
            }
        }

        /// The column among those of a table; nil where none is called so.
        public func found(in names: [String]) -> String? {
            spellings.lazy.compactMap { spelling in
                names.first { Folding.key($0) == Folding.key(spelling) }
            }.first
        }
    }
}

extension ProjectFile {
    /// The section `calendar`.
    static func readCalendar(_ root: YAMLMapping) -> CalendarEntry {
        var calendar = CalendarEntry()
        guard let mapping = root.mapping("calendar") else { return calendar }
        if let code = mapping.text("state") {
            calendar.state = FederalState(rawValue: code) ?? FederalState(rawValue: "DE-" + code)
            if calendar.state == nil {
                mapping.refuse(
                    "state", "not_listed",
                    hint(for: code, among: FederalState.allCases.map { String($0.rawValue.dropFirst(3)) }))
            }
        }
        if let file = readFile(mapping, "school_holidays") {
            let entry = LayerEntry(
                kind: .schoolHolidays, file: file, columns: [:], defaults: LayerEntry.Defaults(),
                location: mapping.location("school_holidays"))
            checkFormat(mapping, "school_holidays", entry.kind, entry.format)
            calendar.schoolHolidays = entry
        }
        mapping.finish()
        return calendar
    }
}
