import Planar
import Testing

@Suite struct BoundaryDistancePropertyTests {
    private func read(_ text: String) throws -> Geometry { try WellKnownGeometry(text: text).geometry }

    static let places: [(text: String, x: Double, y: Double, expected: Double)] = [
        ("LINESTRING (0 0, 10 0)", 5.0, 3.0, 3.0), ("LINESTRING (0 0, 10 0)", 13, 4, 5),
        ("LINESTRING (0 0, 10 0)", -3, -4, 5),
        ("LINESTRING (0 0, 10 0)", 4, 0, 0), ("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", 5, 4, 4),
        ("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4))", 5, 3.5, 0.5),
        ("MULTILINESTRING ((0 0, 10 0), (0 8, 10 8))", 5, 6, 2), ("LINESTRING (2 2, 2 2)", 5, 6, 5),
        ("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((9 0, 9 9, 20 0, 9 0)))", 6, 4, 3),
        ("GEOMETRYCOLLECTION (POINT (5 5), LINESTRING (0 0, 10 0))", 5, 5, 5), ("MULTIPOINT ((5 5))", 5, 5, .infinity),
    ]

    @Test(arguments: places.indices) func distancesOfKnownPlaces(number: Int) throws {
        let (text, x, y, expected) = BoundaryDistancePropertyTests.places[number]
        #expect(try read(text).boundaryDistance(x: x, y: y) == expected)
    }

    /// Against many positions along the boundary, and unchanged by moving everything.
    @Test(arguments: 1...6) func isTheLeastOfManyPlaces(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let corners = (0..<9).map { _ in
            (x: Int.random(in: 0...100, using: &random), y: Int.random(in: 0...100, using: &random))
        }
        let ring = try polygon([corners])
        let moved = try polygon([corners], offsetX: 4_000_000, offsetY: -2_000_000)
        for _ in 0..<50 {
            let x = Double(Int.random(in: -20...120, using: &random))
            let y = Double(Int.random(in: -20...120, using: &random))
            let distance = ring.boundaryDistance(x: x, y: y)
            var sampled = Double.infinity
            for edge in 0..<ring.xs.count - 1 {
                for step in 0...100 {
                    let share = Double(step) / 100
                    let dx = ring.xs[edge] + share * (ring.xs[edge + 1] - ring.xs[edge]) - x
                    let dy = ring.ys[edge] + share * (ring.ys[edge + 1] - ring.ys[edge]) - y
                    sampled = min(sampled, (dx * dx + dy * dy).squareRoot())
                }
            }
            // Samples lie at most 1.5 apart, so the nearest is no farther off than half of that.
            #expect(distance <= sampled * (1 + 1e-12) && sampled <= distance + 0.75)
            #expect(moved.boundaryDistance(x: x + 4_000_000, y: y - 2_000_000) == distance)
        }
    }
}

@Suite struct ExactMeasuresTests {
    /// The area of a ring of whole numbers, doubled, by whole numbers.
    private func doubledArea(_ ring: [(x: Int, y: Int)]) -> Int {
        ring.indices.reduce(0) { sum, index in
            let next = ring[(index + 1) % ring.count]
            return sum + ring[index].x * next.y - next.x * ring[index].y
        }
    }

    /// Moments of whole-number rings as fractions of whole numbers: Σ (xᵢ + xᵢ₊₁) · cross over 3 Σ cross.
    @Test(arguments: 1...12) func areaAndCentroidAreThoseOfFractions(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let shell: [(x: Int, y: Int)] = [(x: 0, y: 0), (1_000, 0), (1_000, 1_000), (0, 1_000)]
        let (left, low) = (Int.random(in: 1...400, using: &random), Int.random(in: 1...400, using: &random))
        let hole: [(x: Int, y: Int)] = [
            (x: left, y: low), (left + Int.random(in: 1...500, using: &random), low),
            (left, low + Int.random(in: 1...500, using: &random)),
        ]
        let geometry = try polygon([shell, seed.isMultiple(of: 2) ? hole : hole.reversed()])
        let (outer, inner) = (doubledArea(shell), doubledArea(hole))
        #expect(geometry.area == Double(outer - inner) / 2)
        var (momentX, momentY) = (0, 0)
        let rings: [(ring: [(x: Int, y: Int)], sign: Int)] = [(shell, 1), (hole, -1)]
        for (ring, sign) in rings {
            for index in ring.indices {
                let (a, b) = (ring[index], ring[(index + 1) % ring.count])
                let cross = sign * (a.x * b.y - b.x * a.y)
                momentX += (a.x + b.x) * cross
                momentY += (a.y + b.y) * cross
            }
        }
        let centroid = try #require(geometry.areaCentroid)
        let weight = Double(3 * (outer - inner))
        #expect((centroid.x * weight / Double(momentX) - 1).magnitude < 1e-14)
        #expect((centroid.y * weight / Double(momentY) - 1).magnitude < 1e-14)
    }

