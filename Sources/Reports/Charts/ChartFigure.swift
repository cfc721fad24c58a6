internal import Indicators

extension ReportContext {
    /// The words and numbers of charts.
    var chartStyle: ChartStyle { ChartStyle(words: words, numbers: numbers) }

    /// A chart with its legend and, unless the section has the same table anyway, its table.
    ///
    /// - Parameters:
    ///   - chart: what is shown; nothing is drawn where it has no row.
    ///   - note: what the chart does not say.
    ///   - table: the id of a table of the page that holds every value of the chart; nil for the chart's own.
    @HTMLBuilder func chartFigure(_ chart: some Chart, note: String? = nil, seeTable table: String? = nil) -> [HTMLNode]
    {
        if !chart.rows.isEmpty {
            let drawing = chart.drawing(chartStyle)
            Tag.figure(.class("chart")) {
                Tag.p(.class("map-title")) { DataText(chart.title).shortened() }
                ChartSheet.sheet(chart, drawing, chartStyle)
                Tag.figcaption {
                    if !drawing.signs.isEmpty {
                        Tag.ul(.class("legend")) {
                            for sign in drawing.signs { legendItem(sign.swatch, [.text(sign.text)]) }
                        }
                    }
                    if let note { Tag.p(.class("note")) { note } }
                    if let table {
                        Tag.p(.class("note")) { Tag.a(.href(.part(table))) { words("chart.table_link") } }
                    }
                }
            }
            if table == nil { chart.table(chartStyle).node }
        }
    }

    /// A value of the table for a chart, written as the tables of the page write it.
    func chartValue(_ figure: Figure, _ value: IndicatorValue?) -> ChartValue {
        guard let value, let number = value.number else {
            let state = value?.status ?? .noData
            return state == .suppressed ? .hidden(status(state)) : .missing(status(state))
        }
        return .number(
            number, from: value.lower, to: value.upper, text: plainText(cell(figure, value, marksEstimates: true)))
    }

    /// What a reader sees of some nodes: without what is only spoken.
    private func plainText(_ nodes: [HTMLNode]) -> String {
        nodes.map { node in
            switch node {
            case .text(let text): text
            case .styleSheet: ""
            case .element(_, let attributes, let children):
                attributes.contains { $0.name == "class" && $0.value == "spoken" } ? "" : plainText(children)
            }
        }.joined()
    }
}
