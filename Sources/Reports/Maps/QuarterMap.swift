internal import Planar
internal import Town

extension ReportContext {
    /// A quarter with its streets, its places numbered as in the table, focus areas and faint neighbours.
    func quarterMap(_ quarter: Int) -> HTMLNode {
        let id = "map-quarter"
        let shape = shape(ofQuarter: quarter)
        let drawing = MapDrawing(id: id, frame: quarterFrame(quarter), numbers: numbers)
        let frame = drawing.frame
        var layers: [HTMLNode] = []
        var placement = LabelPlacement(fontSize: 12, bounds: bounds(of: frame))
        placement.take(drawing.northBox)

        let own = frame.polygons(shape)
        let neighbours = neighbours(of: quarter, in: frame)
        for neighbour in neighbours {
            layers.append(Tag.path(.d(pathData(neighbour.polygons)), .fill(Palette.faintLand), .evenOdd))
        }
        layers.append(Tag.path(.d(pathData(own)), .fill(Palette.land), .evenOdd))
        let ground = drawing.ground(study.base)
        layers += ground + drawing.barriers(study.barriers) + [drawing.streets(study.streets, shortest: 2, width: 2)]
        for neighbour in neighbours {
            layers.append(border(neighbour.polygons, colour: Palette.faintBorder, width: 1))
        }
        var showsFocus = false
        for geometry in study.focusAreas?.areas.geometries ?? []
        where geometry.envelope.intersects(frame.world) {
            layers += drawing.focusArea(geometry, isHatched: true)
            showsFocus = true
        }
        layers.append(border(own, width: 2.4))

        let (symbols, kinds) = numberedPlaces(quarter, frame: frame, placement: &placement)
        let above = neighbourNames(neighbours, drawing: drawing, placement: &placement) + symbols

        let name = quarterName(quarter).shortened()
        let title = words("map.quarter.title", ["quarter": name])
        let description = words(
            "map.quarter.description",
            [
                "quarter": name,
                "places": numbers.number(Double(placesOfQuarters[quarter].count + nearbyPlaces[quarter].count)),
            ])
        var legend = placeLegend(kinds: kinds)
        if !nearbyPlaces[quarter].isEmpty {
            legend.append(
                legendItem(
                    [PlaceKind.organised.symbol(at: PixelPoint(x: 0, y: 0), radius: 7, isHollow: true)],
                    [.text(words("map.nearby"))]))
        }
        if showsFocus { legend.append(focusLegend(drawing: drawing)) }
        legend += groundLegend(ground) + baseLegend()
        return mapFigure(
            id: id, label: title,
            sheet: drawing.sheet(
                title: title, description: description, attribution: mapAttribution, north: words("map.north"),
                layers: layers, above: above),
            legend: legend, notes: [words("map.place_numbers_note")])
    }

    /// The shape of a quarter.
    func shape(ofQuarter quarter: Int) -> Geometry {
        study.quarters.geometries[checked: quarter] ?? Geometry(emptyOf: .polygon)
    }

    /// The frame of a quarter's maps: the quarter and the places just outside it.
    func quarterFrame(_ quarter: Int) -> MapFrame {
        var box = shape(ofQuarter: quarter).envelope
        for place in nearbyPlaces[quarter] {
            guard let x = study.places.xs[checked: place], let y = study.places.ys[checked: place] else { continue }
            box.include(x: x, y: y)
        }
        return MapFrame(around: box)
    }

    /// A quarter beside the one that a map shows.
    struct Neighbour {
        let index: Int
        let polygons: [PixelPolygon]
    }

    /// The other quarters on a map.
    func neighbours(of quarter: Int, in frame: MapFrame) -> [Neighbour] {
        study.quarters.geometries.enumerated().compactMap { index, geometry in
            guard index != quarter, geometry.envelope.intersects(frame.world) else { return nil }
            return Neighbour(index: index, polygons: frame.polygons(geometry))
        }
    }

    /// The names of neighbours, as far as there is room.
    func neighbourNames(
        _ neighbours: [Neighbour], drawing: MapDrawing, placement: inout LabelPlacement
    ) -> [HTMLNode] {
        var nodes: [HTMLNode] = []
        for neighbour in neighbours {
            let visible = neighbour.polygons.map { $0.clipped(to: bounds(of: drawing.frame)) }
                .filter { $0.outerArea > 2500 }
            let name = quarterName(neighbour.index).shortened(to: 28)
            guard let label = placement.place([[name]], in: visible) else { continue }
            nodes += drawing.haloText(
                name, at: PixelPoint(x: label.middle.x, y: label.middle.y + 4), size: 12, colour: Palette.quiet,
                halo: Palette.faintLand)
        }
        return nodes
    }

