extension Geometry {
    /// The area of all polygons, in the square of the coordinates' unit; 0 for points and lines. Holes are subtracted.
    ///
    /// The shoelace formula on coordinates relative to the first position of each ring: with UTM coordinates of 5 million
    /// metres, absolute products would lose about seven of sixteen digits.
    public var area: Double {
        switch kind {
        case .polygon, .multiPolygon:
            guard !isEmpty else { return 0 }
            var total = 0.0
            for part in 0..<(kind == .polygon ? 1 : partEnds.count) {
                let rings = rings(ofPart: part)
                total += abs(signedArea(ofRing: rings.lowerBound))
                for hole in rings.dropFirst() { total -= abs(signedArea(ofRing: hole)) }
            }
            return total
        case .collection:
            return members.reduce(0) { $0 + $1.area }
        default:
            return 0
        }
    }

    /// The area of one ring, positive where it runs counter-clockwise.
    public func signedArea(ofRing ring: Int) -> Double {
        let range = positions(ofRing: ring)
        let originX = xs[range.lowerBound]
        let originY = ys[range.lowerBound]
        var doubled = 0.0
        var previousX = 0.0
        var previousY = 0.0
        for index in range.dropFirst() {
            let x = xs[index] - originX
            let y = ys[index] - originY
            doubled += previousX * y - x * previousY
            previousX = x
            previousY = y
        }
        return doubled / 2
    }

    /// The length of all lines and rings, in the coordinates' unit; 0 for points.
    public var length: Double {
        switch kind {
        case .point, .multiPoint:
            return 0
        case .lineString:
            return length(ofPositions: 0..<xs.count)
        case .collection:
            return members.reduce(0) { $0 + $1.length }
        default:
            return ringEnds.indices.reduce(0) { $0 + length(ofPositions: positions(ofRing: $1)) }
        }
    }

    private func length(ofPositions range: Range<Int>) -> Double {
        var total = 0.0
        for index in range.dropFirst() {
            let dx = xs[index] - xs[index - 1]
            let dy = ys[index] - ys[index - 1]
            total += (dx * dx + dy * dy).squareRoot()
        }
        return total
    }
}
