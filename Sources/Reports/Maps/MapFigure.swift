internal import Planar
internal import Town

extension ReportContext {
    /// A map with its legend beside it. On a narrow screen the map scrolls in its own box.
    func mapFigure(id: String, label: String, sheet: HTMLNode, legend: [HTMLNode], notes: [String]) -> HTMLNode {
        Tag.figure(.class("map")) {
            Tag.div(.class("scroll map-box"), .role("region"), .tabIndex(0), .label(label)) { sheet }
            Tag.figcaption {
                Tag.p(.class("map-title"), .id("\(id)-caption")) { label }
                Tag.ul(.class("legend")) { legend }
                for note in notes { Tag.p(.class("note")) { note } }
            }
        }
    }

    /// A line of a legend.
    func legendItem(_ swatch: [HTMLNode], _ text: [HTMLNode]) -> HTMLNode {
        Tag.li {
            Tag.svg(.class("swatch"), .centredViewBox(radius: 12), .ariaHidden) { swatch }
            Tag.span { text }
        }
    }

    /// The symbols of places that occur.
    func placeLegend(kinds: [PlaceKind]) -> [HTMLNode] {
        kinds.map { kind in
            legendItem(
                [kind.symbol(at: PixelPoint(x: 0, y: 0), radius: 7)], [.text(words("place_kind.\(kind.rawValue)"))])
        }
    }

    /// The hatch of focus areas.
    func focusLegend(drawing: MapDrawing) -> HTMLNode {
        legendItem(
            [
                Tag.rect(
                    .x(-9), .y(-7), .width(18), .height(14), .fill(patternID: drawing.focusPattern),
                    .stroke(Palette.focus), .strokeWidth(1.6), .dashes("5 3"))
            ], [.text(words("map.focus_area"))])
    }

    /// How a source wants to be named; the contributors of OpenStreetMap in the page's language.
    func credit(_ attribution: String) -> DataText {
        DataText(attribution.replacing("© OpenStreetMap contributors", with: words("osm_credit")))
    }

    /// The line under a map that names the sources, as far as there is room for it.
    var mapAttribution: String {
        let names = input.sources.map { source in
            let attribution = credit(source.attribution ?? "")
            return attribution.isEmpty ? DataText(source.name).whole : attribution.whole
        }
        var distinct: [String] = []
        for name in names where !name.isEmpty && !distinct.contains(name) { distinct.append(name) }
        let whole = words("map.attribution", ["sources": distinct.joined(separator: " · ")])
        if distinct.isEmpty { return words("map.attribution_none") }
        if estimatedWidth(of: whole, fontSize: 11) <= 460 { return whole }
        // Whoever drew the map wants to be named on it, however many others there are.
        return words(
            distinct.contains { $0.contains("OpenStreetMap") } ? "map.attribution_osm" : "map.attribution_below",
            ["credit": words("osm_credit")])
    }

    /// The frame of the whole town: its quarters, and what of focus areas and places lies around them.
    var townFrame: MapFrame {
        var quarters = Envelope.empty
        for geometry in study.quarters.geometries { quarters.include(geometry.envelope) }
        var box = quarters
        let around = quarters.expanded(by: max(quarters.width, quarters.height) * 0.3)
        for geometry in study.focusAreas?.areas.geometries ?? [] {
            let envelope = geometry.envelope
            if around.contains(envelope) { box.include(envelope) }
        }
        for place in study.places.ids.indices {
            guard let x = study.places.xs[checked: place], let y = study.places.ys[checked: place] else { continue }
            if around.contains(x: x, y: y) { box.include(x: x, y: y) }
        }
        return MapFrame(around: box)
    }

    /// A place's point on a map, or nil where it lies outside the frame.
    func point(ofPlace place: Int, in frame: MapFrame) -> PixelPoint? {
        guard let x = study.places.xs[checked: place], let y = study.places.ys[checked: place],
            frame.world.contains(x: x, y: y)
        else { return nil }
        return frame.point(x: x, y: y)
    }

    func kind(ofPlace place: Int) -> PlaceKind {
        study.places.category(ofPlace: place).map(PlaceKind.init) ?? .service
    }

    /// The wordings of a quarter's label from long to short; the number is the one of the tables.
    func quarterWordings(_ quarter: Int, below: String? = nil) -> [[String]] {
        let number = "\(quarter + 1)"
        let name = quarterName(quarter).shortened(to: 28)
        var wordings = [["\(number) \(name)"] + (below.map { [$0] } ?? [])]
        let wordsOfName = name.split(whereSeparator: { $0 == " " || $0 == "-" })
        if wordsOfName.count == 2, let first = wordsOfName.first {
            let head = name[..<name.index(first.endIndex, offsetBy: 1)]
            let tail = name[name.index(first.endIndex, offsetBy: 1)...]
            let lines = ["\(number) \(head)", String(tail)]
            wordings.append(lines + (below.map { [$0] } ?? []))
        }
        if let below { wordings.append([number, below]) }
        wordings.append([number])
        return wordings
    }
}