    /// The symbols of a quarter's places with their numbers, moved apart, with a line to the true place where one moved.
    private func numberedPlaces(
        _ quarter: Int, frame: MapFrame, placement: inout LabelPlacement
    ) -> (symbols: [HTMLNode], kinds: [PlaceKind]) {
        let radius = 8.5
        let inside = placesOfQuarters[quarter]
        var spots = SymbolPlacement(
            spacing: radius * 3,
            bounds: Envelope(minX: radius, minY: radius, maxX: frame.width - radius, maxY: frame.height - radius))
        var lines: [HTMLNode] = []
        var symbols: [HTMLNode] = []
        var kinds: Set<PlaceKind> = []
        for (number, place) in (inside + nearbyPlaces[quarter]).enumerated() {
            guard let home = point(ofPlace: place, in: frame) else { continue }
            let spot = spots.place(near: home)
            let kind = kind(ofPlace: place)
            let isNearby = number >= inside.count
            if !isNearby { kinds.insert(kind) }
            if spot != home {
                lines.append(
                    Tag.line(
                        .x1(home.x), .y1(home.y), .x2(spot.x), .y2(spot.y), .stroke(Palette.ink), .strokeWidth(1)))
                lines.append(Tag.circle(.cx(home.x), .cy(home.y), .r(1.8), .fill(Palette.ink)))
            }
            // A number needs the lower half of a triangle, so triangles are drawn larger.
            let size = kind == .service ? radius * 1.3 : radius
            symbols.append(kind.symbol(at: spot, radius: size, isHollow: isNearby))
            let baseline = PixelPoint(x: spot.x, y: spot.y + (kind == .service ? 6.4 : 3.6))
            symbols.append(
                Tag.text(
                    .x(baseline.x), .y(baseline.y), .fontSize(number + 1 > 99 ? 7.5 : kind == .service ? 9 : 10), .bold,
                    .anchor("middle"),
                    .fill(isNearby ? Palette.ink : kind.textColour)
                ) { "\(number + 1)" })
            placement.take(
                Envelope(
                    minX: spot.x - radius, minY: spot.y - radius, maxX: spot.x + radius, maxY: spot.y + radius))
        }
        return (lines + symbols, PlaceKind.allCases.filter(kinds.contains))
    }
}

extension PixelPolygon {
    /// The rings within a box (Sutherland & Hodgman 1974), the outer one first; parts may hang together along the edge of
    /// the box, which is enough for a drawing and to find a place for a label.
    func clipped(to box: Envelope) -> PixelPolygon {
        PixelPolygon(rings: rings.map { PixelPolygon.clipped($0, to: box) })
    }

    private static func clipped(_ ring: [PixelPoint], to box: Envelope) -> [PixelPoint] {
        var ring = ring
        let edges: [(inside: (PixelPoint) -> Bool, cross: (PixelPoint, PixelPoint) -> PixelPoint)] = [
            ({ $0.x >= box.minX }, { Self.cross($0, $1, x: box.minX) }),
            ({ $0.x <= box.maxX }, { Self.cross($0, $1, x: box.maxX) }),
            ({ $0.y >= box.minY }, { Self.cross($0, $1, y: box.minY) }),
            ({ $0.y <= box.maxY }, { Self.cross($0, $1, y: box.maxY) }),
        ]
        for edge in edges {
            guard var previous = ring.last else { break }
            var kept: [PixelPoint] = []
            for point in ring {
                if edge.inside(point) != edge.inside(previous) { kept.append(edge.cross(previous, point)) }
                if edge.inside(point) { kept.append(point) }
                previous = point
            }
            ring = kept
        }
        return ring
    }

    private static func cross(_ start: PixelPoint, _ end: PixelPoint, x: Double) -> PixelPoint {
        PixelPoint(x: x, y: start.y + (end.y - start.y) * (x - start.x) / (end.x - start.x))
    }

    private static func cross(_ start: PixelPoint, _ end: PixelPoint, y: Double) -> PixelPoint {
        PixelPoint(x: start.x + (end.x - start.x) * (y - start.y) / (end.y - start.y), y: y)
    }
}
