internal import Disclosure
internal import Features
internal import Indicators
internal import Town
internal import Wording

extension ReportContext {
    /// Two pages for a conversation about a quarter, or about the town: what people suppose comes before what the data
    /// show, which stands on the second page.
    func guidePage(_ quarter: Int?) -> HTMLNode {
        let subject = quarter.map(quarterName) ?? DataText(study.townName)
        let title = words("guide.title", ["subject": subject.shortened(to: 60)])
        return page(
            .guide, title: title,
            heading: [Tag.h1 { words.rich("guide.title", ["subject": subject.node(length: 60)]) }],
            navigation: [
                Tag.nav(.label(words("guide.back"))) {
                    Tag.ul {
                        if let quarter {
                            Tag.li { Tag.a(.href(.quarter(quarter))) { subject.node(length: 60) } }
                        }
                        Tag.li { Tag.a(.href(.town)) { words("nav.town") } }
                    }
                }
            ],
            content: [
                Tag.div(.class("sheet")) {
                    blanks(["date", "circle", "moderation"])
                    guideOpening()
                    guideAssumptions(quarter)
                    Tag.p(.class("turn")) { words("guide.turn") }
                },
                Tag.div(.class("sheet")) {
                    guideFigures(quarter)
                    guideQuestions(quarter)
                    guideAgreement()
                },
            ], footer: [Tag.p { words("guide.after") }])
    }

    /// Fields to write into by hand.
    private func blanks(_ keys: [String]) -> HTMLNode {
        Tag.p(.class("blanks")) {
            for key in keys {
                Tag.span(.class("blank")) { words("guide.\(key)") + ":" }
            }
        }
    }

    private func part(_ id: String, @HTMLBuilder content: () -> [HTMLNode]) -> HTMLNode {
        section(id, words("guide.\(id)"), content: content)
    }

    private func list(_ keys: [String]) -> HTMLNode {
        Tag.ul { keys.map { key in Tag.li { words("guide.\(key)") } } }
    }

    private func guideOpening() -> HTMLNode {
        part("opening") { list(["opening1", "opening2", "opening3", "opening4"]) }
    }

    // MARK: Before the figures

    /// The most assumptions that are shown, and how many lines there are to write on: together they fill the page.
    private static let mostAssumptions = 3
    private static let lines = 11

    private func guideAssumptions(_ quarter: Int?) -> HTMLNode {
        let written = notes(.assumption, on: quarter).suffix(ReportContext.mostAssumptions)
        return part("suppose") {
            Tag.p { words("guide.suppose_intro") }
            list(["suppose1", "suppose2", "suppose3"])
            if !written.isEmpty {
                Tag.p { words("guide.written") }
                Tag.ul {
                    for note in written {
                        Tag.li {
                            DataText(note.title).node(length: 120)
                            " ("
                            dateNode("\(note.date)")
                            ")"
                        }
                    }
                }
            }
            Tag.p { words("guide.we_suppose") }
            for _ in written.count..<ReportContext.lines { Tag.div(.class("line")) }
        }
    }

    // MARK: What the data say

    private func guideFigures(_ quarter: Int?) -> HTMLNode {
        part("show") {
            Tag.ul { guideFacts(quarter).map { fact in Tag.li { fact } } }
            Tag.p { Tag.strong { words("guide.show_not") } }
            list(["show_not1", "show_not2", "show_not3"])
        }
    }

    /// Residents, places, reach, what ends: a sentence each.
    private func guideFacts(_ quarter: Int?) -> [[HTMLNode]] {
        let area = quarter.map(quarterKey) ?? townKey
        let name = (quarter.map(quarterName) ?? DataText(study.townName)).node(length: 60)
        var facts: [[HTMLNode]] = []
        let residents = value(.residents, area, group: allResidents)
        switch residents?.number {
        case .none: facts.append(words.rich("guide.residents_unknown", ["subject": name]))
        case 0: facts.append(words.rich("guide.residents_none", ["subject": name]))
        default:
            facts.append(
                words.rich(
                    "guide.residents",
                    ["subject": name, "residents": .text(residents.map(roundedPersons) ?? "")]))
        }
        let places = quarter.map { placesOfQuarters[$0] } ?? Array(study.places.ids.indices)
        facts.append([
            .text(
                placesSentence(PlaceKind.allCases.map { kind in places.count { self.kind(ofPlace: $0) == kind } }))
        ])
        if let limit = middleLimit {
            for kind in reachedKinds {
                guard let share = middleShare(area, kind), share.number != nil else { continue }
                facts.append([
                    .text(words("guide.reach.\(kind.rawValue)", ["limit": within(limit), "share": plainShare(share)]))
                ])
            }
        }
        return facts + endingFact(quarter)
    }

