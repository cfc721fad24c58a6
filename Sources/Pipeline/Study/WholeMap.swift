internal import Features
internal import OpenStreetMap
internal import Planar
internal import Topology
internal import Travel

/// A map of OpenStreetMap as one area, for a town whose boundaries the extract does not hold whole.
enum WholeMap {
    /// The convex hull of all streets, in degrees, with the columns `id` and `name`; no row without streets.
    static func layer(_ data: OpenStreetMapData, name: String, source: SourceFile) -> Layer {
        let (xs, ys) = (data.streets.xs, data.streets.ys)
        let points = try? Geometry(kind: .multiPoint, xs: xs, ys: ys)
        let hull = points.flatMap { try? TopologyEngine().convexHull($0) }.flatMap { $0.dimension == 2 ? $0 : nil }
        let file = source.path.split(separator: "/").last ?? ""
        func column(_ name: String, _ value: String) -> Column {
            var texts = TextArena()
            if hull != nil { texts.append(value.utf8) }
            return Column(name: name, storage: .texts(texts))
        }
        return Layer(
            name: String(file.prefix { $0 != "." }), source: source,
            geometries: GeometryColumn(hull.map { [$0] } ?? []),
            columns: [column("id", "1"), column("name", name)])
    }
}
