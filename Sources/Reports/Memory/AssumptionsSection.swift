internal import Indicators
internal import Town

extension ReportContext {
    /// What people supposed before they saw the figures, with these beside it; nothing where nobody wrote an assumption
    /// down.
    ///
    /// - Parameter quarter: the quarter of the page; nil for the town's, which shows those of all quarters.
    func assumptionsSection(_ quarter: Int?) -> [HTMLNode] {
        let notes = notes(.assumption, on: quarter)
        if notes.isEmpty { return [] }
        return [
            section("assumptions", words("memory.assumptions")) {
                paragraph("memory.assumptions_intro")
                for note in notes {
                    noteCard(note, heading: .h3, on: quarter) { figuresBeside(note, on: quarter) }
                }
            }
        ]
    }

    /// The notes of a kind that a page shows: all of them on the town's page.
    func notes(_ kind: NoteKind, on quarter: Int?) -> [Note] {
        (quarter.map { notesOfQuarters[checked: $0] ?? [] } ?? study.memory.notes).filter { $0.kind == kind }
    }

    /// The figures of the indicators that an assumption belongs to, for what it is about.
    @HTMLBuilder private func figuresBeside(_ note: Note, on quarter: Int?) -> [HTMLNode] {
        if case .assumption(let indicators) = note.content, !indicators.isEmpty {
            let areas = areas(of: note, on: quarter)
            Tag.p(.class("nav-title")) { words("memory.figures") }
            Tag.dl(.class("facts")) {
                for indicator in indicators {
                    Tag.div {
                        Tag.dt {
                            Tag.a(.href(.indicator(indicator))) {
                                IndicatorCatalogue.indicator(indicator)?.descriptor.text(.title, language) ?? indicator
                            }
                        }
                        for area in areas { Tag.dd { figure(indicator, area, named: areas.count > 1) } }
                    }
                }
            }
            Tag.p(.class("note")) { words("memory.figures_note") }
        }
    }

    /// The most quarters whose figures stand beside one assumption.
    private static let mostAreas = 4

    private func areas(of note: Note, on quarter: Int?) -> [AreaKey] {
        if let quarter { return [quarterKey(quarter)] }
        let quarters = study.quarters(of: note).prefix(ReportContext.mostAreas).map(quarterKey)
        return quarters.isEmpty || onlyQuarter != nil ? [townKey] : quarters
    }

    /// What an indicator says of all residents of an area.
    private func figure(_ indicator: String, _ area: AreaKey, named: Bool) -> [HTMLNode] {
        var nodes: [HTMLNode] = []
        if named, let quarter = study.quarters.ids.firstIndex(of: area.id) {
            nodes += [quarterName(quarter).node(length: 60), .text(": ")]
        }
        let values = valuesBeside(indicator, area)
        if values.isEmpty { return nodes + [missing(.noData)] }
        for (index, value) in values.enumerated() {
            if index > 0 { nodes.append(.text("; ")) }
            if let category = value.category { nodes += [targetName(category), .text(" ")] }
            if let limit = catchment(of: value) { nodes.append(.text("(\(limit)) ")) }
            nodes += figureCell(value)
        }
        return nodes
    }

    /// The values that stand for an indicator: of all residents, for organised and everyday places where it tells both,
    /// within the limit that maps show, by the first profile. The annex has the others.
    private func valuesBeside(_ indicator: String, _ area: AreaKey) -> [IndicatorValue] {
        if indicator == Figure.coverageShare.rawValue {
            return reachedKinds.compactMap { middleShare(area, $0) }
        }
        let ofAll = figures(indicator, area).filter { $0.group == nil || $0.group == allResidents }
        let kinds = Set(PlaceKind.allCases.map(\.reachTarget))
        let ofKinds = ofAll.filter { $0.category.map(kinds.contains) ?? false }
        return Array((ofKinds.isEmpty ? ofAll : ofKinds).prefix(2))
    }

    private func targetName(_ id: String) -> HTMLNode {
        if ReachTarget.sums.contains(id) { return .text(words.text(ofKey: "target.\(id)")) }
        let category = study.places.categories.first { $0.id == id }
        return DataText(category?.name(language) ?? id).node(length: 60)
    }

}
