import Foundation
import Planar
import Testing

/// Geometries written and read again; what is no geometry is refused.
@Suite struct GeometryCodableTests {
    private func again(_ geometry: Geometry) throws -> Geometry {
        try JSONDecoder().decode(Geometry.self, from: try JSONEncoder().encode(geometry))
    }

    @Test func everyKindComesBackBitForBit() throws {
        let square = try Geometry(
            kind: .polygon, xs: [0.1, 3, 3, 0.1], ys: [1 / 3.0, 1 / 3.0, 2, 1 / 3.0], ringEnds: [4])
        let point = try Geometry(x: 565_123.123_456_789_1, y: -0.0)
        let all = try [
            point, square, Geometry(kind: .lineString, xs: [0, 1e-300], ys: [0, 1]), Geometry(emptyOf: .multiPolygon),
            Geometry(kind: .multiPoint, xs: [1, 2], ys: [3, 4]), Geometry(joining: [square, square]),
            Geometry(collection: [point, square, Geometry(collection: [point])]), Geometry(emptyOf: .collection),
        ]
        for geometry in all { #expect(try again(geometry) == geometry) }
        #expect(try again(point).ys[0].sign == .minus)
    }

    @Test(arguments: [
        // An open ring, ring ends beyond the positions, columns of two lengths, a kind that does not exist.
        #"{"kind":2,"xs":[0,1,1],"ys":[0,0,1],"ringEnds":[3]}"#,
        #"{"kind":2,"xs":[0,1,1,0],"ys":[0,0,1,0],"ringEnds":[9]}"#,
        #"{"kind":1,"xs":[0,1,1],"ys":[0,0]}"#, #"{"kind":99,"xs":[0],"ys":[0]}"#, #"{"kind":0}"#, "[]",
    ])
    func whatIsNoGeometryIsRefused(_ text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Geometry.self, from: Data(text.utf8)) }
    }
}
