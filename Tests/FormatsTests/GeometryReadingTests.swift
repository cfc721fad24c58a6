import Features
import Planar
import Testing

@testable import Formats

/// Every kind of geometry in every spelling.
@Suite struct GeometryReadingTests {
    /// Coordinates of each kind, and what they are.
    private static let kinds:
        [(type: String, coordinates: String, xs: [Double], ys: [Double], rings: [Int32], parts: [Int32])] = [
            ("Point", "[1,2]", [1], [2], [], []),
            ("MultiPoint", "[[1,2],[3,4],[1,2]]", [1, 3, 1], [2, 4, 2], [], []),
            ("LineString", "[[1,2],[3,4],[-5.5,6e-1]]", [1, 3, -5.5], [2, 4, 0.6], [], []),
            ("MultiLineString", "[[[1,2],[3,4]],[[5,6],[7,8],[9,0]]]", [1, 3, 5, 7, 9], [2, 4, 6, 8, 0], [2, 5], []),
            (
                "Polygon", "[[[0,0],[9,0],[9,9],[0,0]],[[5,1],[8,4],[8,1],[5,1]]]", [0, 9, 9, 0, 5, 8, 8, 5],
                [0, 0, 9, 0, 1, 4, 1, 1], [4, 8], []
            ),
            (
                "MultiPolygon",
                "[[[[0,0],[9,0],[9,9],[0,0]],[[5,1],[8,4],[8,1],[5,1]]],[[[20,0],[29,0],[29,9],[20,0]]]]",
                [0, 9, 9, 0, 5, 8, 8, 5, 20, 29, 29, 20], [0, 0, 9, 0, 1, 4, 1, 1, 0, 0, 9, 0], [4, 8, 12], [2, 3]
            ),
        ]

    private func geometry(_ text: String) throws -> (Geometry?, [DiagnosticCode]) {
        let read = try read(collection(geometry: text))
        return (read.layer.geometries[0], codes(read))
    }

    @Test(arguments: kinds.indices)
    func readsEveryKindInEverySpelling(index: Int) throws {
        let (type, coordinates, xs, ys, rings, parts) = Self.kinds[index]
        let spaced = coordinates.replacing(",", with: " ,\r\n").replacing("[", with: "[ \t").replacing("]", with: "\n]")
        for coordinates in [coordinates, spaced] {
            for text in [
                "{\"type\":\"\(type)\",\"coordinates\":\(coordinates)}",
                "{\"coordinates\":\(coordinates),\"type\":\"\(type)\"}",
                "{ \"\\u0074ype\" : \"\(type)\" ,\n\"coordin\\u0061tes\" : \(coordinates) }",
            ] {
                let (found, codes) = try geometry(text)
                let shape = try #require(found)
                #expect(codes.isEmpty)
                #expect(shape.xs == xs && shape.ys == ys)
                #expect(shape.ringEnds == rings && shape.partEnds == parts)
                #expect(shape.kind.geoJSONName == type)
            }
        }
    }

    /// A third and a fourth number of a position are passed, whatever they are, and counted once per file.
    @Test(arguments: kinds.indices)
    func ignoresHeights(index: Int) throws {
        let (type, coordinates, xs, ys, _, _) = Self.kinds[index]
        for more in [",0", ",7.25", ",-1e3,4", ", 1e999 ,5,6", ",0.0,0,0,0"] {
            // Behind every position stands a bracket that closes it, and a digit before that.
            var text = ""
            var last: Character = " "
            for character in coordinates {
                if character == "]", last.isNumber { text += more }
                text.append(character)
                last = character
            }
            let (found, codes) = try geometry("{\"type\":\"\(type)\",\"coordinates\":\(text)}")
            #expect(codes == [.zIgnored])
            #expect(found?.xs == xs && found?.ys == ys)
        }
    }

    /// The coordinates of one kind under the name of another: right where both nest alike, else a finding.
    @Test func refusesCoordinatesOfAnotherKind() throws {
        let heights = [
            "Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3,
        ]
        for (type, coordinates, _, _, _, _) in Self.kinds {
            for (other, height) in heights {
                let (found, codes) = try geometry("{\"type\":\"\(other)\",\"coordinates\":\(coordinates)}")
                guard height == heights[type] else {
                    #expect(found == nil && codes == [.geometryMalformed], "\(type) as \(other)")
                    continue
                }
                // A line of a ring that is not closed is no polygon.
                if type == "MultiLineString", other == "Polygon" {
                    #expect(found == nil && codes == [.tooFewPositions])
                } else {
                    #expect(found?.kind.geoJSONName == other)
                }
            }
        }
    }

