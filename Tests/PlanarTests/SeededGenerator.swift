import Planar

/// SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A polygon from rings of whole-number positions, closed here; scaled by `scale`, then moved by the offsets.
func polygon(
    _ rings: [[(x: Int, y: Int)]], scale: Double = 1, offsetX: Double = 0, offsetY: Double = 0
) throws -> Geometry {
    var xs: [Double] = []
    var ys: [Double] = []
    var ends: [Int32] = []
    for ring in rings {
        for position in ring + ring.prefix(1) {
            xs.append(Double(position.x) * scale + offsetX)
            ys.append(Double(position.y) * scale + offsetY)
        }
        ends.append(Int32(xs.count))
    }
    return try Geometry(kind: .polygon, xs: xs, ys: ys, ringEnds: ends)
}

/// Random boxes: most small, some large, some without extent, some empty; edges often exactly equal.
func randomBoxes(_ count: Int, using generator: inout SeededGenerator) -> [Envelope] {
    (0..<count).map { index in
        if index % 17 == 16 { return .empty }
        let x = Double(Int.random(in: 0...400, using: &generator)) / 4
        let y = Double(Int.random(in: 0...400, using: &generator)) / 4
        let most = index % 11 == 0 ? 160 : 16
        return Envelope(
            minX: x, minY: y, maxX: x + Double(Int.random(in: 0...most, using: &generator)) / 4,
            maxY: y + Double(Int.random(in: 0...most, using: &generator)) / 4)
    }
}
