/// What charts have in common: the sheet, the axes, texts that fit, and the marks of values.
enum ChartSheet {
    /// The width of every chart in pixels: on a phone its texts stay legible without scrolling.
    static let width = 400.0
    /// The size of most texts.
    static let fontSize = 13.0
    /// The size of numbers along axes.
    static let axisSize = 12.0
    /// Where tracks and axes lie, with room for half a number at both ends.
    static let track = 14.0...248.0
    /// Where the texts of values begin.
    static let valueStart = 262.0
    /// So many values are told one by one to those who do not see the chart.
    static let mostSpokenValues = 12

    /// The ids of a chart's patterns.
    static func hiddenPattern(_ id: String) -> String { "\(id)-hidden" }
    static func missingPattern(_ id: String) -> String { "\(id)-missing" }

    /// The whole picture.
    static func sheet(_ chart: some Chart, _ drawing: ChartDrawing, _ style: ChartStyle) -> HTMLNode {
        Tag.svg(
            .class("chart-sheet"), .viewBox(width: width, height: drawing.height), .role("img"),
            .labelledBy("\(chart.id)-title"), .describedBy("\(chart.id)-desc")
        ) {
            Tag.title(.id("\(chart.id)-title")) { chart.title }
            Tag.desc(.id("\(chart.id)-desc")) { chart.description(style) }
            Tag.defs {
                Pattern.hidden(id: hiddenPattern(chart.id))
                Pattern.missing(id: missingPattern(chart.id))
            }
            drawing.nodes
        }
    }

    // MARK: Texts

    /// A text of the data or the catalogue that is at most so wide; what is longer ends in an ellipsis.
    static func fitted(_ text: String, width: Double, fontSize: Double, isBold: Bool = false) -> String {
        let size = fontSize * (isBold ? 1.1 : 1)
        let text = DataText(text).shortened()
        if estimatedWidth(of: text, fontSize: size) <= width { return text }
        var kept = ""
        var left = width - estimatedWidth(of: "…", fontSize: size)
        for character in text {
            left -= estimatedWidth(of: String(character), fontSize: size)
            if left < 0 { break }
            kept.append(character)
        }
        return kept + "…"
    }

    /// A text at a point of its baseline.
    static func text(
        _ text: String, x: Double, y: Double, width: Double, anchor: String = "start", fontSize: Double = fontSize,
        colour: Colour = Palette.ink, isBold: Bool = false
    ) -> HTMLNode {
        let weight: [HTMLAttribute] = isBold ? [.bold] : []
        return .element(
            .text, [.x(x), .y(y), .fontSize(fontSize), .anchor(anchor), .fill(colour)] + weight,
            [.text(fitted(text, width: width, fontSize: fontSize, isBold: isBold))])
    }

    // MARK: Axes

    /// Lines up from the round numbers of a scale, with the numbers under them as far as each has room, and what they
    /// count at the end of the line below.
    static func axis(
        _ scale: ChartScale, _ unit: ChartUnit, top: Double, bottom: Double, _ style: ChartStyle
    ) -> [HTMLNode] {
        var nodes: [HTMLNode] = []
        let name = unit.name.map { fitted($0, width: 130, fontSize: axisSize) }
        let room = name.map { estimatedWidth(of: $0, fontSize: axisSize) + 2 } ?? 0
        let nameStart = scale.pixels.upperBound < valueStart ? min(valueStart, width - room) : width - room
        var free = -Double.infinity
        for (index, tick) in scale.ticks.enumerated() {
            let x = scale.position(tick)
            nodes.append(
                Tag.line(
                    .x1(x), .y1(top), .x2(x), .y2(bottom), .stroke(index == 0 ? Palette.border : Palette.hairline),
                    .strokeWidth(1)))
            let text = unit.text(tick, on: scale, style.numbers)
            let half = estimatedWidth(of: text, fontSize: axisSize) / 2
            let isInside = x - half >= 0 && x + half <= (name == nil ? width : nameStart - 6)
            guard x - half > free + 4, isInside else { continue }
            nodes.append(
                Self.text(
                    text, x: x, y: bottom + 15, width: 4 * half, anchor: "middle", fontSize: axisSize,
                    colour: Palette.quiet))
            free = x + half
        }
        if let name {
            nodes.append(
                text(name, x: nameStart, y: bottom + 15, width: room, fontSize: axisSize, colour: Palette.quiet))
        }
        return nodes
    }

    // MARK: Marks

    /// A line from bound to bound with ends, on a light rim so that it is seen on dark bars, too.
    static func interval(_ range: ClosedRange<Double>, on scale: ChartScale, y: Double) -> [HTMLNode] {
        interval(from: scale.position(range.lowerBound), to: scale.position(range.upperBound), y: y)
    }

    private static func interval(from left: Double, to right: Double, y: Double) -> [HTMLNode] {
        let data = pathData(
            [
                [PixelPoint(x: left, y: y), PixelPoint(x: right, y: y)],
                [PixelPoint(x: left, y: y - 5), PixelPoint(x: left, y: y + 5)],
                [PixelPoint(x: right, y: y - 5), PixelPoint(x: right, y: y + 5)],
            ], closed: false)
        return [
            Tag.path(.d(data), .noFill, .stroke(Palette.paper), .strokeWidth(4.4)),
            Tag.path(.d(data), .noFill, .stroke(Palette.ink), .strokeWidth(1.7)),
        ]
    }

    /// A track over the whole scale in the pattern of what is not shown.
    static func filler(_ value: ChartValue, id: String, from left: Double, to right: Double, y: Double, height: Double)
        -> HTMLNode
    {
        let pattern = value.content == .hidden ? hiddenPattern(id) : missingPattern(id)
        return Tag.rect(
            .x(left), .y(y), .width(right - left), .height(height), .fill(patternID: pattern), .stroke(Palette.noData),
            .strokeWidth(1))
    }

    // MARK: Legends

    /// The signs for intervals, hidden and missing values, as far as they occur.
    static func signs(of values: [ChartValue], id: String, _ style: ChartStyle) -> [ChartSign] {
        var signs: [ChartSign] = []
        if values.contains(where: { $0.range != nil }) {
            signs.append(
                ChartSign(swatch: interval(from: -9, to: 9, y: 0), text: style.words("chart.interval")))
        }
        for (content, pattern, key) in [
            (ChartValue.Content.hidden, hiddenPattern(id), "chart.sign.hidden"),
            (.missing, missingPattern(id), "chart.sign.missing"),
        ] where values.contains(where: { $0.content == content }) {
            signs.append(
                ChartSign(
                    swatch: [
                        Tag.rect(
                            .x(-9), .y(-7), .width(18), .height(14), .fill(patternID: pattern), .stroke(Palette.noData),
                            .strokeWidth(1))
                    ], text: style.words(key)))
        }
        return signs
    }
}
