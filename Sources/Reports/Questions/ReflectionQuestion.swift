internal import Town

/// What a question is asked about.
enum QuestionArea: Sendable, Hashable {
    case town
    case quarter(Int)
}

/// What made a rule ask.
struct QuestionOccasion: Sendable {
    /// How much: the part of residents or offers that it is about, 0…1. Decides among questions of no special kind.
    var weight: Double
    /// What fills the blanks of the rule's texts.
    var arguments: [String: HTMLNode]
}

/// A question for reflection.
struct ReflectionQuestion: Sendable {
    /// The rule that asks.
    let rule: QuestionRule
    /// The stable id: the rule and the area, the same in every report: `open_evening/quarter/q1`, `own_part/town`.
    let id: String
    /// How much the occasion weighs, 0…1.
    let weight: Double
    /// The question.
    let text: [HTMLNode]
    /// What the data say to it.
    let because: [HTMLNode]
    /// The last answer, where the question is open.
    let answer: QuestionAnswer?
}

extension ReportContext {
    /// How many questions a report has at most.
    static let mostQuestions = 5

    /// The questions of a report: those left open before, one on a strength, one to the administration itself, and the
    /// weightiest others, at most five. Settled and unimportant ones do not come back. The same input gives the same
    /// questions in the same order.
    func reflectionQuestions(_ area: QuestionArea) -> [ReflectionQuestion] {
        let asked = QuestionRule.allCases.compactMap { question($0, area) }
        func candidates(_ kind: QuestionRule.Kind) -> [ReflectionQuestion] {
            let all = asked.filter { $0.rule.kind == kind }
            return all.filter { $0.answer != nil } + all.filter { $0.answer == nil }
        }
        let particular = [QuestionRule.Kind.strength, .administration].compactMap { candidates($0).first }
        // Sorting keeps the order of the rules where weights are equal.
        let others = candidates(.other).enumerated().sorted { first, second in
            let isOpen = (first.element.answer != nil, second.element.answer != nil)
            if isOpen.0 != isOpen.1 { return isOpen.0 }
            return (second.element.weight, first.offset) < (first.element.weight, second.offset)
        }.map(\.element)
        let chosen = particular + others.prefix(ReportContext.mostQuestions - particular.count)
        return QuestionRule.Kind.readingOrder.flatMap { kind in chosen.filter { $0.rule.kind == kind } }
    }

    /// A few of the questions of a report: a strength, the weightiest others, and one to the administration itself; more of the
    /// others where one of these is settled.
    func leadingQuestions(_ area: QuestionArea, most: Int) -> [ReflectionQuestion] {
        let all = reflectionQuestions(area)
        let others = all.filter { $0.rule.kind == .other }
        let particular = all.filter { $0.rule.kind != .other }
        let chosen = particular + others.prefix(max(0, most - particular.count))
        return all.filter { question in chosen.contains { $0.id == question.id } }
    }

    /// The question of a rule; nil where it finds no occasion, or where people settled it.
    private func question(_ rule: QuestionRule, _ area: QuestionArea) -> ReflectionQuestion? {
        let id = questionID(rule, area)
        let answer = latestAnswers[id]
        if let answer, answer.standing != .open { return nil }
        guard let occasion = occasion(rule, area) else { return nil }
        let arguments = occasion.arguments.merging(["area": areaPhrase(area)]) { own, _ in own }
        return ReflectionQuestion(
            rule: rule, id: id, weight: occasion.weight,
            text: words.rich("question.\(rule.rawValue).text", arguments),
            because: words.rich("question.\(rule.rawValue).because", arguments), answer: answer)
    }

    /// The stable id of a rule's question for an area.
    func questionID(_ rule: QuestionRule, _ area: QuestionArea) -> String {
        switch area {
        case .town: "\(rule.rawValue)/town"
        case .quarter(let quarter): "\(rule.rawValue)/quarter/\(study.quarters.ids[checked: quarter] ?? "")"
        }
    }

    /// „in Musterstadt“, „im Quartier Altstadt“: where it is asked about, with its preposition.
    private func areaPhrase(_ area: QuestionArea) -> HTMLNode {
        switch area {
        case .town:
            Tag.span { words.rich("question.area.town", ["name": DataText(study.townName).node(ems: 16)]) }
        case .quarter(let quarter):
            Tag.span { words.rich("question.area.quarter", ["name": quarterName(quarter).node(ems: 16)]) }
        }
    }
}

extension QuestionRule.Kind {
    /// A strength first, the administration's own part last.
    static let readingOrder: [QuestionRule.Kind] = [.strength, .other, .administration]
}
