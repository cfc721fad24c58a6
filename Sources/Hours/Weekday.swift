/// The days of the week, from Monday on as in ISO 8601.
public enum Weekday: Int, Sendable, Codable, Hashable, CaseIterable, Comparable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// The two letters of OpenStreetMap: `Mo` … `Su`.
    public var abbreviation: String { ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"][rawValue] }

    /// Monday comes before Tuesday.
    public static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }
}
