internal import Planar

/// The DE-9IM of collections of mixed dimensions, which GEOS 3.11 refuses.
///
/// A collection means the union of its members: areas go before lines, lines before points; its boundary is that of the
/// areas, and of the ends of lines those that occur an odd number of times and lie in no area (as in RelateNG of JTS 1.20).
/// All linework of both is noded; vertices, midpoints of segments and inner points of faces then represent every cell the
/// plane is cut into, and each is located in both. Noding rounds, so locating allows 10⁻¹² of the largest coordinate.
extension TopologyEngine {
    /// The matrix of two geometries, of any kinds.
    func relateByLocating(_ first: Geometry, _ second: Geometry) throws(TopologyError) -> String {
        try checkProduct(first.positionCount, second.positionCount, .relate)
        var extent = first.envelope
        extent.include(second.envelope)
        let tolerance =
            extent.isEmpty
            ? 0 : 1e-12 * max(abs(extent.minX), abs(extent.maxX), abs(extent.minY), abs(extent.maxY))
        let a = try PointSet(first, engine: self, tolerance: tolerance)
        let b = try PointSet(second, engine: self, tolerance: tolerance)
        let linework = try unaryUnion(try joined(a.linework + b.linework)).value
        let faces = try polygonize(linework).elements
        var samples = (a.points + b.points).flatMap(\.elements).map { (x: $0.xs[0], y: $0.ys[0], dimension: 0) }
        for line in linework.elements {
            for index in line.xs.indices {
                samples.append((line.xs[index], line.ys[index], 0))
                guard index > 0 else { continue }
                samples.append(
                    (
                        line.xs[index - 1] / 2 + line.xs[index] / 2, line.ys[index - 1] / 2 + line.ys[index] / 2, 1
                    ))
            }
        }
        for face in faces {
            let inner = try pointOnSurface(face)
            guard let x = inner.xs.first, let y = inner.ys.first else { continue }
            samples.append((x, y, 2))
        }
        // The plane outside of everything.
        var matrix = [-1, -1, -1, -1, -1, -1, -1, -1, 2]
        for sample in samples {
            let point = try position(sample.x, sample.y)
            let row = try a.location(of: point, ofCell: sample.dimension, engine: self)
            let cell = try row * 3 + b.location(of: point, ofCell: sample.dimension, engine: self)
            matrix[cell] = max(matrix[cell], sample.dimension)
        }
        return matrix.map { $0 < 0 ? "F" : String($0) }.joined()
    }

    /// A predicate from the matrix, by its definition in OGC 06-103r4.
    func testByLocating(_ predicate: Predicate, _ first: Geometry, _ second: Geometry) throws(TopologyError) -> Bool {
        let matrix = Array(try relateByLocating(first, second).utf8)
        let (a, b) = (first.dimension, second.dimension)
        return predicate.patterns(a, b).contains { TopologyEngine.matches(matrix, Array($0.utf8)) }
    }

    private func position(_ x: Double, _ y: Double) throws(TopologyError) -> Geometry {
        do {
            return try Geometry(x: x, y: y)
        } catch {
            throw TopologyError(.failed, operation: GatedOperation.relate.rawValue, detail: "\(error)")
        }
    }

    /// Elements as one geometry.
    func joined(_ elements: [Geometry]) throws(TopologyError) -> Geometry {
        do {
            return try Geometry(joining: elements.flatMap(\.elements))
        } catch {
            throw TopologyError(.failed, operation: GatedOperation.relate.rawValue, detail: "\(error)")
        }
    }
}

/// A geometry as a set of points with an inside, a boundary and an outside.
private struct PointSet {
    let areas: Geometry?
    let areaBoundary: Geometry?
    let lines: Geometry?
    let lineEnds: Geometry?
    let points: [Geometry]
    let tolerance: Double

    init(_ geometry: Geometry, engine: TopologyEngine, tolerance: Double) throws(TopologyError) {
        let layers = try engine.layers(of: geometry)
        areas = layers.first { $0.dimension == 2 }
        areaBoundary = try areas.map { area throws(TopologyError) in try engine.boundary(area) }
        lines = layers.first { $0.dimension == 1 }
        // The ends are those of the lines as given: noding would make ends of crossings.
        let given = geometry.elements.filter { $0.dimension == 1 }
        lineEnds = given.isEmpty ? nil : try engine.boundary(try engine.joined(given))
        points = layers.filter { $0.dimension == 0 }
        self.tolerance = tolerance
    }

    /// All lines that bound a cell.
    var linework: [Geometry] { [areaBoundary, lines].compactMap { $0 } }

    /// 0 inside, 1 on the boundary, 2 outside: the rows and columns of the matrix. What has fewer dimensions than the cell
    /// the point stands for does not count, though the point may happen to lie on it.
    func location(of point: Geometry, ofCell dimension: Int, engine: TopologyEngine) throws(TopologyError) -> Int {
        if let areas, let areaBoundary {
            if try engine.isWithinDistance(areaBoundary, point, distance: tolerance) { return 1 }
            if try engine.test(.intersects, areas, point) { return 0 }
        }
        if dimension < 2, let lines, try engine.isWithinDistance(lines, point, distance: tolerance) {
            guard let lineEnds, !lineEnds.isEmpty else { return 0 }
            return try engine.isWithinDistance(lineEnds, point, distance: tolerance) ? 1 : 0
        }
        guard dimension < 1 else { return 2 }
        for set in points where try engine.isWithinDistance(set, point, distance: tolerance) { return 0 }
        return 2
    }
}

extension Predicate {
    /// The patterns any of which makes the predicate true, for geometries of dimensions `a` and `b`.
    fileprivate func patterns(_ a: Int, _ b: Int) -> [String] {
        switch self {
        case .disjoint: ["FF*FF****"]
        case .intersects: ["T********", "*T*******", "***T*****", "****T****"]
        case .contains: ["T*****FF*"]
        case .within: ["T*F**F***"]
        case .covers: ["T*****FF*", "*T****FF*", "***T**FF*", "****T*FF*"]
        case .coveredBy: ["T*F**F***", "*TF**F***", "**FT*F***", "**F*TF***"]
        case .equals: ["T*F**FFF*"]
        case .touches: a == 0 && b == 0 ? [] : ["FT*******", "F**T*****", "F***T****"]
        case .crosses: a < b ? ["T*T******"] : a > b ? ["T*****T**"] : a == 1 ? ["0********"] : []
        case .overlaps: a != b ? [] : a == 1 ? ["1*T***T**"] : ["T*T***T**"]
        }
    }
}
