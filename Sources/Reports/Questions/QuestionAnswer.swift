internal import Disclosure
public import Town

/// What people answered to a question of an earlier report.
public struct QuestionAnswer: Sendable, Hashable {
    /// Where it stands with the question.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        /// Answered: the question does not come back.
        case settled
        /// Talked about, not answered: the question comes back with the date.
        case open
        /// Of no weight here: the question does not come back.
        case unimportant
    }

    /// The question's id, as the report shows it: `open_evening/quarter/q1`.
    public var question: String
    /// When it was talked about (ISO date).
    public var on: String
    /// Who talked about it: a round, never persons.
    public var circle: String?
    /// Where it stands.
    public var standing: Standing
    /// What was said.
    public var text: String?
    /// Whether circle and text may be public. The standing decides which questions come, in both editions.
    public var isPublic: Bool

    /// Makes an answer; internal unless said otherwise.
    public init(
        question: String, on: String, circle: String? = nil, standing: Standing, text: String? = nil,
        isPublic: Bool = false
    ) {
        self.question = question
        self.on = on
        self.circle = circle
        self.standing = standing
        self.text = text
        self.isPublic = isPublic
    }

    /// The answer of a note.
    public init(_ given: GivenAnswer) {
        let standing: Standing =
            switch given.state {
            case .settled: .settled
            case .open: .open
            case .unimportant: .unimportant
            }
        self.init(
            question: given.question, on: "\(given.date)", circle: given.circle, standing: standing,
            text: given.text.isEmpty ? nil : given.text, isPublic: given.isPublic)
    }
}

extension [QuestionAnswer] {
    /// The last answer to each question, by id; of two of one day the one given later.
    var latest: [String: QuestionAnswer] {
        Dictionary(self.map { ($0.question, $0) }) { first, second in second.on >= first.on ? second : first }
    }
}
