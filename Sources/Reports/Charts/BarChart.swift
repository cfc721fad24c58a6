/// Bars from nothing, one below the other, each with its label above it, its interval on it and its value beside it.
struct BarChart: Chart {
    let id: String
    let title: String
    var kind: String { "bars" }
    let rowTitle: String
    let columns: [String]
    let rows: [ChartRow]
    let unit: ChartUnit
    /// Whether the first bar stands a little apart: the whole above its parts.
    let isFirstApart: Bool

    private static let rowHeight = 46.0
    private static let barHeight = 14.0

    init(
        id: String, title: String, rowTitle: String, column: String, unit: ChartUnit,
        bars: [(label: String, value: ChartValue)], isFirstApart: Bool = false
    ) {
        self.id = id
        self.title = title
        self.rowTitle = rowTitle
        columns = [column]
        rows = bars.map { ChartRow(label: $0.label, values: [$0.value]) }
        self.unit = unit
        self.isFirstApart = isFirstApart
    }

    func drawing(_ style: ChartStyle) -> ChartDrawing {
        let scale = unit.scale(values, includesZero: true, pixels: ChartSheet.track)
        let apart = isFirstApart && rows.count > 1 ? 10.0 : 0
        let bottom = Double(rows.count) * BarChart.rowHeight + apart
        var nodes = ChartSheet.axis(scale, unit, top: 0, bottom: bottom, style)
        for (index, row) in rows.enumerated() {
            guard let value = row.values.first else { continue }
            let top = Double(index) * BarChart.rowHeight + (index > 0 ? apart : 0)
            nodes += label(row.label, y: top + 14, isBold: index == 0 && isFirstApart)
            nodes += bar(value, on: scale, y: top + 21)
            nodes.append(
                ChartSheet.text(
                    value.text, x: ChartSheet.valueStart, y: top + 32, width: ChartSheet.width - ChartSheet.valueStart,
                    colour: value.number == nil ? Palette.quiet : Palette.ink))
        }
        return ChartDrawing(
            height: bottom + 22, nodes: nodes, signs: ChartSheet.signs(of: values, id: id, style))
    }

    /// The label on a light ground, so that the lines of the axis do not run through it.
    private func label(_ text: String, y: Double, isBold: Bool) -> [HTMLNode] {
        let shown = ChartSheet.fitted(
            text, width: ChartSheet.width - ChartSheet.track.lowerBound - 4, fontSize: ChartSheet.fontSize,
            isBold: isBold)
        let width = estimatedWidth(of: shown, fontSize: ChartSheet.fontSize * (isBold ? 1.1 : 1))
        return [
            Tag.rect(
                .x(ChartSheet.track.lowerBound + 1), .y(y - 13), .width(width + 4), .height(18), .fill(Palette.paper)),
            ChartSheet.text(
                text, x: ChartSheet.track.lowerBound + 4, y: y,
                width: ChartSheet.width - ChartSheet.track.lowerBound - 4, isBold: isBold),
        ]
    }

    private func bar(_ value: ChartValue, on scale: ChartScale, y: Double) -> [HTMLNode] {
        let nothing = scale.position(0)
        guard let number = value.number else {
            return [
                ChartSheet.filler(
                    value, id: id, from: scale.pixels.lowerBound, to: scale.pixels.upperBound, y: y,
                    height: BarChart.barHeight)
            ]
        }
        let end = scale.position(number)
        let bar = Tag.rect(
            .x(min(nothing, end)), .y(y), .width(abs(end - nothing)), .height(BarChart.barHeight), .fill(Palette.bar))
        return [bar] + (value.range.map { ChartSheet.interval($0, on: scale, y: y + BarChart.barHeight / 2) } ?? [])
    }
}
