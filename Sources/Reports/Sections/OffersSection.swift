internal import Features
internal import Indicators
internal import Town

extension ReportContext {
    /// „Erfasst sind 24 Angebote. 9 sind dauerhaft finanziert …“: how long what there is will be there, for the first
    /// page. The number of offers of which nobody wrote it down is always said.
    func offersSummary() -> HTMLNode {
        Tag.p { sentences.joined(separator: " ") }
    }

    private var sentences: [String] {
        let horizon = study.fundingHorizon
        guard let offers = study.offers else {
            let places = study.places
            let unknown = places.ids.indices.count { (places.fundedUntil[checked: $0] ?? nil) == nil }
            return places.count == 0
                ? []
                : [words("offers.places_only", ["n": count(unknown), "m": count(places.count)])]
                    + placesSentence(through: horizon)
        }
        if offers.count == 0 { return [words("offers.none")] + placesSentence(through: horizon) }
        let account = FundingAccount(offers.funding, from: study.periodStart, through: horizon)
        var result = [counted("offers.count", account.total)]
        result.append(
            account.permanent == 0 ? words("offers.no_permanent") : counted("offers.permanent", account.permanent))
        if let horizon {
            let date = ["date": numbers.date("\(horizon)")]
            result.append(
                account.ending == 0 ? words("offers.no_ending", date) : counted("offers.ending", account.ending, date))
            if account.endingLater > 0 { result.append(counted("offers.later", account.endingLater)) }
        } else if account.endingLater > 0 {
            result.append(counted("offers.limited", account.endingLater))
        }
        result.append(
            account.unknown == 0
                ? words("offers.all_known")
                : words("offers.unknown", ["n": count(account.unknown), "m": count(account.total)]))
        if account.oneOff > 0 { result.append(counted("offers.one_off", account.oneOff)) }
        if account.ended > 0 { result.append(counted("offers.ended", account.ended)) }
        return result + placesSentence(through: horizon)
    }

    /// The places whose own funding ends by a day; nothing where none does.
    private func placesSentence(through horizon: CalendarDate?) -> [String] {
        guard let horizon else { return [] }
        let number = study.fundingEnds(from: study.periodStart).count { end in
            if case .place = end.subject { return end.day <= horizon }
            return false
        }
        return number == 0
            ? [] : [counted("offers.places", number, ["date": numbers.date("\(horizon)")])]
    }

    private func count(_ number: Int) -> String { numbers.number(Double(number)) }

    private func counted(_ key: String, _ number: Int, _ arguments: [String: String] = [:]) -> String {
        words.counted(key, number, shown: count(number), arguments)
    }

    // MARK: What ends when

    /// The rooms of the town and who has them when, and where the town has a single quarter all its offers; nothing where
    /// neither is recorded.
    @HTMLBuilder func townOffersSection() -> [HTMLNode] {
        let offers = onlyQuarter == nil ? nil : study.offers
        if study.rooms != nil || (offers?.count ?? 0) > 0 {
            section("offers", words(onlyQuarter == nil ? "rooms.heading" : "offers.quarter_heading")) {
                if let offers, offers.count > 0 {
                    offersTable(offers, Array(offers.ids.indices), caption: words("offers.town_table")).node
                }
                roomHours()
            }
        }
    }

    /// What ends when, and who decides; for the town.
    func townEndsSection() -> HTMLNode {
        section("ends", words("offers.heading")) {
            paragraph("offers.intro")
            if let offers = study.offers, offers.count > 0 { statesTable(offers).node }
            endsTable(
                study.fundingEnds(from: study.periodStart), among: study.offers.map { Array($0.ids.indices) } ?? [])
            fundedPart(townKey)
        }
    }

    /// The offers at the places of a quarter and its rooms; nothing where the town recorded neither.
    @HTMLBuilder func quarterOffersSection(_ quarter: Int) -> [HTMLNode] {
        let shown = offers(ofQuarter: quarter)
        if shown != nil || study.rooms != nil {
            section("offers", words("offers.quarter_heading")) {
                if let offers = study.offers, let shown {
                    if shown.isEmpty {
                        paragraph("offers.quarter_none")
                    } else {
                        offersTable(offers, shown, caption: words("offers.quarter_table")).node
                    }
                }
                quarterRooms(quarter)
            }
        }
    }

    /// What ends when in a quarter; nothing where the town has no offers and none of the quarter's places ends.
    @HTMLBuilder func quarterEndsSection(_ quarter: Int) -> [HTMLNode] {
        let ends = study.fundingEnds(from: study.periodStart).filter { end in
            switch end.subject {
            case .offer(let offer): study.quarters(ofOffer: offer).contains(quarter)
            case .place(let place): study.quarter(ofPlace: place) == quarter
            }
        }
        if study.offers != nil || !ends.isEmpty {
            section("ends", words("offers.heading")) {
                endsTable(ends, among: offers(ofQuarter: quarter) ?? [])
                fundedPart(quarterKey(quarter))
            }
        }
    }

    /// The offers at the places of a quarter; nil where the town recorded none at all.
    private func offers(ofQuarter quarter: Int) -> [Int]? {
        study.offers.map { offers in offers.ids.indices.filter { study.quarters(ofOffer: $0).contains(quarter) } }
    }

    /// The ends of funding, the earliest first, with a timeline of all these offers.
    @HTMLBuilder private func endsTable(_ ends: [FundingEnd], among offers: [Int]) -> [HTMLNode] {
        if ends.isEmpty {
            paragraph("offers.no_ends")
        } else {
            fundingTimeline(ends, offers: offers)
            endsRows(ends).node
        }
    }

