import Testing

@testable import Planar

@Suite struct PolygonLocatorTests {
    typealias Ring = [(x: Int, y: Int)]

    /// The place of a position among rings by whole numbers: on an edge, or crossed an odd number of times by the
    /// ray to the east.
    private func place(x: Int, y: Int, in rings: [Ring]) -> CellEdges.Cells.Place {
        var inside = false
        for ring in rings {
            for index in ring.indices {
                let a = ring[index]
                let b = ring[(index + 1) % ring.count]
                let turn = (a.x - x) * (b.y - y) - (a.y - y) * (b.x - x)
                let isInBox = min(a.x, b.x) <= x && x <= max(a.x, b.x) && min(a.y, b.y) <= y && y <= max(a.y, b.y)
                if turn == 0, isInBox { return .boundary }
                if (a.y > y) != (b.y > y), (turn > 0) == (b.y > a.y) { inside.toggle() }
            }
        }
        return inside ? .inside : .outside
    }

    private func expectAgreement(_ polygons: [[Ring]], extent: Int, cellSize: Double?, scale: Double = 1) throws {
        let geometries = try polygons.map { try polygon($0, scale: scale) }
        let locator = cellSize.map { PolygonLocator(geometries, cellSize: $0 * scale) } ?? PolygonLocator(geometries)
        var xs: [Double] = []
        var ys: [Double] = []
        var lowest: [Int32] = []
        var all: [[Int32]] = []
        var places: [PolygonPlace] = []
        for x in -1...extent + 1 {
            for y in -1...extent + 1 {
                xs.append(Double(x) * scale)
                ys.append(Double(y) * scale)
                let found = polygons.map { place(x: x, y: y, in: $0) }
                let inside = found.indices.filter { found[$0] == .inside }.map { Int32($0) }
                all.append(inside)
                lowest.append(inside.first ?? PolygonLocator.none)
                let touched = found.firstIndex(of: .boundary).map { PolygonPlace.boundary(Int32($0)) }
                places.append(inside.first.map { .inside($0) } ?? touched ?? .outside)
            }
        }
        #expect(locator.locate(xs: xs, ys: ys) == lowest)
        #expect(locator.places(xs: xs, ys: ys) == places)
        let owners = places.map { place in
            switch place {
            case .inside(let polygon), .boundary(let polygon): polygon
            case .outside: PolygonLocator.none
            }
        }
        #expect(locator.owners(xs: xs, ys: ys) == owners)
        let matches = locator.locateAll(xs: xs, ys: ys)
        #expect(xs.indices.map { Array(matches.polygons(of: $0)) } == all)
    }