    @Test(arguments: [
        ("MultiPoint", "[]", 0), ("LineString", "[]", 0), ("MultiLineString", "[]", 0), ("MultiLineString", "[[]]", 0),
        ("MultiLineString", "[[],[]]", 0), ("Polygon", "[[]]", 0), ("MultiPolygon", "[]", 0),
        ("MultiPolygon", "[[]]", 0),
        ("MultiPolygon", "[[[]]]", 0), ("MultiLineString", "[[],[[1,2],[3,4]]]", 2),
        ("MultiLineString", "[[[1,2],[3,4]],[]]", 2),
        ("MultiPolygon", "[[[[0,0],[9,0],[9,9],[0,0]]],[]]", 4), ("Point", "[ ]", 0),
    ])
    func readsEmptyLists(type: String, coordinates: String, positions: Int) throws {
        let (found, codes) = try geometry("{\"type\":\"\(type)\",\"coordinates\":\(coordinates)}")
        #expect(codes == [.emptyElements])
        #expect(found?.positionCount == positions)
        #expect(found?.kind.geoJSONName == type)
    }

    @Test(arguments: [
        ("Point", "null"), ("Point", "\"1,2\""), ("Point", "true"), ("Point", "7"), ("Point", "[null,2]"),
        ("Point", "[1,\"2\"]"),
        ("Point", "[1,[2]]"), ("Point", "[[1,2]]"), ("Point", "[{}]"), ("Point", "[1,2,\"3\"]"),
        ("Point", "[1,2,null]"),
        ("LineString", "[1,2]"), ("LineString", "[[1,2],3]"), ("LineString", "[[1,2],[]]"),
        ("LineString", "[[1,2],null]"),
        ("LineString", "[[1,2],[3]]"), ("MultiPoint", "[[]]"), ("MultiPoint", "[[1,2],{}]"),
        ("Polygon", "[[[0,0],[1,0],[1,1],[0]]]"),
        ("Polygon", "[[0,0],[1,0],[1,1],[0,0]]"), ("Polygon", "[[[]]]"),
        ("Polygon", "[[[0,0],[1,0],[1,1],[0,0]],[1,2]]"),
        ("MultiPolygon", "[[[[0,0],[1,0],[1,1],[0,0]]],[[0,0]]]"), ("MultiPolygon", "[[[[[0,0]]]]]"),
        ("MultiPolygon", "[[[],[[0,0],[1,0],[1,1],[0,0]]]]"), ("MultiPolygon", "[[[[[ 0,0]]]]]"),
    ])
    func refusesMalformedCoordinates(type: String, coordinates: String) throws {
        let (found, codes) = try geometry("{\"type\":\"\(type)\",\"coordinates\":\(coordinates)}")
        #expect(found == nil)
        // A third element counts as a height, whatever it is.
        #expect(codes.filter { $0 != .zIgnored } == [.geometryMalformed])
    }

    @Test(arguments: [
        ("LineString", "[[7,8]]", DiagnosticCode.tooFewPositions, "0", 7, 8),
        ("MultiLineString", "[[[1,2],[3,4]],[[7,8]]]", .tooFewPositions, "1", 7, 8),
        ("Polygon", "[[[0,0],[9,0],[9,9],[0,0]],[[7,8],[1,1],[7,8]]]", .tooFewPositions, "1", 7, 8),
        ("Polygon", "[[[0,0],[9,0],[9,9],[0,0]],[[7,8],[1,1],[2,1],[7,9]]]", .ringNotClosed, "1", 7, 8),
        ("MultiPolygon", "[[[[0,0],[9,0],[9,9],[0,0]]],[[[7,8],[1,1],[2,1],[6,8]]]]", .ringNotClosed, "1", 7, 8),
        ("MultiPolygon", "[[[[7,8],[9,0],[9,9],[0,0]]]]", .ringNotClosed, "0", 7, 8),
    ])
    func namesTheRing(
        type: String, coordinates: String, code: DiagnosticCode, ring: String, longitude: Double, latitude: Double
    ) throws {
        let read = try read(collection(geometry: "{\"type\":\"\(type)\",\"coordinates\":\(coordinates)}"))
        let finding = try #require(read.diagnostics.first)
        #expect(finding.code == code)
        #expect(finding.arguments["ring"] == ring)
        #expect(finding.longitudeLatitude == LongitudeLatitude(longitude: longitude, latitude: latitude))
        #expect(read.layer.geometries[0] == nil)
    }

