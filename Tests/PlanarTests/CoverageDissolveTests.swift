import Planar
import Testing

@Suite struct CoverageDissolveTests {
    private func square(_ x: Int, _ y: Int, _ side: Int = 1) -> [(x: Int, y: Int)] {
        [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
    }

    private func dissolved(_ polygons: [Geometry]) throws -> DissolvedArea? {
        try #require(dissolveCoverage(polygons, groups: polygons.map { _ in 0 }, groupCount: 1).first)
    }

    @Test func dropsTheCommonBorder() throws {
        // The second square runs clockwise: direction must not matter.
        let pair = [try polygon([square(0, 0)]), try polygon([square(1, 0).reversed()])]
        let area = try #require(try dissolved(pair))
        #expect(area.geometry == (try polygon([[(0, 0), (1, 0), (2, 0), (2, 1), (1, 1), (0, 1)]])))
        #expect(area.area == 2)
        #expect(area.boundaryLength == 6)
    }

    @Test func squaresTouchingAtACornerStayTwo() throws {
        let pair = [try polygon([square(0, 0)]), try polygon([square(1, 1)])]
        let area = try #require(try dissolved(pair))
        #expect(area.geometry.kind == .multiPolygon)
        #expect(area.geometry.partEnds == [1, 2])
        #expect(area.geometry.ringEnds == [5, 10])
    }

    /// A ring of eight squares leaves a hole; its ninth square fills it.
    @Test func aRingOfSquaresHasAHole() throws {
        let cells = (0..<9).map { ($0 % 3, $0 / 3) }
        let ring = try cells.filter { $0 != (1, 1) }.map { try polygon([square($0.0, $0.1)]) }
        let area = try #require(try dissolved(ring))
        #expect(area.geometry.kind == .polygon)
        #expect(area.geometry.ringEnds.count == 2)
        #expect(area.area == 8)
        #expect(area.boundaryLength == 16)
        #expect(area.geometry.isCounterClockwise(ring: 0))
        #expect(!area.geometry.isCounterClockwise(ring: 1))
        let filled = try #require(try dissolved(ring + [polygon([square(1, 1)])]))
        #expect(filled.geometry.ringEnds.count == 1)
        #expect(filled.area == 9)
        // A polygon with that hole, and the square in it, make the same area of fewer positions.
        let holed = [try polygon([square(0, 0, 3), square(1, 1)]), try polygon([square(1, 1)])]
        #expect(try #require(try dissolved(holed)).geometry == polygon([square(0, 0, 3)]))
    }

    /// The missing squares (1,1) and (2,2) of a 4 × 4 board touch at a corner: two holes. With (1,1) and its
    /// neighbour on the rim (0,1)… missing, the gap is a bay, not a hole.
    @Test func holesThatTouchAreTwoAndABayIsNone() throws {
        let cells = (0..<16).map { ($0 % 4, $0 / 4) }
        func board(without missing: [(Int, Int)]) throws -> DissolvedArea? {
            try dissolved(
                cells.filter { cell in !missing.contains { $0 == cell } }.map { try polygon([square($0.0, $0.1)]) })
        }
        let two = try #require(try board(without: [(1, 1), (2, 2)]))
        #expect(two.geometry.kind == .polygon)
        #expect(two.geometry.ringEnds.count == 3)
        #expect(two.area == 14)
        let bay = try #require(try board(without: [(0, 1), (1, 1)]))
        #expect(bay.geometry.ringEnds.count == 1)
        // A hole that touches the shell at a corner is a hole still.
        let touching = try #require(try board(without: [(0, 0), (1, 1)]))
        #expect(touching.geometry.kind == .polygon)
        #expect(touching.geometry.ringEnds.count == 2)
        #expect(touching.area == 14)
    }

    @Test func anIslandInAHoleIsAPartOfItsOwn() throws {
        let island = [try polygon([square(0, 0, 7), square(1, 1, 5)]), try polygon([square(2, 2, 3), square(3, 3)])]
        let area = try #require(try dissolved(island))
        #expect(area.geometry.partEnds == [2, 4])
        #expect(area.area == 32)
        #expect(area.geometry.length == 64)
    }

    @Test func saysWhenPolygonsAreNoCoverage() throws {
        let unit = try polygon([square(0, 0, 2)])
        let others: [String: Geometry] = [
            "twice the same": unit,
            "overlapping": try polygon([square(1, 1, 2)]),
            "inside": try polygon([square(0, 0, 2).map { (x: $0.x * 1, y: $0.y * 1) }, square(1, 0)]),
            "a position more on the border": try polygon([[(2, 0), (4, 0), (4, 2), (2, 2), (2, 1)]]),
            "a shorter border": try polygon([[(2, 0), (4, 0), (4, 1), (2, 1)]]),
            "touching an edge with a corner": try polygon([[(2, 1), (4, 0), (4, 2)]]),
            "crossing at corners only": try polygon([[(0, 0), (2, 2), (3, -3)]]),
            "nested without touching": try polygon([square(-3, -3, 9)]),
        ]
        for (name, other) in others {
            #expect(try dissolved([unit, other]) == nil, "\(name)")
            #expect(try dissolved([other, unit]) == nil, "\(name)")
        }
        #expect(try dissolved([polygon([[(0, 0), (2, 2), (2, 0), (0, 1)]])]) == nil, "a ring that crosses itself")
    }

    @Test func groupsAreIndependent() throws {
        let polygons = [
            try polygon([square(0, 0)]), try polygon([square(0, 0)]), try polygon([square(1, 0)]),
            try polygon([square(5, 5)]),
        ]
        let areas = dissolveCoverage(polygons, groups: [0, 1, 0, 7], groupCount: 3)
        #expect(areas.map { $0?.area } == [2, 1, 0])
        #expect(areas.last.flatMap { $0 }?.geometry == Geometry(emptyOf: .multiPolygon))
        #expect(dissolveCoverage([], groups: [], groupCount: -1).isEmpty)
        // A group that is no coverage does not harm the others.
        let mixed = dissolveCoverage(polygons, groups: [0, 0, 1, 1], groupCount: 2)
        #expect(mixed[0] == nil)
        #expect(mixed[1]?.area == 2)
    }

    @Test func bothZerosAreOnePlace() throws {
        let negative = try Geometry(
            kind: .polygon, xs: [-0.0, -1, -1, -0.0, -0.0], ys: [0, 0, 1, 1, 0], ringEnds: [5])
        #expect(try #require(try dissolved([negative, polygon([square(0, 0)])])).area == 2)
    }

    /// Random groups of the cells of a jittered board: the area is that of the members, the rings hold exactly their
    /// positions, the boundary between two groups is counted in both, and the order of the members does not matter.
    @Test(arguments: 1...12) func keepsAreaAndPositions(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let side = 14
        let nodes = (0...side).map { row in
            (0...side).map { column in
                (
                    x: column * 100 + Int.random(in: -30...30, using: &generator),
                    y: row * 100 + Int.random(in: -30...30, using: &generator)
                )
            }
        }
        let offset = seed % 2 == 0 ? 5_600_000.25 : 0
        let cells = try (0..<side * side).map { cell in
            let (row, column) = (cell / side, cell % side)
            return try polygon(
                [[nodes[row][column], nodes[row][column + 1], nodes[row + 1][column + 1], nodes[row + 1][column]]],
                scale: 0.125, offsetX: offset, offsetY: offset)
        }
        let groups = cells.map { _ in Int32.random(in: 0..<3, using: &generator) }
        let areas = dissolveCoverage(cells, groups: groups, groupCount: 3)
        let shuffled = cells.indices.shuffled(using: &generator)
        #expect(
            dissolveCoverage(shuffled.map { cells[$0] }, groups: shuffled.map { groups[$0] }, groupCount: 3) == areas)

        let inner = PolygonLocator(cells)
        for (group, area) in areas.enumerated() {
            let area = try #require(area)
            let members = cells.indices.filter { groups[$0] == group }
            let expected = members.reduce(0) { $0 + cells[$1].area }
            #expect(abs(area.area - expected) <= 1e-12 * expected)
            // Where the union holds the middle of a cell, the cell is a member, and the other way round.
            let middles = cells.compactMap(\.areaCentroid)
            let holding = PolygonLocator([area.geometry]).locate(xs: middles.map(\.x), ys: middles.map(\.y))
            #expect(holding.indices.filter { holding[$0] == 0 } == members)
            #expect(inner.locate(xs: middles.map(\.x), ys: middles.map(\.y)) == cells.indices.map { Int32($0) })
            for part in 0..<max(1, area.geometry.partEnds.count) {
                for ring in area.geometry.rings(ofPart: part) {
                    let isShell = ring == area.geometry.rings(ofPart: part).lowerBound
                    #expect(area.geometry.isCounterClockwise(ring: ring) == isShell)
                    let positions = area.geometry.positions(ofRing: ring).dropLast()
                    let distinct = Set(positions.map { [area.geometry.xs[$0], area.geometry.ys[$0]] })
                    #expect(distinct.count == positions.count)
                }
            }
        }
        let whole = try #require(dissolveCoverage(cells, groups: cells.map { _ in 0 }, groupCount: 1).first ?? nil)
        // Each inner border belongs to two cells, the outer one to one.
        let allLengths = cells.reduce(0) { $0 + $1.length }
        let unions = areas.compactMap { $0?.boundaryLength }.reduce(0, +)
        #expect(whole.geometry.kind == .polygon)
        #expect(unions < allLengths)
        #expect(whole.boundaryLength < unions)
    }
}
