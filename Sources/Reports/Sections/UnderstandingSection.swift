internal import Indicators

extension ReportContext {
    /// What the town itself means by integration opens the report. Where it wrote nothing, three questions stand
    /// there, never a definition of ours.
    func understandingSection() -> HTMLNode {
        let understanding = input.understanding
        let paragraphs = understanding.text.split(separator: "\n").map { DataText(String($0)) }.filter { !$0.isEmpty }
        guard !paragraphs.isEmpty || !understanding.goals.isEmpty else { return questions() }
        return section("understanding", words("understanding.heading")) {
            if paragraphs.isEmpty {
                paragraph("understanding.only_goals")
            } else {
                Tag.blockquote { paragraphs.map { text in Tag.p { text.node(length: 4000) } } }
                adoption()
            }
            if !understanding.goals.isEmpty {
                Tag.h3 { words("understanding.goals") }
                Tag.ul(.class("goals")) { understanding.goals.map(goal) }
                goalTables(townKey)
            }
        }
    }

    private func adoption() -> [HTMLNode] { [Tag.p(.class("note")) { adoptionText() }] }

    /// Who adopted the understanding and when, or that nobody did.
    ///
    /// - Parameter ems: how wide each name may be; nil where there is room.
    func adoptionText(ems: Double? = nil) -> [HTMLNode] {
        let by = DataText(input.understanding.adoptedBy ?? "")
        let on = DataText(input.understanding.adoptedOn ?? "")
        let shown = ems.map(by.node(ems:)) ?? by.node()
        let day = ems.map { DataText(numbers.date(on.whole)).node(ems: $0) } ?? dateNode(on.whole)
        return switch (by.isEmpty, on.isEmpty) {
        case (false, false):
            words.rich(
                "understanding.adopted_by_on", ["by": shown, "on": day])
        case (false, true): words.rich("understanding.adopted_by", ["by": shown])
        case (true, false): words.rich("understanding.adopted_on", ["on": day])
        case (true, true): [.text(words("understanding.not_adopted"))]
        }
    }

    private func goal(_ goal: Understanding.Goal) -> HTMLNode {
        let indicators = goal.indicators.map { DataText($0).whole }
        return Tag.li {
            DataText(goal.text).node(length: 600)
            if !indicators.isEmpty {
                Tag.span(.class("note block")) {
                    words("understanding.indicators") + " "
                    for (index, indicator) in indicators.enumerated() {
                        if index > 0 { "; " }
                        if let known = IndicatorCatalogue.indicator(indicator) {
                            known.descriptor.text(.title, language)
                        } else {
                            DataText(indicator).node()
                        }
                    }
                }
            } else {
                Tag.span(.class("note block")) { words("understanding.no_indicator") }
            }
        }
    }

    private func questions() -> HTMLNode {
        section("understanding", words("understanding.heading")) {
            paragraph("understanding.empty")
            Tag.ol(.class("questions")) {
                for number in 1...3 {
                    Tag.li { words("understanding.question\(number)") }
                }
            }
            note("understanding.how")
        }
    }
}
