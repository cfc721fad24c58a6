internal import Planar
internal import Town

/// The parts that all maps share: the sheet with its title, north arrow, scale bar and attribution.
struct MapDrawing {
    /// The id of the map in its page; the ids of its parts begin with it.
    let id: String
    let frame: MapFrame
    let numbers: NumberStyle

    /// The height of the strip under the map.
    static let stripHeight = 34.0
    static let labelSize = 14.0

    /// The ids of the patterns, unique in the page.
    var focusPattern: String { id + "-focus" }
    var noDataPattern: String { id + "-nodata" }
    var hiddenPattern: String { id + "-hidden" }

    /// The whole drawing. `layers` is clipped to the frame; labels are drawn above it.
    func sheet(
        title: String, description: String, attribution: String, north: String, layers: [HTMLNode], above: [HTMLNode]
    ) -> HTMLNode {
        Tag.svg(
            .class("map-sheet"), .viewBox(width: frame.width, height: frame.height + MapDrawing.stripHeight),
            .role("img"), .labelledBy("\(id)-title"), .describedBy("\(id)-desc")
        ) {
            Tag.title(.id("\(id)-title")) { title }
            Tag.desc(.id("\(id)-desc")) { description }
            Tag.defs {
                Tag.clipPath(.id("\(id)-frame")) {
                    Tag.rect(.x(0), .y(0), .width(frame.width), .height(frame.height))
                }
                Pattern.hatch(id: focusPattern, colour: Palette.focus, step: 8, width: 0.8, degrees: 45)
                Pattern.missing(id: noDataPattern)
                Pattern.hidden(id: hiddenPattern)
            }
            Tag.g(.clip("\(id)-frame")) { layers }
            Tag.rect(
                .x(0.5), .y(0.5), .width(frame.width - 1), .height(frame.height - 1), .noFill,
                .stroke(Palette.hairline), .strokeWidth(1))
            above
            northArrow(north)
            scaleBar
            if !attribution.isEmpty {
                Tag.text(
                    .x(frame.width - 2), .y(frame.height + 22), .fontSize(11), .anchor("end"), .fill(Palette.quiet)
                ) { attribution }
            }
        }
    }

    /// The box that the north arrow covers, so that labels keep away.
    var northBox: Envelope {
        Envelope(minX: frame.width - 40, minY: 0, maxX: frame.width, maxY: 52)
    }

    private func northArrow(_ letter: String) -> HTMLNode {
        let x = frame.width - 22
        return Tag.g {
            Tag.polygon(
                .points([
                    PixelPoint(x: x, y: 10), PixelPoint(x: x + 7, y: 30), PixelPoint(x: x, y: 25),
                    PixelPoint(x: x - 7, y: 30),
                ]), .fill(Palette.ink), .stroke(Palette.paper), .strokeWidth(1))
            haloText(letter, at: PixelPoint(x: x, y: 45), size: 13, colour: Palette.ink, halo: Palette.paper)
        }
    }

    /// The longest of 1, 2, 5 × 10ⁿ metres that is at most 170 pixels; nil on a frame without a scale.
    var scaleMetres: Double? {
        guard frame.scale > 0, frame.scale.isFinite else { return nil }
        var step = 1.0
        var best: Double?
        while step <= 1e7 {
            for factor in [1.0, 2.0, 5.0] where step * factor * frame.scale <= 170 { best = step * factor }
            step *= 10
        }
        return best
    }

    private var scaleBar: HTMLNode {
        guard let metres = scaleMetres else { return Tag.g() }
        let length = metres * frame.scale
        let y = frame.height + 17
        let label = metres >= 1000 ? numbers.number(metres / 1000) + " km" : numbers.number(metres) + " m"
        return Tag.g {
            Tag.rect(
                .x(2), .y(y), .width(length), .height(5), .fill(Palette.paper), .stroke(Palette.ink), .strokeWidth(1))
            Tag.rect(.x(2), .y(y), .width(length / 2), .height(5), .fill(Palette.ink))
            Tag.text(.x(length + 10), .y(y + 6.5), .fontSize(12), .fill(Palette.ink)) { label }
        }
    }

    /// Text with a rim in the colour of its ground. The rim is a text of its own, because not every program that
    /// prints knows the paint order of SVG.
    func haloText(
        _ text: String, at point: PixelPoint, size: Double, colour: Colour, halo: Colour, isBold: Bool = false
    ) -> [HTMLNode] {
        let weight: [HTMLAttribute] = isBold ? [.bold] : []
        let common: [HTMLAttribute] =
            [.x(point.x), .y(point.y), .fontSize(size), .anchor("middle")] + weight
        return [
            .element(
                .text, common + [.fill(halo), .stroke(halo), .strokeWidth(3.4), .roundJoins, .ariaHidden],
                [.text(text)]),
            .element(.text, common + [.fill(colour)], [.text(text)]),
        ]
    }

    /// A placed label; the first line is bold.
    func draw(_ label: PlacedLabel, colour: Colour, halo: Colour) -> [HTMLNode] {
        let lineHeight = MapDrawing.labelSize * 1.2
        let top = label.middle.y - Double(label.lines.count) * lineHeight / 2
        return label.lines.enumerated().flatMap { index, line in
            haloText(
                line, at: PixelPoint(x: label.middle.x, y: top + (Double(index) + 0.8) * lineHeight),
                size: MapDrawing.labelSize, colour: colour, halo: halo, isBold: index == 0)
        }
    }

    /// How wide streets are drawn: thinner where many lie close together.
    var streetWidth: Double { frame.scale < 0.1 ? 0.8 : 1.1 }

    /// Streets as a quiet base.
    func streets(
        _ streets: [Geometry], shortest: Double, width: Double, colour: Colour = Palette.street
    ) -> HTMLNode {
        Tag.path(
            .d(pathData(frame.quietLines(streets, shortest: shortest), closed: false)), .noFill,
            .stroke(colour), .strokeWidth(width), .roundJoins, .roundCaps)
    }

    /// Railways, water and whatever else nobody walks across, as quiet lines. Drawn under the streets, some of which are
    /// barriers themselves.
    func barriers(_ barriers: [Geometry]) -> [HTMLNode] {
        let lines = frame.quietLines(barriers, shortest: 3)
        if lines.isEmpty { return [] }
        return [
            Tag.path(
                .d(pathData(lines, closed: false)), .noFill,
                .stroke(Palette.barrier), .strokeWidth(1.3), .roundJoins)
        ]
    }

    /// A focus area: hatched and with a dashed outline on a light rim, so that it is seen without colour and on
    /// dark ground.
    func focusArea(_ geometry: Geometry, isHatched: Bool) -> [HTMLNode] {
        let data = pathData(frame.polygons(geometry))
        let fill: HTMLAttribute = isHatched ? .fill(patternID: focusPattern) : .noFill
        return [
            Tag.path(.d(data), .noFill, .stroke(Palette.paper), .strokeWidth(4.5), .roundJoins),
            Tag.path(
                .d(data), fill, .evenOdd, .stroke(Palette.focus), .strokeWidth(2), .dashes("7 4"), .roundJoins),
        ]
    }
}
