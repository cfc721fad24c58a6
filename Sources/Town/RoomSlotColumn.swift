/// What a column of a table of room slots means. The raw values are the roles of the project file.
public enum RoomSlotColumn: String, Sendable, Hashable, CaseIterable {
    /// The id or the name of its place.
    case place
    case room
    /// Weekday and time, the same every week.
    case hours
    case keyHolder = "key_holder"
    case validFrom = "valid_from"
    case validUntil = "valid_until"
    case agreement
}
