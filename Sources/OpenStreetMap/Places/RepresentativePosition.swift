internal import Planar

extension Geometry {
    /// A position that stands for the geometry and lies on it: a point itself; of a line the position at half its length;
    /// of an area its centre of gravity where that lies inside, else the middle of the widest stretch inside along a line
    /// from west to east through the middle of its largest part. Nil for what is empty.
    var representativePosition: (x: Double, y: Double)? {
        guard let largest = elements.max(by: { ($0.dimension, $0.area) < ($1.dimension, $1.area) }) else { return nil }
        switch largest.kind {
        case .polygon:
            if let centre = areaCentroid, isInside(centre.x, centre.y) { return centre }
            return largest.widestMiddle ?? (largest.xs[0], largest.ys[0])
        case .lineString: return largest.middleOfLine
        default: return (largest.xs[0], largest.ys[0])
        }
    }

    /// Whether a position lies inside an odd number of rings.
    func isInside(_ x: Double, _ y: Double) -> Bool {
        crossings(atHeight: y).count { $0 < x } % 2 == 1
    }

    /// The x at which the rings cross a horizontal line, unsorted. An edge holds its lower end, not its upper one.
    private func crossings(atHeight y: Double) -> [Double] {
        var found: [Double] = []
        for ring in ringEnds.indices {
            let range = positions(ofRing: ring)
            for index in range.dropLast() where (ys[index] <= y) != (ys[index + 1] <= y) {
                let share = (y - ys[index]) / (ys[index + 1] - ys[index])
                found.append(xs[index] + share * (xs[index + 1] - xs[index]))
            }
        }
        return found
    }

    /// The middle of the widest stretch of a polygon along a line half-way up.
    private var widestMiddle: (x: Double, y: Double)? {
        let box = envelope
        let middle = box.minY / 2 + box.maxY / 2
        // Between two heights of corners, so that the line goes through none.
        guard let below = ys.filter({ $0 <= middle }).max(), let above = ys.filter({ $0 > middle }).min() else {
            return nil
        }
        let y = (below + above) / 2
        let crossings = crossings(atHeight: y).sorted()
        let stretches = stride(from: 0, to: crossings.count - 1, by: 2).map { (crossings[$0], crossings[$0 + 1]) }
        return stretches.max { $0.1 - $0.0 < $1.1 - $1.0 }.map { (($0.0 + $0.1) / 2, y) }
    }

    private var middleOfLine: (x: Double, y: Double) {
        var rest = length / 2
        for index in xs.indices.dropLast() {
            let (east, north) = (xs[index + 1] - xs[index], ys[index + 1] - ys[index])
            let step = (east * east + north * north).squareRoot()
            if step >= rest, step > 0 {
                return (xs[index] + east * rest / step, ys[index] + north * rest / step)
            }
            rest -= step
        }
        return (xs[0], ys[0])
    }

    /// Positions along the outer rings (of areas) or along the line, at most `step` metres from one to the next.
    func outlinePositions(every step: Double, _ metres: LocalMetres) -> [(x: Double, y: Double)] {
        elements.flatMap { element -> [(x: Double, y: Double)] in
            let range = element.kind == .polygon ? element.positions(ofRing: 0) : element.xs.indices
            return element.walk(range, every: step, metres)
        }
    }

    private func walk(_ range: Range<Int>, every step: Double, _ metres: LocalMetres) -> [(x: Double, y: Double)] {
        let isClosed = kind == .polygon
        let lengths = range.dropLast().map { metres.distance(xs[$0], ys[$0], xs[$0 + 1], ys[$0 + 1]) }
        let total = lengths.reduce(0, +)
        var result: [(x: Double, y: Double)] = [(xs[range.lowerBound], ys[range.lowerBound])]
        guard total > 0, step > 0 else { return result }
        let pieces = (total / step).rounded(.up)
        let even = total / pieces
        var next = even
        var walked = 0.0
        for (offset, length) in lengths.enumerated() where length > 0 {
            let index = range.lowerBound + offset
            while next <= walked + length, Double(result.count) < pieces {
                let share = (next - walked) / length
                result.append(
                    (xs[index] + share * (xs[index + 1] - xs[index]), ys[index] + share * (ys[index + 1] - ys[index])))
                next = even * Double(result.count)
            }
            walked += length
        }
        if !isClosed { result.append((xs[range.upperBound - 1], ys[range.upperBound - 1])) }
        return result
    }
}
