internal import Town

/// A picture of a small table: the table says the same, value by value.
protocol Chart: Sendable {
    /// The id in the page; the ids of its parts begin with it.
    var id: String { get }
    /// What it shows.
    var title: String { get }
    /// The kind, as the texts name it: `reports.chart.kind.KIND`.
    var kind: String { get }
    /// What the table calls its first column.
    var rowTitle: String { get }
    /// The columns of values.
    var columns: [String] { get }
    /// The rows, in an order that is no ranking.
    var rows: [ChartRow] { get }

    /// The picture.
    func drawing(_ style: ChartStyle) -> ChartDrawing
}

/// The words and numbers that charts are written with.
struct ChartStyle: Sendable {
    let words: Words
    let numbers: NumberStyle
}

/// What a chart draws, ``ChartSheet/width`` wide.
struct ChartDrawing: Sendable {
    var height: Double
    var nodes: [HTMLNode]
    /// The signs that a legend has to explain, in the order of the legend.
    var signs: [ChartSign] = []
}

/// A sign and what it says.
struct ChartSign: Sendable {
    /// A drawing about its own middle, 24 pixels high and wide.
    var swatch: [HTMLNode]
    var text: String
}

extension Chart {
    /// The values that charts of one column show.
    var values: [ChartValue] { rows.flatMap(\.values) }

    /// What somebody who does not see the chart is told: the kind, the values one by one where they are few, else between
    /// what they lie, and how many are not shown.
    func description(_ style: ChartStyle) -> String {
        let words = style.words
        var sentences = [words("chart.kind.\(kind)")]
        let values = values
        if rows.isEmpty { return (sentences + [words("chart.empty")]).joined(separator: " ") }
        if values.count <= ChartSheet.mostSpokenValues {
            sentences += rows.map { row in
                let name = DataText(row.label).shortened(to: 60)
                if columns.count == 1 { return "\(name): \(row.values.map(\.text).joined())." }
                let parts = zip(columns, row.values).map { "\($0) \($1.text)" }
                return "\(name): " + parts.joined(separator: "; ") + "."
            }
            return sentences.joined(separator: " ")
        }
        for (index, column) in columns.enumerated() {
            let known = rows.compactMap { $0.values[checked: index] }.filter { $0.number != nil }
            guard let low = known.min(by: { ($0.number ?? 0) < ($1.number ?? 0) }),
                let high = known.max(by: { ($0.number ?? 0) < ($1.number ?? 0) })
            else { continue }
            sentences.append(words("chart.range", ["what": column, "low": low.text, "high": high.text]))
        }
        let hidden = values.count { $0.content == .hidden }
        if hidden > 0 {
            sentences.append(words.counted("chart.hidden", hidden, shown: style.numbers.number(Double(hidden))))
        }
        let missing = values.count { $0.content == .missing }
        if missing > 0 {
            sentences.append(words.counted("chart.missing", missing, shown: style.numbers.number(Double(missing))))
        }
        return sentences.joined(separator: " ")
    }

    /// The same as a table.
    func table(_ style: ChartStyle) -> DataTable {
        var table = DataTable(
            id: "\(id)-table", caption: [.text(title)],
            columns: [.text(rowTitle)] + columns.map { .number($0) })
        table.rows = rows.map { row in
            [[DataText(row.label).node()]]
                + row.values.map { value in
                    value.number == nil ? [Tag.span(.class("word")) { value.text }] : [.text(value.text)]
                }
        }
        return table
    }
}
