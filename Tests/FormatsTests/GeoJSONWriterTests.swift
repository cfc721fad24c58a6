import Features
import Planar
import Testing

@testable import Formats

@Suite struct GeoJSONWriterTests {
    private func text(_ geometry: Geometry?) -> String {
        String(decoding: GeoJSONWriter.collection(geometries: GeometryColumn([geometry]), columns: []), as: UTF8.self)
    }

    /// The geometry as it is read again after it was written.
    private func written(_ geometry: Geometry) throws -> Geometry {
        let read = try read(text(geometry))
        #expect(!codes(read).contains(.windingOrder))
        return try #require(read.layer.geometries[0])
    }

    private func area(_ geometry: Geometry) -> Double {
        geometry.elements.reduce(0) { sum, part in
            part.ringEnds.indices.reduce(sum) { sum, ring in
                sum + doubledRingArea(part.xs, part.ys, part.positions(ofRing: ring)) / 2
            }
        }
    }

    @Test func writesAWholeCollection() throws {
        let geometries = try GeometryColumn([Geometry(x: 9.123456789, y: 54), nil])
        let columns = [
            Column(name: "n", storage: .int32([7, 0]), presence: Presence([true, false])),
            Column(name: "a\"b", storage: .doubles([1.5, 2])),
        ]
        let ids = Column(name: "id", storage: .int32([1, 2]))
        let bytes = GeoJSONWriter.collection(
            geometries: geometries, columns: columns, ids: ids, members: [.init("attribution", "© X")])
        #expect(
            String(decoding: bytes, as: UTF8.self) == #"""
                {"type":"FeatureCollection","attribution":"© X","bbox":[9.1234568,54,9.1234568,54],"features":[
                {"type":"Feature","id":1,"properties":{"n":7,"a\"b":1.5},"geometry":{"type":"Point","coordinates":[9.1234568,54]}},
                {"type":"Feature","id":2,"properties":{"n":null,"a\"b":2},"geometry":null}
                ]}

                """#)
    }

    @Test func writesNothing() throws {
        let bytes = GeoJSONWriter.collection(geometries: GeometryColumn(), columns: [])
        #expect(try read(bytes).layer.count == 0)
    }

    @Test func turnsRingsRight() throws {
        let clockwise = try Geometry(
            kind: .polygon, xs: [0, 0, 4, 4, 0, 1, 2, 2, 1, 1], ys: [0, 4, 4, 0, 0, 1, 1, 2, 2, 1], ringEnds: [5, 10])
        let turned = try written(clockwise)
        #expect(area(turned) == 15)
        #expect(text(turned) == text(clockwise))
    }

    @Test func keepsEveryKind() throws {
        let point = try Geometry(x: 1, y: 2)
        let line = try Geometry(kind: .lineString, xs: [1, 2], ys: [3, 4])
        let kinds =
            [
                point, line, try Geometry(kind: .multiPoint, xs: [1, 2], ys: [3, 4]),
                try Geometry(kind: .multiLineString, xs: [1, 2, 3, 4], ys: [3, 4, 5, 6], ringEnds: [2, 4]),
                try Geometry(
                    kind: .multiPolygon, xs: [0, 1, 1, 0, 5, 6, 6, 5], ys: [0, 0, 1, 0, 5, 5, 6, 5], ringEnds: [4, 8],
                    partEnds: [1, 2]),
                try Geometry(collection: [point, line]),
            ] + Geometry.Kind.allCases.map { Geometry(emptyOf: $0) }
        for geometry in kinds { #expect(try written(geometry) == geometry) }
    }

    @Test func dividesALineAtTheAntimeridian() throws {
        let line = try written(Geometry(kind: .lineString, xs: [170, -170, -160], ys: [0, 10, 10]))
        #expect(
            line
                == (try Geometry(
                    kind: .multiLineString, xs: [170, 180, -180, -170, -160], ys: [0, 5, 5, 10, 10], ringEnds: [2, 5])))
        let beyond = try written(Geometry(kind: .lineString, xs: [170, 190], ys: [0, 10]))
        #expect(
            beyond
                == (try Geometry(
                    kind: .multiLineString, xs: [170, 180, -180, -170], ys: [0, 5, 5, 10], ringEnds: [2, 4])))
        #expect(try written(Geometry(x: 190, y: 1)) == Geometry(x: -170, y: 1))
    }

    @Test func dividesAPolygonAtTheAntimeridian() throws {
        // A square of 20° × 10° around 180°, with a hole that crosses, too.
        let xs: [Double] = [170, -170, -170, 170, 170, 175, 175, -175, -175, 175]
        let ys: [Double] = [0, 0, 10, 10, 0, 2, 8, 8, 2, 2]
        let divided = try written(Geometry(kind: .polygon, xs: xs, ys: ys, ringEnds: [5, 10]))
        #expect(divided.kind == .multiPolygon)
        #expect(divided.partEnds.count == 2)
        #expect(area(divided) == 200 - 60)
        #expect(divided.xs.allSatisfy { abs($0) <= 180 })
        #expect(divided.elements.allSatisfy { $0.envelope.width <= 10 })
        // A hole on one side stays with its part.
        let oneSided = try written(
            Geometry(
                kind: .polygon, xs: [170, -170, -170, 170, 170, 172, 172, 174, 172],
                ys: [0, 0, 10, 10, 0, 2, 4, 2, 2], ringEnds: [5, 9]))
        #expect(oneSided.ringEnds.count == 3)
        #expect(area(oneSided) == 198)
    }

    @Test func dividesACombIntoItsTeeth() throws {
        // A comb whose three teeth reach over the antimeridian.
        let xs: [Double] = [170, 190, 190, 175, 175, 190, 190, 175, 175, 190, 190, 170, 170]
        let ys: [Double] = [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 0]
        let divided = try written(Geometry(kind: .polygon, xs: xs, ys: ys, ringEnds: [13]))
        #expect(divided.partEnds.count == 4)
        #expect(area(divided) == 25 + 3 * 15)
    }
}

@Suite struct ColumnReadingTests {
    private func column(_ values: [String], rangeSize: Int? = nil) throws -> Column {
        let features = values.map { #"{"type":"Feature","properties":{\#($0)},"geometry":null}"# }
        let read = try read(features.joined(separator: "\n"), rangeSize: rangeSize)
        return try #require(read.layer.columns.first)
    }

    @Test func picksTheNarrowestType() throws {
        #expect(try column(["\"a\":1", "\"a\":-2"]).storage == .int32([1, -2]))
        #expect(try column(["\"a\":1", "\"a\":3000000000"]).storage == .int64([1, 3_000_000_000]))
        #expect(try column(["\"a\":1", "\"a\":2.5"]).storage == .doubles([1, 2.5]))
        #expect(try column(["\"a\":true", "\"a\":false"]).storage == .booleans([1, 0]))
        #expect(try column(["\"a\":null", ""]).storage == .empty(2))
    }

    @Test func losesNothing() throws {
        let values: [(String, ColumnValue, String)] = [
            ("9007199254740993", .integer(9_007_199_254_740_993), "9007199254740993"), ("2.5", .double(2.5), "2.5"),
            ("\"x\\\"y\"", .text("x\"y"), "x\"y"), ("true", .boolean(true), "true"),
            ("[1, 2.50]", .json("[1, 2.50]"), "[1, 2.50]"),
            (
                "123456789012345678901234567890", .json("123456789012345678901234567890"),
                "123456789012345678901234567890"
            ),
            ("\"01001000\"", .text("01001000"), "01001000"),
        ]
        for size in [nil, 10, 60] {
            let column = try column(values.map { "\"a\":\($0.0)" }, rangeSize: size)
            for (row, value) in values.enumerated() {
                #expect(column.value(at: row) == value.1)
                #expect(column.string(at: row) == value.2)
            }
        }
    }

    @Test func readsNumbersInTexts() throws {
        let column = try column([
            "\"a\":\"45\"", "\"a\":\"4,5\"", "\"a\":\"nan\"", "\"a\":3", "\"a\":\"1e999\"", "\"a\":\" 1\"",
        ])
        #expect(column.doubles() == [45, nil, nil, 3, nil, nil])
        #expect(column.integers() == [45, nil, nil, 3, nil, nil])
    }

    @Test func keepsFewValuesSparse() throws {
        var values = [String](repeating: "\"b\":1", count: 100)
        values[7] = "\"a\":7,\"b\":1"
        values[90] = "\"b\":1,\"a\":90"
        for size in [nil, 200] {
            let read = try read(
                values.map { #"{"type":"Feature","properties":{\#($0)},"geometry":null}"# }.joined(separator: "\n"),
                rangeSize: size)
            let column = try #require(read.layer.column(named: "a"))
            #expect(column.storage == .sparse(rows: [7, 90], values: .int32([7, 90]), count: 100))
            #expect(column.integer(at: 90) == 90)
            #expect(column.integer(at: 8) == nil)
            #expect(read.layer.columns.map(\.name) == ["b", "a"])
        }
    }

    @Test func codesRepeatedTexts() throws {
        let column = try column((0..<200).map { "\"a\":\"t\($0 % 3)\"" })
        guard case .codes(let values, let rows) = column.storage else {
            Issue.record("texts of three values should be coded")
            return
        }
        #expect(values.count == 3)
        #expect(rows.count == 200)
        #expect(column.string(at: 199) == "t1")
    }
}
