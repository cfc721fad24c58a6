internal import Disclosure
internal import Indicators
internal import Overlay
internal import Town

extension ReportContext {
    /// What the main figures of an area were in the last release, and what can be said of the difference. Where intervals
    /// overlap there is none to tell; values of other versions of a method are not compared.
    func changeSection(_ area: AreaKey) -> HTMLNode {
        section("change", words("change.heading")) {
            // How many people live here is no result, and of two years' counts side by side more could be worked out.
            let figures = mainFigures(area).filter { $0.kind != .residents }
            let causes = causesPart(figures)
            if let release = earlierRelease, figures.contains(where: { change($0.value) != .first }) {
                changeTable(figures, DataText(release.period)).node
                changeChart(figures, DataText(release.period))
                note(causes.isEmpty ? "change.reasons" : "change.reasons_below")
                boundaryNote(area, figures, release)
            } else if let release = earlierRelease {
                Tag.p {
                    words.rich("change.nothing", ["period": DataText(release.period).node(length: 20)])
                }
            } else if causes.isEmpty {
                paragraph("change.none")
            }
            causes
        }
    }

    private func changeTable(_ figures: [MainFigure], _ period: DataText) -> DataTable {
        var table = DataTable(
            id: "table-change", caption: words.rich("change.table", ["period": period.node(length: 20)]),
            columns: [
                .text(words("column.figure")), .number(period.node(length: 20)), .number(words("column.now")),
                .text(words("column.difference")),
            ])
        for figure in figures {
            table.rows.append([
                [.text(name(figure))], earlierCell(figure.value), figureCell(figure.value),
                [.text(words("change.\(change(figure.value).textKey)"))],
            ])
        }
        return table
    }

    /// The shares among the main figures at both dates, each as it was released or as this edition shows it.
    private func changeChart(_ figures: [MainFigure], _ period: DataText) -> [HTMLNode] {
        let rows = figures.compactMap { figure -> (label: String, before: ChartValue, after: ChartValue)? in
            guard figure.value.unit == "share", change(figure.value) != .otherMethod,
                earlierLand(figure.value) == .same, let before = earlier(figure.value), before.status.hasValue,
                let old = before.value,
                let now = figure.value.number
            else { return nil }
            return (
                name(figure), .number(old, text: numbers.percent(old)), .number(now, text: numbers.percent(now))
            )
        }
        // One line says no more than its row in the table.
        guard rows.count > 1 else { return [] }
        return chartFigure(
            SlopeChart(
                id: "chart-change", title: words("change.chart", ["period": period.shortened(to: 20)]),
                rowTitle: words("column.figure"), before: period.shortened(to: 20),
                after: DataText(study.period).shortened(to: 20), unit: .share, rows: rows),
            note: words("change.chart_note"), seeTable: "table-change")
    }

    private func earlierCell(_ value: IndicatorValue) -> [HTMLNode] {
        if earlierLand(value) == .notComparable { return [.text(words("change.boundaries_changed"))] }
        guard let before = earlier(value) else { return [.text("–")] }
        guard let number = before.value, before.status.hasValue else { return [missing(before.status)] }
        var shown = value
        (shown.value, shown.lower, shown.upper, shown.status) = (number, before.lower, before.upper, before.status)
        (shown.band, shown.unrecorded, shown.reason) = (nil, nil, nil)
        let mark: [HTMLNode] =
            earlierLand(value) == .converted ? [Tag.span(.class("block word")) { words("change.converted") }] : []
        return figureCell(shown) + mark
    }

    /// How values came to the boundaries of now, or that nobody knows whether they had to.
    private func boundaryNote(_ area: AreaKey, _ figures: [MainFigure], _ release: EarlierRelease) -> [HTMLNode] {
        guard area.level == .quarter, let boundaries = release.boundaries else { return [] }
        let period = ["period": DataText(release.period).node(length: 20)]
        guard let conversion = boundaries.conversion else {
            return [Tag.p(.class("note")) { words.rich("change.boundaries_unknown", period) }]
        }
        guard figures.contains(where: { earlierLand($0.value) != .same }) else { return [] }
        let basis = words("change.weights.\((conversion.basis(area.id) ?? .area).rawValue)")
        return [
            Tag.p(.class("note")) {
                words.rich("change.boundaries_note", period.merging(["weights": .text(basis)]) { own, _ in own })
            }
        ]
    }
}
