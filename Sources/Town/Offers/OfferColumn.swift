/// What a column of a table of offers means. The raw values are the roles of the project file.
public enum OfferColumn: String, Sendable, Hashable, CaseIterable {
    case id, name
    /// What it is: course, meeting, counselling …
    case kind
    /// The ids of its places, or words for "mobile" and "staff post", several of them separated by `;`, `,` or `|`.
    case places
    case hours
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
    /// For whom it is.
    case targetGroups = "for_whom"
    case languages, `operator`
    case operatorKind = "operator_kind"
    /// What paid staff does: a share (`0.4`, `40 %`) or hours in a week (`12 h`).
    case staff
    /// What volunteers do, written likewise.
    case volunteers
    /// How long it is paid for.
    case funding
    /// The last day of funding, or the only day of what takes place once.
    case fundedUntil = "funded_until"
    /// Who decides on the money.
    case decidedBy = "decided_by"
    /// Internal: whether somebody takes over.
    case succession
    /// Internal: whether newcomers can join.
    case newcomers
    /// Internal: whether an institution stands behind it.
    case backing
    /// Where the record comes from.
    case source
    /// The day of the record.
    case date

    /// The hours of each weekday, Monday first.
    static let weekdays: [OfferColumn] = [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday]
}
