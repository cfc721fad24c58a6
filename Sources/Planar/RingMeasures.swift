/// Areas, lengths and centroids of rings and areal geometries, in the unit of the coordinates.
///
/// All products are taken relative to the first position of a ring, so that large eastings and northings do not
/// eat the digits, and are summed with their rounding errors (T. Ogita, S. M. Rump, S. Oishi, "Accurate Sum and
/// Dot Product", SIAM Journal on Scientific Computing 26 (2005), algorithm Dot2).
extension Geometry {
    /// The area enclosed by ring `ring`; positive when it runs counter-clockwise. The ring is closed.
    public func signedArea(ofRing ring: Int) -> Double {
        Planar.signedArea(xs, ys, positions(ofRing: ring))
    }

    /// The length of ring or line `ring`; a line string is its own ring 0.
    public func length(ofRing ring: Int) -> Double {
        let range = kind == .lineString ? xs.indices : positions(ofRing: ring)
        var length = CompensatedSum()
        for index in range.dropLast() {
            let x = xs[index + 1] - xs[index]
            let y = ys[index + 1] - ys[index]
            length.add((x * x + y * y).squareRoot())
        }
        return length.value
    }

    /// Whether ring `ring` runs counter-clockwise, the interior to the left.
    public func isCounterClockwise(ring: Int) -> Bool { signedArea(ofRing: ring) > 0 }

    /// The area: shells minus holes whichever way they run; 0 for points and lines; the sum over a collection.
    /// Parts that overlap count twice: the geometry should be valid.
    public var area: Double {
        var area = CompensatedSum()
        forEachRing { piece, ring, isHole in
            let size = piece.signedArea(ofRing: ring).magnitude
            area.add(isHole ? -size : size)
        }
        return area.value
    }

    /// The length of all lines and rings, holes included; 0 for points.
    public var length: Double {
        var length = CompensatedSum()
        addLength(to: &length)
        return length.value
    }

    /// The centre of gravity of the area; absent when there is no area.
    public var areaCentroid: (x: Double, y: Double)? {
        guard let first = firstPosition else { return nil }
        var moments = AreaMoments(originX: first.x, originY: first.y)
        forEachRing { piece, ring, isHole in
            let runsAgainstItsRole = piece.isCounterClockwise(ring: ring) == isHole
            moments.add(piece.xs, piece.ys, piece.positions(ofRing: ring), factor: runsAgainstItsRole ? -1 : 1)
        }
        guard moments.area.value != 0 else { return nil }
        return (
            first.x + moments.x.value / moments.area.value / 3, first.y + moments.y.value / moments.area.value / 3
        )
    }

    /// Calls `body` with each ring of the areal parts, those of members included: the polygon or multipolygon it
    /// belongs to, its number there, and whether it is a hole.
    func forEachRing(_ body: (_ piece: Geometry, _ ring: Int, _ isHole: Bool) -> Void) {
        for member in members { member.forEachRing(body) }
        guard kind == .polygon || kind == .multiPolygon, !isEmpty else { return }
        for part in 0..<(kind == .polygon ? 1 : partEnds.count) {
            let rings = rings(ofPart: part)
            for ring in rings { body(self, ring, ring != rings.lowerBound) }
        }
    }

    private var firstPosition: (x: Double, y: Double)? {
        if let x = xs.first, let y = ys.first { return (x, y) }
        return members.lazy.compactMap(\.firstPosition).first
    }

    private func addLength(to length: inout CompensatedSum) {
        switch kind {
        case .point, .multiPoint: break
        case .lineString: if !isEmpty { length.add(self.length(ofRing: 0)) }
        case .polygon, .multiLineString, .multiPolygon:
            for ring in ringEnds.indices { length.add(self.length(ofRing: ring)) }
        case .collection: for member in members { member.addLength(to: &length) }
        }
    }
}

/// The area enclosed by the closed ring of positions in `range`; positive when it runs counter-clockwise.
func signedArea(_ xs: [Double], _ ys: [Double], _ range: Range<Int>) -> Double {
    let originX = xs[range.lowerBound]
    let originY = ys[range.lowerBound]
    var doubled = CompensatedSum()
    for index in range.dropLast() {
        let x = xs[index] - originX
        let y = ys[index] - originY
        let nextX = xs[index + 1] - originX
        let nextY = ys[index + 1] - originY
        doubled.add(product: x, nextY)
        doubled.add(product: -nextX, y)
    }
    return doubled.value / 2
}

/// Twice the area and six times the first moments of rings about an origin.
private struct AreaMoments {
    let originX: Double
    let originY: Double
    var area = CompensatedSum()
    var x = CompensatedSum()
    var y = CompensatedSum()

    init(originX: Double, originY: Double) {
        self.originX = originX
        self.originY = originY
    }

    mutating func add(_ xs: [Double], _ ys: [Double], _ range: Range<Int>, factor: Double) {
        for index in range.dropLast() {
            let startX = xs[index] - originX
            let startY = ys[index] - originY
            let endX = xs[index + 1] - originX
            let endY = ys[index + 1] - originY
            let cross = factor * (startX * endY - endX * startY)
            area.add(cross)
            x.add(product: startX + endX, cross)
            y.add(product: startY + endY, cross)
        }
    }
}

/// A sum that carries the rounding errors of its terms along: as if computed with twice the digits.
struct CompensatedSum {
    private var total = 0.0
    private var error = 0.0

    /// The sum so far.
    var value: Double { total + error }

    /// Adds a number.
    mutating func add(_ term: Double) {
        let sum = total + term
        let shared = sum - total
        error += (total - (sum - shared)) + (term - shared)
        total = sum
    }

    /// Adds `first · second`, with the rounding error of the product.
    mutating func add(product first: Double, _ second: Double) {
        let rounded = first * second
        error += (-rounded).addingProduct(first, second)
        add(rounded)
    }
}