    @Test func readsNestedCollections() throws {
        let text = #"""
            {"geometries":[{"type":"Point","coordinates":[1,2]},
              {"type":"GeometryCollection","bbox":[0,0,1,1],"geometries":[
                {"coordinates":[[3,4],[5,6,7]],"type":"LineString"},{"type":"GeometryCollection","geometries":[
                  {"type":"MultiPoint","coordinates":[[8,9]]}]}]},
              {"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]]]}],"type":"GeometryCollection"}
            """#
        let (found, codes) = try geometry(text)
        let point = try Geometry(x: 1, y: 2)
        let line = try Geometry(kind: .lineString, xs: [3, 5], ys: [4, 6])
        let points = try Geometry(kind: .multiPoint, xs: [8], ys: [9])
        let ring = try Geometry(kind: .polygon, xs: [0, 9, 9, 0], ys: [0, 0, 9, 0], ringEnds: [4])
        let inner = try Geometry(collection: [line, Geometry(collection: [points])])
        #expect(found == (try Geometry(collection: [point, inner, ring])))
        #expect(codes == [.zIgnored])
    }

    /// A broken member breaks the collection, and only that; every fault is reported.
    @Test func aBrokenMemberBreaksTheCollection() throws {
        let broken =
            #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1]},{"type":"LineString","coordinates":[[1,2]]},{"type":"Point","coordinates":[3,4]}]}"#
        let sound = #"{"type":"Point","coordinates":[5,6]}"#
        let features = [broken, sound, broken].map { #"{"type":"Feature","properties":{},"geometry":\#($0)}"# }
        let read = try read(features.joined(separator: "\n"))
        #expect(read.layer.geometries[0] == nil && read.layer.geometries[2] == nil)
        #expect(read.layer.geometries[1] == (try Geometry(x: 5, y: 6)))
        #expect(
            read.diagnostics.map(\.code)
                == [.geometryMalformed, .tooFewPositions, .geometryMalformed, .tooFewPositions])
        #expect(read.diagnostics.compactMap { $0.location?.feature } == [0, 0, 2, 2])
        #expect(read.diagnostics.compactMap { $0.location?.line } == [1, 1, 3, 3])
    }

    @Test(arguments: [
        #"{"type":"Point","coordinates":[1,2],"geometries":[]}"#,
        #"{"type":"Point","geometries":[],"coordinates":[1,2]}"#,
        #"{"geometries":[{"type":"Point","coordinates":[8,9]}],"coordinates":[1,2],"type":"Point"}"#,
    ])
    func membersOfAPointDoNoHarm(text: String) throws {
        #expect(try geometry(text).0 == Geometry(x: 1, y: 2))
    }

    @Test(arguments: [
        #"{"type":"GeometryCollection","coordinates":[1,2]}"#, #"{"type":"GeometryCollection","geometries":{}}"#,
        #"{"type":"GeometryCollection","geometries":[1]}"#, #"{"type":"GeometryCollection","geometries":[{}]}"#,
        #"{"type":"GeometryCollection","geometries":[{"type":"Feature"}]}"#,
        #"{"type":"GeometryCollection","geometries":[],"coordinates":[]}"#, #"{"type":"point","coordinates":[1,2]}"#,
        #"{"type":"Feature","coordinates":[1,2]}"#, #"{"type":null,"coordinates":[1,2]}"#, "[1,2]", "7", "true", "{}",
    ])
    func refusesWhatIsNoGeometry(text: String) throws {
        let (found, codes) = try geometry(text)
        #expect(found == nil)
        #expect(codes == [.geometryMalformed])
    }

    @Test(arguments: ["type", "coordinates", "bbox", "x"])
    func refusesAMemberTwice(name: String) throws {
        let values = ["type": "\"Point\"", "coordinates": "[1,2]", "bbox": "[1,2,1,2]", "x": "{}"]
        let value = try #require(values[name])
        let text = collection(
            geometry: "{\"type\":\"Point\",\"coordinates\":[1,2],\"bbox\":[1,2,1,2],\"x\":{},\"\(name)\":\(value)}")
        #expect(failure(text)?.code == .duplicateKey)
    }
}
