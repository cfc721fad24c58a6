internal import Glibc
internal import Planar

/// A label as it is drawn: lines of text, centred on a point.
struct PlacedLabel: Sendable {
    var lines: [String]
    var middle: PixelPoint
    var box: Envelope
}

/// Puts labels on a map, one after the other, so that none covers another.
struct LabelPlacement {
    /// What is taken.
    private(set) var taken: [Envelope] = []
    /// What a label may cover, but better does not: small symbols.
    private var avoided: [Envelope] = []
    /// The size of label text in pixels.
    let fontSize: Double
    /// The part of the map that labels may use.
    let bounds: Envelope

    init(fontSize: Double, bounds: Envelope) {
        self.fontSize = fontSize
        self.bounds = bounds
    }

    /// Marks a box as taken.
    mutating func take(_ box: Envelope) {
        taken.append(box)
    }

    /// Marks a box that labels keep away from where they can.
    mutating func avoid(_ box: Envelope) {
        avoided.append(box)
    }

    /// How far labels are moved from the middle of their area, in text sizes, the nearest first.
    private static let shifts: [PixelPoint] = {
        var shifts: [PixelPoint] = []
        for y in [0.0, -0.6, 0.6, -1.2, 1.2, -1.8, 1.8] {
            for x in [0.0, -1.2, 1.2, -2.4, 2.4] { shifts.append(PixelPoint(x: x, y: y)) }
        }
        func squaredLength(_ shift: PixelPoint) -> Double { shift.x * shift.x + shift.y * shift.y }
        // Those equally far keep their order: upwards before downwards, left before right.
        return shifts.enumerated().sorted { left, right in
            (squaredLength(left.element), left.offset) < (squaredLength(right.element), right.offset)
        }.map(\.element)
    }()

    /// Places the first of several wordings (longest first) that lies in its area and covers nothing. The last wording
    /// may stick out of its area; nil where even that would cover something. Of the free spots it takes the one that
    /// covers the fewest boxes to avoid, then the one nearest to the middle of the area.
    mutating func place(_ wordings: [[String]], in polygons: [PixelPolygon]) -> PlacedLabel? {
        guard let largest = polygons.max(by: { $0.outerArea < $1.outerArea }) else { return nil }
        let anchor = largest.labelPoint().point
        for (index, lines) in wordings.enumerated() {
            let isLast = index == wordings.count - 1
            var best: (label: PlacedLabel, covered: Int)?
            for shift in LabelPlacement.shifts {
                let middle = PixelPoint(x: anchor.x + shift.x * fontSize, y: anchor.y + shift.y * fontSize)
                let box = box(of: lines, around: middle)
                guard bounds.contains(box), !taken.contains(where: { $0.intersects(box) }) else { continue }
                guard isLast || LabelPlacement.lies(box, in: largest) else { continue }
                let covered = avoided.count { $0.intersects(box) }
                if covered < best?.covered ?? .max {
                    best = (PlacedLabel(lines: lines, middle: middle, box: box), covered)
                }
                if covered == 0 { break }
            }
            if let best {
                taken.append(best.label.box)
                return best.label
            }
        }
        return nil
    }

    private func box(of lines: [String], around middle: PixelPoint) -> Envelope {
        // The first line is bold, and bold text is about a tenth wider.
        let widths = lines.enumerated().map { index, line in
            estimatedWidth(of: line, fontSize: index == 0 ? fontSize * 1.1 : fontSize)
        }
        let half = (widths.max() ?? 0) / 2 + 2
        let height = Double(lines.count) * fontSize * 1.2 / 2 + 1
        return Envelope(
            minX: middle.x - half, minY: middle.y - height, maxX: middle.x + half, maxY: middle.y + height)
    }

    private static func lies(_ box: Envelope, in polygon: PixelPolygon) -> Bool {
        let middleX = (box.minX + box.maxX) / 2
        return [box.minX, middleX, box.maxX].allSatisfy { x in
            polygon.contains(PixelPoint(x: x, y: box.minY)) && polygon.contains(PixelPoint(x: x, y: box.maxY))
        }
    }
}

/// About how wide a text is drawn in a sans-serif face. A little more rather than less.
func estimatedWidth(of text: String, fontSize: Double) -> Double {
    var ems = 0.0
    for scalar in text.unicodeScalars {
        switch scalar {
        case "i", "j", "l", "t", "f", "r", "I", ".", ",", ":", ";", "'", "|", " ", "-", "(", ")", "/": ems += 0.36
        case "m", "w", "M", "W", "—", "…": ems += 0.92
        case "A"..."Z", "Ä", "Ö", "Ü": ems += 0.72
        default:
            if scalar.isMark { continue }
            ems += scalar.value < 0x2E80 ? 0.58 : 1.1
        }
    }
    return ems * fontSize
}

/// Moves point symbols apart so that none covers another; each stays as near to its true place as it can.
struct SymbolPlacement {
    private var taken: [PixelPoint] = []
    /// The least distance between the middles of two symbols.
    let spacing: Double
    /// The part of the map that symbols may use.
    let bounds: Envelope

    init(spacing: Double, bounds: Envelope) {
        self.spacing = spacing
        self.bounds = bounds
    }

    /// The place for the next symbol: on rings around its true place, the nearest free one; after 8 rings the true
    /// place itself.
    mutating func place(near home: PixelPoint) -> PixelPoint {
        let directions = 12
        for ring in 0...8 {
            for direction in 0..<(ring == 0 ? 1 : directions) {
                let angle = Double(direction) / Double(directions) * 2 * Double.pi
                let reach = Double(ring) * spacing * 0.6
                let candidate = PixelPoint(
                    x: home.x + reach * cos(angle), y: home.y + reach * sin(angle))
                guard bounds.contains(x: candidate.x, y: candidate.y),
                    !taken.contains(where: { isNear($0, candidate) })
                else { continue }
                taken.append(candidate)
                return candidate
            }
        }
        taken.append(home)
        return home
    }

    private func isNear(_ first: PixelPoint, _ second: PixelPoint) -> Bool {
        let (dx, dy) = (first.x - second.x, first.y - second.y)
        return dx * dx + dy * dy < spacing * spacing * 0.999
    }
}
