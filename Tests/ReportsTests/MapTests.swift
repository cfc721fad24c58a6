import Wording
import Planar
import Testing
import Wording

@testable import Reports

@Suite struct MapTests {
    private func polygon(_ points: [(Double, Double)]) -> PixelPolygon {
        PixelPolygon(rings: [points.map { PixelPoint(x: $0.0, y: $0.1) }])
    }

    @Test func northIsUpAndMetresAreSquare() {
        let frame = MapFrame(around: Envelope(minX: 0, minY: 0, maxX: 1000, maxY: 800))
        let origin = frame.point(x: 0, y: 0)
        let east = frame.point(x: 100, y: 0)
        let north = frame.point(x: 0, y: 100)
        #expect(abs(east.x - origin.x - 100 * frame.scale) < 1e-9 && east.y == origin.y)
        #expect(abs(origin.y - north.y - 100 * frame.scale) < 1e-9 && north.x == origin.x)
        #expect(origin.x > 0 && origin.y < frame.height)
    }

    @Test(arguments: [
        Envelope.empty, Envelope(minX: 5, minY: 5, maxX: 5, maxY: 5),
        Envelope(minX: 0, minY: 0, maxX: 1e6, maxY: 1), Envelope(minX: 0, minY: 0, maxX: 1, maxY: 1e6),
        Envelope(minX: -1e308, minY: 0, maxX: 1e308, maxY: 1),
    ]) func oddBoxesMakeUsableFrames(_ box: Envelope) {
        let frame = MapFrame(around: box)
        #expect(frame.scale > 0 && frame.scale.isFinite)
        #expect(frame.height >= 0.5 * frame.width - 1 && frame.height <= 1.05 * frame.width + 1)
    }

    @Test func pointsNearerThanATenthOfAPixelAreWrittenOnce() throws {
        let frame = MapFrame(around: Envelope(minX: 0, minY: 0, maxX: 1000, maxY: 1000))
        let xs = (0...10_000).map { Double($0) / 10 }
        let line = try Geometry(kind: .lineString, xs: xs, ys: xs.map { _ in 500 })
        let drawn = frame.lines(line, shortest: 1)
        #expect(drawn.count == 1)
        #expect(drawn[0].count < 7300)
        #expect(zip(drawn[0], drawn[0].dropFirst()).allSatisfy { $0 != $1 })
        #expect(frame.lines(try Geometry(kind: .lineString, xs: [0, 0.1], ys: [0, 0]), shortest: 1).isEmpty)
    }

    @Test func linesAreCutWhereTheyLeaveTheFrame() throws {
        let frame = MapFrame(around: Envelope(minX: 0, minY: 0, maxX: 1000, maxY: 1000))
        let line = try Geometry(
            kind: .lineString, xs: [500, 5000, 6000, 6000, 700], ys: [500, 500, 500, 600, 600])
        #expect(frame.lines(line, shortest: 1).map(\.count) == [2, 2])
    }

    @Test func relativePathsEndWhereTheyShould() {
        let ring = [PixelPoint(x: 1, y: 2), PixelPoint(x: 11.5, y: 2), PixelPoint(x: 11.5, y: 7.3)]
        #expect(pathData([ring], closed: true) == "M1 2l10.5 0l0 5.3z")
    }

    @Test func labelPointLiesDeepInside() {
        // An L: its centroid lies near the inner corner, the widest place in the foot.
        let shape = polygon([(0, 0), (40, 0), (40, 100), (140, 100), (140, 180), (0, 180)])
        let label = shape.labelPoint()
        #expect(shape.contains(label.point))
        #expect(label.depth >= 39 && label.depth <= 40)
        #expect(label.point.y > 100)
        let hollow = PixelPolygon(
            rings: [
                polygon([(0, 0), (100, 0), (100, 100), (0, 100)]).rings[0],
                polygon([(30, 30), (70, 30), (70, 70), (30, 70)]).rings[0],
            ])
        #expect(hollow.contains(hollow.labelPoint().point))
        #expect(!hollow.contains(PixelPoint(x: 50, y: 50)))
    }

