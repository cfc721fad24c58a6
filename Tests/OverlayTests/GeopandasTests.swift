import Foundation
import Overlay
import Planar
import TestSupport
import Testing

/// A messy set of polygons that Scripts/fixtures/overlay.py drew and geopandas overlaid.
@Suite struct GeopandasTests {
    struct Fixture: Decodable {
        let quarters: [[[[Double]]]]
        let areas: [[[[Double]]]]
        let cells: [[[[Double]]]]
        let people: [Double]
        /// Quarter, area, square metres.
        let pieces: [[Double]]
        /// The residents of each quarter by areal weighting.
        let residents: [Double]

        static func read() throws -> Fixture {
            let url = try #require(Bundle.module.url(forResource: "Fixtures/overlay", withExtension: "json"))
            return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
        }

        static func polygons(_ rings: [[[[Double]]]]) throws -> [Geometry] {
            try rings.map { rings in
                var ends: [Int32] = []
                for ring in rings { ends.append((ends.last ?? 0) + Int32(ring.count)) }
                let places = rings.flatMap { $0 }
                return try Geometry(
                    kind: .polygon, xs: places.map { $0[0] }, ys: places.map { $0[1] }, ringEnds: ends)
            }
        }
    }

    @Test func piecesHaveTheSameAreas() throws {
        let fixture = try Fixture.read()
        let (pieces, incidents) = try AreaOverlay.pieces(
            quarters: Fixture.polygons(fixture.quarters), areas: Fixture.polygons(fixture.areas),
            minimumSquareMetres: 1)
        #expect(incidents.isEmpty)
        #expect(fixture.pieces.count > 100)
        #expect(pieces.map { [Double($0.quarter), Double($0.area)] } == fixture.pieces.map { Array($0.prefix(2)) })
        for (piece, expected) in zip(pieces, fixture.pieces) {
            #expect(isClose(piece.squareMetres, expected[2]), "\(piece.quarter) × \(piece.area)")
            #expect(isClose(piece.geometry.area, expected[2]), "\(piece.quarter) × \(piece.area)")
        }
    }

    @Test func arealWeightingGivesTheSameResidents() throws {
        let fixture = try Fixture.read()
        let membership = try ArealTransfer.membership(
            cells: Fixture.polygons(fixture.cells), areas: Fixture.polygons(fixture.quarters))
        #expect(membership.areaCount == fixture.residents.count)
        for (quarter, expected) in fixture.residents.enumerated() {
            #expect(isClose(membership.sum(fixture.people, area: quarter), expected), "quarter \(quarter)")
        }
        #expect(fixture.residents.reduce(0, +) > 1_000)
    }
}
