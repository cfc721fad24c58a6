internal import Planar

extension Geometry {
    /// The same geometry with outer rings counterclockwise and holes clockwise (RFC 7946, 3.1.6).
    func withRightHandRule() -> Geometry {
        switch kind {
        case .point, .lineString, .multiPoint, .multiLineString: return self
        case .collection:
            return (try? Geometry(collection: members.map { $0.withRightHandRule() })) ?? self
        case .polygon, .multiPolygon:
            var xs = xs
            var ys = ys
            let parts = kind == .polygon ? (isEmpty ? 0 : 1) : partEnds.count
            for part in 0..<parts {
                let rings = rings(ofPart: part)
                for ring in rings {
                    let range = positions(ofRing: ring)
                    let area = doubledRingArea(xs, ys, range)
                    if ring == rings.lowerBound ? area < 0 : area > 0 {
                        xs[range].reverse()
                        ys[range].reverse()
                    }
                }
            }
            return (try? Geometry(kind: kind, xs: xs, ys: ys, ringEnds: ringEnds, partEnds: partEnds)) ?? self
        }
    }
}

/// Twice the signed area of a closed ring; positive where it turns counterclockwise. Measured from its first position,
/// so that large coordinates cost no digits.
func doubledRingArea(_ xs: [Double], _ ys: [Double], _ range: Range<Int>) -> Double {
    let x0 = xs[range.lowerBound]
    let y0 = ys[range.lowerBound]
    var sum = 0.0
    for index in range.dropLast() {
        sum += (xs[index] - x0) * (ys[index + 1] - y0) - (xs[index + 1] - x0) * (ys[index] - y0)
    }
    return sum
}
