/// What a note is about. The raw values stand in the front matter of the files.
public enum NoteKind: String, Sendable, Codable, Hashable, CaseIterable {
    /// What people supposed before they saw the figures; shown beside them.
    case assumption
    /// Something that is being tried out.
    case trial
    /// What a trial, or practice, taught.
    case learnt
    /// What is done, by decision, with a goal and offices in charge.
    case measure
    /// What stays on the agenda; it is never due.
    case topic
    /// What people answered to a question of an earlier report.
    case answer
}

/// How far a measure has come.
public enum MeasureStatus: String, Sendable, Codable, Hashable, CaseIterable {
    case proposed, decided, running, done, stopped
}

/// What an answer means for the question: open ones are asked again next time.
public enum AnswerState: String, Sendable, Codable, Hashable, CaseIterable {
    case settled, open, unimportant
}

/// The offices that something goes to. Urban development and integration work both have their part in it: it is never
/// for the integration commissioner alone.
public struct ResponsibleOffices: Sendable, Codable, Hashable {
    /// The office of urban development or planning; nil where none is named.
    public var urbanDevelopment: String?
    /// The office of integration work; nil where none is named.
    public var integration: String?
    /// Further offices and bodies.
    public var others: [String]

    /// Names offices; none without arguments.
    public init(urbanDevelopment: String? = nil, integration: String? = nil, others: [String] = []) {
        self.urbanDevelopment = urbanDevelopment
        self.integration = integration
        self.others = others
    }

    /// Whether both urban development and integration work are named.
    public var areBothNamed: Bool { urbanDevelopment != nil && integration != nil }

    /// All names, urban development first.
    public var all: [String] { [urbanDevelopment, integration].compactMap(\.self) + others }
}