    @Test func flatPolygonsDoNotHang() {
        #expect(polygon([(0, 0), (700, 0.1), (700, 0)]).labelPoint().point.x >= 0)
        #expect(polygon([(0, 0), (0, 0), (0, 0)]).labelPoint().point == PixelPoint(x: 0, y: 0))
    }

    @Test func labelsNeverCoverEachOther() {
        var placement = LabelPlacement(
            fontSize: 14, bounds: Envelope(minX: 0, minY: 0, maxX: 720, maxY: 500))
        var boxes: [Envelope] = []
        for column in 0..<12 {
            for row in 0..<10 {
                let (x, y) = (Double(column) * 60, Double(row) * 50)
                let square = polygon([(x, y), (x + 60, y), (x + 60, y + 50), (x, y + 50)])
                let wordings = [["\(row) Quartier am Hafen", "60–80 %"], ["\(row)", "60–80 %"], ["\(row)"]]
                if let label = placement.place(wordings, in: [square]) { boxes.append(label.box) }
            }
        }
        #expect(boxes.count == 120)
        for (index, box) in boxes.enumerated() {
            #expect(!boxes[..<index].contains { $0.intersects(box) })
        }
    }

    @Test func symbolsMoveApart() {
        var placement = SymbolPlacement(
            spacing: 18, bounds: Envelope(minX: 0, minY: 0, maxX: 720, maxY: 500))
        var spots: [PixelPoint] = []
        for _ in 0..<20 { spots.append(placement.place(near: PixelPoint(x: 300, y: 300))) }
        #expect(spots[0] == PixelPoint(x: 300, y: 300))
        for (index, spot) in spots.enumerated() {
            for other in spots[..<index] {
                let (dx, dy) = (spot.x - other.x, spot.y - other.y)
                #expect((dx * dx + dy * dy).squareRoot() >= 17.9)
            }
        }
    }

    @Test(arguments: [(100.0, 20.0), (1000, 200), (3000, 500), (12_000, 2000), (40_000, 10_000)])
    func scaleBarsAreRound(_ metres: Double, _ expected: Double) {
        let frame = MapFrame(around: Envelope(minX: 0, minY: 0, maxX: metres, maxY: metres))
        let drawing = MapDrawing(id: "m", frame: frame, numbers: NumberStyle(language: .german))
        #expect(drawing.scaleMetres == expected)
    }

    @Test(arguments: [(0.0, 0), (0.1999, 0), (0.2, 1), (0.59, 2), (0.6, 3), (0.8, 4), (1, 4)])
    func shareClasses(_ share: Double, _ index: Int) {
        #expect(ShareClass(share).index == index)
    }

    @Test func reachMapShowsClassesInWordsToo() throws {
        let root = try MarkupReader.read(try SmallTown().page("index.html"))
        let map = root.named("svg").first { $0.attributes["aria-labelledby"] == "map-reach-title" }
        // 700 of Altstadt's 900 have a place within 500 m.
        let labels = map?.named("text").filter { $0.attributes["aria-hidden"] == nil }.map(\.text) ?? []
        #expect(labels.contains("60–80\u{202F}%"))
        #expect(labels.contains("kein Wert"))
        #expect(map?.named("desc").first?.wholeText.contains("1 Quartier ist ohne Wert.") == true)
        let fills = map?.named("path").compactMap { $0.attributes["fill"] } ?? []
        #expect(fills.contains(Palette.classes[3].hex))
        #expect(fills.contains("url(#map-reach-nodata)"))
    }

    @Test func quarterMapNumbersThePlacesOfTheTable() throws {
        let root = try MarkupReader.read(try SmallTown().page("quarter-01.html"))
        let map = root.named("svg").first { $0.attributes["aria-labelledby"] == "map-quarter-title" }
        let numbers = map?.named("text").map(\.text) ?? []
        let table = root.named("table").first { $0.attributes["id"] == "table-places" }
        for row in table?.named("tbody").first?.named("tr") ?? [] {
            #expect(numbers.contains(row.children[0].wholeText))
        }
        #expect(map?.named("circle").isEmpty == false && map?.named("rect").isEmpty == false)
    }
}
