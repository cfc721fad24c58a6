extension Geometry {
    /// The distance from a position to the nearest point of the lines or rings, in the unit of the coordinates;
    /// infinity when the geometry has neither. Inside an area it is the distance to its border, not 0.
    /// Linear in the number of positions.
    public func boundaryDistance(x: Double, y: Double) -> Double {
        var best = Double.infinity
        switch kind {
        case .point, .multiPoint:
            break
        case .lineString:
            best = squaredDistance(x, y, 0..<xs.count)
        case .multiLineString, .polygon, .multiPolygon:
            for ring in ringEnds.indices {
                best = min(best, squaredDistance(x, y, positions(ofRing: ring)))
            }
        case .collection:
            return members.map { $0.boundaryDistance(x: x, y: y) }.min() ?? .infinity
        }
        return best.squareRoot()
    }

    private func squaredDistance(_ x: Double, _ y: Double, _ range: Range<Int>) -> Double {
        var best = Double.infinity
        for index in range.dropLast() {
            let edge = Edge(ax: xs[index], ay: ys[index], bx: xs[index + 1], by: ys[index + 1])
            best = min(best, edge.squaredDistance(x, y))
        }
        return best
    }
}

extension Edge {
    /// The square of the distance from a position to the nearest one of the edge.
    @inline(__always)
    func squaredDistance(_ x: Double, _ y: Double) -> Double {
        let (dx, dy) = (bx - ax, by - ay)
        // From the start of the edge, so that large eastings and northings do not eat the digits.
        let (px, py) = (x - ax, y - ay)
        let lengthSquared = dx * dx + dy * dy
        let along = lengthSquared > 0 ? min(1, max(0, (px * dx + py * dy) / lengthSquared)) : 0
        let (ex, ey) = (along * dx - px, along * dy - py)
        return ex * ex + ey * ey
    }
}
