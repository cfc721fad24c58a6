internal import Disclosure
internal import Town

extension ReportContext {
    /// The questions for reflection of a report; nothing where people settled all of them.
    @HTMLBuilder func questionsSection(_ area: QuestionArea) -> [HTMLNode] {
        let questions = reflectionQuestions(area)
        if !questions.isEmpty {
            section("questions", words("question.heading")) {
                paragraph("question.intro")
                Tag.ol(.class("reflection")) { questions.map(entry) }
                note("question.how")
            }
        }
    }

    private func entry(_ question: ReflectionQuestion) -> HTMLNode {
        Tag.li {
            if question.rule.kind != .other {
                Tag.p(.class("note")) { words("question.kind.\(question.rule.kind.rawValue)") }
            }
            Tag.p(.class("question")) { question.text }
            Tag.p { question.because }
            if let answer = question.answer { answerNote(answer) }
            Tag.p(.class("note")) {
                words("question.offices", ["offices": officesText(question.rule)]) + " · "
                Tag.code { DataText(question.id).node(length: 80) }
            }
        }
    }

    /// That the question was talked about and is open; who did and what was said only where the edition may show it.
    private func answerNote(_ answer: QuestionAnswer) -> HTMLNode {
        let isShown = input.edition == .internal || answer.isPublic
        let circle = DataText(isShown ? answer.circle ?? "" : "")
        let text = DataText(isShown ? answer.text ?? "" : "")
        return Tag.p(.class("note")) {
            circle.isEmpty
                ? words.rich("question.open", ["date": dateNode(answer.on)])
                : words.rich("question.open_circle", ["date": dateNode(answer.on), "circle": circle.node(length: 80)])
            if !text.isEmpty {
                " "
                text.node(length: 300)
            }
        }
    }

    /// The offices of a rule in a list.
    func officesText(_ rule: QuestionRule) -> String {
        rule.offices.map { words("office.\($0.rawValue)") }.joined(separator: ", ")
    }
}
