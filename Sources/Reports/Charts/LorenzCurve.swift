/// How evenly something is spread over people: what share of it falls to which share of them, those with the least for each
/// of them first (Lorenz 1905).
struct LorenzCurve: Sendable, Hashable {
    /// What the curve is of.
    let name: String
    /// The corners from (0, 0) to (1, 1): shares of the people and of what is spread over them. Empty where there is nothing
    /// to spread or nobody to spread it over.
    let corners: [PixelPoint]

    /// - Parameters:
    ///   - name: what is spread.
    ///   - people: how many people each unit has.
    ///   - amounts: how much of it each unit has, as many as `people`. Units without people, and those with a number that
    ///     is negative or not finite, do not count.
    init(name: String, people: [Double], amounts: [Double]) {
        self.name = name
        let units = zip(people, amounts).filter { $0 > 0 && $0.isFinite && $1 >= 0 && $1.isFinite }
        let (all, whole) = units.reduce((0.0, 0.0)) { ($0.0 + $1.0, $0.1 + $1.1) }
        guard all > 0, whole > 0, all.isFinite, whole.isFinite else {
            corners = []
            return
        }
        // By amount per head; cross products, since quotients of equals may differ in their last digit.
        let order = units.enumerated().sorted { left, right in
            let (a, b) = (left.element.1 * right.element.0, right.element.1 * left.element.0)
            return a == b ? left.offset < right.offset : a < b
        }.map(\.element)
        var corners = [PixelPoint(x: 0, y: 0)]
        var (reached, had) = (0.0, 0.0)
        for (count, amount) in order {
            reached += count
            had += amount
            corners.append(PixelPoint(x: min(reached / all, 1), y: min(had / whole, 1)))
        }
        corners[corners.count - 1] = PixelPoint(x: 1, y: 1)
        self.corners = corners
    }

    /// The share of what is spread that falls to the share of the people who have the least.
    func share(ofFirst people: Double) -> Double? {
        for (left, right) in zip(corners, corners.dropFirst()) where people <= right.x {
            let width = right.x - left.x
            return width > 0 ? left.y + (right.y - left.y) * max(0, people - left.x) / width : right.y
        }
        return nil
    }
}

/// Lorenz curves in one square, with the line of an even spread; told apart by dashes.
struct LorenzChart: Chart {
    let id: String
    let title: String
    var kind: String { "lorenz" }
    let rowTitle: String
    let columns: [String]
    let rows: [ChartRow]
    let curves: [LorenzCurve]
    /// What lies along the axes.
    let people: String
    let amount: String

    private static let box = (left: 44.0, top: 10.0, size: 300.0)
    private static let dashes: [String?] = [nil, "8 4", "2 4"]
    /// The shares of people that the table tells of.
    private static let told = [0.25, 0.5, 0.75]

    init(
        id: String, title: String, rowTitle: String, people: String, amount: String, curves: [LorenzCurve],
        numbers: NumberStyle
    ) {
        self.id = id
        self.title = title
        self.rowTitle = rowTitle
        self.people = people
        self.amount = amount
        self.curves = curves.filter { !$0.corners.isEmpty }
        columns = self.curves.map(\.name)
        let drawn = self.curves
        rows = LorenzChart.told.map { share in
            ChartRow(
                label: numbers.percent(share),
                values: drawn.map { curve in
                    curve.share(ofFirst: share).map { .number($0, text: numbers.percent($0)) } ?? .missing("–")
                })
        }
    }

    func drawing(_ style: ChartStyle) -> ChartDrawing {
        let box = LorenzChart.box
        let bottom = box.top + box.size
        func point(_ corner: PixelPoint) -> PixelPoint {
            PixelPoint(x: box.left + corner.x * box.size, y: bottom - corner.y * box.size)
        }
        var nodes: [HTMLNode] = [
            Tag.rect(
                .x(box.left), .y(box.top), .width(box.size), .height(box.size), .noFill, .stroke(Palette.border),
                .strokeWidth(1))
        ]
        for share in [0.0, 0.25, 0.5, 0.75, 1] {
            let text = style.numbers.number(share * 100) + style.numbers.percentSign
            let (x, y) = (box.left + share * box.size, bottom - share * box.size)
            if share > 0, share < 1 {
                let grid = [
                    [PixelPoint(x: x, y: box.top), PixelPoint(x: x, y: bottom)],
                    [PixelPoint(x: box.left, y: y), PixelPoint(x: box.left + box.size, y: y)],
                ]
                nodes.append(
                    Tag.path(
                        .d(pathData(grid, closed: false)), .noFill, .stroke(Palette.hairline), .strokeWidth(1)))
            }
            let size = ChartSheet.axisSize
            nodes.append(
                ChartSheet.text(
                    text, x: x, y: bottom + 16, width: 60, anchor: "middle", fontSize: size, colour: Palette.quiet))
            nodes.append(
                ChartSheet.text(
                    text, x: box.left - 5, y: y + (share == 1 ? 9 : 4), width: 44, anchor: "end", fontSize: size,
                    colour: Palette.quiet))
        }
        let even = [point(PixelPoint(x: 0, y: 0)), point(PixelPoint(x: 1, y: 1))]
        nodes.append(Tag.path(.d(pathData([even], closed: false)), .noFill, .stroke(Palette.quiet), .strokeWidth(1)))
        for (index, curve) in curves.enumerated() {
            nodes.append(
                .element(
                    .path,
                    [
                        .d(pathData([curve.corners.map(point)], closed: false)), .noFill,
                        .stroke(LorenzChart.colour(index)), .strokeWidth(2.4), .roundJoins,
                    ] + LorenzChart.dash(index), []))
        }
        nodes.append(
            ChartSheet.text(
                style.words("chart.lorenz.across", ["what": people]), x: box.left, y: bottom + 34, width: 350,
                fontSize: ChartSheet.axisSize))
        nodes.append(
            ChartSheet.text(
                style.words("chart.lorenz.up", ["what": amount]), x: box.left, y: bottom + 50, width: 350,
                fontSize: ChartSheet.axisSize))
        var signs = curves.enumerated().map { index, curve in
            ChartSign(
                swatch: [
                    .element(
                        .line,
                        [.x1(-11), .y1(0), .x2(11), .y2(0), .stroke(LorenzChart.colour(index)), .strokeWidth(2.4)]
                            + LorenzChart.dash(index), [])
                ], text: curve.name)
        }
        signs.append(
            ChartSign(
                swatch: [
                    Tag.line(.x1(-10), .y1(8), .x2(10), .y2(-8), .stroke(Palette.quiet), .strokeWidth(1))
                ], text: style.words("chart.lorenz.even")))
        return ChartDrawing(height: bottom + 58, nodes: nodes, signs: signs)
    }

    private static func colour(_ index: Int) -> Colour {
        [Palette.organised, Palette.everydayLine, Palette.ink][index % 3]
    }

    private static func dash(_ index: Int) -> [HTMLAttribute] {
        dashes[index % dashes.count].map { [.dashes($0)] } ?? []
    }
}
