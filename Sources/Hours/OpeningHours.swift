/// When a place is open: rules in the grammar of OpenStreetMap's `opening_hours`, also read from plain German.
///
/// Read: `Mo-Fr 09:00-17:00; Sa 10:00-13:00`, `Mo,We 15:00-18:00`, `24/7`, ranges across midnight, open ends (`17:00+`),
/// nth weekdays (`Th[1]`, `Su[-1]`), months, dates, years, weeks, `easter`, public and school holidays (`PH`, `SH`),
/// `off`, `unknown`, comments in quotes, additional (`,`) and fallback rules (`||`); and `Di 15–18 Uhr`,
/// `jeden 1. Donnerstag im Monat 19–21 Uhr`, `nach Vereinbarung`, `außer feiertags`.
/// Refused with reason and position, never guessed: the sun's times, points in time, words such as `werktags`.
/// Reference: wiki.openstreetmap.org/wiki/Key:opening_hours/specification.
public struct OpeningHours: Sendable, Codable, Hashable, CustomStringConvertible {
    /// The longest text that is read, in characters; OpenStreetMap's own values end at 255.
    public static let longestText = 1000

    /// The rules in the order written; at least one.
    public let rules: [Rule]

    /// Reads opening hours.
    public init(_ text: String) throws(ParseError) {
        var parser = HoursParser(text)
        rules = try parser.read()
    }

    /// Opening hours from rules that are known to be some; without any it is closed at all times.
    init(rules: [Rule]) {
        self.rules = rules.isEmpty ? [Rule(joint: .replacing, state: .closed)] : rules
    }

    /// The canonical text in OpenStreetMap's grammar; reading it gives the same rules.
    public var description: String { HoursWriter.openStreetMap.text(rules) }

    /// Whether the hours differ between weeks without holidays: months, dates, years, weeks or nth weekdays are named.
    public var isSeasonal: Bool {
        rules.contains { rule in
            !rule.dates.isAlways || rule.days.weekdays.contains { !$0.positions.isEmpty }
        }
    }

    /// Whether a rule names holidays of a kind.
    public func names(_ kind: HolidayKind) -> Bool {
        rules.contains { rule in rule.days.holidays.contains { $0.kind == kind } }
    }
}
