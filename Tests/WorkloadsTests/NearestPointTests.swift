import TestSupport
import Testing

@testable import Workloads

/// The nearest of many points is the one found by looking at all.
@Suite struct NearestPointTests {
    private func squaredDistance(_ x: Double, _ y: Double, _ toX: Double, _ toY: Double) -> Double {
        (toX - x) * (toX - x) + (toY - y) * (toY - y)
    }

    @Test(arguments: 1...20) func agreesWithLookingAtAll(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        // Points in a strip, so that most cells around it are empty; positions also far outside.
        let count = Int.random(in: 1...200, using: &random)
        let xs = (0..<count).map { _ in Double.random(in: 0...3_000, using: &random) }
        let ys = (0..<count).map { _ in Double.random(in: 0...40, using: &random) }
        let positionXs = (0..<100).map { _ in Double.random(in: -5_000...8_000, using: &random) }
        let positionYs = (0..<100).map { _ in Double.random(in: -4_000...4_000, using: &random) }
        let found = NearestPoint(xs: xs, ys: ys).indexes(xs: positionXs, ys: positionYs)
        for position in 0..<100 {
            let least = (0..<count).map {
                squaredDistance(positionXs[position], positionYs[position], xs[$0], ys[$0])
            }.min()
            let nearest = Int(found[position])
            #expect(
                squaredDistance(positionXs[position], positionYs[position], xs[nearest], ys[nearest]) == least)
        }
    }

    @Test func fewPoints() {
        #expect(NearestPoint(xs: [], ys: []).indexes(xs: [1], ys: [2]) == [-1])
        #expect(NearestPoint(xs: [5], ys: [5]).indexes(xs: [5, -1e6], ys: [5, 1e6]) == [0, 0])
        #expect(NearestPoint(xs: [5, 5, 5], ys: [5, 5, 5]).indexes(xs: [], ys: []) == [])
        // All on one line, of which the extent has no area.
        #expect(
            NearestPoint(xs: [0, 100, 200], ys: [0, 0, 0]).indexes(xs: [160, 140, 20], ys: [9, -9, 0]) == [2, 1, 0])
    }
}