    @Test func measuresOfRingsAndLines() throws {
        let holed = try polygon([[(0, 0), (8, 0), (8, 6), (0, 6)], [(1, 1), (1, 2), (4, 2), (4, 1)]])
        #expect(holed.length(ofRing: 0) == 28 && holed.length(ofRing: 1) == 8)
        #expect(holed.signedArea(ofRing: 0) == 48 && holed.signedArea(ofRing: 1) == -3)
        #expect(holed.isCounterClockwise(ring: 0) && !holed.isCounterClockwise(ring: 1))
        let line = try Geometry(kind: .lineString, xs: [0, 3, 3], ys: [0, 4, 10])
        #expect(line.length(ofRing: 0) == 11)
        let lines = try Geometry(joining: [line, Geometry(kind: .lineString, xs: [5, 6], ys: [5, 5])])
        #expect(lines.length(ofRing: 0) == 11 && lines.length(ofRing: 1) == 1)
        // Ten million short steps would lose digits in a plain sum; here a hundred thousand thirds.
        let steps = try Geometry(
            kind: .lineString, xs: (0...100_000).map { Double($0) * 0.1 }, ys: [Double](repeating: 0, count: 100_001))
        #expect((steps.length / 10_000 - 1).magnitude < 1e-15)
    }

    @Test(arguments: 1...6) func measuresMoveWithTheGeometry(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let ring = (0..<20).map { _ in
            (x: Int.random(in: 0...1_000, using: &random), y: Int.random(in: 0...1_000, using: &random))
        }
        let here = try polygon([ring])
        let there = try polygon([ring], offsetX: 33_000_000, offsetY: -7_000_000)
        let twice = try polygon([ring], scale: 2)
        #expect(there.area == here.area && twice.area == 4 * here.area)
        #expect(there.length == here.length && twice.length == 2 * here.length)
        #expect(try polygon([ring.reversed()]).signedArea(ofRing: 0) == -here.signedArea(ofRing: 0))
        // Begun at another corner.
        #expect(try polygon([Array(ring[7...] + ring[..<7])]).area == here.area)
    }
}

@Suite struct DegenerateOrientationTests {
    private func turn(_ a: (Double, Double), _ b: (Double, Double), _ c: (Double, Double)) -> Int {
        orientation(ax: a.0, ay: a.1, bx: b.0, by: b.1, cx: c.0, cy: c.1)
    }

    @Test func equalPositionsLieOnEveryLine() {
        for place in [(0.0, 0.0), (0.1, 0.3), (-5e6, 7e-9)] {
            #expect(turn(place, place, place) == 0)
            #expect(turn(place, place, (3, 4)) == 0)
            #expect(turn(place, (3, 4), place) == 0)
            #expect(turn((3, 4), place, place) == 0)
        }
        #expect(turn((-0.0, 0), (0, -0.0), (0, 0)) == 0)
    }

    /// Three positions in all orders: even permutations keep the sign, odd ones turn it.
    @Test(arguments: 1...6) func signsFollowPermutationsAndScale(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let places = (0..<3).map { _ in
                (
                    Double(Int.random(in: -3...3, using: &random)) * 0.1,
                    Double(Int.random(in: -3...3, using: &random)) * 0.1
                )
            }
            let (a, b, c) = (places[0], places[1], places[2])
            let sign = turn(a, b, c)
            #expect(turn(b, c, a) == sign && turn(c, a, b) == sign)
            #expect(turn(b, a, c) == -sign && turn(a, c, b) == -sign && turn(c, b, a) == -sign)
            // Powers of two scale exactly; a half turn keeps, a mirror turns the sign.
            for scale in [0x1p-300, 0x1p-20, 0x1p+300] {
                #expect(
                    turn((a.0 * scale, a.1 * scale), (b.0 * scale, b.1 * scale), (c.0 * scale, c.1 * scale)) == sign)
            }
            #expect(turn((-a.0, -a.1), (-b.0, -b.1), (-c.0, -c.1)) == sign)
            #expect(turn((a.1, a.0), (b.1, b.0), (c.1, c.0)) == -sign)
        }
    }

    @Test func oneLastDigitDecides() {
        let x = 0.1
        #expect(turn((0, 0), (1, 1), (x, x)) == 0)
        #expect(turn((0, 0), (1, 1), (x, x.nextUp)) == 1)
        #expect(turn((0, 0), (1, 1), (x.nextUp, x)) == -1)
        #expect(turn((1e15, 1e15), (1e15 + 1, 1e15 + 1), (0, 0x1p-60)) == 1)
    }
}
