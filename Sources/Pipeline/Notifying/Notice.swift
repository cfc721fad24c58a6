internal import Disclosure
internal import Features
internal import Formats
internal import Wording

/// What people who are not watching are to hear of an update.
struct Notice: Sendable, Equatable {
    /// The update.
    let outcome: UpdateOutcome
    /// Whether it failed in another way than the last one that was told of.
    let isNewFailure: Bool
    /// Whether updates work again after a failure that was told of.
    let isRecovery: Bool
    /// The ends of funding that were not told of yet.
    let fundingEnds: [ComingFundingEnd]
    /// The results without an answer that were not told of yet.
    let unanswered: [UnansweredResult]

    /// What of an update is to be told; nil where it is nothing: on a first run, where figures changed by no more than the
    /// stated tolerance, and where it was told before.
    init?(_ outcome: UpdateOutcome, known: NoticeMemory) {
        self.outcome = outcome
        isNewFailure = outcome.failure != nil && known.failure != NoticeMemory.failure(of: outcome)
        isRecovery = outcome.failure == nil && known.failure != nil
        // What comes is told of even where nothing changed, but with the first run there is no one yet who knows the figures.
        let isFirst = outcome.isFirstRun || outcome.failure != nil
        fundingEnds = isFirst ? [] : outcome.fundingEnds.filter { !known.fundingEnds.contains(NoticeMemory.key($0)) }
        unanswered = isFirst ? [] : outcome.unanswered.filter { !known.unanswered.contains($0.id) }
        let hasNews = outcome.failure == nil && outcome.isNews
        guard isNewFailure || isRecovery || hasNews || !fundingEnds.isEmpty || !unanswered.isEmpty else { return nil }
    }

    /// The subject of a mail.
    func subject(_ language: Language) -> String {
        let words = Catalogue.of(language)
        let key =
            isNewFailure
            ? "failed"
            : !outcome.changes.isEmpty || !outcome.newMethods.isEmpty
                ? "changed"
                : !outcome.shrunkenInputs.isEmpty ? "shrank" : isRecovery ? "recovered" : "coming"
        return words.text("notice.subject.\(key)", ["town": outcome.town])
    }

    /// What is told, as lines of text.
    func text(_ language: Language) -> String {
        let words = Catalogue.of(language)
        var lines: [String] = []
        func add(_ heading: String, _ items: [String]) {
            guard !items.isEmpty else { return }
            lines += (lines.isEmpty ? [] : [""]) + [words.text("notice." + heading)]
            lines += items.prefix(Notice.mostItems).map { "- " + $0 }
            if items.count > Notice.mostItems {
                lines.append(words.text("update.more", ["n": "\(items.count - Notice.mostItems)"]))
            }
        }
        if isRecovery { lines.append(words.text("notice.recovered")) }
        if let failure = outcome.failure { add("failed", failure.diagnostics.map { $0.description(language) }) }
        add("changes", outcome.changes.map { UpdateText.line($0, language) })
        add("new_methods", outcome.newMethods.map { FigureName.title($0, language) })
        add(
            "shrunken",
            outcome.shrunkenInputs.map {
                words.text(
                    "notice.shrunken_input",
                    ["input": $0.kind, "before": "\($0.before)", "after": "\($0.after)"])
            })
        add("funding_ends", fundingEnds.map { "\($0.day): \($0.name)" })
        add(
            "unanswered",
            unanswered.map {
                [$0.date.map { "\($0)" }, $0.quarter, $0.result].compactMap(\.self).joined(separator: " · ")
            })
        lines += ["", words.text("notice.internal")]
        return lines.joined(separator: "\n") + "\n"
    }

    /// What is told, for programs.
    func json(_ language: Language) -> JSONValue {
        [
            "format": "quartier-notice/1", "town": .string(outcome.town), "period": .string(outcome.period),
            "kind": .string(outcome.kind.rawValue), "at": .string(HistoryExport.time(outcome.startedAt)),
            "run": outcome.run.map { .integer($0.number) } ?? .null,
            "subject": .string(subject(language)), "text": .string(text(language)),
            "changes": .array(
                outcome.changes.map {
                    [
                        "indicator": .string($0.indicator), "parameters": .string($0.parameters),
                        "category": .string($0.category), "unit": .string($0.unit), "before": .number($0.before),
                        "after": .number($0.after),
                    ]
                }),
            "new_methods": .array(outcome.newMethods.map { .string($0) }),
            "funding_ends": .array(
                fundingEnds.map { ["id": .string($0.id), "name": .string($0.name), "day": .string("\($0.day)")] }),
            "unanswered": .array(unanswered.map { .string($0.id) }),
        ]
    }

    /// More items of one kind than these are counted.
    private static let mostItems = 30
}
