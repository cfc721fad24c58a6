import Planar
import Testing

@Suite struct RingMeasuresTests {
    private func relativeError(_ value: Double, _ expected: Double) -> Double {
        ((value - expected) / expected).magnitude
    }

    @Test func measuresAnUnitSquareWithAHole() throws {
        // The hole runs counter-clockwise like the shell: direction must not matter.
        let square = try polygon([[(0, 0), (4, 0), (4, 4), (0, 4)], [(1, 1), (2, 1), (2, 2), (1, 2)]])
        #expect(square.area == 15)
        #expect(square.length == 20)
        #expect(square.signedArea(ofRing: 1) == 1)
        #expect(square.isCounterClockwise(ring: 0))
        // Moments about the origin: 16 · 2 − 1 · 1.5 over 15.
        let centroid = try #require(square.areaCentroid)
        #expect(relativeError(centroid.x, 30.5 / 15) < 1e-15)
        #expect(relativeError(centroid.y, 30.5 / 15) < 1e-15)
    }

    @Test func knowsWhatHasNoArea() throws {
        let line = try Geometry(kind: .lineString, xs: [0, 3], ys: [0, 4])
        #expect(line.area == 0)
        #expect(line.length == 5)
        #expect(line.areaCentroid == nil)
        #expect(try polygon([[(0, 0), (1, 1), (2, 2)]]).areaCentroid == nil)
        #expect(Geometry(emptyOf: .multiPolygon).area == 0)
        #expect(try Geometry(x: 1, y: 2).length == 0)
        let both = try Geometry(collection: [line, polygon([[(0, 0), (2, 0), (2, 2), (0, 2)]])])
        #expect(both.area == 4)
        #expect(both.length == 13)
        #expect(try #require(both.areaCentroid) == (1, 1))
    }

    /// Rings of whole-number positions far from the origin: the area is known exactly by 128-bit numbers.
    @Test(arguments: 1...20) func areasAreExactToTheLastDigits(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let spread = 1 << Int.random(in: 4...30, using: &generator)
        let ring = (0..<Int.random(in: 3...400, using: &generator)).map { _ in
            (
                x: 500_000_000 + Int.random(in: 0...spread, using: &generator),
                y: 5_600_000_000 + Int.random(in: 0...spread, using: &generator)
            )
        }
        var doubled = Int128(0)
        for index in ring.indices {
            let next = ring[(index + 1) % ring.count]
            doubled += Int128(ring[index].x) * Int128(next.y) - Int128(next.x) * Int128(ring[index].y)
        }
        try #require(doubled != 0)
        // Thousandths of a metre, as a power of two so that the scaling is exact.
        let geometry = try polygon([ring], scale: 0x1p-10)
        let expected = Double(doubled) / 2 * 0x1p-20
        #expect(relativeError(geometry.signedArea(ofRing: 0), expected) < 1e-12)
        #expect(geometry.area == geometry.signedArea(ofRing: 0).magnitude)
        #expect(geometry.isCounterClockwise(ring: 0) == (doubled > 0))
    }

    /// A sliver a thousandth wide and ten kilometres long, far from the origin, keeps its digits.
    @Test func aSliverKeepsItsArea() throws {
        let sliver = try Geometry(
            kind: .polygon, xs: [500_000, 510_000, 510_000, 500_000, 500_000],
            ys: [5_600_000, 5_610_000, 5_610_000.0009765625, 5_600_000.0009765625, 5_600_000], ringEnds: [5])
        #expect(relativeError(sliver.area, 9.765625) < 1e-12)
    }

    @Test func theCentroidOfATriangleIsTheMeanOfItsCorners() throws {
        var generator = SeededGenerator(seed: 9)
        for _ in 0..<100 {
            let corners = (0..<3).map { _ in
                (x: Int.random(in: 0...1_000, using: &generator), y: Int.random(in: 0...1_000, using: &generator))
            }
            let triangle = try polygon([corners], offsetX: 400_000, offsetY: 5_700_000)
            guard let centroid = triangle.areaCentroid else { continue }
            #expect(relativeError(centroid.x, 400_000 + Double(corners.map(\.x).reduce(0, +)) / 3) < 1e-12)
            #expect(relativeError(centroid.y, 5_700_000 + Double(corners.map(\.y).reduce(0, +)) / 3) < 1e-12)
        }
    }
}
