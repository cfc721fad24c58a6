/// Two dates side by side with a line for each row: what changed and what did not.
struct SlopeChart: Chart {
    let id: String
    let title: String
    var kind: String { "slope" }
    let rowTitle: String
    /// The two dates.
    let columns: [String]
    let rows: [ChartRow]
    let unit: ChartUnit

    private static let left = 182.0
    private static let right = 296.0
    private static let lineHeight = 17.0

    init(
        id: String, title: String, rowTitle: String, before: String, after: String, unit: ChartUnit,
        rows: [(label: String, before: ChartValue, after: ChartValue)]
    ) {
        self.id = id
        self.title = title
        self.rowTitle = rowTitle
        columns = [before, after]
        self.rows = rows.map { ChartRow(label: $0.label, values: [$0.before, $0.after]) }
        self.unit = unit
    }

    func drawing(_ style: ChartStyle) -> ChartDrawing {
        // Rows without a number at one of the dates have no line; they stand below.
        let drawn = rows.filter { $0.values.allSatisfy { $0.number != nil } }
        let others = rows.filter { row in row.values.contains { $0.number == nil } }
        let top = 34.0
        let height = max(120, Double(drawn.count) * SlopeChart.lineHeight * 1.4)
        let scale = unit.scale(drawn.flatMap(\.values), includesZero: false, pixels: 0...height)
        func y(_ value: ChartValue) -> Double { top + height - scale.position(value.number ?? 0) }
        var nodes: [HTMLNode] = []
        for (x, column) in zip([SlopeChart.left, SlopeChart.right], columns) {
            nodes.append(ChartSheet.text(column, x: x, y: 14, width: 110, anchor: "middle", isBold: true))
            nodes.append(
                Tag.line(
                    .x1(x), .y1(top - 10), .x2(x), .y2(top + height + 10), .stroke(Palette.faintBorder),
                    .strokeWidth(1)))
        }
        let places = [0, 1].map { side in
            SlopeChart.spread(
                drawn.map { y($0.values[side]) }, distance: SlopeChart.lineHeight,
                within: (top - 4)...(top + height + 4)
            )
        }
        for (index, row) in drawn.enumerated() {
            let ends = [SlopeChart.left, SlopeChart.right].enumerated().map { side, x in
                PixelPoint(x: x, y: y(row.values[side]))
            }
            nodes.append(
                Tag.path(.d(pathData([ends], closed: false)), .noFill, .stroke(Palette.bar), .strokeWidth(2)))
            for end in ends {
                nodes.append(
                    Tag.circle(
                        .cx(end.x), .cy(end.y), .r(4), .fill(Palette.bar), .stroke(Palette.paper), .strokeWidth(1)))
            }
            let (left, right) = (places[0][index], places[1][index])
            let value = DataText(row.values[0].text).shortened(to: 30)
            let room = SlopeChart.left - 18 - estimatedWidth(of: value + "  ", fontSize: ChartSheet.fontSize)
            let name = ChartSheet.fitted(row.label, width: max(room, 20), fontSize: ChartSheet.fontSize)
            nodes.append(
                ChartSheet.text(
                    name + "\u{2002}" + value, x: SlopeChart.left - 10, y: left + 4.5, width: SlopeChart.left - 10,
                    anchor: "end"))
            nodes.append(
                ChartSheet.text(
                    row.values[1].text, x: SlopeChart.right + 10, y: right + 4.5,
                    width: ChartSheet.width - SlopeChart.right - 12))
        }
        var bottom = top + height + 14
        for row in others {
            bottom += SlopeChart.lineHeight
            let words = DataText(row.label).shortened(to: 40) + ": " + row.values.map(\.text).joined(separator: " → ")
            nodes.append(
                ChartSheet.text(words, x: 4, y: bottom, width: ChartSheet.width - 8, colour: Palette.quiet))
        }
        return ChartDrawing(height: bottom + 8, nodes: nodes)
    }

    /// Moves labels apart until none covers another, each as near to its place as those before it allow; those that do
    /// not fit into the range go on below it.
    static func spread(_ wanted: [Double], distance: Double, within range: ClosedRange<Double>) -> [Double] {
        let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        var result = wanted
        var free = -Double.infinity
        for index in order {
            result[index] = max(wanted[index], free)
            free = result[index] + distance
        }
        // What was pushed out at the bottom pushes back what lies above it, as far as there is room at the top.
        var limit = range.upperBound
        for (rank, index) in order.enumerated().reversed() {
            let highest = range.lowerBound + Double(rank) * distance
            result[index] = max(min(result[index], limit), highest)
            limit = result[index] - distance
        }
        return result
    }
}
