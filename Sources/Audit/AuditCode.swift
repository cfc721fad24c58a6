/// The stable codes of what an audit finds. The texts stand in `Wording` under `CODE.message` and `CODE.remedy`.
///
/// A1xx reading · A2xx what is shown openly · A3xx what never belongs into a publication · A4xx what can be worked out.
public enum AuditCode: String, Sendable, Hashable, CaseIterable, Comparable {
    // A1xx: reading
    /// A file of the publication cannot be read as what its name says.
    case unreadable = "A101"
    /// A file of a kind that no publication has.
    case unknownFile = "A102"
    /// A folder without a single published figure.
    case nothingPublished = "A103"
    // A2xx: shown openly
    /// A count of persons above zero and below the minimum.
    case smallCount = "A201"
    /// A figure of a group in a unit with too few residents.
    case groupInSmallUnit = "A202"
    /// A figure of a group below the quarter.
    case groupBelowQuarter = "A203"
    /// A group that is everybody of a unit.
    case fullCell = "A204"
    /// A hidden value that another place of the publication shows.
    case hiddenElsewhere = "A205"
    /// A row that is marked as hidden and still holds numbers.
    case hiddenNotEmpty = "A206"
    /// A value that one of several publications of a period hides and another shows.
    case patternsDiffer = "A207"
    /// A hidden value that stands between its neighbours in a sorted list.
    case pinnedByOrder = "A208"
    /// A class break that may be a hidden value.
    case classBreak = "A209"
    // A3xx: never in a publication
    /// A refugee accommodation, a shelter.
    case sensitivePlace = "A301"
    /// A mail address or telephone number of a person.
    case contact = "A302"
    /// An operator named in a figure on dependency.
    case operatorNamed = "A303"
    /// A column, an indicator or an edition for internal use.
    case internalContent = "A304"
    /// A computed focus area that nobody has confirmed.
    case unconfirmedFocusArea = "A305"
    // A4xx: worked out
    /// A hidden count that the published figures narrow too far.
    case hiddenNarrow = "A401"
    /// A count that is nowhere printed, and that the published figures pin above zero and below the minimum.
    case impliedSmall = "A402"
    /// The attack on some figures had to be given up.
    case attackAbandoned = "A403"

    /// Codes sort by their number.
    public static func < (left: AuditCode, right: AuditCode) -> Bool { left.rawValue < right.rawValue }
}
