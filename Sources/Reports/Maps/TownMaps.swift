internal import Indicators
internal import Planar
internal import Town

extension ReportContext {
    /// The town's quarters, streets, focus areas and places.
    func townPlacesMap() -> HTMLNode {
        let id = "map-places"
        let drawing = MapDrawing(id: id, frame: townFrame, numbers: numbers)
        let frame = drawing.frame
        var layers: [HTMLNode] = []
        let quarters = study.quarters.geometries.map { frame.polygons($0) }
        for polygons in quarters {
            layers.append(Tag.path(.d(pathData(polygons)), .fill(Palette.land), .evenOdd))
        }
        let ground = drawing.ground(study.base)
        layers +=
            ground + drawing.barriers(study.barriers)
            + [drawing.streets(study.streets, shortest: 4, width: drawing.streetWidth)]
        for geometry in study.focusAreas?.areas.geometries ?? [] {
            layers += drawing.focusArea(geometry, isHatched: true)
        }
        for polygons in quarters { layers.append(border(polygons)) }
        var above: [HTMLNode] = []
        var hidden = 0
        var placement = LabelPlacement(fontSize: MapDrawing.labelSize, bounds: bounds(of: frame))
        placement.take(drawing.northBox)
        for kind in PlaceKind.allCases.reversed() {
            for place in study.places.ids.indices where self.kind(ofPlace: place) == kind {
                if let point = point(ofPlace: place, in: frame) {
                    above.append(kind.symbol(at: point, radius: 4.4))
                    placement.avoid(
                        Envelope(minX: point.x - 5, minY: point.y - 5, maxX: point.x + 5, maxY: point.y + 5))
                } else {
                    hidden += 1
                }
            }
        }
        for (quarter, polygons) in quarters.enumerated() {
            guard let label = placement.place(quarterWordings(quarter), in: polygons) else { continue }
            above += drawing.draw(label, colour: Palette.ink, halo: Palette.paper)
        }
        let title = words("map.places.title", ["town": DataText(study.townName).shortened()])
        let kinds = PlaceKind.allCases.filter { kind in
            study.places.ids.indices.contains { self.kind(ofPlace: $0) == kind }
        }
        let description = words(
            "map.places.description",
            [
                "quarters": numbers.number(Double(study.quarters.count)),
                "places": numbers.number(Double(study.places.count)),
                "focus": numbers.number(Double(study.focusAreas?.areas.count ?? 0)),
            ])
        var legend = placeLegend(kinds: kinds)
        if (study.focusAreas?.areas.count ?? 0) > 0 { legend.append(focusLegend(drawing: drawing)) }
        legend.append(borderLegend)
        legend += groundLegend(ground) + baseLegend()
        return mapFigure(
            id: id, label: title,
            sheet: drawing.sheet(
                title: title, description: description, attribution: mapAttribution, north: words("map.north"),
                layers: layers, above: above),
            legend: legend,
            notes: [words("map.numbers_note")]
                + (hidden > 0 ? [words.counted("map.hidden", hidden, shown: numbers.number(Double(hidden)))] : []))
    }

