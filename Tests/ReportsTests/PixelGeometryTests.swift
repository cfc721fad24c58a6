import Planar
import TestSupport
import Testing

@testable import Reports

@Suite struct PixelGeometryTests {
    private func polygon(_ points: [(Double, Double)]...) -> PixelPolygon {
        PixelPolygon(rings: points.map { $0.map { PixelPoint(x: $0.0, y: $0.1) } })
    }
    private let window = Envelope(minX: 0, minY: 0, maxX: 100, maxY: 100)

    @Test func whatLiesInsideStays() {
        let inside = polygon([(10, 10), (20, 10), (20, 30)])
        #expect(inside.clipped(to: window).rings == inside.rings)
    }

    /// Corners (x, y, x, y …) and the area that is left of them in the window.
    private static let clippings: [(corners: [Double], area: Double)] = [
        // beyond a side, across each side, around everything
        ([200, 0, 300, 0, 300, 50], 0), ([-50, 20, -10, 20, -10, 40], 0),
        ([50, 0, 150, 0, 150, 100, 50, 100], 5000), ([-50, 0, 50, 0, 50, 100, -50, 100], 5000),
        ([0, -60, 100, -60, 100, 40, 0, 40], 4000), ([0, 60, 100, 60, 100, 160, 0, 160], 4000),
        ([-10, -10, 110, -10, 110, 110, -10, 110], 10_000),
        // a triangle that covers the window, and one whose long side cuts a corner off
        ([0, 0, 200, 0, 0, 200], 10_000), ([0, 0, 150, 0, 0, 150], 8750),
    ]

