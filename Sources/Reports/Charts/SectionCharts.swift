internal import Features
internal import Indicators
internal import Town

extension ReportContext {
    /// The share of all residents, then of each group, with a meeting place in reach, with what it lies between: side by
    /// side on one scale.
    func reachOfGroupsChart(_ area: AreaKey) -> [HTMLNode] {
        guard let limit = middleLimit, let kind = reachedKinds.first, showsGroups,
            let table = limits.firstIndex(of: limit)
        else { return [] }
        let bars = study.groups.indices.map { group in
            (
                label: groupName(group).whole,
                value: chartValue(
                    .coverageShare,
                    value(
                        .coverageShare, area, group: study.groups[group].id, category: kind.reachTarget, within: limit))
            )
        }
        guard bars.contains(where: { $0.value.number != nil }) else { return [] }
        return chartFigure(
            BarChart(
                id: "chart-reach", title: words("chart.reach.\(kind.rawValue)", ["limit": within(limit)]),
                rowTitle: words("column.group"), column: words("chart.reach.column"), unit: .share, bars: bars,
                isFirstApart: true),
            note: words("chart.reach.note"), seeTable: "table-reach-groups-\(table + 1)")
    }

    /// So many quarters fit into a chart with a row for each.
    private static let mostRows = 24

    /// The share of all residents with a place of each kind in reach, quarter by quarter in the order of the file.
    func reachOfQuartersChart() -> [HTMLNode] {
        guard let limit = middleLimit, onlyQuarter == nil, study.quarters.count <= ReportContext.mostRows else {
            return []
        }
        let kinds = reachedKinds
        let rows = study.quarters.ids.indices.map { quarter in
            ChartRow(
                label: "\(quarter + 1) " + quarterName(quarter).whole,
                values: kinds.map { chartValue(.coverageShare, middleShare(quarterKey(quarter), $0)) })
        }
        guard rows.contains(where: { $0.values.contains { $0.number != nil } }) else { return [] }
        return chartFigure(
            DotPlot(
                id: "chart-quarters", title: words("chart.quarters", ["limit": within(limit)]),
                rowTitle: words("column.quarter"), columns: kinds.map { words("place_kind.\($0.rawValue)") },
                unit: .share, kinds: kinds, rows: rows),
            note: words("portrait.order"), seeTable: "table-quarters")
    }

    /// How the share of each group is spread over the quarters, without their names, beside the town's.
    func sharesOfQuartersChart() -> [HTMLNode] {
        let groups = study.groups.indices.dropFirst()
        guard showsGroups, study.quarters.count >= 5 else { return [] }
        let rows = groups.map { group in
            ChartRow(
                label: groupName(group).whole,
                values: study.quarters.ids.indices.map { quarter in
                    chartValue(.groupShare, value(.groupShare, quarterKey(quarter), group: study.groups[group].id))
                })
        }
        guard rows.contains(where: { $0.values.contains { $0.number != nil } }) else { return [] }
        return chartFigure(
            StripPlot(
                id: "chart-shares", title: words("chart.shares"), rowTitle: words("column.group"),
                columns: study.quarters.ids.indices.map { quarterName($0).whole }, unit: .share, rows: rows,
                wholes: groups.map { chartValue(.groupShare, value(.groupShare, townKey, group: study.groups[$0].id)) },
                wholeName: words("town_total")), note: words("chart.shares.note"), seeTable: "table-group-shares")
    }

    /// How evenly places lie among people, if the people of every quarter are shown.
    func placesAmongPeopleChart() -> [HTMLNode] {
        guard onlyQuarter == nil, study.quarters.count >= 5 else { return [] }
        let people = study.quarters.ids.indices.compactMap {
            value(.residents, quarterKey($0), group: allResidents)?.number
        }
        guard people.count == study.quarters.count else { return [] }
        let curves = [PlaceKind.organised, .everyday].map { kind in
            LorenzCurve(
                name: words("place_kind.\(kind.rawValue)"), people: people,
                amounts: study.quarters.ids.indices.map {
                    value(.placeCount, quarterKey($0), category: kind.reachTarget)?.number ?? 0
                })
        }
        let chart = LorenzChart(
            id: "chart-lorenz", title: words("chart.lorenz"), rowTitle: words("chart.lorenz.first"),
            people: words("chart.lorenz.people"), amount: words("chart.lorenz.places"), curves: curves, numbers: numbers
        )
        return chart.curves.isEmpty ? [] : chartFigure(chart, note: words("chart.lorenz.note"))
    }

