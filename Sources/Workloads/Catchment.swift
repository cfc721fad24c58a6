internal import Parallel
internal import Planar
internal import Topology

/// The land within a straight distance of any of several places, put together from functions that `quartier run` calls:
/// buffers, the union of many, pieces of areas. It lives here until the product has a use for it.
struct Catchment: Sendable {
    /// The parts, which do not overlap: polygons.
    let parts: [Geometry]

    /// The area in m².
    var squareMetres: Double { parts.reduce(0) { $0 + $1.area } }

    /// The union of the circles around positions.
    ///
    /// - Parameters:
    ///   - radius: in metres.
    ///   - quadrantSegments: how many straight pieces stand for a quarter of a circle. The corners lie on the circle,
    ///     so the area falls short of it: by 0.16 % with 16 pieces.
    /// - Throws: what the geometry layer could not do even on a coarser grid.
    init(
        xs: [Double], ys: [Double], radius: Double, quadrantSegments: Int = 16,
        engine: TopologyEngine = TopologyEngine()
    ) throws(TopologyError) {
        let style = BufferStyle(quadrantSegments: quadrantSegments)
        let ranges = evenRanges(min(xs.count, ys.count), pieces: 16)
        let circles = try parallelMap(ranges.count) { piece throws(TopologyError) in
            var circles: [Geometry] = []
            for index in ranges[piece] {
                guard let centre = try? Geometry(x: xs[index], y: ys[index]) else { continue }
                circles.append(try engine.buffer(centre, distance: radius, style: style))
            }
            return circles
        }.flatMap(\.self)
        parts = try engine.unaryUnion(of: circles).value.elements
    }

    /// The area in m² that each of several areas shares with the catchment.
    ///
    /// - Throws: what the geometry layer could not do even on a coarser grid.
    func squareMetres(
        in areas: [Geometry], engine: TopologyEngine = TopologyEngine()
    ) throws(TopologyError) -> [Double] {
        let boxes = boxPairs(left: parts.map(\.envelope), right: areas.map(\.envelope))
        let pairs = zip(boxes.left, boxes.right).map { ($0, $1) }
        let pieces = try engine.intersectionPieces(of: parts, with: areas, pairs: pairs, keepGeometry: false)
        var shares = [Double](repeating: 0, count: areas.count)
        for (pair, piece) in zip(pairs, pieces) {
            if let failure = piece.failure { throw failure }
            shares[Int(pair.1)] += piece.area
        }
        return shares
    }
}