    /// The share of residents with an organised meeting place within a limit, in five fixed
    /// classes: everyday places are near nearly everywhere, so a map of them would say nothing.
    func townReachMap(within limit: ReachLimitShown) -> HTMLNode {
        let id = "map-reach"
        let drawing = MapDrawing(id: id, frame: townFrame, numbers: numbers)
        let frame = drawing.frame
        let values = study.quarters.ids.indices.map { middleShare(quarterKey($0), .organised) }
        let shares = values.map { $0?.number }
        var layers: [HTMLNode] = []
        let quarters = study.quarters.geometries.map { frame.polygons($0) }
        for (quarter, polygons) in quarters.enumerated() { layers += shareFill(values[quarter], polygons, drawing) }
        layers.append(drawing.streets(study.streets, shortest: 6, width: 0.5))
        // A dark line in a light one is seen between two light areas and between two dark ones.
        for polygons in quarters { layers.append(border(polygons, colour: Palette.paper, width: 3.4)) }
        for polygons in quarters { layers.append(border(polygons, width: 1)) }
        for geometry in study.focusAreas?.areas.geometries ?? [] {
            layers += drawing.focusArea(geometry, isHatched: false)
        }
        var placement = LabelPlacement(fontSize: MapDrawing.labelSize, bounds: bounds(of: frame))
        placement.take(drawing.northBox)
        var above: [HTMLNode] = []
        for (quarter, polygons) in quarters.enumerated() {
            let share = shares[checked: quarter] ?? nil
            let below = share.map { ShareClass($0).label(numbers) } ?? missingWord([values[quarter]])
            guard let label = placement.place(quarterWordings(quarter, below: below), in: polygons) else { continue }
            let index = share.map { ShareClass($0).index }
            above += drawing.draw(
                label, colour: index.map(Palette.text(onClass:)) ?? Palette.ink,
                halo: index.map { Palette.classes[$0] } ?? Palette.paper)
        }
        let title = words("map.reach.title", ["limit": within(limit)])
        let known = shares.compactMap { $0 }
        var description = words("map.reach.description", ["limit": within(limit)])
        if let low = known.min(), let high = known.max() {
            description += " " + words("map.reach.range", ["low": numbers.percent(low), "high": numbers.percent(high)])
        }
        let unknown = shares.count - known.count
        description += " " + words.counted("map.reach.unknown", unknown, shown: numbers.number(Double(unknown)))
        var legend = shareLegend(values, drawing)
        if (study.focusAreas?.areas.count ?? 0) > 0 {
            legend.append(
                legendItem(
                    [
                        Tag.rect(
                            .x(-9), .y(-7), .width(18), .height(14), .noFill, .stroke(Palette.focus),
                            .strokeWidth(1.8), .dashes("5 3"))
                    ], [.text(words("map.focus_area"))]))
        }
        return mapFigure(
            id: id, label: title,
            sheet: drawing.sheet(
                title: title, description: description, attribution: mapAttribution, north: words("map.north"),
                layers: layers, above: above),
            legend: legend + streetLegend(Palette.street),
            notes: [words("map.reach.note"), words("map.numbers_note")])
    }

    func border(_ polygons: [PixelPolygon], colour: Colour = Palette.border, width: Double = 1.4) -> HTMLNode {
        Tag.path(.d(pathData(polygons)), .noFill, .stroke(colour), .strokeWidth(width), .roundJoins)
    }

    func bounds(of frame: MapFrame) -> Envelope {
        Envelope(minX: 2, minY: 2, maxX: frame.width - 2, maxY: frame.height - 2)
    }

    var borderLegend: HTMLNode {
        legendItem(
            [
                Tag.rect(
                    .x(-9), .y(-7), .width(18), .height(14), .fill(Palette.land), .stroke(Palette.border),
                    .strokeWidth(1.4))
            ], [.text(words("map.quarter"))])
    }

    /// What lies under a map.
    func baseLegend(street: Colour = Palette.street) -> [HTMLNode] {
        streetLegend(street) + (study.barriers.isEmpty ? [] : [barrierLegend])
    }

    private var barrierLegend: HTMLNode {
        legendItem(
            [Tag.line(.x1(-10), .y1(0), .x2(10), .y2(0), .stroke(Palette.barrier), .strokeWidth(3))],
            [.text(words("map.barrier"))])
    }

    private func streetLegend(_ colour: Colour) -> [HTMLNode] {
        guard !study.streets.isEmpty else { return [] }
        return [
            legendItem(
                [Tag.line(.x1(-10), .y1(0), .x2(10), .y2(0), .stroke(colour), .strokeWidth(2.5))],
                [.text(words("map.street"))])
        ]
    }
}

/// One of the five fixed classes of a share. Fixed, so that maps of different years can be laid side by side.
struct ShareClass: Sendable, Hashable {
    /// 0 for up to 20 %, 4 for 80 % and more.
    let index: Int

    static let all = (0..<5).map(ShareClass.init(index:))

    private init(index: Int) {
        self.index = index
    }

    /// The class of a share of 1; a bound belongs to the class above it.
    init(_ share: Double) {
        index = share >= 0.8 ? 4 : share >= 0.6 ? 3 : share >= 0.4 ? 2 : share >= 0.2 ? 1 : 0
    }

    /// `60–80 %`.
    func label(_ numbers: NumberStyle) -> String {
        "\(index * 20)–\(index * 20 + 20)" + numbers.percentSign
    }

    /// `60 bis unter 80 %`.
    func legend(_ numbers: NumberStyle, _ words: Words) -> String {
        words(
            index == 4 ? "map.last_class" : "map.class",
            ["low": "\(index * 20)", "high": "\(index * 20 + 20)", "sign": numbers.percentSign])
    }
}
