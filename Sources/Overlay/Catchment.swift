internal import Parallel
public import Planar
public import Topology

/// The land within a straight distance of any of several places.
public struct Catchment: Sendable {
    /// The parts, which do not overlap: polygons.
    public let parts: [Geometry]

    /// The area in m².
    public var squareMetres: Double { parts.reduce(0) { $0 + $1.area } }

    /// The union of the circles around positions.
    ///
    /// - Parameters:
    ///   - radius: in metres.
    ///   - quadrantSegments: how many straight pieces stand for a quarter of a circle. The corners lie on the circle,
    ///     so the area falls short of it: by 0.16 % with 16 pieces.
    /// - Throws: what the geometry layer could not do even on a coarser grid.
    public init(
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
    public func squareMetres(
        in areas: [Geometry], engine: TopologyEngine = TopologyEngine()
    ) throws(TopologyError) -> [Double] {
        let pairs = boxPairs(left: parts.map(\.envelope), right: areas.map(\.envelope)).pairs
        let pieces = try engine.intersectionPieces(of: parts, with: areas, pairs: pairs, keepGeometry: false)
        var shares = [Double](repeating: 0, count: areas.count)
        for (pair, piece) in zip(pairs, pieces) {
            if let failure = piece.failure { throw failure }
            shares[Int(pair.1)] += piece.area
        }
        return shares
    }
}