    @Test(arguments: clippings.indices) func clippedAreas(_ index: Int) {
        let (corners, area) = Self.clippings[index]
        let ring = stride(from: 0, to: corners.count, by: 2).map { PixelPoint(x: corners[$0], y: corners[$0 + 1]) }
        let clipped = PixelPolygon(rings: [ring]).clipped(to: window)
        #expect(abs(clipped.outerArea - area) < 1e-9)
        for point in clipped.rings.joined() { #expect(window.expanded(by: 1e-9).contains(x: point.x, y: point.y)) }
    }

    @Test func clippingDoesNotDependOnTheFirstPointOrTheTurn() {
        let points = [(-20.0, 50.0), (50, -20), (120, 50), (50, 120)]
        let area = polygon(points).clipped(to: window).outerArea
        for shift in points.indices {
            let turned = Array(points[shift...] + points[..<shift])
            #expect(abs(polygon(turned).clipped(to: window).outerArea - area) < 1e-9)
            #expect(abs(polygon(turned.reversed()).clipped(to: window).outerArea - area) < 1e-9)
        }
        // A diamond of area 2·70², with the four tips (20 high, 40 wide) cut off.
        #expect(abs(area - (9800 - 4 * 400)) < 1e-9)
    }

    @Test func clippedTrianglesNeverGrow() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let points = (0..<3).map { _ in
                (Double.random(in: -100...200, using: &random), Double.random(in: -100...200, using: &random))
            }
            let whole = polygon(points)
            let clipped = whole.clipped(to: window)
            #expect(clipped.outerArea <= min(whole.outerArea, 10_000) + 1e-6)
            // A second cut changes nothing.
            #expect(abs(clipped.clipped(to: window).outerArea - clipped.outerArea) < 1e-6)
        }
    }

    @Test func nothingClippedIsNothing() {
        #expect(PixelPolygon(rings: []).clipped(to: window).rings.isEmpty)
        #expect(PixelPolygon(rings: [[]]).clipped(to: window).outerArea == 0)
    }

    @Test func depthIsTheDistanceToTheNearestBorder() {
        let square = polygon([(0, 0), (100, 0), (100, 100), (0, 100)])
        #expect(square.depth(at: PixelPoint(x: 50, y: 50)) == 50)
        #expect(square.depth(at: PixelPoint(x: 10, y: 50)) == 10)
        #expect(square.depth(at: PixelPoint(x: -30, y: 50)) == -30)
        #expect(square.depth(at: PixelPoint(x: 103, y: 104)) == -5)
        let ring = polygon([(0, 0), (100, 0), (100, 100), (0, 100)], [(40, 40), (60, 40), (60, 60), (40, 60)])
        #expect(ring.depth(at: PixelPoint(x: 50, y: 30)) == 10)
        #expect(ring.depth(at: PixelPoint(x: 50, y: 50)) == -10)
        #expect(ring.outerArea == 10_000)
    }

    @Test func theLabelPointOfASquareIsItsMiddle() {
        for size in [10.0, 100, 700] {
            let label = polygon([(0, 0), (size, 0), (size, size), (0, size)]).labelPoint()
            #expect(abs(label.point.x - size / 2) <= 1 && abs(label.point.y - size / 2) <= 1)
            #expect(abs(label.depth - size / 2) <= 1)
        }
    }

    @Test func theLabelPointLiesInsideOfRandomStars() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<40 {
            let corners = Int.random(in: 3...12, using: &random)
            let points = (0..<corners).map { corner -> (Double, Double) in
                let radius = Double.random(in: 60...300, using: &random)
                let turn = Double(corner) / Double(corners)
                // Around a square, so that no sine is needed: the corner's place on its edge.
                let (side, along) = (Int(turn * 4), (turn * 4).truncatingRemainder(dividingBy: 1) * 2 - 1)
                let direction = [(along, -1.0), (1, along), (-along, 1), (-1, -along)][min(side, 3)]
                return (360 + radius * direction.0, 360 + radius * direction.1)
            }
            let star = polygon(points)
            let label = star.labelPoint()
            #expect(star.contains(label.point))
            #expect(abs(star.depth(at: label.point) - label.depth) < 1e-9)
        }
    }

    @Test func polygonsKeepTheirHolesAndLoseDots() throws {
        let frame = MapFrame(around: Envelope(minX: 0, minY: 0, maxX: 1000, maxY: 1000))
        let withHole = try Geometry(
            kind: .polygon, xs: [0, 900, 900, 0, 0, 300, 300, 600, 600, 300],
            ys: [0, 0, 900, 900, 0, 300, 600, 600, 300, 300], ringEnds: [5, 10])
        let drawn = frame.polygons(withHole)
        #expect(drawn.count == 1 && drawn[0].rings.map(\.count) == [4, 4])
        let dot = try Geometry(
            kind: .polygon, xs: [0, 0.01, 0.01, 0, 0], ys: [0, 0, 0.01, 0.01, 0], ringEnds: [5])
        #expect(frame.polygons(dot).isEmpty)
    }

    @Test func decimationStaysWithinATenthOfAPixel() throws {
        let frame = MapFrame(around: Envelope(minX: 0, minY: 0, maxX: 1000, maxY: 1000))
        var random = SeededGenerator(seed: 3)
        let xs = (0..<500).map { _ in Double.random(in: 0...1000, using: &random) }
        let ys = (0..<500).map { _ in Double.random(in: 0...1000, using: &random) }
        let drawn = frame.lines(try Geometry(kind: .lineString, xs: xs, ys: ys), shortest: 0)
        #expect(drawn.count == 1 && drawn[0].count == 500)
        for (index, point) in drawn[0].enumerated() {
            let exact = frame.point(x: xs[index], y: ys[index])
            #expect(abs(point.x - exact.x) <= 0.05 + 1e-9 && abs(point.y - exact.y) <= 0.05 + 1e-9)
        }
    }

    @Test(arguments: [
        (0.0, "0"), (1, "1"), (1.04, "1"), (1.06, "1.1"), (-1.06, "-1.1"), (719.95, "720"), (-0.049, "0"), (.nan, "0"),
        (-.infinity, "0"), (1e17, "100000000000000000"),
    ]) func pixelNumbers(_ value: Double, _ text: String) {
        #expect(pixels(value) == text)
    }

    @Test func pathsOfNothingAreEmpty() {
        #expect(pathData([], closed: true).isEmpty)
        #expect(pathData([[]], closed: false).isEmpty)
        #expect(pathData([[PixelPoint(x: 3, y: 4)]], closed: false) == "M3 4")
        let two = [PixelPoint(x: 0, y: 0), PixelPoint(x: 1, y: 1)]
        #expect(pathData([two, two], closed: false) == "M0 0l1 1M0 0l1 1")
    }
}
