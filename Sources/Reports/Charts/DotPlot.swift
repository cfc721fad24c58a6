/// A row for each subject with a sign for each column on one scale: columns are told apart by shape first, then by colour.
struct DotPlot: Chart {
    let id: String
    let title: String
    var kind: String { "dots" }
    let rowTitle: String
    let columns: [String]
    let rows: [ChartRow]
    let unit: ChartUnit
    /// The sign of each column: circle, square or triangle; hollow where one comes again.
    let kinds: [PlaceKind]

    private static let rowHeight = 46.0
    /// How far the lines of two columns lie apart: equal values stay apart, too.
    private static let lineHeight = 11.0

    init(
        id: String, title: String, rowTitle: String, columns: [String], unit: ChartUnit,
        kinds: [PlaceKind] = PlaceKind.allCases, rows: [ChartRow]
    ) {
        self.id = id
        self.title = title
        self.rowTitle = rowTitle
        self.columns = columns
        self.rows = rows
        self.unit = unit
        self.kinds = kinds.isEmpty ? PlaceKind.allCases : kinds
    }

    private var rowHeight: Double { DotPlot.rowHeight + Double(max(columns.count - 2, 0)) * DotPlot.lineHeight }

    func drawing(_ style: ChartStyle) -> ChartDrawing {
        let scale = unit.scale(values, includesZero: true, pixels: 14...378)
        let bottom = Double(rows.count) * rowHeight + 4
        var nodes = ChartSheet.axis(scale, unit, top: 0, bottom: bottom, style)
        for (index, row) in rows.enumerated() {
            let top = Double(index) * rowHeight
            let unseen = row.values.filter { $0.number == nil }.map(\.text)
            let words = ([DataText(row.label).shortened()] + Set(unseen).sorted()).joined(separator: " · ")
            let shown = ChartSheet.fitted(words, width: 366, fontSize: ChartSheet.fontSize)
            nodes.append(
                Tag.rect(
                    .x(15), .y(top + 1), .width(estimatedWidth(of: shown, fontSize: ChartSheet.fontSize) + 4),
                    .height(18), .fill(Palette.paper)))
            nodes.append(ChartSheet.text(words, x: 18, y: top + 14, width: 366))
            nodes += marks(row, on: scale, y: top + 26)
        }
        let signs = columns.enumerated().map { index, column in
            ChartSign(
                swatch: [mark(index, x: 0, y: 0, radius: 6)], text: DataText(column).shortened(to: 60))
        }
        return ChartDrawing(
            height: bottom + 22, nodes: nodes, signs: signs + ChartSheet.signs(of: values, id: id, style))
    }

    private func marks(_ row: ChartRow, on scale: ChartScale, y: Double) -> [HTMLNode] {
        var nodes: [HTMLNode] = []
        for (column, value) in row.values.enumerated() {
            let line = y + Double(column) * DotPlot.lineHeight
            guard let number = value.number else {
                nodes.append(
                    ChartSheet.filler(
                        value, id: id, from: scale.pixels.lowerBound, to: scale.pixels.upperBound, y: line - 4,
                        height: 8))
                continue
            }
            if let range = value.range { nodes += ChartSheet.interval(range, on: scale, y: line) }
            nodes.append(mark(column, x: scale.position(number), y: line, radius: 5))
        }
        return nodes
    }

    private func mark(_ column: Int, x: Double, y: Double, radius: Double) -> HTMLNode {
        let isHollow = (column / kinds.count) % 2 == 1
        return kinds[column % kinds.count].symbol(at: PixelPoint(x: x, y: y), radius: radius, isHollow: isHollow)
    }
}
