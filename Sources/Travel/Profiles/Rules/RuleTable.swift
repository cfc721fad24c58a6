/// One line of a table: where all conditions hold, the effect holds.
public struct TagRule: Sendable, Hashable {
    /// What must hold, all of it; a rule without conditions always holds.
    public let conditions: [TagCondition]
    /// What then holds.
    public let effect: TagEffect

    /// A line of a table.
    package init(_ conditions: TagCondition..., then effect: TagEffect) {
        self.conditions = conditions
        self.effect = effect
    }
}

/// The rules of one mode of travel as ordered questions, each with its ordered rules. Of each question the first rule
/// that holds answers; where none holds, nothing stands against passing. The first refusal ends the questions; slownesses
/// of several questions are multiplied.
///
/// Values are compared in lower case and without blanks around them; of a list, `a;b`, the first counts.
public struct RuleTable: Sendable {
    /// One question to the tags.
    public struct Question: Sendable {
        /// What is asked: `permission`, `direction`, `surface` … The name of a text `profiles.question.NAME`.
        public let name: String
        /// The rules; the first that holds answers.
        public let rules: [TagRule]

        /// A question with its rules.
        package init(_ name: String, _ rules: [TagRule]) {
            self.name = name
            self.rules = rules
        }
    }

    /// The questions in order.
    public let questions: [Question]
    /// The keys that any rule asks for, ascending.
    public let keys: [String]
    /// The rules of each question, keys as index into ``keys``.
    private let steps: [[Step]]

    private struct Step: Sendable {
        /// Each with the index of its key.
        let conditions: [(key: Int, condition: TagCondition)]
        let effect: TagEffect
    }

    /// A table from its questions.
    package init(_ questions: [Question]) {
        self.questions = questions
        let conditions = questions.flatMap { $0.rules.flatMap(\.conditions) }
        let keys = Set(conditions.map(\.key)).sorted()
        self.keys = keys
        steps = questions.map { question in
            question.rules.map { rule in
                Step(
                    conditions: rule.conditions.map { (keys.firstIndex(of: $0.key) ?? 0, $0) }, effect: rule.effect)
            }
        }
    }

    /// What the table says about tags. O(tags + rules).
    func effect(of tags: TagSet) -> TagEffect {
        let values = values(of: tags)
        var effect = TagEffect.pass
        for rules in steps {
            let answer = rules.first { $0.conditions.allSatisfy { $0.condition.holds(for: values[$0.key]) } }
            if let answer { effect.add(answer.effect) }
            if effect.refusal != nil { break }
        }
        return effect
    }

    /// The value of each of the table's keys: both lists of keys ascend, so they are walked once together.
    private func values(of tags: TagSet) -> [String?] {
        var values = [String?](repeating: nil, count: keys.count)
        var next = 0
        for (key, value) in zip(tags.keys, tags.values) {
            while next < keys.count, keys[next] < key { next += 1 }
            guard next < keys.count else { break }
            if keys[next] == key { values[next] = TagMeasure.plain(value) }
        }
        return values
    }
}
