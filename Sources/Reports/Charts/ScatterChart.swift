internal import Town

/// A dot for each unit by its own value and the mean of its neighbours (the scatter of Anselin 1995): lines through the
/// values of the whole make four fields. Who is alike lies at the upper right or the lower left.
struct ScatterChart: Chart {
    let id: String
    let title: String
    var kind: String { "scatter" }
    let rowTitle: String
    /// What lies along the axes: the own value, the neighbours' mean.
    let columns: [String]
    let rows: [ChartRow]
    let unit: ChartUnit
    /// The values of the whole on both axes; nil where it has none.
    let whole: Double?
    /// Which rows differ from what chance would deal: drawn filled, the others hollow.
    let isReliable: [Bool]

    private static let box = (left: 50.0, top: 10.0, size: 300.0)

    init(
        id: String, title: String, rowTitle: String, own: String, neighbours: String, unit: ChartUnit,
        rows: [ChartRow], whole: Double?, isReliable: [Bool]
    ) {
        self.id = id
        self.title = title
        self.rowTitle = rowTitle
        columns = [own, neighbours]
        self.rows = rows
        self.unit = unit
        self.whole = whole?.isFinite == true ? whole : nil
        self.isReliable = isReliable
    }

    func drawing(_ style: ChartStyle) -> ChartDrawing {
        let box = ScatterChart.box
        let bottom = box.top + box.size
        // Both axes are the same, or the fields would not compare.
        let scale = ChartScale(
            covering: values.flatMap(\.extent) + (whole.map { [$0] } ?? []), includesZero: false,
            pixels: 0...box.size)
        func x(_ value: Double) -> Double { box.left + scale.position(value) }
        func y(_ value: Double) -> Double { bottom - scale.position(value) }
        var nodes: [HTMLNode] = []
        var (free, above) = (-Double.infinity, Double.infinity)
        for tick in scale.ticks {
            let text =
                unit == .share
                ? style.numbers.percent(tick) : unit.text(tick, on: scale, style.numbers)
            let half = estimatedWidth(of: text, fontSize: ChartSheet.axisSize) / 2
            if x(tick) - half > free {
                nodes.append(
                    ChartSheet.text(
                        text, x: x(tick), y: bottom + 16, width: 70, anchor: "middle", fontSize: ChartSheet.axisSize,
                        colour: Palette.quiet))
                free = x(tick) + half + 6
            }
            if y(tick) < above {
                nodes.append(
                    ChartSheet.text(
                        text, x: box.left - 5, y: y(tick) + 4, width: 45, anchor: "end", fontSize: ChartSheet.axisSize,
                        colour: Palette.quiet))
                above = y(tick) - 16
            }
        }
        if let whole {
            let lines = [
                [PixelPoint(x: x(whole), y: box.top), PixelPoint(x: x(whole), y: bottom)],
                [PixelPoint(x: box.left, y: y(whole)), PixelPoint(x: box.left + box.size, y: y(whole))],
            ]
            nodes.append(
                Tag.path(
                    .d(pathData(lines, closed: false)), .noFill, .stroke(Palette.quiet), .strokeWidth(1),
                    .dashes("4 3")))
        }
        nodes.append(
            Tag.rect(
                .x(box.left), .y(box.top), .width(box.size), .height(box.size), .noFill, .stroke(Palette.border),
                .strokeWidth(1)))
        for (index, row) in rows.enumerated() {
            guard let own = row.values.first?.number, let others = row.values.last?.number, row.values.count == 2
            else { continue }
            nodes.append(
                ScatterChart.dot(x: x(own), y: y(others), isReliable: isReliable[checked: index] ?? false))
        }
        for (index, text) in columns.enumerated() {
            nodes.append(
                ChartSheet.text(
                    style.words(index == 0 ? "chart.lorenz.across" : "chart.lorenz.up", ["what": text]), x: box.left,
                    y: bottom + 34 + 16 * Double(index), width: 345, fontSize: ChartSheet.axisSize))
        }
        let signs = [true, false].compactMap { kind in
            rows.indices.contains { (isReliable[checked: $0] ?? false) == kind }
                ? ChartSign(
                    swatch: [ScatterChart.dot(x: 0, y: 0, isReliable: kind)],
                    text: style.words(kind ? "chart.scatter.reliable" : "chart.scatter.chance")) : nil
        }
        return ChartDrawing(height: bottom + 58, nodes: nodes, signs: signs)
    }

    private static func dot(x: Double, y: Double, isReliable: Bool) -> HTMLNode {
        Tag.circle(
            .cx(x), .cy(y), .r(5), .fill(isReliable ? Palette.bar : Palette.paper), .stroke(Palette.bar),
            .strokeWidth(1.6))
    }
}
