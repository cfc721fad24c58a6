import Planar
import TestSupport
import Testing

@testable import Reports

/// Lines with fewer points look the same: no point that was left out is farther from the line than the tolerance.
@Suite struct PixelSimplificationTests {
    private func points(_ values: [(Double, Double)]) -> [PixelPoint] { values.map { PixelPoint(x: $0.0, y: $0.1) } }

    @Test func piecesThatMeetBecomeOneLine() {
        let pieces = [
            points([(0, 0), (1, 0)]), points([(5, 5), (6, 6)]), points([(3, 0), (2, 0)]), points([(1, 0), (2, 0)]),
        ]
        let joined = PixelSimplification.joined(pieces)
        #expect(joined.count == 2)
        #expect(joined.first == points([(0, 0), (1, 0), (2, 0), (3, 0)]))
        #expect(joined.last.map { Set($0) } == Set(points([(5, 5), (6, 6)])))
    }

    @Test func circlesAndJunctionsLoseNoPiece() {
        let circle = points([(0, 0), (1, 1), (2, 0), (0, 0)])
        #expect(PixelSimplification.joined([circle]).first.map { Set($0) } == Set(circle))
        // Three arms: one of them stays a line of its own.
        let arms = [points([(0, 0), (9, 0)]), points([(0, 0), (-9, 0)]), points([(0, 0), (0, 9)])]
        let joined = PixelSimplification.joined(arms)
        #expect(joined.count == 2)
        #expect(joined.map { $0.count - 1 }.reduce(0, +) == 3)
        #expect(PixelSimplification.joined([]).isEmpty)
    }

    @Test func bendsThatCannotBeSeenGo() {
        let line = points([(0, 0), (5, 0.3), (10, 0), (10, 5), (10.4, 8), (10, 10)])
        #expect(PixelSimplification.line(line, tolerance: 0.6) == points([(0, 0), (10, 0), (10, 10)]))
        #expect(PixelSimplification.line(line, tolerance: 0.1) == line)
        #expect(PixelSimplification.line(points([(1, 1), (2, 2)])) == points([(1, 1), (2, 2)]))
        #expect(PixelSimplification.line([]).isEmpty)
    }

    @Test(arguments: UInt64(1)...8) func noPointIsFartherThanTheTolerance(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var line = [PixelPoint(x: 0, y: 0)]
        for _ in 0..<300 {
            let last = line[line.count - 1]
            line.append(
                PixelPoint(
                    x: last.x + Double.random(in: -0.5...2, using: &random),
                    y: last.y + Double.random(in: -1...1, using: &random)))
        }
        let simple = PixelSimplification.line(line, tolerance: 1.5)
        #expect(simple.count < line.count && simple.first == line.first && simple.last == line.last)
        for point in line {
            let nearest = zip(simple, simple.dropFirst()).map { point.squaredDistance(toSegment: $0, $1) }.min()
            #expect((nearest ?? .infinity) <= 1.5 * 1.5 + 1e-9)
        }
    }

    @Test func ringsKeepTheirCornersAndSmallOnesGo() {
        let square = points([(0, 0), (5, 0.2), (10, 0), (10, 10), (5, 9.9), (0, 10)])
        let ring = PixelSimplification.ring(square)
        #expect(ring == points([(0, 0), (10, 0), (10, 10), (0, 10)]))
        #expect(PixelSimplification.ring(points([(0, 0), (1, 0), (1, 1), (0, 1)])) == nil)
        #expect(PixelSimplification.ring(points([(0, 0), (50, 0.1), (100, 0)])) == nil)
        #expect(PixelSimplification.ring([]) == nil)
    }

    // MARK: - In a frame

    /// A frame of 1000 m to 720 pixels, with its air.
    private var frame: MapFrame { MapFrame(around: Envelope(minX: 0, minY: 0, maxX: 1000, maxY: 1000)) }

    @Test func streetsOfShortPiecesAreDrawnWhole() throws {
        // Fifty pieces of 10 m, each less than 8 pixels, and a stub of 5 m beside.
        let pieces = try (0..<50).map { index in
            try Geometry(
                kind: .lineString, xs: [Double(index * 10), Double(index * 10 + 10)], ys: [500, 500])
        }
        let stub = try Geometry(kind: .lineString, xs: [800, 805], ys: [800, 800])
        let lines = frame.quietLines(pieces + [stub], shortest: 8)
        #expect(lines.map(\.count) == [2])
        let ends = lines.first.map { [$0.first, $0.last].compactMap { $0?.x }.sorted() } ?? []
        #expect(ends == [frame.point(x: 0, y: 500).rounded.x, frame.point(x: 500, y: 500).rounded.x])
        #expect(frame.lines(stub, shortest: 8).isEmpty)
    }

    @Test func areasAreCutAtTheFrameAndKeepTheirHoles() throws {
        func ring(_ low: Double, _ high: Double) -> ([Double], [Double]) {
            ([low, high, high, low, low], [low, low, high, high, low])
        }
        let (outer, pond, speck) = (ring(-5000, 5000), ring(400, 600), ring(700, 701))
        let area = try Geometry(
            kind: .polygon, xs: outer.0 + pond.0 + speck.0, ys: outer.1 + pond.1 + speck.1, ringEnds: [5, 10, 15])
        let polygons = frame.quietPolygons(area)
        #expect(polygons.count == 1 && polygons.first?.rings.count == 2)
        let window = Envelope(minX: -8.1, minY: -8.1, maxX: frame.width + 8.1, maxY: frame.height + 8.1)
        for point in polygons.flatMap(\.rings).joined() { #expect(window.contains(x: point.x, y: point.y)) }
        // Inside the pond it is not reached.
        #expect(polygons.first?.contains(frame.point(x: 500, y: 500)) == false)
        #expect(polygons.first?.contains(frame.point(x: 300, y: 300)) == true)
        let away = try Geometry(
            kind: .polygon, xs: ring(9000, 9900).0, ys: ring(9000, 9900).1, ringEnds: [5])
        #expect(frame.quietPolygons(away).isEmpty)
    }
}
