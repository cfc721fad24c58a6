internal import Planar
internal import Town

extension ReportContext {
    /// The width of the council's map in its own pixels: half a sheet, so that labels print at about 8 points.
    private static let councilMapWidth = 470.0

    /// The meeting places and everyday places in their town. No areas of people are on it: neither focus areas nor shares.
    func councilMap() -> HTMLNode {
        let frame = MapFrame(around: townFrame.world, width: ReportContext.councilMapWidth)
        let drawing = MapDrawing(id: "map-council", frame: frame, numbers: numbers)
        let quarters = study.quarters.geometries.map { frame.polygons($0) }
        let ground = quarters.map { Tag.path(.d(pathData($0)), .fill(Palette.land), .evenOdd) }
        let base = [drawing.streets(study.streets, shortest: 4, width: drawing.streetWidth)]
        var above: [HTMLNode] = []
        var placement = LabelPlacement(fontSize: MapDrawing.labelSize, bounds: bounds(of: frame))
        placement.take(drawing.northBox)
        var count = 0
        for kind in councilKinds.reversed() {
            for place in study.places.ids.indices where self.kind(ofPlace: place) == kind {
                guard let point = point(ofPlace: place, in: frame) else { continue }
                count += 1
                above.append(kind.symbol(at: point, radius: 4.2))
                placement.avoid(
                    Envelope(minX: point.x - 5, minY: point.y - 5, maxX: point.x + 5, maxY: point.y + 5))
            }
        }
        for (quarter, polygons) in quarters.enumerated() {
            guard let label = placement.place(quarterWordings(quarter), in: polygons) else { continue }
            above += drawing.draw(label, colour: Palette.ink, halo: Palette.paper)
        }
        return drawing.sheet(
            title: words("council.map.title", ["town": DataText(study.townName).shortened()]),
            description: words("council.map.description", ["places": numbers.number(Double(count))]),
            attribution: councilAttribution, north: words("map.north"),
            layers: ground + drawing.barriers(study.barriers) + base + quarters.map { border($0) }, above: above)
    }

    /// What the symbols mean.
    var councilLegend: [HTMLNode] {
        placeLegend(
            kinds: councilKinds.filter { kind in
                study.places.ids.indices.contains { self.kind(ofPlace: $0) == kind }
            })
    }

    /// The kinds of places on the council's map, organised ones on top of everyday ones.
    private var councilKinds: [PlaceKind] { [.organised, .everyday] }

    /// There is room for little: whoever drew the map, else where to look.
    private var councilAttribution: String {
        let isOpenStreetMap = input.sources.contains { ($0.attribution ?? $0.name).contains("OpenStreetMap") }
        return isOpenStreetMap ? words("osm_credit") : words("map.attribution_below", ["credit": words("osm_credit")])
    }
}