    private func endsRows(_ ends: [FundingEnd]) -> DataTable {
        var table = DataTable(
            id: "table-ends", caption: [.text(words("offers.ends_table"))],
            columns: [
                .text(words("column.offer")), .text(words("column.where")), .text(words("column.until")),
                .text(words("column.decides")),
            ])
        for end in ends {
            switch end.subject {
            case .offer(let offer):
                table.rows.append([
                    offerName(offer), whereCell(offer), dateCell("\(end.day)"), decidersCell(offer),
                ])
            case .place(let place):
                let itself = Tag.span(.class("word")) { words("offers.place_itself") }
                table.rows.append([[itself], placeCell(place), dateCell("\(end.day)"), [missing(.noData)]])
            }
        }
        return table
    }

    /// How many offers are in each state of funding, by who decides.
    private func statesTable(_ offers: OfferTable) -> DataTable {
        let kinds = Funding.Kind.allCases
        var table = DataTable(
            id: "table-funding", caption: [.text(words("offers.states_table"))],
            columns: [.text(words("column.decides"))] + kinds.map { .number(words("column.\($0.rawValue)")) })
        func row(_ name: [HTMLNode], _ rows: [Int]) -> [[HTMLNode]] {
            [name]
                + kinds.map { kind in
                    let number = rows.count { offers.funding[$0].kind == kind }
                    return number == 0 ? [.text("–")] : [numberNode(Double(number))]
                }
        }
        for decider in FundingDecider.allCases {
            let rows = offers.ids.indices.filter { offers.deciders[$0].contains(decider) }
            if !rows.isEmpty { table.rows.append(row([.text(words("decider.\(decider.rawValue)"))], rows)) }
        }
        let silent = offers.ids.indices.filter { offers.deciders[$0].isEmpty }
        if !silent.isEmpty { table.rows.append(row([missing(.noData)], silent)) }
        table.strongRows = [table.rows.count]
        table.rows.append(row([.text(words("offers.all"))], Array(offers.ids.indices)))
        return table
    }

    private func offersTable(_ offers: OfferTable, _ rows: [Int], caption: String) -> DataTable {
        var table = DataTable(
            id: "table-offers", caption: [.text(caption)],
            columns: [
                .text(words("column.offer")), .text(words("column.offer_kind")), .text(words("column.where")),
                .text(words("column.hours")), .text(words("column.for_whom")), .text(words("column.languages")),
                .text(words("column.operator")), .text(words("column.funding")),
            ])
        for offer in rows {
            table.rows.append([
                offerName(offer), textCell(offers.kinds[offer]), whereCell(offer),
                textCell(offers.hours[offer].map(hours)),
                textCell(offers.targetGroups[offer].joined(separator: ", ")),
                textCell(offers.languages[offer].map(languageName).joined(separator: ", ")),
                operatorCell(offers.operators[offer], offers.operatorKinds[offer]),
                fundingCell(offers.funding[offer]),
            ])
        }
        return table
    }

    // MARK: Cells

    private func offerName(_ offer: Int) -> [HTMLNode] {
        let name = DataText(study.offers?.names[checked: offer] ?? "")
        return name.isEmpty ? [Tag.span(.class("word")) { words("offers.unnamed") }] : [name.node()]
    }

    /// The places of an offer, and whether it is mobile or a staff post.
    private func whereCell(_ offer: Int) -> [HTMLNode] {
        guard let offers = study.offers else { return [missing(.noData)] }
        var nodes: [HTMLNode] = []
        for place in offers.places(ofOffer: offer) {
            if !nodes.isEmpty { nodes.append(.text(", ")) }
            nodes += placeCell(Int(place))
        }
        for (isSo, key) in [(offers.isMobile, "offers.mobile"), (offers.isStaffPost, "offers.staff_post")]
        where isSo[checked: offer] ?? false {
            if !nodes.isEmpty { nodes.append(.text(", ")) }
            nodes.append(Tag.span(.class("word")) { words(key) })
        }
        return nodes.isEmpty ? [Tag.span(.class("word")) { words("offers.no_place") }] : nodes
    }

    func placeCell(_ place: Int) -> [HTMLNode] {
        let name = DataText(study.places.names[checked: place] ?? "")
        return name.isEmpty ? [Tag.span(.class("word")) { words("places.unnamed") }] : [name.node()]
    }

    private func decidersCell(_ offer: Int) -> [HTMLNode] {
        let deciders = study.offers?.deciders[checked: offer] ?? []
        if deciders.isEmpty { return [missing(.noData)] }
        return [.text(deciders.map { words("decider.\($0.rawValue)") }.joined(separator: ", "))]
    }

    /// Who runs something; a person is not named in public, only that it is one.
    func operatorCell(_ name: String?, _ kind: OperatorKind) -> [HTMLNode] {
        if name == nil, kind != .notRecorded {
            return [Tag.span(.class("word")) { words.text(ofKey: "operator_kind.\(kind.rawValue)") }]
        }
        return textCell(name)
    }

    private func fundingCell(_ funding: Funding) -> [HTMLNode] {
        switch funding {
        case .limited(let day?):
            words.rich("funding.limited_until", ["date": dateNode("\(day)")])
        case .oneOff(let day?):
            words.rich("funding.one_off_on", ["date": dateNode("\(day)")])
        case .notRecorded: [missing(.noData)]
        default: [.text(words("funding.\(funding.kind.rawValue)"))]
        }
    }
}
