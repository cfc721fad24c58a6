public import Features

/// How people were asked.
public enum ParticipationFormat: String, Sendable, Codable, Hashable, CaseIterable {
    /// A talk or an assembly.
    case debate
    case workshop
    /// People were asked where they are: at the door, in the park, on a walk.
    case outreach
    case festival
    case online
    case other
    case notRecorded = "not_recorded"

    static let words = ValueWords<ParticipationFormat>([
        (
            .debate,
            [
                "Gesprächsrunde", "debate", "Diskussion", "Versammlung", "Bürgerversammlung", "Einwohnerversammlung",
                "Forum", "Podium", "discussion", "assembly", "Gespräch", "Dialog",
            ]
        ),
        (
            .workshop,
            ["Werkstatt", "workshop", "Planungswerkstatt", "Ideenwerkstatt", "Zukunftswerkstatt", "Runder Tisch"]
        ),
        (
            .outreach,
            [
                "aufsuchend", "outreach", "Rundgang", "Stadtteilrundgang", "Spaziergang", "Haustürgespräch",
                "aufsuchende Beteiligung", "vor Ort", "walk", "talk at the door", "Infostand",
            ]
        ),
        (.festival, ["Fest", "festival", "Stadtteilfest", "Straßenfest", "Nachbarschaftsfest", "feast"]),
        (.online, ["online", "Internet", "digital", "Online-Beteiligung", "Umfrage online", "online survey"]),
        (.other, ["sonstige", "other", "andere", "sonstiges"]),
        (.notRecorded, ValueWords<ParticipationFormat>.nothingRecorded),
    ])
}

/// What became of a result.
public enum ParticipationOutcome: String, Sendable, Codable, Hashable, CaseIterable {
    case adopted, partly
    /// Not taken over, with a reason.
    case not
    /// Nothing was decided, or nobody wrote it down.
    case open

    static let words = ValueWords<ParticipationOutcome>([
        (.adopted, ["umgesetzt", "adopted", "übernommen", "aufgegriffen", "ja", "yes", "done"]),
        (.partly, ["teilweise umgesetzt", "partly", "teilweise", "zum Teil", "in part", "partly adopted"]),
        (.not, ["nicht übernommen", "not adopted", "abgelehnt", "nicht umgesetzt", "nein", "no", "not", "rejected"]),
        (
            .open,
            ["offen", "open", "in Prüfung", "under review", "nicht erfasst", "not recorded", "unbekannt", "unknown"]
        ),
    ])
}

/// One occasion on which people took part, and what became of it. How many came is no part of it: attendance is not
/// rated.
public struct ParticipationRecord: Sendable, Codable, Hashable {
    /// The stable id, unique among records.
    public var id: String
    /// The day; nil where none could be read.
    public var date: CalendarDate?
    /// The id of the quarter; nil for the whole town or a place.
    public var quarterID: String?
    /// The id of the place; nil where it is about none.
    public var placeID: String?
    /// How people were asked.
    public var format: ParticipationFormat
    /// The part that citizens had, in the town's words: informed, heard, deciding …
    public var role: String?
    /// The languages spoken, as codes or names.
    public var languages: [String]
    /// What came out.
    public var result: String?
    /// What became of it.
    public var outcome: ParticipationOutcome
    /// Why it was decided so.
    public var reason: String?
    /// The office in charge.
    public var office: String?
    /// When those who took part got an answer; nil where not yet.
    public var answeredOn: CalendarDate?
    /// Whether the public edition shows it; a record is internal unless somebody says otherwise.
    public var isPublic: Bool

    /// Makes a record; internal and open unless said otherwise.
    public init(
        id: String, date: CalendarDate? = nil, quarterID: String? = nil, placeID: String? = nil,
        format: ParticipationFormat = .notRecorded, role: String? = nil, languages: [String] = [],
        result: String? = nil, outcome: ParticipationOutcome = .open, reason: String? = nil, office: String? = nil,
        answeredOn: CalendarDate? = nil, isPublic: Bool = false
    ) {
        self.id = id
        self.date = date
        self.quarterID = quarterID
        self.placeID = placeID
        self.format = format
        self.role = role
        self.languages = languages
        self.result = result
        self.outcome = outcome
        self.reason = reason
        self.office = office
        self.answeredOn = answeredOn
        self.isPublic = isPublic
    }

    /// Whether those who took part got an answer, whatever it was.
    public var isAnswered: Bool { answeredOn != nil }

    /// All that it says in words, for looking through.
    var texts: [String] { [role, result, reason, office].compactMap(\.self) }
}
