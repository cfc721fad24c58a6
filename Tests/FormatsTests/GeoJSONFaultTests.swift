import Features
import Planar
import TestSupport
import Testing

@testable import Formats

/// Texts that are no JSON or no GeoJSON end reading, with the place.
@Suite struct GeoJSONFailureTests {
    @Test(
        arguments: [
            ("", DiagnosticCode.fileEmpty, nil), (" \n ", .fileEmpty, nil),
            ("{\"type\":\"FeatureCollection\",\"features\":[", .truncated, 40),
            ("{\"type\":\"FeatureCollection\",\"features\":[]", .truncated, 41),
            ("{\"type\":\"FeatureCollection\",\"features\":[]} x", .jsonSyntax, 43),
            ("{\"type\":\"FeatureCollection\",\"features\":[{},]}", .jsonSyntax, 43),
            ("{\"type\":\"FeatureCollection\",\"features\":[],\"features\":[]}", .duplicateKey, 42),
            ("{\"type\":\"FeatureCollection\",\"type\":\"x\",\"features\":[]}", .duplicateKey, 28),
            ("{\"features\":[],\"type\":\"Feature\"}", .notGeoJSON, nil), ("{\"features\":[]}", .notGeoJSON, nil),
            ("{}", .notGeoJSON, 0), ("[]", .notGeoJSON, 0), ("7", .notGeoJSON, 0), ("[1,", .truncated, 3),
            ("{\"type\":\"Topology\"}", .notGeoJSON, 1), ("<kml/>", .jsonSyntax, 0),
            ("{\"type\":\"FeatureCollection\",\"features\":[1}", .jsonSyntax, 41),
        ] as [(String, DiagnosticCode, Int?)])
    func endsReading(text: String, code: DiagnosticCode, offset: Int?) throws {
        let finding = try #require(failure(text))
        #expect(finding.code == code)
        if let offset { #expect(finding.location?.byteOffset == offset) }
    }

    @Test(arguments: [
        ("{\"a\":1,\"a\":2}", DiagnosticCode.duplicateKey), ("{\"a\":null,\"\\u0061\":2}", .duplicateKey),
        ("{\"a\":{\"b\":1,\"b\":1}}", .duplicateKey), ("{\"a\":01}", .jsonSyntax), ("{\"a\":NaN}", .jsonSyntax),
        ("{\"a\":-Infinity}", .jsonSyntax), ("{\"a\":1,}", .jsonSyntax), ("{\"a\":\"\t\"}", .jsonSyntax),
        ("{\"a\":" + String(repeating: "[", count: 600) + "}", .jsonTooDeep),
    ])
    func endsReadingInProperties(properties: String, code: DiagnosticCode) throws {
        #expect(try #require(failure(collection(properties: properties))).code == code)
    }

    @Test func saysWhere() throws {
        let text =
            "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"properties\":{},\"geometry\":null},\n {?}]}"
        let location = try #require(failure(text)?.location)
        #expect(location == SourceLocation(file: "test.geojson", line: 3, column: 3, byteOffset: 95, feature: 1))
    }

    @Test func namesOtherEncodings() throws {
        #expect(failure([0xFF, 0xFE, 0x7B, 0x00])?.code == .notUTF8)
        #expect(failure([0x7B, 0x00, 0x22, 0x00])?.code == .notUTF8)
        let latin = Array(collection(properties: "{\"a\":\"").utf8.dropLast(2)) + [0xE4, 0x22, 0x7D, 0x7D, 0x5D, 0x7D]
        #expect(failure(latin)?.code == .notUTF8)
    }

    @Test func namesWhatCannotBeRead() {
        do throws(Failure) {
            _ = try GeoJSONReader.read(path: "no/such/file.geojson")
            Issue.record("a file that is not there was read")
        } catch {
            #expect(error.kind == .unreadable)
            #expect(error.diagnostics.first?.code == .fileUnreadable)
        }
    }
}

/// A fault of one feature is a finding; the feature keeps its row without a geometry.
@Suite struct GeoJSONFindingTests {
    @Test(arguments: [
        (#"{"type":"Point","coordinates":[1]}"#, DiagnosticCode.geometryMalformed),
        (#"{"type":"Point","coordinates":["1",2]}"#, .geometryMalformed),
        (#"{"type":"Point","coordinates":[1,null]}"#, .geometryMalformed),
        (#"{"type":"Point","coordinates":[1e999,2]}"#, .numberOutOfRange),
        (#"{"type":"Point","coordinates":{}}"#, .geometryMalformed),
        (#"{"type":"LineString","coordinates":[[1,2]]}"#, .tooFewPositions),
        (#"{"type":"LineString","coordinates":[[1,2],[[3,4]]]}"#, .geometryMalformed),
        (#"{"type":"LineString","coordinates":[[],[3,4]]}"#, .geometryMalformed),
        (#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#, .ringNotClosed),
        (#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}"#, .tooFewPositions),
        (#"{"type":"Polygon","coordinates":[[],[[0,0],[1,0],[1,1],[0,0]]]}"#, .geometryMalformed),
        (#"{"type":"MultiPolygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#, .geometryMalformed),
        (#"{"type":"Point","coordinates":[[[[[1,2]]]]]}"#, .geometryMalformed),
        (#"{"type":"Circle","coordinates":[1,2]}"#, .geometryMalformed),
        (#"{"coordinates":[1,2]}"#, .geometryMalformed), (#"{"type":"Point"}"#, .geometryMalformed),
        (#"{"type":"GeometryCollection"}"#, .geometryMalformed),
        (#"{"type":"GeometryCollection","geometries":[null]}"#, .geometryMalformed),
        (#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1]}]}"#, .geometryMalformed),
        ("\"POINT (1 2)\"", .geometryMalformed), ("null", .geometryMissing),
    ])
    func keepsTheRow(geometry: String, code: DiagnosticCode) throws {
        let read = try read(collection(geometry: geometry))
        #expect(codes(read) == [code])
        #expect(read.layer.count == 1)
        #expect(read.layer.geometries[0] == nil)
        let location = try #require(read.diagnostics.first?.location)
        #expect(location.feature == 0)
        #expect(location.featureID == "1")
        #expect(location.line == 1)
    }

    @Test(arguments: [
        (#"{"type":"Point","coordinates":[1,2,3]}"#, DiagnosticCode.zIgnored),
        (#"{"type":"Point","coordinates":[]}"#, .emptyElements),
        (#"{"type":"Polygon","coordinates":[]}"#, .emptyElements),
        (#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]],[]]}"#, .emptyElements),
        (#"{"type":"MultiPolygon","coordinates":[[],[[[0,0],[1,0],[1,1],[0,0]]]]}"#, .emptyElements),
        (#"{"type":"GeometryCollection","geometries":[]}"#, .emptyElements),
        (#"{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,0]]]}"#, .windingOrder),
        (#"{"type":"Point","coordinates":[1,2],"hint":{"a":[]}}"#, .foreignMember),
        (#"{"type":"Point","coordinates":[1,2],"bbox":[1,2,3]}"#, .memberMalformed),
    ])
    func readsWithANote(geometry: String, code: DiagnosticCode) throws {
        let read = try read(collection(geometry: geometry))
        #expect(codes(read) == [code])
        #expect(read.layer.geometries[0] != nil)
    }

    @Test func readsEveryKind() throws {
        let square = "[[0,0],[4,0],[4,4],[0,0]]"
        let texts: [(String, Geometry.Kind, Int)] = [
            (#"{"coordinates":[1,2],"type":"Point"}"#, .point, 1),
            (#"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#, .multiPoint, 2),
            (#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#, .lineString, 2),
            (#"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[1,2],[3,4]]]}"#, .multiLineString, 4),
            (#"{"type":"Polygon","coordinates":[\#(square)]}"#, .polygon, 4),
            (#"{"type":"MultiPolygon","coordinates":[[\#(square)],[\#(square)]]}"#, .multiPolygon, 8),
            (
                #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"Polygon","coordinates":[\#(square)]}]}"#,
                .collection, 5
            ),
        ]
        for (text, kind, positions) in texts {
            let read = try read(collection(geometry: text))
            #expect(read.diagnostics.isEmpty)
            #expect(read.layer.geometries[0]?.kind == kind)
            #expect(read.layer.geometries[0]?.positionCount == positions)
        }
    }

    @Test func limitsCollections() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: depth)
                + #"{"type":"Point","coordinates":[1,2]}"# + String(repeating: "]}", count: depth)
        }
        #expect(try read(collection(geometry: nested(Geometry.maximumDepth - 1))).layer.geometries[0] != nil)
        let tooDeep = try read(collection(geometry: nested(Geometry.maximumDepth)))
        #expect(codes(tooDeep) == [.geometryMalformed])
        #expect(failure(collection(geometry: nested(5000)))?.code == .jsonTooDeep)
    }

    @Test func notesWhatStandsAroundTheFeatures() throws {
        let text =
            "\u{FEFF}" + #"""
                {"type":"FeatureCollection","name":"x","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},
                "features":[{"type":"Feature","properties":null,"geometry":{"type":"Point","coordinates":[1,2]}}],"y":[]}
                """#
        let read = try read(text)
        #expect(read.layer.crsText == "urn:ogc:def:crs:EPSG::25832")
        #expect(codes(read) == [.byteOrderMark, .foreignMember, .propertiesNull, .crsOldMember])
        let foreign = try #require(read.diagnostics.first { $0.code == .foreignMember })
        #expect(foreign.arguments == ["member": "name", "count": "2"])
        #expect(read.diagnostics.allSatisfy { $0.severity == .note })
    }

    @Test func readsHalfSurrogatesAsReplacement() throws {
        let read = try read(collection(properties: #"{"a":"x\ud800y","b":"\ud83d\ude00"}"#))
        #expect(codes(read) == [.unpairedSurrogate])
        #expect(read.layer.columns.map { $0.string(at: 0) } == ["x\u{FFFD}y", "😀"])
    }

    @Test func listsAThousandAndCountsTheRest() throws {
        let feature = #"{"type":"Feature","id":1,"properties":{},"geometry":null}"#
        let text = Array(repeating: feature, count: 2500).joined(separator: "\n")
        for size in [nil, 5000] {
            let read = try read(text, rangeSize: size)
            #expect(read.layer.count == 2500)
            #expect(read.diagnostics.count == 1001)
            #expect(read.diagnostics.filter { $0.code == .geometryMissing }.count == 1000)
            #expect(read.diagnostics.first { $0.code == .furtherFindings }?.arguments["count"] == "1500")
        }
    }

    @Test func readsWhatStandsAlone() throws {
        let feature = try read(#" {"properties":{"a":1},"geometry":null,"id":4,"type":"Feature"} "#)
        #expect(feature.layer.featureIDs?.integer(at: 0) == 4)
        let geometry = try read(#"{"coordinates":[1,2],"type":"Point"}"#)
        #expect(geometry.layer.geometries.points?.xs == [1])
        #expect(codes(geometry) == [.notACollection])
    }

    @Test func readsSequences() throws {
        let a = #"{"type":"Feature","id":1,"properties":{},"geometry":{"type":"Point","coordinates":[1,1]}}"#
        let b = #"{"type":"FeatureCollection","features":[\#(a),\#(a)]}"#
        #expect(try read("\(a)\n\(a)\r\n\n\(a)").layer.lines == [1, 2, 4])
        #expect(try read("\u{1E}\(a)\n\u{1E}\(b)\n\u{1E}\(a)\n").layer.count == 4)
        #expect(failure("\(a) \(a)")?.code == .jsonSyntax)
        #expect(failure("\u{1E}\(a)\n\u{1E}{\"type\":\"Fea")?.code == .truncated)
    }
}

/// Whatever happens to a text, reading ends with a layer or a failure.
@Suite struct MutationTests {
    @Test func everyMutationEndsWell() throws {
        let original = Array(
            """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4326"}},"features":[
            {"type":"Feature","id":"a","properties":{"n":1,"t":"\\u00e4ö","l":[1,{"x":null}]},"geometry":{"type":"Point","coordinates":[9.5,54.25]}},
            {"type":"Feature","properties":{"n":2.5e3,"t":true},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}},
            {"type":"Feature","properties":null,"geometry":{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[1,2],[3,4,5]]}]}}
            ],"bbox":[0,0,10,60]}
            """.utf8)
        let tokens = [
            "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "1e999", "-", "\u{1E}", "\n", "\u{0}", "[[[[", "\\ud800",
        ]
        var generator = SeededGenerator(seed: 42)
        var layers = 0
        for round in 0..<10_000 {
            var text = original
            for _ in 0...Int.random(in: 0..<3, using: &generator) where !text.isEmpty {
                let place = Int.random(in: text.indices, using: &generator)
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: text[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                case 1: text.removeSubrange(place...)
                case 2: text.removeSubrange(place..<min(text.count, place + Int.random(in: 1...9, using: &generator)))
                case 3:
                    text.insert(
                        contentsOf: tokens.randomElement(using: &generator).map { Array($0.utf8) } ?? [], at: place)
                default:
                    let from = Int.random(in: text.indices, using: &generator)
                    text.insert(contentsOf: Array(text[from..<min(text.count, from + 40)]), at: place)
                }
            }
            do throws(Failure) {
                let options = GeoJSONReader.Options(
                    blockSize: round % 3 == 0 ? 64 : 8192, rangeSize: round % 2 == 0 ? 50 : 4096)
                let read = try GeoJSONReader.read(ByteSource(path: "m", bytes: text), name: "m", options: options)
                layers += 1
                #expect(read.layer.columns.allSatisfy { $0.count == read.layer.count })
            } catch {
                #expect(error.kind == .malformedData)
            }
        }
        #expect(layers > 500 && layers < 9500)
    }
}
