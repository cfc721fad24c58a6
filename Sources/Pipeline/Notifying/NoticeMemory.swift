internal import Features

/// What was told of before, so that nothing is told twice.
struct NoticeMemory: Codable, Sendable, Equatable {
    /// The form of the file.
    var format = 1
    /// The failure that was told of last, as the codes of its findings; nil since updates work.
    var failure: String?
    /// The ends of funding that were told of.
    var fundingEnds: [String] = []
    /// The ids of the results that were told of.
    var unanswered: [String] = []
    /// The messages that somebody did not take yet, the oldest first.
    var letters: [Letter] = []

    /// More messages than these are not kept: the oldest go.
    static let mostLetters = 10

    /// A message on its way.
    struct Letter: Codable, Sendable, Equatable {
        /// The subject of the mail.
        var subject: String
        /// The text of the mail.
        var text: String
        /// The body for the webhook.
        var body: String
        /// When it was written, seconds after 1970-01-01 00:00:00 UTC.
        var time: Int
        /// Whether the webhook is to get it still.
        var isForWebhook: Bool
        /// Whether the mail is to go out still.
        var isForMail: Bool
    }

    /// What tells an end of funding from others: an offer whose money was prolonged ends anew.
    static func key(_ end: ComingFundingEnd) -> String { "\(end.isPlace ? "p" : "o") \(end.id) \(end.day)" }

    /// What tells one failure from another.
    static func failure(of outcome: UpdateOutcome) -> String? {
        outcome.failure.map { $0.diagnostics.map(\.code.rawValue).joined(separator: " ") }
    }

    /// What was told of once a notice is on its way. What does not stand in the data any more is forgotten.
    func after(_ outcome: UpdateOutcome) -> NoticeMemory {
        var memory = self
        memory.failure = NoticeMemory.failure(of: outcome)
        guard outcome.failure == nil, !outcome.isFirstRun else { return memory }
        memory.fundingEnds = outcome.fundingEnds.map(NoticeMemory.key).sorted()
        memory.unanswered = outcome.unanswered.map(\.id).sorted()
        return memory
    }
}
