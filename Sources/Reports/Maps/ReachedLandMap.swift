internal import Indicators
internal import Planar
internal import Town

extension ReportContext {
    /// The kind of places whose reached land maps show, with that land, the shortest time first: organised meeting
    /// places, where their reach may be shown, else everyday ones. Nil where there is no network or no such place.
    private var reachedLandShown: (kind: PlaceKind, lands: [ReachedLand])? {
        for kind in reachedKinds {
            let lands = input.reachedLand.filter { $0.target == kind.reachTarget && !$0.geometry.isEmpty }
            if !lands.isEmpty { return (kind, Array(lands.prefix(4))) }
        }
        return nil
    }

    /// The land from which people reach a place on foot, over the whole town.
    func townReachedLandMap() -> HTMLNode? {
        guard let (kind, lands) = reachedLandShown else { return nil }
        let drawing = MapDrawing(id: "map-reached-land", frame: townFrame, numbers: numbers)
        let frame = drawing.frame
        let quarters = study.quarters.geometries.map { frame.polygons($0) }
        var layers = quarters.map { Tag.path(.d(pathData($0)), .fill(Palette.land), .evenOdd) }
        layers += ground(lands, drawing: drawing, streetWidth: 0.7)
        layers += quarters.map { border($0) }
        var placement = LabelPlacement(fontSize: MapDrawing.labelSize, bounds: bounds(of: frame))
        placement.take(drawing.northBox)
        var above = symbols(of: kind, radius: 3.6, in: frame, placement: &placement)
        for (quarter, polygons) in quarters.enumerated() {
            guard let label = placement.place(quarterWordings(quarter), in: polygons) else { continue }
            above += drawing.draw(label, colour: Palette.ink, halo: Palette.paper)
        }
        let title = words(
            "map.land.title.\(kind.rawValue)", ["town": DataText(study.townName).shortened()])
        return reachedLandFigure(
            kind, lands, area: townKey, title: title, drawing: drawing, layers: layers, above: above,
            notes: [words("map.numbers_note")])
    }

    /// The same on the map of a quarter.
    func quarterReachedLandMap(_ quarter: Int) -> HTMLNode? {
        guard let (kind, lands) = reachedLandShown else { return nil }
        let drawing = MapDrawing(id: "map-reached-land", frame: quarterFrame(quarter), numbers: numbers)
        let frame = drawing.frame
        let own = frame.polygons(shape(ofQuarter: quarter))
        let neighbours = neighbours(of: quarter, in: frame)
        var layers = neighbours.map { Tag.path(.d(pathData($0.polygons)), .fill(Palette.faintLand), .evenOdd) }
        layers.append(Tag.path(.d(pathData(own)), .fill(Palette.land), .evenOdd))
        layers += ground(lands, drawing: drawing, streetWidth: 1.4)
        layers += neighbours.map { border($0.polygons, colour: Palette.faintBorder, width: 1) }
        layers.append(border(own, width: 2.4))
        var placement = LabelPlacement(fontSize: 12, bounds: bounds(of: frame))
        placement.take(drawing.northBox)
        let symbols = symbols(of: kind, radius: 6, in: frame, placement: &placement)
        let above = neighbourNames(neighbours, drawing: drawing, placement: &placement) + symbols
        let title = words(
            "map.land.title.\(kind.rawValue)", ["town": quarterName(quarter).shortened()])
        return reachedLandFigure(
            kind, lands, area: quarterKey(quarter), title: title, drawing: drawing, layers: layers, above: above,
            notes: [])
    }

    /// Reached land, the longest time at the bottom, with barriers and streets over it.
    private func ground(_ lands: [ReachedLand], drawing: MapDrawing, streetWidth: Double) -> [HTMLNode] {
        let colours = Palette.reachedLand(count: lands.count)
        let areas = zip(lands, colours).reversed().map { land, colour in
            Tag.path(.d(pathData(drawing.frame.quietPolygons(land.geometry))), .fill(colour), .evenOdd)
        }
        return areas + drawing.barriers(study.barriers) + [
            drawing.streets(study.streets, shortest: 4, width: streetWidth, colour: Palette.streetOnLand)
        ]
    }

    /// The places of a kind that lie on a map.
    private func symbols(
        of kind: PlaceKind, radius: Double, in frame: MapFrame, placement: inout LabelPlacement
    ) -> [HTMLNode] {
        var nodes: [HTMLNode] = []
        for place in study.places.ids.indices where self.kind(ofPlace: place) == kind {
            guard let point = point(ofPlace: place, in: frame) else { continue }
            nodes.append(kind.symbol(at: point, radius: radius))
            placement.avoid(
                Envelope(
                    minX: point.x - radius, minY: point.y - radius, maxX: point.x + radius, maxY: point.y + radius))
        }
        return nodes
    }

    private func reachedLandFigure(
        _ kind: PlaceKind, _ lands: [ReachedLand], area: AreaKey, title: String, drawing: MapDrawing,
        layers: [HTMLNode], above: [HTMLNode], notes: [String]
    ) -> HTMLNode {
        var description = words("map.land.description.\(kind.rawValue)")
        let shares = lands.compactMap { land -> String? in
            guard
                let share = value(
                    .coverageShare, area, group: allResidents, category: kind.reachTarget,
                    within: .minutes(land.minutes)), share.number != nil
            else { return nil }
            return words("map.land.share", ["limit": within(.minutes(land.minutes)), "share": plainShare(share)])
        }
        if !shares.isEmpty {
            description += " " + words("map.land.shares", ["shares": shares.joined(separator: "; ")])
        }
        let legend =
            zip(lands, Palette.reachedLand(count: lands.count)).map { land, colour in
                legendItem(
                    [
                        Tag.rect(
                            .x(-9), .y(-7), .width(18), .height(14), .fill(colour), .stroke(Palette.border),
                            .strokeWidth(1.2))
                    ], [.text(words("map.land.within", ["limit": within(.minutes(land.minutes))]))])
            } + placeLegend(kinds: [kind]) + [borderLegend] + baseLegend(street: Palette.streetOnLand)
        let step = lands.map(\.step).max() ?? 0
        return mapFigure(
            id: drawing.id, label: title,
            sheet: drawing.sheet(
                title: title, description: description, attribution: mapAttribution, north: words("map.north"),
                layers: layers, above: above),
            legend: legend,
            notes: [words("map.land.possibility"), words("map.land.raster", ["step": distance(Double(step))])] + notes)
    }
}
