internal import Formats
internal import Travel
internal import Wording

/// A profile of travel as people and programs read it.
struct ProfileSheet {
    let profile: TravelProfile
    let texts: Catalogue

    private var name: String { texts.text("profile.\(profile.id).name") }
    private var about: String { texts.text("profile.\(profile.id).about") }

    /// The profile on one line.
    var line: String {
        let id = profile.id.padded(to: 12) + "\(ProfileSheet.plain(profile.speed)) km/h".padded(to: 10)
        return id + name + "\n"
    }

    /// The profile with its rules as a table.
    var text: String {
        var lines = [name, about, ""]
        lines.append(
            texts.text(
                "profiles.speed",
                [
                    "speed": ProfileSheet.plain(profile.speed),
                    "milliseconds": ProfileSheet.plain(profile.millisecondsPerMetre),
                ]))
        lines.append(
            texts.text("profiles.leg", ["milliseconds": ProfileSheet.plain(profile.legMillisecondsPerMetre)]))
        lines.append(
            texts.text("profiles.slope", ["model": texts.text("profiles.slope.\(profile.slopeModel.rawValue)")]))
        if let steepest = profile.steepestSlope {
            lines.append(texts.text("profiles.steepest", ["percent": ProfileSheet.plain(steepest * 100)]))
        }
        lines += ["", texts.text("profiles.how")]
        for (key, table) in tables {
            lines += ["", texts.text("profiles.\(key)").uppercased()]
            for question in table.questions { lines += rows(of: question) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The profile without its rules.
    var summary: JSONValue {
        .object([
            JSONValue.Member("id", .string(profile.id)), JSONValue.Member("name", .string(name)),
            JSONValue.Member("about", .string(about)),
            JSONValue.Member("kilometresPerHour", .number(profile.speed)),
            JSONValue.Member("millisecondsPerMetre", .number(profile.millisecondsPerMetre)),
            JSONValue.Member("legMillisecondsPerMetre", .number(profile.legMillisecondsPerMetre)),
            JSONValue.Member("slopeModel", .string(profile.slopeModel.rawValue)),
            JSONValue.Member("steepestSlope", profile.steepestSlope.map { .number($0) } ?? .null),
        ])
    }

    /// The profile with its rules.
    var json: JSONValue {
        guard case .object(let members) = summary else { return summary }
        return .object(members + tables.map { key, table in JSONValue.Member(key, .array(table.questions.map(json))) })
    }

    private var tables: [(String, RuleTable)] { [("ways", profile.wayRules), ("nodes", profile.nodeRules)] }

    /// A question and its rules, the effects in a column of their own; a long condition has the effect below it.
    private func rows(of question: RuleTable.Question) -> [String] {
        let width = 48
        var lines = ["  " + texts.text("profiles.question.\(question.name)")]
        for rule in question.rules {
            let condition = condition(rule)
            let effect = effect(rule.effect)
            if condition.count < width {
                lines.append("    " + condition.padded(to: width) + effect)
            } else {
                lines += ["    " + condition, "    " + "".padded(to: width) + effect]
            }
        }
        return lines
    }

    private func condition(_ rule: TagRule) -> String {
        rule.conditions.isEmpty
            ? texts.text("profiles.always") : rule.conditions.map(\.description).joined(separator: ", ")
    }

    private func effect(_ effect: TagEffect) -> String {
        if let refusal = effect.refusal {
            return texts.text("profiles.effect.closed", ["reason": texts.text("refusal.\(refusal.rawValue)")])
        }
        var parts: [String] = []
        if effect.isOnFoot { parts.append(texts.text("profiles.effect.on_foot")) }
        if effect.slowness > 1 {
            parts.append(texts.text("profiles.effect.slow", ["factor": ProfileSheet.plain(effect.slowness)]))
        }
        if effect.closesBackward { parts.append(texts.text("profiles.effect.forward")) }
        if effect.closesForward { parts.append(texts.text("profiles.effect.backward")) }
        if !effect.unrecorded.isEmpty {
            let traits = effect.unrecorded.names.map { texts.text("trait.\($0)") }.joined(separator: ", ")
            parts.append(texts.text("profiles.effect.unrecorded", ["traits": traits]))
        }
        if effect.delaySeconds > 0 {
            parts.append(texts.text("profiles.effect.delay", ["seconds": ProfileSheet.plain(effect.delaySeconds)]))
        }
        return parts.isEmpty ? texts.text("profiles.effect.pass") : parts.joined(separator: ", ")
    }

    private func json(_ question: RuleTable.Question) -> JSONValue {
        .object([
            JSONValue.Member("question", .string(question.name)),
            JSONValue.Member(
                "rules",
                .array(
                    question.rules.map { rule in
                        .object([
                            JSONValue.Member("conditions", .array(rule.conditions.map { .string($0.description) })),
                            JSONValue.Member("effect", json(rule.effect)),
                        ])
                    })
            ),
        ])
    }

    private func json(_ effect: TagEffect) -> JSONValue {
        .object([
            JSONValue.Member("refusal", effect.refusal.map { .string($0.rawValue) } ?? .null),
            JSONValue.Member("slowness", .number(effect.slowness)),
            JSONValue.Member("onFoot", .boolean(effect.isOnFoot)),
            JSONValue.Member("forward", .boolean(!effect.closesForward)),
            JSONValue.Member("backward", .boolean(!effect.closesBackward)),
            JSONValue.Member("notRecorded", .array(effect.unrecorded.names.map { .string($0) })),
            JSONValue.Member("delaySeconds", .number(effect.delaySeconds)),
        ])
    }

    /// A number without superfluous zeros.
    private static func plain(_ number: Double) -> String {
        let text = "\(number)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

extension String {
    /// The text with blanks behind it up to a width; at least one.
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(1, width - count))
    }
}
