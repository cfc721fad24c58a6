internal import Disclosure
internal import Features
internal import Formats
internal import Indicators
public import Wording

/// What is said of an update.
public enum UpdateText {
    /// A few lines for a person; where it is to be brief, only of what somebody has to look at.
    public static func text(_ outcome: UpdateOutcome, _ language: Language, isBrief: Bool = false) -> String {
        let words = Catalogue.of(language)
        var lines = outcome.findings.filter { isBrief ? $0.severity == .error : isTold($0) }
            .map { $0.description(language) }
        guard !isBrief else { return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n" }
        let changed = outcome.changedInputs
        if outcome.lastGoodAt != nil {
            lines += changed.prefix(mostFiles).map {
                "  \(words.text("update.change.\($0.change.rawValue)")): \($0.path)"
            }
            if changed.count > mostFiles {
                lines.append("  " + words.text("update.more", ["n": "\(changed.count - mostFiles)"]))
            }
        }
        lines.append(
            words.text(
                "update.\(outcome.kind.rawValue)",
                ["folder": outcome.output, "inputs": words.counted("count.files", outcome.inputs.count)]))
        if outcome.kind == .computed, let run = outcome.run {
            lines.append(words.text(run.isNew ? "run.recorded" : "run.known", ["run": "\(run.number)"]))
        }
        lines += outcome.changes.prefix(mostFigures).map { "  " + line($0, language) }
        if outcome.changes.count > mostFigures {
            lines.append("  " + words.text("update.more", ["n": "\(outcome.changes.count - mostFigures)"]))
        }
        if !outcome.newMethods.isEmpty {
            lines.append(newMethods(outcome.newMethods, language))
        }
        lines += outcome.fundingEnds.map { words.text("update.funding_end", ["name": $0.name, "date": "\($0.day)"]) }
        if !outcome.unanswered.isEmpty { lines.append(words.counted("update.unanswered", outcome.unanswered.count)) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// One figure that changed, such as "Residents: 390 persons before, 490 persons now".
    static func line(_ change: HeadlineChange, _ language: Language) -> String {
        let name = FigureName.text(
            change.indicator, category: change.category, parameters: change.parameters, language)
        func number(_ value: Double) -> String { FigureNumber.text(value, unit: change.unit, language) }
        return Catalogue.of(language).text(
            "update.figure", ["name": name, "before": number(change.before), "after": number(change.after)])
    }

    /// The indicators whose figures do not compare any more.
    static func newMethods(_ ids: [String], _ language: Language) -> String {
        let titles = ids.map { FigureName.title($0, language) }
        return Catalogue.of(language).text("update.new_methods", ["names": titles.joined(separator: "; ")])
    }

    /// What stands in the report of the data is not said again; what belongs to the update is.
    private static func isTold(_ finding: Diagnostic) -> Bool {
        finding.severity == .error || finding.code.rawValue.hasPrefix("Q82") || finding.code == .countsNotProtected
    }

    private static let mostFiles = 10
    private static let mostFigures = 10

    /// The outcome as JSON.
    public static func json(_ outcome: UpdateOutcome, _ language: Language) -> String {
        func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
        func time(_ seconds: Int?) -> JSONValue { text(seconds.map(HistoryExport.time)) }
        let value: JSONValue = [
            "kind": .string(outcome.kind.rawValue), "town": .string(outcome.town), "period": .string(outcome.period),
            "started_at": time(outcome.startedAt), "last_good_at": time(outcome.lastGoodAt),
            "output": .string(outcome.output), "run": outcome.run.map { .integer($0.number) } ?? .null,
            "run_is_new": .boolean(outcome.run?.isNew ?? false),
            "previous_run": outcome.previousRun.map { .integer($0) } ?? .null,
            "first_run": .boolean(outcome.isFirstRun), "news": .boolean(outcome.isNews),
            "inputs": .array(
                outcome.inputs.map {
                    [
                        "path": .string($0.path), "role": .string($0.role.rawValue), "bytes": .integer($0.bytes),
                        "sha256": .string($0.sha256), "change": .string($0.change.rawValue),
                    ]
                }),
            "changes": .array(
                outcome.changes.map {
                    [
                        "indicator": .string($0.indicator), "parameters": .string($0.parameters),
                        "category": .string($0.category), "unit": .string($0.unit), "before": .number($0.before),
                        "after": .number($0.after),
                    ]
                }),
            "new_methods": .array(outcome.newMethods.map { .string($0) }),
            "shrunken_inputs": .array(
                outcome.shrunkenInputs.map {
                    ["kind": .string($0.kind), "before": .integer($0.before), "after": .integer($0.after)]
                }),
            "funding_ends": .array(
                outcome.fundingEnds.map {
                    [
                        "id": .string($0.id), "name": .string($0.name), "is_place": .boolean($0.isPlace),
                        "day": .string("\($0.day)"),
                    ]
                }),
            "unanswered": .array(
                outcome.unanswered.map {
                    [
                        "id": .string($0.id), "date": text($0.date.map { "\($0)" }), "quarter": text($0.quarter),
                        "result": text($0.result), "office": text($0.office),
                    ]
                }),
            "findings": .array(
                outcome.findings.map {
                    [
                        "code": .string($0.code.rawValue), "severity": .string($0.severity.rawValue),
                        "file": text($0.location?.file), "message": .string($0.message(language)),
                    ]
                }),
        ]
        return value.text(.indented) + "\n"
    }
}
