internal import Town

/// A line for each row with a dot for each value: how they are spread, without names. A long mark shows the value of the
/// whole.
struct StripPlot: Chart {
    let id: String
    let title: String
    var kind: String { "strip" }
    let rowTitle: String
    let columns: [String]
    let rows: [ChartRow]
    let unit: ChartUnit
    /// The value of the whole, row by row.
    let wholes: [ChartValue]
    /// What the long mark is called.
    let wholeName: String

    private static let radius = 4.5
    private static let most = 5

    init(
        id: String, title: String, rowTitle: String, columns: [String], unit: ChartUnit, rows: [ChartRow],
        wholes: [ChartValue], wholeName: String
    ) {
        self.id = id
        self.title = title
        self.rowTitle = rowTitle
        self.columns = columns
        self.rows = rows
        self.unit = unit
        self.wholes = wholes
        self.wholeName = wholeName
    }

    func drawing(_ style: ChartStyle) -> ChartDrawing {
        let scale = unit.scale(values + wholes, includesZero: true, pixels: 14...378)
        var nodes: [HTMLNode] = []
        var top = 0.0
        for (index, row) in rows.enumerated() {
            let levels = StripPlot.levels(row.values.map { $0.number.map(scale.position) })
            let height = Double((levels.compactMap { $0 }.max() ?? 0) + 1) * StripPlot.radius * 2.2
            nodes.append(ChartSheet.text(row.label, x: 14, y: top + 14, width: 372))
            if let words = unseen(row, style) {
                nodes.append(
                    ChartSheet.text(
                        words, x: 14, y: top + 29, width: 372, fontSize: ChartSheet.axisSize, colour: Palette.quiet))
                top += 15
            }
            let ground = top + 24 + max(height, 14)
            nodes.append(
                Tag.line(
                    .x1(scale.pixels.lowerBound), .y1(ground), .x2(scale.pixels.upperBound), .y2(ground),
                    .stroke(Palette.faintBorder), .strokeWidth(1)))
            if let whole = wholes[checked: index]?.number {
                let x = scale.position(whole)
                nodes.append(
                    Tag.line(
                        .x1(x), .y1(top + 20), .x2(x), .y2(ground + 4), .stroke(Palette.ink), .strokeWidth(2)))
            }
            for (value, level) in zip(row.values, levels) {
                guard let number = value.number, let level else { continue }
                nodes.append(
                    Tag.circle(
                        .cx(scale.position(number)), .cy(ground - (Double(level) * 2.2 + 1.1) * StripPlot.radius),
                        .r(StripPlot.radius), .fill(Palette.bar), .stroke(Palette.paper), .strokeWidth(1)))
            }
            top = ground + 8
        }
        nodes = ChartSheet.axis(scale, unit, top: top - 4, bottom: top, style) + nodes
        var signs = [
            ChartSign(
                swatch: [Tag.circle(.cx(0), .cy(0), .r(StripPlot.radius), .fill(Palette.bar))],
                text: style.words("chart.strip.dot"))
        ]
        if wholes.contains(where: { $0.number != nil }) {
            signs.append(
                ChartSign(
                    swatch: [Tag.line(.x1(0), .y1(-9), .x2(0), .y2(9), .stroke(Palette.ink), .strokeWidth(2))],
                    text: wholeName))
        }
        return ChartDrawing(height: top + 22, nodes: nodes, signs: signs)
    }

    /// How many values of a row are not shown; nil where all are.
    private func unseen(_ row: ChartRow, _ style: ChartStyle) -> String? {
        let parts = [(ChartValue.Content.hidden, "chart.hidden"), (.missing, "chart.missing")].compactMap {
            content, key -> String? in
            let number = row.values.count { $0.content == content }
            return number == 0 ? nil : style.words.counted(key, number, shown: style.numbers.number(Double(number)))
        }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// How high each dot is stacked so that none covers another; from the left to the right, the lowest free place each.
    /// More than five levels are drawn on top of each other in the highest.
    static func levels(_ positions: [Double?]) -> [Int?] {
        var levels = [Int?](repeating: nil, count: positions.count)
        var ends = [Double](repeating: -.infinity, count: most)
        let order = positions.indices.filter { positions[$0] != nil }.sorted {
            (positions[$0] ?? 0, $0) < (positions[$1] ?? 0, $1)
        }
        for index in order {
            guard let x = positions[index] else { continue }
            let level = ends.firstIndex { x - $0 >= radius * 2 } ?? most - 1
            ends[level] = x
            levels[index] = level
        }
        return levels
    }
}
