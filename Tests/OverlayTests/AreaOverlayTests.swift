import Overlay
import Planar
import TestSupport
import Testing
import Topology

@Suite struct AreaOverlayTests {
    /// Two quarters side by side: 0…100 and 100…200 east, 0…100 north.
    static func quarters() throws -> [Geometry] {
        [try rectangle(0, 0, 100, 100), try rectangle(100, 0, 200, 100)]
    }

    static func sizes(_ pieces: [AreaPiece]) -> [String: Double] {
        Dictionary(uniqueKeysWithValues: pieces.map { ("\($0.quarter)×\($0.area)", $0.squareMetres) })
    }

    @Test func piecesOfSquares() throws {
        let areas = [
            try rectangle(50, 0, 150, 50),  // half in each
            try rectangle(110, 10, 120, 20),  // wholly in the second
            try rectangle(-10, -10, 210, 110),  // holds both
            try rectangle(200, 0, 300, 100),  // touches the second only
            try rectangle(500, 500, 600, 600),  // far away
        ]
        let (pieces, incidents) = try AreaOverlay.pieces(
            quarters: try AreaOverlayTests.quarters(), areas: areas, minimumSquareMetres: 1)
        #expect(incidents.isEmpty)
        #expect(pieces.map { [$0.quarter, $0.area] } == [[0, 0], [0, 2], [1, 0], [1, 1], [1, 2]])
        #expect(pieces.map(\.squareMetres) == [2_500, 10_000, 2_500, 100, 10_000])
        #expect(pieces[3].geometry == areas[1])
        #expect(try pieces[1].geometry == AreaOverlayTests.quarters()[0])
        for piece in pieces { #expect(isClose(piece.geometry.area, piece.squareMetres)) }
    }

    @Test func piecesThatAreNoLargerThanTheLeastAreLeftOut() throws {
        let areas = [try rectangle(90, 0, 101, 10)]
        func sizes(_ least: Double) throws -> [Double] {
            try AreaOverlay.pieces(
                quarters: try AreaOverlayTests.quarters(), areas: areas, minimumSquareMetres: least
            ).pieces.map(\.squareMetres)
        }
        #expect(try sizes(0) == [100, 10])
        #expect(try sizes(9.99) == [100, 10])
        #expect(try sizes(10) == [100])
        #expect(try sizes(100) == [])
    }

    @Test func aPieceInSeveralPartsIsOnePiece() throws {
        // A comb whose two teeth reach into the quarter.
        let comb = try polygon([0, 120, 0, 90, 20, 90, 20, 110, 40, 110, 40, 90, 60, 90, 60, 120])
        let pieces = try AreaOverlay.pieces(
            quarters: [rectangle(0, 0, 100, 100)], areas: [comb], minimumSquareMetres: 1
        ).pieces
        #expect(pieces.count == 1)
        #expect(pieces.first?.geometry.kind == .multiPolygon)
        #expect(pieces.first.map { isClose($0.squareMetres, 400) } == true)
    }

    @Test func holesAreCutOut() throws {
        let ring = try polygon([0, 0, 100, 0, 100, 100, 0, 100], [25, 25, 25, 75, 75, 75, 75, 25])
        let pieces = try AreaOverlay.pieces(
            quarters: [ring], areas: [rectangle(0, 0, 50, 100), rectangle(30, 30, 70, 70)], minimumSquareMetres: 1
        ).pieces
        #expect(AreaOverlayTests.sizes(pieces) == ["0×0": 3_750])
    }

    @Test func emptyListsHaveNoPieces() throws {
        let square = try rectangle(0, 0, 1, 1)
        #expect(try AreaOverlay.pieces(quarters: [], areas: [square], minimumSquareMetres: 0).pieces.isEmpty)
        #expect(try AreaOverlay.pieces(quarters: [square], areas: [], minimumSquareMetres: 0).pieces.isEmpty)
        let empty = Geometry(emptyOf: .polygon)
        #expect(try AreaOverlay.pieces(quarters: [empty], areas: [square], minimumSquareMetres: 0).pieces.isEmpty)
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func piecesOfACoverageSumToTheAreaWithinIt(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let quarters = try randomCoverage(columns: 6, rows: 5, spacing: 100, using: &generator)
        let areas = try randomCoverage(columns: 4, rows: 4, spacing: 170, using: &generator)
        let (pieces, incidents) = try AreaOverlay.pieces(quarters: quarters, areas: areas, minimumSquareMetres: 0)
        #expect(incidents.isEmpty)
        let engine = TopologyEngine()
        let town = try engine.unaryUnion(of: quarters).value
        for (index, area) in areas.enumerated() {
            let sum = pieces.filter { $0.area == Int32(index) }.reduce(0) { $0 + $1.squareMetres }
            #expect(isClose(sum, try engine.intersection(area, town).value.area), "area \(index)")
        }
        // The other way about, every quarter is filled as far as the areas reach.
        let reach = try engine.unaryUnion(of: areas).value
        for (index, quarter) in quarters.enumerated() {
            let sum = pieces.filter { $0.quarter == Int32(index) }.reduce(0) { $0 + $1.squareMetres }
            #expect(isClose(sum, try engine.intersection(quarter, reach).value.area), "quarter \(index)")
        }
        let order = pieces.map { [$0.quarter, $0.area] }
        #expect(order == order.sorted { $0.lexicographicallyPrecedes($1) })
    }

    @Test func theOrderOfTheInputChangesOnlyTheIndexes() throws {
        var generator = SeededGenerator(seed: 99)
        let quarters = try randomCoverage(columns: 5, rows: 5, spacing: 100, using: &generator)
        let areas = try randomCoverage(columns: 3, rows: 4, spacing: 140, using: &generator)
        let plain = try AreaOverlay.pieces(quarters: quarters, areas: areas, minimumSquareMetres: 0).pieces
        let quarterOrder = quarters.indices.shuffled(using: &generator)
        let areaOrder = areas.indices.shuffled(using: &generator)
        let shuffled = try AreaOverlay.pieces(
            quarters: quarterOrder.map { quarters[$0] }, areas: areaOrder.map { areas[$0] }, minimumSquareMetres: 0
        ).pieces
        #expect(shuffled.count == plain.count)
        let expected = AreaOverlayTests.sizes(plain)
        for piece in shuffled {
            let key = "\(quarterOrder[Int(piece.quarter)])×\(areaOrder[Int(piece.area)])"
            #expect(expected[key].map { isClose($0, piece.squareMetres) } == true, "\(key)")
        }
    }

    @Test func twoRunsGiveTheSame() throws {
        var generator = SeededGenerator(seed: 5)
        let quarters = try randomCoverage(columns: 5, rows: 5, spacing: 100, using: &generator)
        let areas = try randomCoverage(columns: 7, rows: 7, spacing: 70, using: &generator)
        let first = try AreaOverlay.pieces(quarters: quarters, areas: areas, minimumSquareMetres: 0).pieces
        #expect(try AreaOverlay.pieces(quarters: quarters, areas: areas, minimumSquareMetres: 0).pieces == first)
    }
}
