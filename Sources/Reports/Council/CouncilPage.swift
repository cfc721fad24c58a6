internal import Disclosure
internal import Features
internal import Indicators
internal import Town
internal import Wording

extension ReportContext {
    /// The page for the council: one sheet of A4 in the report's language.
    func councilPage() -> String { PageTemplate.council.render(councilContent) }

    /// The blanks of the page's template.
    var councilContent: [String: TemplateContent] {
        let understanding = input.understanding
        let text = DataText(understanding.text)
        let goals = understanding.goals.map { DataText($0.text) }.filter { !$0.isEmpty }.prefix(CouncilLength.goals)
        let ends = councilEnds
        let titleLength = input.look.logo == nil ? CouncilLength.title : CouncilLength.titleBesideLogo
        let heading = words("council.title", ["town": DataText(study.townName).shortened(ems: titleLength)])
        let questions = leadingQuestions(.town, most: CouncilLength.questions)
        return [
            "language": .text(language.rawValue),
            "head": .nodes([
                PageHead.node(title: heading, style: CouncilStyle.screen, print: CouncilStyle.print, look: input.look)
            ]),
            "logo": .nodes(logo), "internal": .flag(input.edition == .internal),
            "edition": .text(words(input.edition == .internal ? "edition.internal" : "edition.public")),
            "title": .nodes(
                words.rich("council.title", ["town": DataText(study.townName).node(ems: titleLength)])),
            "subtitle": .nodes(
                words.rich(
                    "council.subtitle", ["period": DataText(study.period).node(ems: CouncilLength.period)])),
            "headingUnderstanding": .text(words("understanding.heading")),
            "understanding": text.isEmpty
                ? .text("") : .nodes([text.node(ems: CouncilLength.understanding)]),
            "noUnderstanding": .text(
                words(goals.isEmpty ? "council.no_understanding" : "understanding.only_goals")),
            "adoption": text.isEmpty ? .text("") : .nodes(adoptionText(ems: CouncilLength.name)),
            "hasGoals": .flag(!goals.isEmpty),
            "goals": .list(goals.map { ["goal": .nodes([$0.node(ems: CouncilLength.goal)])] }),
            "headingPlaces": .text(words("council.heading.places")), "map": .nodes([councilMap()]),
            "legend": .nodes(councilLegend),
            "headingFigures": .text(words("council.heading.figures")),
            "figures": .list(councilFigures.map(\.content)),
            "headingEnds": .text(words("council.heading.ends")), "hasEnds": .flag(!ends.isEmpty),
            "ends": .list(ends.prefix(CouncilLength.ends).map(endContent)), "endsNote": .text(endsNote(ends)),
            "headingParticipation": .text(words("council.heading.participation")),
            "participation": .text(
                study.memory.participation.map(participationSummary) ?? words("council.no_participation")),
            "headingUnknown": .text(words("council.heading.unknown")),
            "unknown": .list(councilUnknown.prefix(CouncilLength.unknown).map { ["sentence": .text($0)] }),
            "headingQuestions": .text(words("council.heading.questions")),
            "questions": .list(questions.map(questionContent)),
            "headingProposal": .text(words("council.heading.proposal")),
            "proposal": .text(words("council.proposal")), "proposalBy": .text(words("council.proposal_by")),
            "footer": .nodes(
                words.rich(
                    "footer", ["version": DataText(input.provenance.toolVersion).node(ems: CouncilLength.period)])),
            "more": .nodes(
                words.rich("council.more", ["link": Tag.a(.href(.town)) { words("council.more_link") }])),
        ]
    }

    // MARK: What ends

    /// The ends of funding until the end of the year after the period, the earliest first.
    private var councilEnds: [FundingEnd] {
        let ends = study.fundingEnds(from: study.periodStart)
        return study.fundingHorizon.map { horizon in ends.filter { $0.day <= horizon } } ?? ends
    }

    private func endContent(_ end: FundingEnd) -> [String: TemplateContent] {
        var what: [HTMLNode]
        var decides = status(.noData)
        switch end.subject {
        case .offer(let offer):
            let name = DataText(study.offers?.names[checked: offer] ?? "")
            what = name.isEmpty ? [.text(words("offers.unnamed"))] : [name.node(ems: CouncilLength.offer)]
            let place = study.offers?.places(ofOffer: offer).first.flatMap { study.places.names[checked: Int($0)] }
            let placeName = DataText(place ?? "")
            if !placeName.isEmpty {
                let left = CouncilLength.offer - min(CouncilLength.offer, estimatedWidth(of: name.whole, fontSize: 1))
                what += [.text(", "), placeName.node(ems: CouncilLength.place + left)]
            }
            let deciders = study.offers?.deciders[checked: offer] ?? []
            if !deciders.isEmpty {
                decides = deciders.map { words("decider.\($0.rawValue)") }.joined(separator: ", ")
            }
        case .place(let place):
            let name = DataText(study.places.names[checked: place] ?? "")
            what = name.isEmpty ? [.text(words("places.unnamed"))] : [name.node(ems: CouncilLength.offer)]
        }
        return [
            "date": .text(numbers.date("\(end.day)")), "what": .nodes(what),
            "decides": .text(
                words("council.decides", ["who": DataText(decides).shortened(ems: CouncilLength.deciders)])),
        ]
    }

    private func endsNote(_ ends: [FundingEnd]) -> String {
        let horizon = study.fundingHorizon.map { numbers.date("\($0)") }
        if ends.isEmpty { return horizon.map { words("council.no_ends", ["date": $0]) } ?? words("offers.no_ends") }
        let more = ends.count - CouncilLength.ends
        return more > 0
            ? words.counted("council.more_ends", more, shown: numbers.number(Double(more)))
            : words("council.all_ends")
    }

    // MARK: What is not known, and questions

    /// What these data do not show, with how much nobody recorded.
    private var councilUnknown: [String] {
        var sentences = [words("council.unknown.use")]
        let places = study.places.ids.indices.filter { kind(ofPlace: $0) != .service }
        let silent = places.count { (study.places.hours[checked: $0] ?? nil) == nil }
        if silent > 0 {
            sentences.append(words("council.unknown.hours", counts(silent, of: places.count)))
        }
        if let offers = study.offers, offers.count > 0 {
            let account = FundingAccount(offers.funding, from: study.periodStart, through: study.fundingHorizon)
            if account.unknown > 0 {
                sentences.append(words("council.unknown.funding", counts(account.unknown, of: account.total)))
            }
        } else {
            sentences.append(words("council.unknown.offers"))
        }
        if study.rooms == nil { sentences.append(words("council.unknown.rooms")) }
        if input.travel == nil { sentences.append(words("council.unknown.straight_line")) }
        if input.confirmation == nil { sentences.append(words("council.unknown.unconfirmed")) }
        if let hidden = input.publication.protection?.hiddenCount, hidden > 0 {
            sentences.append(words("council.unknown.protected"))
        }
        sentences.append(words("council.unknown.unlisted"))
        return sentences
    }

    private func counts(_ count: Int, of total: Int) -> [String: String] {
        ["n": numbers.number(Double(count)), "m": numbers.number(Double(total))]
    }

    private func questionContent(_ question: ReflectionQuestion) -> [String: TemplateContent] {
        [
            "question": .nodes(question.text), "because": .nodes(question.because),
            "offices": .text(words("question.offices", ["offices": officesText(question.rule)])),
        ]
    }
}