    /// Rings of random whole-number positions, crossing themselves and each other, looked at from every
    /// whole-number position: vertices, edges, collinear ways and cell centres on edges all occur.
    @Test(arguments: 1...40) func agreesWithWholeNumbers(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let extent = [4, 8, 16, 24][Int(seed % 4)]
        let polygons: [[Ring]] = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
            (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                (0..<Int.random(in: 3...9, using: &generator)).map { _ in
                    (x: Int.random(in: 0...extent, using: &generator), y: Int.random(in: 0...extent, using: &generator))
                }
            }
        }
        // Cells of 2 put their centres on odd whole numbers, of 1 on halves, of 0.5 on quarters.
        for cellSize in [nil, 0.5, 1, 2, 3, 40] as [Double?] {
            try expectAgreement(polygons, extent: extent, cellSize: cellSize)
        }
        try expectAgreement(polygons, extent: extent, cellSize: 2, scale: 0x1p+20)
        try expectAgreement(polygons, extent: extent, cellSize: 1, scale: 0x1p-90)
    }

    /// Long edges over many small cells.
    @Test(arguments: 1...4) func agreesWhereEdgesPassManyCells(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let polygons: [[Ring]] = (0..<12).map { _ in
            [
                (0..<40).map { _ in
                    (x: Int.random(in: 0...90, using: &generator), y: Int.random(in: 0...90, using: &generator))
                }
            ]
        }
        try expectAgreement(polygons, extent: 90, cellSize: 1)
    }

    /// Quadrilaterals over jittered nodes share all inner edges: no position inside is lost or found twice.
    @Test func aCoverageHoldsEveryInnerPositionOnce() throws {
        var generator = SeededGenerator(seed: 8)
        let side = 12
        var nodes: [Ring] = []
        for row in 0...side {
            nodes.append(
                (0...side).map { column in
                    let isInner = row > 0 && row < side && column > 0 && column < side
                    let reach = isInner ? 40 : 0
                    return (
                        x: column * 100 + Int.random(in: -reach...reach, using: &generator),
                        y: row * 100 + Int.random(in: -reach...reach, using: &generator)
                    )
                })
        }
        var geometries: [Geometry] = []
        for row in 0..<side {
            for column in 0..<side {
                geometries.append(
                    try polygon(
                        [
                            [
                                nodes[row][column], nodes[row][column + 1], nodes[row + 1][column + 1],
                                nodes[row + 1][column],
                            ]
                        ], scale: 0.1, offsetX: 500_000.3, offsetY: 5_600_000.7))
            }
        }
        let locator = PolygonLocator(geometries)
        let xs = (0..<50_000).map { _ in 500_000.3 + Double.random(in: 0.001..<119.999, using: &generator) }
        let ys = (0..<50_000).map { _ in 5_600_000.7 + Double.random(in: 0.001..<119.999, using: &generator) }
        let matches = locator.locateAll(xs: xs, ys: ys)
        let places = locator.places(xs: xs, ys: ys)
        for index in xs.indices {
            if case .boundary = places[index] { continue }
            #expect(matches.polygons(of: index).count == 1)
        }
        #expect(locator.locate(xs: xs, ys: ys).filter { $0 >= 0 }.count > 49_990)
        // Every shared corner is on a boundary, in none.
        let corners = locator.places(xs: geometries.flatMap(\.xs), ys: geometries.flatMap(\.ys))
        for place in corners {
            guard case .boundary = place else {
                Issue.record("a corner is \(place)")
                continue
            }
        }
    }

    @Test func holdsNothingWithoutAreas() throws {
        let line = try Geometry(kind: .lineString, xs: [0, 2], ys: [0, 2])
        for geometries in [[], [Geometry(emptyOf: .polygon)], [line], [try polygon([[(1, 1), (1, 1), (1, 1)]])]] {
            let locator = PolygonLocator(geometries)
            #expect(locator.locate(xs: [1, .nan, .infinity], ys: [1, 1, 1]) == [-1, -1, -1])
        }
        #expect(PolygonLocator([]).locate(xs: [], ys: []).isEmpty)
    }

    @Test func findsAreasInCollectionsAndParts() throws {
        let square = try polygon([[(0, 0), (4, 0), (4, 4), (0, 4)], [(1, 1), (3, 1), (3, 3), (1, 3)]])
        let nested = try Geometry(collection: [Geometry(x: 9, y: 9), square])
        let parts = try Geometry(
            kind: .multiPolygon, xs: square.xs + square.xs.map { $0 + 10 }, ys: square.ys + square.ys,
            ringEnds: [5, 10, 15, 20], partEnds: [2, 4])
        let locator = PolygonLocator([nested, parts])
        #expect(locator.locate(xs: [0.5, 2, 9, 10.5, 12], ys: [0.5, 2, 9, 0.5, 2]) == [0, -1, -1, 1, -1])
    }

    /// Two hundred squares within each other, with short edges: the grid must not hold every square in every cell.
    @Test func nestedPolygonsDoNotFillTheMemory() throws {
        let nested = try (0..<200).map { index in
            let side = 4_000 - index
            let around = (0..<4).flatMap { turn in
                stride(from: 0, to: side, by: 20).map { step in
                    [(x: step, y: 0), (x: side, y: step), (x: side - step, y: side), (x: 0, y: side - step)][turn]
                }
            }
            return try polygon([around])
        }
        let cells = CellEdges(nested, cellSize: nil)
        let edgeCount = nested.reduce(0) { $0 + $1.xs.count }
        #expect(cells.runs.count < 12 * edgeCount)
        let matches = PolygonLocator(nested).locateAll(xs: [1, 3_900.5, 3_999.5, 4_000], ys: [1, 1, 1, 1])
        #expect((0..<4).map { matches.polygons(of: $0).count } == [200, 100, 1, 0])
    }

    @Test func survivesHugeAndTinyExtents() throws {
        let huge = try polygon([[(-1, -1), (1, -1), (1, 1), (-1, 1)]], scale: 1.7e308)
        let tiny = try polygon([[(0, 0), (1, 0), (1, 1), (0, 1)]], scale: 0x1p-50, offsetX: 1, offsetY: 1)
        #expect(PolygonLocator([huge]).locate(xs: [0], ys: [0]).count == 1)
        let middle = 1 + 0x1p-51
        #expect(PolygonLocator([tiny]).locate(xs: [middle, 1, 2], ys: [middle, middle, 1]) == [0, -1, -1])
    }
}
