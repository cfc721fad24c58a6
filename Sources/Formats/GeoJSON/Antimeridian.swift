internal import Planar

// RFC 7946, 3.1.9: a geometry that crosses the antimeridian is to be divided there, so that no part crosses it.
//
// Two consecutive positions more than 180° apart are taken to be joined the short way round. Longitudes are first made
// continuous (they may then pass ±180°), then cut along the meridians 180° + k·360°, and the pieces moved back.

extension Geometry {
    /// The pieces on either side as one multi-geometry; nil where nothing has to be divided or moved.
    func dividedAtAntimeridian() -> Geometry? {
        if kind == .collection {
            let divided = members.map { $0.dividedAtAntimeridian() }
            guard divided.contains(where: { $0 != nil }) else { return nil }
            return try? Geometry(collection: zip(divided, members).map { $0 ?? $1 })
        }
        let isPlain =
            xs.allSatisfy { $0 >= -180 && $0 <= 180 }
            && (kind == .point || kind == .multiPoint || !zip(xs, xs.dropFirst()).contains { abs($0 - $1) > 180 })
        guard !isPlain else { return nil }
        switch kind {
        case .point, .multiPoint:
            return try? Geometry(kind: kind, xs: xs.map { $0 - 360 * turns(of: $0) }, ys: ys)
        case .lineString, .multiLineString: return dividedLines()
        case .polygon, .multiPolygon, .collection: return dividedPolygons()
        }
    }

    private func dividedLines() -> Geometry? {
        var pieces = Outlines()
        for line in elements {
            let continuous = continuousLongitudes(line.xs)
            for cut in windows(continuous) {
                pieces.appendLines(xs: continuous, ys: line.ys, window: cut)
            }
        }
        return try? Geometry(kind: .multiLineString, xs: pieces.xs, ys: pieces.ys, ringEnds: pieces.ends)
    }

    private func dividedPolygons() -> Geometry? {
        var xs: [Double] = []
        var ys: [Double] = []
        var ringEnds: [Int32] = []
        var partEnds: [Int32] = []
        for polygon in elements {
            guard let rings = polygon.continuousRings() else { return nil }
            for window in windows(rings.flatMap(\.xs)) {
                let east = rings.cut(at: window - 180, keepingEast: true)
                for part in assembled(east.cut(at: window + 180, keepingEast: false)) {
                    for ring in part {
                        xs.append(contentsOf: ring.xs.map { $0 - window })
                        ys.append(contentsOf: ring.ys)
                        ringEnds.append(Int32(clamping: xs.count))
                    }
                    partEnds.append(Int32(clamping: ringEnds.count))
                }
            }
        }
        return try? Geometry(kind: .multiPolygon, xs: xs, ys: ys, ringEnds: ringEnds, partEnds: partEnds)
    }

    /// The rings with continuous longitudes, holes beside their outer ring; nil where a ring runs round a pole.
    private func continuousRings() -> [Ring]? {
        var rings: [Ring] = []
        for index in ringEnds.indices {
            let range = positions(ofRing: index)
            var longitudes = continuousLongitudes(Array(xs[range]))
            guard longitudes.first == longitudes.last else { return nil }
            if let outer = rings.first, let first = longitudes.first {
                let west = outer.xs.min() ?? first
                let east = outer.xs.max() ?? first
                let shift = first < west ? 360.0 : first > east ? -360.0 : 0
                longitudes = longitudes.map { $0 + shift }
            }
            rings.append(Ring(xs: longitudes, ys: Array(ys[range])))
        }
        return rings
    }
}

/// How many full turns a longitude lies beyond −180°…180°.
private func turns(of longitude: Double) -> Double {
    longitude >= -180 && longitude <= 180 ? 0 : ((longitude + 180) / 360).rounded(.down)
}

/// The longitudes with full turns added so that no step is longer than 180°.
private func continuousLongitudes(_ longitudes: [Double]) -> [Double] {
    var shift = 0.0
    var result = Array(longitudes.prefix(1))
    for (before, longitude) in zip(longitudes, longitudes.dropFirst()) {
        if longitude - before > 180 { shift -= 360 }
        if longitude - before < -180 { shift += 360 }
        result.append(longitude + shift)
    }
    return result
}

/// The middles k·360° of the world copies that the longitudes reach into.
private func windows(_ longitudes: [Double]) -> [Double] {
    guard let west = longitudes.min(), let east = longitudes.max() else { return [] }
    let first = ((west + 180) / 360).rounded(.down)
    let last = max(first, ((east + 180) / 360).rounded(.up) - 1)
    return (0...Int(min(last - first, 8))).map { 360 * (first + Double($0)) }
}

/// Lines one after the other.
private struct Outlines {
    var xs: [Double] = []
    var ys: [Double] = []
    var ends: [Int32] = []

    /// Appends the parts of a line that lie in the world copy around `window`, moved back by it.
    mutating func appendLines(xs lineXs: [Double], ys lineYs: [Double], window: Double) {
        let (west, east) = (window - 180, window + 180)
        var start = xs.count
        func finish(_ self: inout Outlines) {
            if self.xs.count - start >= 2 {
                self.ends.append(Int32(clamping: self.xs.count))
            } else {
                self.xs.removeLast(self.xs.count - start)
                self.ys.removeLast(self.ys.count - start)
            }
            start = self.xs.count
        }
        for index in lineXs.indices.dropFirst() {
            let (x0, y0, x1, y1) = (lineXs[index - 1], lineYs[index - 1], lineXs[index], lineYs[index])
            let (low, high) = (min(x0, x1), max(x0, x1))
            guard high > west || low == west, low < east, !(high == low && low == east) else {
                finish(&self)
                continue
            }
            func at(_ x: Double) -> Double { x1 == x0 ? y1 : y0 + (x - x0) / (x1 - x0) * (y1 - y0) }
            let (from, to) = (min(max(x0, west), east), min(max(x1, west), east))
            guard from != to || x0 == x1 else {
                finish(&self)
                continue
            }
            if xs.count == start {
                xs.append(from - window)
                ys.append(from == x0 ? y0 : at(from))
            }
            xs.append(to - window)
            ys.append(to == x1 ? y1 : at(to))
            if to != x1 { finish(&self) }
        }
        finish(&self)
    }
}
