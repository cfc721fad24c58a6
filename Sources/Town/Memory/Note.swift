public import Features

/// A dated note of the town about itself, a quarter or a place. It comes back in every report until somebody takes its
/// file away.
public struct Note: Sendable, Codable, Hashable {
    /// What a note says beyond its title and text; a case for each ``NoteKind``.
    public enum Content: Sendable, Codable, Hashable {
        /// With the ids of the indicators whose figures are shown beside it; empty where it belongs to none.
        case assumption(indicators: [String])
        /// With its last day; nil where nobody wrote one down.
        case trial(until: CalendarDate?, offices: ResponsibleOffices)
        /// With the id of the trial that taught it; nil where it was none.
        case learnt(trial: String?)
        case measure(Measure)
        /// A permanent topic has offices, but no day on which it is due.
        case topic(offices: ResponsibleOffices)
        case answer(Answer)
    }

    /// What the town does about something.
    public struct Measure: Sendable, Codable, Hashable {
        /// The id of a goal of the town, or the goal in words; nil where none is recorded.
        public var goal: String?
        /// Who decided it and when, in words; nil where no decision is recorded.
        public var decision: String?
        /// Who has a part in it.
        public var offices: ResponsibleOffices
        /// How far it has come.
        public var status: MeasureStatus

        /// Makes a measure.
        public init(
            goal: String? = nil, decision: String? = nil, offices: ResponsibleOffices = ResponsibleOffices(),
            status: MeasureStatus
        ) {
            self.goal = goal
            self.decision = decision
            self.offices = offices
            self.status = status
        }
    }

    /// What people answered to a question of an earlier report.
    public struct Answer: Sendable, Codable, Hashable {
        /// The stable id of the question.
        public var question: String
        /// Who talked about it: a committee, a round; never a person.
        public var circle: String
        /// What it means for the question.
        public var state: AnswerState

        /// Makes an answer.
        public init(question: String, circle: String, state: AnswerState) {
            self.question = question
            self.circle = circle
            self.state = state
        }
    }

    /// The stable id, unique among notes.
    public var id: String
    /// The title, one line.
    public var title: String
    /// The day it was written or holds from.
    public var date: CalendarDate
    /// The ids of the quarters it is about; with ``placeIDs`` empty, too, it is about the whole town.
    public var quarterIDs: [String]
    /// The ids of the places it is about.
    public var placeIDs: [String]
    /// Whether the public edition shows it; a note is internal unless somebody says otherwise.
    public var isPublic: Bool
    /// Whether other towns may read it.
    public var isShareable: Bool
    /// What it says beyond its text.
    public var content: Content
    /// The text.
    public var body: NoteText

    /// Makes a note; internal and about the whole town unless said otherwise.
    public init(
        id: String, title: String, date: CalendarDate, quarterIDs: [String] = [], placeIDs: [String] = [],
        isPublic: Bool = false, isShareable: Bool = false, content: Content, body: NoteText = NoteText()
    ) {
        self.id = id
        self.title = title
        self.date = date
        self.quarterIDs = quarterIDs
        self.placeIDs = placeIDs
        self.isPublic = isPublic
        self.isShareable = isShareable
        self.content = content
        self.body = body
    }

    /// What it is about.
    public var kind: NoteKind {
        switch content {
        case .assumption: .assumption
        case .trial: .trial
        case .learnt: .learnt
        case .measure: .measure
        case .topic: .topic
        case .answer: .answer
        }
    }

    /// Whether it is about the whole town.
    public var isAboutTown: Bool { quarterIDs.isEmpty && placeIDs.isEmpty }

    /// Who has a part in it; nil for kinds that go to no office.
    public var offices: ResponsibleOffices? {
        switch content {
        case .trial(_, let offices), .topic(let offices): offices
        case .measure(let measure): measure.offices
        case .assumption, .learnt, .answer: nil
        }
    }

    /// The words in it that seem to name a person or say how to reach one; nil where none do.
    public var personalDetail: String? { texts.lazy.compactMap(PersonalDetail.found).first }

    /// All that it says in words.
    private var texts: [String] {
        var texts = [title, body.plain] + (offices?.all ?? [])
        if case .measure(let measure) = content { texts += [measure.goal, measure.decision].compactMap(\.self) }
        if case .answer(let answer) = content { texts.append(answer.circle) }
        return texts
    }
}