    /// How many people lived in the quarters in the first and the last year of a series.
    func residentsThenAndNowChart() -> [HTMLNode] {
        guard let series = study.quarterSeries, onlyQuarter == nil, study.quarters.count <= ReportContext.mostRows
        else { return [] }
        let years = series.years(ofGroups: [0])
        guard let first = years.first, let last = years.last, first < last else { return [] }
        func chartValue(_ year: Int, _ quarter: Int) -> ChartValue {
            guard let count = series.count(year: year, group: 0, quarter: quarter) else {
                return .missing(status(.noData))
            }
            return .number(count, text: numbers.number(count))
        }
        return chartFigure(
            SlopeChart(
                id: "chart-years", title: words("chart.years", ["first": "\(first)", "last": "\(last)"]),
                rowTitle: words("column.quarter"), before: "\(first)", after: "\(last)",
                unit: .number(words("column.persons")),
                rows: study.quarters.ids.indices.map { quarter in
                    (quarterName(quarter).whole, chartValue(first, quarter), chartValue(last, quarter))
                }), note: words("chart.years.note"))
    }

    // MARK: What ends when

    /// What ends when: the offers and places of each end, then what lasts and what nobody wrote down.
    ///
    /// - Parameters:
    ///   - ends: the ends to show, the earliest first.
    ///   - offers: the offers among which those without an end are counted.
    func fundingTimeline(_ ends: [FundingEnd], offers rows: [Int]) -> [HTMLNode] {
        guard let start = study.periodStart, let first = ends.first else { return [] }
        var entries = bundled(ends).map { bundle in
            TimelineChart.Entry(
                label: label(bundle), end: .day(bundle.last),
                text: words.counted(
                    "chart.timeline.count", bundle.ends.count, shown: numbers.number(Double(bundle.ends.count))))
        }
        let funding = rows.compactMap { study.offers?.funding[checked: $0] }
        for (kind, end) in [(Funding.Kind.permanent, TimelineChart.End.open), (.notRecorded, .unknown)] {
            let count = funding.count { $0.kind == kind }
            guard count > 0 else { continue }
            entries.append(
                TimelineChart.Entry(
                    label: words("column.\(kind.rawValue)"), end: end,
                    text: words.counted("chart.timeline.offers", count, shown: numbers.number(Double(count)))))
        }
        return chartFigure(
            TimelineChart(
                id: "chart-ends", title: words("chart.timeline"), rowTitle: words("column.until"),
                column: words("chart.timeline.column"), start: min(start, first.day), entries: entries),
            note: words("chart.timeline.note"), seeTable: "table-ends")
    }

    /// Ends of one day, month or year together.
    private struct Bundle {
        var name: String
        var last: CalendarDate
        var ends: [FundingEnd]
    }

    /// Ends by day; by month where there are too many days to show, then by year; what is left of more years is one.
    private func bundled(_ ends: [FundingEnd]) -> [Bundle] {
        let most = 10
        let parts: [(CalendarDate) -> String] = [
            { "\($0)" }, { String("\($0)".prefix(7)) }, { String("\($0)".prefix(4)) },
        ]
        for (level, part) in parts.enumerated() {
            var bundles: [Bundle] = []
            for end in ends {
                if let last = bundles.last, part(last.last) == part(end.day) {
                    bundles[bundles.count - 1].ends.append(end)
                    bundles[bundles.count - 1].last = end.day
                } else {
                    bundles.append(Bundle(name: "", last: end.day, ends: [end]))
                }
            }
            guard bundles.count <= most || level == parts.count - 1 else { continue }
            if bundles.count > most {
                let rest = bundles[(most - 1)...].flatMap(\.ends)
                bundles = Array(bundles.prefix(most - 1))
                if let first = rest.first, let last = rest.last {
                    bundles.append(Bundle(name: "\(first.day.year)–\(last.day.year)", last: last.day, ends: rest))
                }
            }
            for index in bundles.indices where bundles[index].name.isEmpty {
                let day = bundles[index].last
                bundles[index].name =
                    level == 0
                    ? numbers.date("\(day)") : level == 1 ? numbers.month("\(day)") : "\(day.year)"
            }
            return bundles
        }
        return []
    }

    /// The day and who decides on what ends then, each once, in the order of the list; only how many they are where
    /// their names do not fit.
    private func label(_ bundle: Bundle) -> String {
        let named = bundle.ends.flatMap { end -> [FundingDecider] in
            if case .offer(let offer) = end.subject { return study.offers?.deciders[checked: offer] ?? [] }
            return []
        }
        let listed = FundingDecider.allCases.filter(named.contains).map { words("decider.\($0.rawValue)") }
        if listed.isEmpty { return bundle.name }
        let whole = bundle.name + " · " + listed.joined(separator: ", ")
        if estimatedWidth(of: whole, fontSize: ChartSheet.fontSize) <= TimelineChart.labelWidth { return whole }
        return bundle.name + " · "
            + words("chart.timeline.deciders", ["n": numbers.number(Double(listed.count))])
    }
}
