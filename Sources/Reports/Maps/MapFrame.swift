internal import Planar

/// A point on a map: x to the right, y downwards, in pixels of the view box.
struct PixelPoint: Sendable, Hashable {
    var x: Double
    var y: Double
}

/// The part of the world that a map shows, and how its metres become pixels. North is up; both axes have one scale.
struct MapFrame: Sendable {
    /// The shown part, in metres.
    let world: Envelope
    /// The width of the map in pixels.
    let width: Double
    /// The height of the map in pixels.
    let height: Double
    /// Pixels in a metre.
    let scale: Double

    /// The width of every map. Text sizes are chosen for it.
    static let ordinaryWidth = 720.0

    /// A frame around a box, with some air; very flat or tall boxes get more ground, so that the map stays a page.
    init(around box: Envelope, width: Double = MapFrame.ordinaryWidth) {
        self.width = width
        let isUsable = !box.isEmpty && box.width.isFinite && box.height.isFinite
        let box = isUsable ? box : Envelope(minX: 0, minY: 0, maxX: 1000, maxY: 700)
        let margin = max(box.width, box.height, 10) * 0.04
        var world = box.expanded(by: margin)
        let ratio = min(max(world.height / world.width, 0.5), 1.05)
        if world.height < world.width * ratio {
            let more = (world.width * ratio - world.height) / 2
            world.minY -= more
            world.maxY += more
        } else if world.width * ratio < world.height {
            let more = (world.height / ratio - world.width) / 2
            world.minX -= more
            world.maxX += more
        }
        self.world = world
        height = (width * ratio).rounded()
        scale = width / world.width
    }

    /// Where a position lies on the map.
    func point(x: Double, y: Double) -> PixelPoint {
        PixelPoint(x: (x - world.minX) * scale, y: (world.maxY - y) * scale)
    }

    /// The polygons of an areal geometry; parts that shrink to less than a pixel's triangle are left out.
    func polygons(_ geometry: Geometry) -> [PixelPolygon] {
        geometry.elements.compactMap { element in
            guard element.kind == .polygon else { return nil }
            let rings = element.ringEnds.indices.map { ring in
                points(element, element.positions(ofRing: ring).dropLast())
            }.filter { $0.count >= 3 }
            return rings.isEmpty ? nil : PixelPolygon(rings: rings)
        }
    }

    /// The lines of a geometry within the frame, each cut where it leaves it; lines that would be dots are left out.
    func lines(_ geometry: Geometry, shortest: Double) -> [[PixelPoint]] {
        var result: [[PixelPoint]] = []
        for element in geometry.elements where element.kind == .lineString {
            guard element.envelope.intersects(world) else { continue }
            var run: [PixelPoint] = []
            for index in element.xs.indices.dropLast() {
                var box = Envelope.empty
                box.include(x: element.xs[index], y: element.ys[index])
                box.include(x: element.xs[index + 1], y: element.ys[index + 1])
                if box.intersects(world) {
                    if run.isEmpty { run.append(rounded(x: element.xs[index], y: element.ys[index])) }
                    let next = rounded(x: element.xs[index + 1], y: element.ys[index + 1])
                    if run.last != next { run.append(next) }
                } else if !run.isEmpty {
                    result.append(run)
                    run = []
                }
            }
            if !run.isEmpty { result.append(run) }
        }
        return result.filter { line in
            var box = Envelope.empty
            for point in line { box.include(x: point.x, y: point.y) }
            return line.count > 1 && max(box.width, box.height) >= shortest
        }
    }

    /// Lines as a drawing needs them: joined where they meet, without bends that cannot be seen, none shorter than
    /// `shortest` pixels.
    func quietLines(_ geometries: [Geometry], shortest: Double) -> [[PixelPoint]] {
        PixelSimplification.joined(geometries.flatMap { lines($0, shortest: 0) }).map {
            PixelSimplification.line($0)
        }.filter { line in
            var box = Envelope.empty
            for point in line { box.include(x: point.x, y: point.y) }
            return max(box.width, box.height) >= shortest
        }
    }

    /// The polygons of an areal geometry as far as they lie on the map, without bends and holes that cannot be seen.
    func quietPolygons(_ geometry: Geometry) -> [PixelPolygon] {
        // Cut a little outside of the frame, so that the cut is not seen as a border.
        let box = Envelope(minX: -8, minY: -8, maxX: width + 8, maxY: height + 8)
        return polygons(geometry).compactMap { polygon in
            guard polygon.box.intersects(box) else { return nil }
            let rings = polygon.clipped(to: box).rings.map { ring in
                PixelSimplification.ring(ring.map(\.rounded))
            }
            guard let outer = rings.first ?? nil else { return nil }
            return PixelPolygon(rings: [outer] + rings.dropFirst().compactMap { $0 })
        }
    }

    private func points(_ geometry: Geometry, _ range: Range<Int>) -> [PixelPoint] {
        var result: [PixelPoint] = []
        for index in range {
            let point = rounded(x: geometry.xs[index], y: geometry.ys[index])
            if result.last != point { result.append(point) }
        }
        if result.count > 1, result.first == result.last { result.removeLast() }
        return result
    }

    /// Positions to a tenth of a pixel: what is nearer together falls on one point and is written once.
    private func rounded(x: Double, y: Double) -> PixelPoint {
        point(x: x, y: y).rounded
    }
}

/// A polygon on a map: the outer ring first, then holes; rings are not closed.
struct PixelPolygon: Sendable {
    let rings: [[PixelPoint]]

    /// The bounding box.
    var box: Envelope {
        var box = Envelope.empty
        for point in rings.first ?? [] { box.include(x: point.x, y: point.y) }
        return box
    }

    /// The area of the outer ring, in square pixels.
    var outerArea: Double {
        guard let ring = rings.first, let last = ring.last else { return 0 }
        var twice = 0.0
        var previous = last
        for point in ring {
            twice += previous.x * point.y - point.x * previous.y
            previous = point
        }
        return abs(twice) / 2
    }

    /// Whether a point lies inside (crossing number over all rings).
    func contains(_ point: PixelPoint) -> Bool {
        var isInside = false
        for ring in rings {
            guard var previous = ring.last else { continue }
            for current in ring {
                if (current.y > point.y) != (previous.y > point.y) {
                    let slope = (previous.x - current.x) / (previous.y - current.y)
                    if point.x < current.x + (point.y - current.y) * slope { isInside.toggle() }
                }
                previous = current
            }
        }
        return isInside
    }

    /// The distance from a point to the nearest border, negative outside.
    func depth(at point: PixelPoint) -> Double {
        var nearest = Double.infinity
        for ring in rings {
            guard var previous = ring.last else { continue }
            for current in ring {
                nearest = min(nearest, point.squaredDistance(toSegment: previous, current))
                previous = current
            }
        }
        return contains(point) ? nearest.squareRoot() : -nearest.squareRoot()
    }
}

/// The `d` of a path through these points: the first absolute, the others relative, which is shorter.
func pathData(_ lines: [[PixelPoint]], closed: Bool) -> String {
    var text = ""
    for line in lines {
        guard var previous = line.first else { continue }
        text += "M\(pixels(previous.x)) \(pixels(previous.y))"
        for point in line.dropFirst() {
            text += "l\(pixels(point.x - previous.x)) \(pixels(point.y - previous.y))"
            previous = point
        }
        if closed { text += "z" }
    }
    return text
}

/// The `d` of a path around these polygons, holes included (fill rule even-odd).
func pathData(_ polygons: [PixelPolygon]) -> String {
    pathData(polygons.flatMap(\.rings), closed: true)
}
