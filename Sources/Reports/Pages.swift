internal import Disclosure
internal import Indicators
internal import Town
internal import Wording

extension ReportContext {
    /// The town's page. The order of a report: what the town wants, whom it is about, what there is, who reaches it, who
    /// may meet, what ends, what changed, what to ask, and what all of it does not show.
    func townPage() -> HTMLNode {
        var sections = [understandingSection(), townPortrait(), townResidentsSection(), townPlacesSection()]
        sections += townOffersSection() + assumptionsSection(nil) + [townReachSection()] + encounterSection(townKey)
        sections += [townEndsSection(), focusAreasSection()] + otherAreasSections()
        sections += [changeSection(townKey)] + memorySections(nil) + questionsSection(.town)
        sections += [limitsSection(), findingsSection()] + droppedSection() + [methodSection(), sourcesSection()]
        return document(
            title: title, subtitle: words.rich("subtitle", ["period": DataText(study.period).node(length: 40)]),
            navigation: [
                Tag.nav(.class("contents"), .label(words("nav.contents"))) {
                    Tag.p(.class("nav-title")) { words("nav.contents") }
                    Tag.ul { contents(sections) }
                }
            ] + (onlyQuarter == nil ? [quartersNavigation(current: nil)] : []), sections: sections)
    }

    /// A quarter's page, in the order of the town's.
    func quarterPage(_ quarter: Int) -> HTMLNode {
        let name = quarterName(quarter)
        let area = quarterKey(quarter)
        var sections = quarterGoalsSection(quarter)
        sections.append(
            Tag.section(.id("portrait"), .labelledBy("portrait-heading")) {
                Tag.h2(.id("portrait-heading")) { words("quarter.heading") }
                Tag.p(.class("lead")) { quarterLead(quarter) }
                keyFigures(area, places: placesOfQuarters[quarter].count)
                plainFigures(area)
                quarterMap(quarter)
            })
        sections += [quarterResidentsSection(quarter), quarterPlacesSection(quarter)]
        sections += quarterOffersSection(quarter) + assumptionsSection(quarter) + [quarterReachSection(quarter)]
        sections += encounterSection(area)
        sections += quarterEndsSection(quarter) + [quarterAreasSection(quarter), changeSection(area)]
        sections += memorySections(quarter) + questionsSection(.quarter(quarter)) + [limitsSection()]
        sections.append(
            Tag.p(.class("note")) {
                words.rich("quarter.more", ["link": Tag.a(.href(.town)) { words("quarter.town_link") }])
            })
        return document(
            title: name,
            subtitle: words.rich(
                "quarter.subtitle",
                ["town": DataText(study.townName).node(), "period": DataText(study.period).node(length: 40)]),
            navigation: [quartersNavigation(current: quarter)], sections: sections)
    }

    private func quarterLead(_ quarter: Int) -> [HTMLNode] {
        let name = quarterName(quarter).node()
        var nodes: [HTMLNode]
        if isEmptyQuarter(quarter) {
            nodes = words.rich("quarter.lead_nobody", ["quarter": name])
        } else if let residents = value(.residents, quarterKey(quarter), group: allResidents), residents.number != nil {
            nodes = words.rich(
                "quarter.lead", ["quarter": name, "residents": .text(roundedPersons(residents))])
        } else {
            nodes = words.rich("quarter.lead_unknown", ["quarter": name])
        }
        let counts = PlaceKind.allCases.map { kind in
            placesOfQuarters[quarter].count { self.kind(ofPlace: $0) == kind }
        }
        nodes.append(.text(" " + placesSentence(counts)))
        nodes.append(.text(reachSentence(quarterKey(quarter))))
        return nodes
    }

    /// „In 500 m Entfernung (Luftlinie) liegt für knapp fünf von zehn Menschen ein Treffpunkt, für alle ein Alltagsort.“
    private func reachSentence(_ area: AreaKey) -> String {
        guard let limit = middleLimit else { return "" }
        let shares = reachedKinds.compactMap { kind -> String? in
            guard let share = middleShare(area, kind), let number = share.number, !saysNothing(share) else {
                return nil
            }
            return words("quarter.lead_reach.\(kind.rawValue)", ["share": self.share(number, share, area, kind)])
        }
        if shares.isEmpty { return "" }
        return " "
            + words("quarter.lead_reach", ["limit": within(limit), "shares": shares.joined(separator: ", ")])
    }

    /// „knapp fünf von zehn Menschen (zwischen 30 % und 52 % je nach Gehtempo)“: a share with its interval and with what it
    /// is at the speeds of the band, as far as there are such.
    private func share(_ number: Double, _ share: IndicatorValue, _ area: AreaKey, _ kind: PlaceKind) -> String {
        let text = tenths(number)
        switch (shareBounds(share), band(area, kind)) {
        case (let bounds?, let band?):
            let ends = ["low": bounds.low, "high": bounds.high, "slow": band.slow, "fast": band.fast]
            return text + " " + words("interval.band", ends)
        case (let bounds?, nil):
            return words("interval.between", ["value": text, "low": bounds.low, "high": bounds.high])
        case (nil, let band?):
            return text + " " + words("quarter.lead_band", ["low": band.slow, "high": band.fast])
        case (nil, nil): return text
        }
    }

    /// The same share at the slowest and the fastest speed of the band; nil without one.
    private func band(_ area: AreaKey, _ kind: PlaceKind) -> (slow: String, fast: String)? {
        guard let band = input.travel?.band, let slow = band.first, let fast = band.last,
            let low = middleShare(area, kind, kmh: slow)?.number, let high = middleShare(area, kind, kmh: fast)?.number,
            numbers.percent(low) != numbers.percent(high)
        else { return nil }
        return (numbers.percent(low), numbers.percent(high))
    }

    // MARK: Navigation

    /// The table of contents: the page for the council, a line for each section with its heading, the annex.
    private func contents(_ sections: [HTMLNode]) -> [HTMLNode] {
        let council = Tag.li { Tag.a(.href(.council)) { words("nav.council") } }
        let annex = Tag.li { Tag.a(.href(.annex)) { words("annex.title") } }
        return [council] + sections.compactMap(contentsEntry) + [annex]
    }

    private func contentsEntry(_ section: HTMLNode) -> HTMLNode? {
        guard case .element(.section, let attributes, let children) = section,
            let id = attributes.first(where: { $0.name == "id" })?.value,
            case .element(.h2, _, let heading)? = children.first
        else { return nil }
        return Tag.li { Tag.a(.href(.part(id))) { heading } }
    }

    private func quartersNavigation(current: Int?) -> HTMLNode {
        Tag.nav(.class("quarters"), .label(words("nav.quarters"))) {
            Tag.p(.class("nav-title")) { words("nav.quarters") }
            Tag.ul {
                if current != nil { Tag.li { Tag.a(.href(.town)) { words("nav.town") } } }
                for quarter in study.quarters.ids.indices {
                    Tag.li {
                        if quarter == current {
                            Tag.a(.href(.quarter(quarter)), .currentPage) { quarterEntry(quarter) }
                        } else {
                            Tag.a(.href(.quarter(quarter))) { quarterEntry(quarter) }
                        }
                    }
                }
            }
        }
    }

    private func quarterEntry(_ quarter: Int) -> [HTMLNode] {
        [Tag.span(.class("ordinal")) { "\(quarter + 1)\u{2002}" }, quarterName(quarter).node(length: 60)]
    }
}
