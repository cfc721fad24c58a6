internal import Features
internal import Town

extension NoteEntry {
    /// Reads the keys of a front matter.
    static func read(_ root: YAMLMapping, _ body: String, _ stem: String) -> NoteEntry? {
        let kind: NoteKind? = root.choice("kind", required: true)
        let title = root.text("title", required: true)
        let date = root.date("date", required: true)
        let id = root.node("id") == nil ? stem : ProjectFile.identifier(root, "id")
        var mentions: [Mention] = []
        let quarters = root.texts("quarters")
        mentions += quarters.map { Mention(subject: .quarter, path: $0.path, text: $0.text, location: $0.location) }
        // An answer is about a question, which is about a quarter or the town.
        let places = kind == .answer ? [] : root.texts("places")
        mentions += places.map { Mention(subject: .place, path: $0.path, text: $0.text, location: $0.location) }
        let isPublic = root.flag("public") ?? false
        let isShareable = root.flag("shareable") ?? false
        guard let kind else {
            // Without a kind nobody knows which of these keys may stand here; others may nowhere.
            for key in specialKeys { _ = root.node(key) }
            root.finish()
            return nil
        }
        let content = readContent(kind, root, &mentions)
        root.finish()
        guard let id, let title, let date, let content else { return nil }
        return NoteEntry(
            note: Note(
                id: id, title: title, date: date, quarterIDs: quarters.map(\.text), placeIDs: places.map(\.text),
                isPublic: isPublic, isShareable: isShareable, content: content, body: NoteText(markdown: body)),
            mentions: mentions, location: SourceLocation(file: root.location.file, line: 1))
    }

    /// The keys that only some kinds have.
    private static let specialKeys = [
        "indicators", "until", "offices", "trial", "goal", "decision", "status", "question", "circle", "state",
    ]

    private static func readContent(
        _ kind: NoteKind, _ root: YAMLMapping, _ mentions: inout [Mention]
    ) -> Note.Content? {
        switch kind {
        case .assumption:
            let indicators = root.texts("indicators")
            mentions += indicators.map {
                Mention(subject: .indicator, path: $0.path, text: $0.text, location: $0.location)
            }
            return .assumption(indicators: indicators.map(\.text))
        case .trial:
            return .trial(until: root.date("until"), offices: readOffices(root))
        case .learnt:
            return .learnt(trial: mention(.trial, "trial", root, &mentions))
        case .measure:
            let goal = mention(.goal, "goal", root, &mentions)
            let decision = root.text("decision")
            let offices = readOffices(root)
            let status: MeasureStatus? = root.choice("status", required: true)
            return status.map {
                .measure(Note.Measure(goal: goal, decision: decision, offices: offices, status: $0))
            }
        case .topic:
            return .topic(offices: readOffices(root))
        case .answer:
            let question = root.text("question", required: true)
            let circle = root.text("circle", required: true)
            let state: AnswerState? = root.choice("state", required: true)
            guard let question, let circle, let state else { return nil }
            return .answer(Note.Answer(question: question, circle: circle, state: state))
        }
    }

    private static func readOffices(_ root: YAMLMapping) -> ResponsibleOffices {
        guard let mapping = root.mapping("offices") else { return ResponsibleOffices() }
        let offices = ResponsibleOffices(
            urbanDevelopment: mapping.text("urban_development"), integration: mapping.text("integration"),
            others: mapping.texts("others").map(\.text))
        mapping.finish()
        return offices
    }

    /// The text of a key that names something.
    private static func mention(
        _ subject: Mention.Subject, _ key: String, _ root: YAMLMapping, _ mentions: inout [Mention]
    ) -> String? {
        guard let text = root.text(key) else { return nil }
        mentions.append(Mention(subject: subject, path: key, text: text, location: root.location(key)))
        return text
    }
}

extension YAMLMapping {
    /// A text or a list of texts, with the place of each; empty where the key is missing, empty or wrong.
    func texts(_ key: String) -> [(text: String, path: String, location: SourceLocation)] {
        guard let node = node(key) else { return [] }
        guard case .sequence(let items) = node.content else {
            return text(key).map { [($0, path(key), node.location)] } ?? []
        }
        return items.enumerated().compactMap { number, item in
            let path = "\(path(key))[\(number + 1)]"
            guard let text = YAMLMapping.text(of: item, path: path, findings) else { return nil }
            if text.allSatisfy(\.isWhitespace) {
                findings.refuse(path, at: item.location, "empty")
                return nil
            }
            return (text, path, item.location)
        }
    }
}
