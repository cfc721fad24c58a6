public import Features

/// What a town remembers of itself: its notes, and what became of participation.
public struct TownMemory: Sendable, Codable, Hashable {
    /// The notes, the earliest first, those of one day by their ids.
    public let notes: [Note]
    /// What is recorded of participation; nil where the town has no table of it, which is not the same as an empty one.
    public let participation: ParticipationLog?

    /// Puts notes into order; nothing is remembered without arguments.
    public init(notes: [Note] = [], participation: ParticipationLog? = nil) {
        self.notes = notes.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
        self.participation = participation
    }

    /// The notes of a kind, in their order.
    public func notes(_ kind: NoteKind) -> [Note] { notes.filter { $0.kind == kind } }

    /// The answers that people gave to a question, the earliest first.
    ///
    /// - Parameters:
    ///   - question: The stable id of the question.
    ///   - quarter: The id of a quarter: only answers about it or about the whole town; nil for those about the whole
    ///     town only.
    public func answers(to question: String, quarter: String? = nil) -> [GivenAnswer] {
        answers.filter { $0.question == question && $0.isAbout(quarter) }
    }

    /// All answers, the earliest first.
    public var answers: [GivenAnswer] {
        notes.compactMap { note in
            guard case .answer(let answer) = note.content else { return nil }
            return GivenAnswer(
                question: answer.question, date: note.date, circle: answer.circle, state: answer.state,
                text: note.body.plain, quarterIDs: note.quarterIDs, isPublic: note.isPublic, noteID: note.id)
        }
    }

    /// The latest answer of each question that it leaves open, so that the question is asked again; the earliest first.
    public func openAnswers(quarter: String? = nil) -> [GivenAnswer] {
        let answers = answers
        var latest: [String: Int] = [:]
        for (row, answer) in answers.enumerated() where answer.isAbout(quarter) { latest[answer.question] = row }
        return latest.values.sorted().map { answers[$0] }.filter { $0.state == .open }
    }

    /// What the public may know of it: what is marked so, and nothing of places that are not shown.
    public func published(withoutPlaces hidden: Set<String>) -> TownMemory {
        TownMemory(
            notes: notes.filter { $0.isPublic && hidden.isDisjoint(with: $0.placeIDs) },
            participation: participation.map { log in
                ParticipationLog(
                    log.records.filter { $0.isPublic && !($0.placeID.map(hidden.contains) ?? false) })
            })
    }
}

/// What people answered to a question of an earlier report.
public struct GivenAnswer: Sendable, Hashable {
    /// The stable id of the question.
    public var question: String
    /// The day of the answer.
    public var date: CalendarDate
    /// Who talked about it.
    public var circle: String
    /// What it means for the question.
    public var state: AnswerState
    /// What was said, without marks; empty where nothing is written down.
    public var text: String
    /// The ids of the quarters that it is about; empty for the whole town.
    public var quarterIDs: [String]
    /// Whether the public may read who talked about it and what was said.
    public var isPublic: Bool
    /// The id of its note.
    public var noteID: String

    /// Whether it is about a quarter or the whole town; with nil about the whole town.
    fileprivate func isAbout(_ quarter: String?) -> Bool {
        quarterIDs.isEmpty || quarter.map(quarterIDs.contains) ?? false
    }
}
