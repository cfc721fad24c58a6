internal import Planar

/// Lines and rings with fewer points, for drawings: what is left out would not be seen.
enum PixelSimplification {
    /// How far a drawn line may be from the true one, in pixels.
    static let tolerance = 0.6

    /// Lines that end in one point become one, so that a street of many short pieces is drawn as a street. At a junction
    /// a line goes on in the first piece that is left.
    static func joined(_ lines: [[PixelPoint]]) -> [[PixelPoint]] {
        var ends: [PixelPoint: [Int]] = [:]
        for (index, line) in lines.enumerated() {
            guard let first = line.first, let last = line.last else { continue }
            ends[first, default: []].append(index)
            if last != first { ends[last, default: []].append(index) }
        }
        var isTaken = [Bool](repeating: false, count: lines.count)
        /// Continues a line at its last point as far as there are pieces.
        func extended(_ line: [PixelPoint]) -> [PixelPoint] {
            var line = line
            while let last = line.last, let next = ends[last]?.first(where: { !isTaken[$0] }) {
                isTaken[next] = true
                let piece = lines[next].first == last ? lines[next] : lines[next].reversed()
                line += piece.dropFirst()
            }
            return line
        }
        var result: [[PixelPoint]] = []
        for index in lines.indices where !isTaken[index] {
            isTaken[index] = true
            let forward = extended(lines[index])
            result.append(extended(forward.reversed()).reversed())
        }
        return result
    }

    /// A line without the points that lie within the tolerance of the line through the others (Douglas & Peucker 1973).
    /// Its ends stay.
    static func line(_ points: [PixelPoint], tolerance: Double = tolerance) -> [PixelPoint] {
        guard points.count > 2 else { return points }
        var isKept = [Bool](repeating: false, count: points.count)
        isKept[0] = true
        isKept[points.count - 1] = true
        var open = [(0, points.count - 1)]
        while let (start, end) = open.popLast() {
            var farthest = (index: start, distance: tolerance * tolerance)
            for index in start + 1..<max(end, start + 1) {
                let distance = points[index].squaredDistance(toSegment: points[start], points[end])
                if distance > farthest.distance { farthest = (index, distance) }
            }
            guard farthest.index > start else { continue }
            isKept[farthest.index] = true
            open += [(start, farthest.index), (farthest.index, end)]
        }
        return points.indices.filter { isKept[$0] }.map { points[$0] }
    }

    /// A ring without such points; nil where less than a triangle is left, or less than `leastArea` square pixels.
    static func ring(
        _ ring: [PixelPoint], tolerance: Double = tolerance, leastArea: Double = 3
    ) -> [PixelPoint]? {
        guard let first = ring.first else { return nil }
        // A ring is cut at its first point and at the one farthest from it, which both stay.
        var split = 0
        var longest = 0.0
        for (index, point) in ring.enumerated() {
            let distance = point.squaredDistance(toSegment: first, first)
            if distance > longest { (split, longest) = (index, distance) }
        }
        let there = line(Array(ring[...split]), tolerance: tolerance)
        let back = line(Array(ring[split...]) + [first], tolerance: tolerance)
        let result = Array(there + back.dropFirst().dropLast())
        guard result.count >= 3, PixelPolygon(rings: [result]).outerArea >= leastArea else { return nil }
        return result
    }
}

extension PixelPoint {
    /// The square of the distance to a segment; the segment may be a point.
    func squaredDistance(toSegment start: PixelPoint, _ end: PixelPoint) -> Double {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = dx * dx + dy * dy
        let along = length > 0 ? ((x - start.x) * dx + (y - start.y) * dy) / length : 0
        let clamped = min(max(along, 0), 1)
        let (apartX, apartY) = (start.x + clamped * dx - x, start.y + clamped * dy - y)
        return apartX * apartX + apartY * apartY
    }

    /// The point to a tenth of a pixel, as paths are written.
    var rounded: PixelPoint { PixelPoint(x: (x * 10).rounded() / 10, y: (y * 10).rounded() / 10) }
}
