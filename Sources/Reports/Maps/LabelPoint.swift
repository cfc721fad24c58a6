internal import Planar

/// A point of a polygon that is far from all its borders, and how far.
struct LabelPoint: Sendable {
    var point: PixelPoint
    /// The distance to the nearest border in pixels.
    var depth: Double
}

extension PixelPolygon {
    /// The pole of inaccessibility to about a pixel: the middle of the largest circle that fits in.
    ///
    /// Best-first search over squares that are cut in four (Garcia-Castellanos & Lombardo 2007; the order is that of
    /// Agafonkin's polylabel). Looks at no more than 400 squares, each in time linear in the number of positions.
    func labelPoint() -> LabelPoint {
        let box = box
        let size = min(box.width, box.height)
        let middle = PixelPoint(x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2)
        var best = LabelPoint(point: middle, depth: depth(at: middle))
        guard size > 0, size.isFinite, max(box.width, box.height) / size < 1000 else { return best }

        struct Square {
            var middle: PixelPoint
            var half: Double
            var depth: Double
            var possible: Double { depth + half * 1.4142135623730951 }
        }
        var open: [Square] = []
        func add(_ middle: PixelPoint, half: Double) {
            let square = Square(middle: middle, half: half, depth: depth(at: middle))
            let place = open.firstIndex { $0.possible > square.possible } ?? open.endIndex
            open.insert(square, at: place)
        }
        let step = max(size, max(box.width, box.height) / 12)
        var x = box.minX
        while x < box.maxX {
            var y = box.minY
            while y < box.maxY {
                add(PixelPoint(x: x + step / 2, y: y + step / 2), half: step / 2)
                y += step
            }
            x += step
        }
        var looked = 0
        while let square = open.popLast(), looked < 400 {
            looked += 1
            if square.depth > best.depth { best = LabelPoint(point: square.middle, depth: square.depth) }
            if square.possible - best.depth <= 1 { break }
            let half = square.half / 2
            for (dx, dy) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
                add(PixelPoint(x: square.middle.x + dx, y: square.middle.y + dy), half: half)
            }
        }
        return best
    }
}
