import Features
import Foundation
import Planar
import Testing

@testable import Formats

/// Files that GDAL (through pyogrio) and shapely wrote, and a file of ours that GDAL read: the same coordinates, to the
/// last bit. The fixtures are made by Scripts/fixtures/formats.py.
@Suite struct OtherProgramsTests {
    /// A geometry as GeoJSON has it, read by Foundation.
    struct Described: Decodable, Equatable {
        var type: String
        var coordinates: Nested?
        var geometries: [Described]?

        init(_ geometry: Geometry) {
            func position(_ index: Int) -> Nested { .list([.number(geometry.xs[index]), .number(geometry.ys[index])]) }
            func line(_ ring: Int) -> Nested { .list(geometry.positions(ofRing: ring).map(position)) }
            type = geometry.kind.geoJSONName
            switch geometry.kind {
            case .point: coordinates = position(0)
            case .multiPoint, .lineString: coordinates = .list(geometry.xs.indices.map(position))
            case .polygon, .multiLineString: coordinates = .list(geometry.ringEnds.indices.map(line))
            case .multiPolygon:
                coordinates = .list(geometry.partEnds.indices.map { .list(geometry.rings(ofPart: $0).map(line)) })
            case .collection: geometries = geometry.members.map(Described.init)
            }
        }
    }

    /// Lists of lists of numbers.
    enum Nested: Decodable, Equatable {
        case number(Double)
        case list([Nested])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else {
                self = .list(try container.decode([Nested].self))
            }
        }
    }

    private func fixture(_ name: String) throws -> Data {
        let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        return try Data(contentsOf: folder.appending(path: name))
    }

    private func described(_ layer: Layer) -> [Described?] {
        (0..<layer.count).map { layer.geometries[$0].map(Described.init) }
    }

    @Test func readsWhatGDALWrote() throws {
        struct Expected: Decodable {
            var geometries: [Described?]
            var names: [String?]
            var residents: [Int]
            var shares: [Double]
            var open: [Bool]
        }
        let expected = try JSONDecoder().decode(Expected.self, from: fixture("pyogrio.json"))
        for size in [nil, 100, 700] {
            let read = try read(Array(fixture("pyogrio.geojson")), rangeSize: size)
            #expect(codes(read) == [.foreignMember, .geometryMissing])
            #expect(described(read.layer) == expected.geometries)
            #expect(read.layer.columns.map(\.name) == ["name", "residents", "share", "open"])
            let rows = 0..<read.layer.count
            #expect(rows.map { read.layer.column(named: "name")?.string(at: $0) } == expected.names)
            #expect(read.layer.column(named: "residents")?.integers() == expected.residents)
            #expect(read.layer.column(named: "share")?.doubles() == expected.shares)
            #expect(rows.map { read.layer.column(named: "open")?.value(at: $0) } == expected.open.map { .boolean($0) })
        }
    }

    @Test func readsWhatShapelyWrote() throws {
        struct Expected: Decodable {
            var text: String
            var geometry: Described
        }
        let expected = try JSONDecoder().decode([Expected].self, from: fixture("shapely.json"))
        #expect(Set(expected.map(\.geometry.type)) == Set(Geometry.Kind.allCases.map(\.geoJSONName)))
        let read = try read(expected.map(\.text).joined(separator: "\n"))
        #expect(described(read.layer) == expected.map(\.geometry))
    }

    /// What we write for GDAL's file is the fixture; what GDAL reads there is what we read there.
    @Test func isReadByGDAL() throws {
        struct Expected: Decodable {
            var valid: [Bool?]
            var counterclockwise: [Bool]
            var geometries: [Described?]
            var names: [String?]
            var bounds: [Double]
        }
        let layer = try read(Array(fixture("pyogrio.geojson"))).layer
        let ids = Column(name: "id", storage: .int32((0..<Int32(layer.count)).map { $0 * 2 }))
        let text = GeoJSONWriter.collection(
            geometries: layer.geometries, columns: layer.columns, ids: ids, members: [.init("attribution", "© „Süd“")])
        #expect(try text == Array(fixture("ours.geojson")))

        let expected = try JSONDecoder().decode(Expected.self, from: fixture("ours.json"))
        let again = try read(text)
        #expect(described(again.layer) == expected.geometries)
        #expect((0..<layer.count).map { again.layer.column(named: "name")?.string(at: $0) } == expected.names)
        #expect(expected.valid.allSatisfy { $0 != false })
        #expect(expected.counterclockwise.count == 8)
        #expect(!expected.counterclockwise.contains(false))
        let box = again.layer.geometries.envelope
        #expect([box.minX, box.minY, box.maxX, box.maxY] == expected.bounds)
    }
}