    private func endingFact(_ quarter: Int?) -> [[HTMLNode]] {
        guard let offers = study.offers, let horizon = study.fundingHorizon else { return [] }
        let rows = offers.ids.indices.filter { row in
            quarter.map { study.quarters(ofOffer: row).contains($0) } ?? true
        }
        guard !rows.isEmpty else { return [] }
        let account = FundingAccount(rows.map { offers.funding[$0] }, from: study.periodStart, through: horizon)
        return [
            [
                .text(
                    words(
                        "guide.ending",
                        [
                            "m": numbers.number(Double(account.total)), "n": numbers.number(Double(account.ending)),
                            "k": numbers.number(Double(account.unknown)), "date": numbers.date("\(horizon)"),
                        ]))
            ]
        ]
    }

    // MARK: Questions and what is agreed

    /// The most questions of earlier reports, and of the report's own, that stand in the guide.
    private static let mostOpenQuestions = 2
    private static let mostQuestionsOfReport = 3

    /// What is still open, whether the assumptions hold, and the questions of the report; where people settled all of these,
    /// those that can be asked everywhere.
    private func guideQuestions(_ quarter: Int?) -> HTMLNode {
        let asked = leadingQuestions(
            quarter.map { .quarter($0) } ?? .town, most: ReportContext.mostQuestionsOfReport)
        return part("ask") {
            Tag.ol {
                for note in openAnswers(quarter, besides: asked).suffix(ReportContext.mostOpenQuestions) {
                    Tag.li {
                        DataText(note.title).node(length: 160)
                        stillOpen("\(note.date)")
                    }
                }
                for question in asked {
                    if let answer = question.answer {
                        Tag.li {
                            question.text
                            stillOpen(answer.on)
                        }
                    }
                }
                Tag.li { words("guide.ask1") }
                for question in asked where question.answer == nil { Tag.li { question.text } }
                if asked.isEmpty { for key in ["ask2", "ask3", "ask4"] { Tag.li { words("guide.\(key)") } } }
            }
        }
    }

    /// That a question was talked about on a day and is open.
    private func stillOpen(_ day: String) -> [HTMLNode] {
        [.text(" "), Tag.span(.class("note")) { words.rich("guide.still_open", ["date": dateNode(day)]) }]
    }

    /// The latest answers that leave their question open, but for questions that are asked anyway.
    private func openAnswers(_ quarter: Int?, besides asked: [ReflectionQuestion]) -> [Note] {
        let id = quarter.flatMap { study.quarters.ids[checked: $0] }
        let known = Set(asked.map(\.id))
        let latest = Set(study.memory.openAnswers(quarter: id).filter { !known.contains($0.question) }.map(\.noteID))
        return study.memory.notes.filter { latest.contains($0.id) }
    }

    /// The rows to fill in of what is agreed.
    private static let agreementRows = 4

    private func guideAgreement() -> HTMLNode {
        let columns = ["what", "urban_development", "integration", "until", "answer"]
        var table = DataTable(
            id: "table-agreed", caption: [.text(words("guide.agreed_table"))],
            columns: columns.map { .text(words("guide.column.\($0)")) })
        table.rows = (1...ReportContext.agreementRows).map { row in
            [[.text("\(row)")]]
                + columns.dropFirst().map { _ in [Tag.span(.class("spoken")) { words("guide.fill_in") }] }
        }
        return part("agreed") { table.node }
    }
}
