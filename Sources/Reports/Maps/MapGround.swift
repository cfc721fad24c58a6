internal import Planar
internal import Town

extension MapDrawing {
    /// So many positions of green and waters are drawn at most, the largest areas first: about 40 kB.
    static let mostGroundPositions = 4000
    /// What is smaller, in square pixels, is not seen.
    private static let smallestGround = 14.0

    /// Green and waters as a quiet base, simplified to what can be seen and limited in size. Drawn on the land, under
    /// everything else.
    func ground(_ base: BaseAreas) -> [HTMLNode] {
        let kinds = [(base.green, Palette.green), (base.water, Palette.water)]
        var areas: [(kind: Int, polygon: PixelPolygon, size: Double)] = []
        for (kind, geometries) in kinds.map(\.0).enumerated() {
            for geometry in geometries where geometry.envelope.intersects(frame.world) {
                for polygon in frame.quietPolygons(geometry) {
                    let size = polygon.outerArea
                    if size >= MapDrawing.smallestGround { areas.append((kind, polygon, size)) }
                }
            }
        }
        let order = areas.indices.sorted { (areas[$1].size, $0) < (areas[$0].size, $1) }
        var left = MapDrawing.mostGroundPositions
        let drawn = order.filter { index in
            let count = areas[index].polygon.rings.reduce(0) { $0 + $1.count }
            left -= min(count, left + 1)
            return left >= 0
        }
        return kinds.indices.compactMap { kind in
            let polygons = drawn.filter { areas[$0].kind == kind }.map { areas[$0].polygon }
            return polygons.isEmpty
                ? nil : Tag.path(.d(pathData(polygons)), .fill(kinds[kind].1), .evenOdd)
        }
    }
}

extension ReportContext {
    /// What the colours of the ground mean, as far as a map shows them.
    func groundLegend(_ ground: [HTMLNode]) -> [HTMLNode] {
        [(Palette.green, "map.green"), (Palette.water, "map.water")].compactMap { colour, key in
            let isShown = ground.contains { node in
                guard case .element(_, let attributes, _) = node else { return false }
                return attributes.contains { $0.name == "fill" && $0.value == colour.hex }
            }
            guard isShown else { return nil }
            return legendItem(
                [
                    Tag.rect(
                        .x(-9), .y(-7), .width(18), .height(14), .fill(colour), .stroke(Palette.faintBorder),
                        .strokeWidth(1))
                ], [.text(words(key))])
        }
    }
}
