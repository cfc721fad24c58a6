/// What a column of a table of participation means. The raw values are the roles of the project file.
public enum ParticipationColumn: String, Sendable, Codable, Hashable, CaseIterable {
    case id
    /// The day it took place.
    case date
    /// The id or name of the quarter; empty for the whole town or where a place is given.
    case quarter
    /// The id or name of the place.
    case place
    /// How people were asked.
    case format
    /// The part that citizens had.
    case role
    case languages
    /// What came out.
    case result
    /// What became of it.
    case outcome
    /// Why.
    case reason
    /// The office in charge.
    case office
    /// When those who took part got an answer.
    case answeredOn = "answered_on"
    /// Whether the public may know of it.
    case visibility
}
