import Features
import Planar
import Testing

@testable import Formats

/// Attributes, ids and what stands around the features.
@Suite struct AttributeReadingTests {
    /// A text of features with these properties, one a line.
    private func lines(_ properties: [String]) -> String {
        properties.map { #"{"type":"Feature","properties":{\#($0)},"geometry":null}"# }.joined(separator: "\n")
    }

    private func columns(_ properties: [String], rangeSize: Int? = nil) throws -> [Column] {
        try read(lines(properties), rangeSize: rangeSize).layer.columns
    }

    /// Each value alone, and what all of them are together: the type grows with the values, and none is changed.
    @Test(
        arguments: [
            (["1", "2"], .int32([1, 2])), (["2147483647", "-2147483648"], .int32([.max, .min])),
            (["1", "2147483648"], .int64([1, 2_147_483_648])), (["-2147483649", "1"], .int64([-2_147_483_649, 1])),
            (["1", "3000000000", "0.5"], .doubles([1, 3e9, 0.5])), (["0.5", "1"], .doubles([0.5, 1])),
            (["9007199254740992", "0.5"], .doubles([9_007_199_254_740_992, 0.5])),
            (["1e2", "2.0"], .doubles([100, 2])),
            (["9007199254740993", "1"], .int64([9_007_199_254_740_993, 1])), (["true", "false"], .booleans([1, 0])),
            (["-0", "0"], .int32([0, 0])), (["\"a\"", "\"\""], .texts(arena("a", ""))),
            (["1", "\"1\""], .mixed(kinds: [.integer, .text], texts: arena("1", "1"))),
            (["true", "1"], .mixed(kinds: [.boolean, .integer], texts: arena("true", "1"))),
            (["0.5", "true"], .mixed(kinds: [.double, .boolean], texts: arena("0.5", "true"))),
            (["1.0", "\"x\""], .mixed(kinds: [.integer, .text], texts: arena("1", "x"))),
            (
                ["9007199254740993", "0.5"],
                .mixed(kinds: [.integer, .double], texts: arena("9007199254740993", "0.5"))
            ),
            (["[ 1 ]", "{\"b\": 2}"], .mixed(kinds: [.json, .json], texts: arena("[ 1 ]", "{\"b\": 2}"))),
            (["\"x\"", "[]", "1"], .mixed(kinds: [.text, .json, .integer], texts: arena("x", "[]", "1"))),
        ] as [([String], Column.Storage)])
    func typesGrow(values: [String], storage: Column.Storage) throws {
        for size in [nil, 1, 60, 130] {
            let found = try columns(values.map { "\"a\":\($0)" }, rangeSize: size)
            #expect(found.map(\.storage) == [storage], "range size \(size ?? 0)")
            // Absent and null values change nothing but the presence.
            let gaps = try columns(
                ["\"b\":0"] + values.map { "\"b\":0,\"a\":\($0)" } + ["\"a\":null,\"b\":0"], rangeSize: size)
            let column = try #require(gaps.first { $0.name == "a" })
            let first = try #require(found.first)
            #expect(!column.isPresent(at: 0) && !column.isPresent(at: values.count + 1))
            #expect(column.value(at: 0) == nil && column.value(at: values.count + 1) == nil)
            for row in values.indices { #expect(column.value(at: row + 1) == first.value(at: row)) }
        }
    }

    /// Texts one after the other.
    static func arena(_ texts: String...) -> TextArena {
        var arena = TextArena()
        for text in texts { arena.append(text.utf8) }
        return arena
    }

    @Test func aSpellingOfAKeyDoesNotMatter() throws {
        let found = try columns([
            #""Straße":1,"a\/b":1,"k\"":1"#, #""Stra\u00dfe":2,"a/b":2,"\u006b\u0022":2"#,
            #""a\u002Fb":3,"k\"":3,"Straße":3"#,
        ])
        #expect(found.map(\.name) == ["Straße", "a/b", "k\""])
        #expect(found.map(\.storage) == [Column.Storage](repeating: .int32([1, 2, 3]), count: 3))
        // Composed and decomposed letters are two keys.
        #expect(try columns(["\"\u{E4}\":1,\"a\u{308}\":2"]).count == 2)
        // Keys that begin alike, empty ones, and long ones, which are not compared at a glance.
        let long = String(repeating: "x", count: 13)
        let names = ["", "x", long, long + "x", long + "xy", "ä", "a\\u0000b"]
        let row = names.enumerated().map { "\"\($1)\":\($0)" }.joined(separator: ",")
        let back = names.enumerated().reversed().map { "\"\($1)\" : \($0)" }.joined(separator: ",")
        let both = try columns([row, back, row])
        #expect(both.map(\.name) == names.dropLast() + ["a\u{0}b"])
        for (index, column) in both.enumerated() { #expect(column.integers() == [index, index, index]) }
    }

    @Test(arguments: [
        ("\"a\":1,\"a\":1", 0), ("\"a\":1,\"b\":2,\"a\":null", 0), ("\"a\":null,\"a\":null", 0),
        ("\"ä\":1,\"\\u00e4\":2", 0),
        ("\"x\":{\"a\":1,\"a\":2}", 0), ("\"x\":[{\"a\":{},\"\\u0061\":2}]", 0), ("\"b\":2}},{\"a\":1,\"a\":2", 1),
    ])
    func refusesAKeyTwice(properties: String, feature: Int) throws {
        let finding = try #require(
            failure(
                collection(
                    properties: "{\(properties.replacing("}},{", with: #"}},{"type":"Feature","properties":{"#))}")))
        #expect(finding.code == .duplicateKey)
        #expect(finding.location?.feature == feature)
    }

    /// Thousands of keys of which each row has one: columns of one value, in the order of first appearance.
    @Test func keepsRareKeysSparse() throws {
        let rows = (0..<3000).map { "\"all\":\($0 % 7),\"rare\($0)\":\"v\($0)\"" }
        for size in [nil, 20_000] {
            let found = try columns(rows, rangeSize: size)
            #expect(found.map(\.name) == ["all"] + (0..<3000).map { "rare\($0)" })
            for (row, column) in found.dropFirst().enumerated() {
                let expected = Column.Storage.sparse(
                    rows: [UInt32(row)], values: .texts(Self.arena("v\(row)")), count: 3000)
                #expect(column.storage == expected, "\(column.name)")
            }
        }
    }

    @Test func keepsNestedValuesAsTheyStand() throws {
        let values = [
            "[]", "{}", "[1,2.50,\"\\u00e4\"]", "{ \"b\" : [ null , true ] }",
            "{\"type\":\"Feature\",\"properties\":{}}", "[[[[]]]]",
            "[\"\\\"}],{\"]",
        ]
        for size in [nil, 1, 90] {
            let column = try #require(try columns(values.map { "\"a\":\($0)" }, rangeSize: size).first)
            #expect(values.indices.map { column.value(at: $0) } == values.map { .json($0) })
        }
    }

    @Test(arguments: [
        ("7", ColumnValue.integer(7)), ("-7", .integer(-7)), ("\"7\"", .text("7")), ("\"\"", .text("")),
        ("1.5", .double(1.5)),
        ("\"DE\\u00c4\"", .text("DEÄ")), ("9007199254740993", .integer(9_007_199_254_740_993)),
    ])
    func readsIDs(text: String, value: ColumnValue) throws {
        let read = try read(#"{"type":"Feature","id":\#(text),"properties":{},"geometry":null}"#)
        #expect(read.layer.featureIDs?.value(at: 0) == value)
        #expect(codes(read) == [.geometryMissing])
        #expect(read.diagnostics.first?.location?.featureID == read.layer.featureIDs?.string(at: 0))
    }

    @Test(arguments: ["null", "true", "[1]", "{\"a\":1}"])
    func notesIDsOfOtherTypes(text: String) throws {
        let read = try read(#"{"type":"Feature","id":\#(text),"properties":{},"geometry":null}"#)
        #expect(codes(read) == [.memberMalformed, .geometryMissing])
        #expect(read.diagnostics.first { $0.code == .memberMalformed }?.arguments["member"] == "id")
    }

    @Test(
        arguments: [
            (#"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}}"#, "urn:ogc:def:crs:EPSG::25832"),
            (
                #"{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}"#,
                "urn:ogc:def:crs:OGC:1.3:CRS84"
            ),
            (#"{"properties":{"name":"EPSG:31467"},"type":"name"}"#, "EPSG:31467"), ("null", nil),
            // A link is followed by nobody: it stays what it is, and no reference system has that name.
            (
                #"{"type":"link","properties":{"href":"http://example.org/crs","type":"proj4"}}"#,
                #"{"type":"link","properties":{"href":"http://example.org/crs","type":"proj4"}}"#
            ), ("7", "7"), ("{}", "{}"),
        ] as [(String, String?)])
    func readsTheOldReferenceSystem(member: String, text: String?) throws {
        for order in ["\"crs\":\(member),\"features\":[]", "\"features\":[],\"crs\":\(member)"] {
            let read = try read("{\"type\":\"FeatureCollection\",\(order)}")
            #expect(read.layer.crsText == text)
            #expect(codes(read) == [.crsOldMember])
            #expect(read.diagnostics.first?.arguments["crs"] == text ?? "null")
        }
    }

    @Test(arguments: [
        ("[1,2,3,4]", true), ("[1,2,3,4,5,6]", true), ("[1,2,3]", false), ("[]", false), ("null", false),
        ("[1,2,3,\"4\"]", false),
        ("{}", false), ("[1,2,3,null]", false),
    ])
    func checksBoundingBoxes(box: String, isSound: Bool) throws {
        let expected: [DiagnosticCode] = isSound ? [] : [.memberMalformed]
        let point = "\"type\":\"Point\",\"coordinates\":[1,2]"
        for (collection, feature, geometry) in [(1, 0, 0), (0, 1, 0), (0, 0, 1)] {
            let member = ",\"bbox\":\(box)"
            let text =
                "{\"type\":\"FeatureCollection\"\(collection == 1 ? member : ""),\"features\":[{\"type\":\"Feature\",\"properties\":{}"
                + "\(feature == 1 ? member : ""),\"geometry\":{\(point)\(geometry == 1 ? member : "")}}]}"
            let read = try read(text)
            #expect(codes(read) == expected)
            #expect(read.layer.geometries[0] == (try Geometry(x: 1, y: 2)))
        }
    }

    /// Findings stand in the order of the text, each with the feature, line and column of its value.
    @Test func namesPlaces() throws {
        let text = """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","id":"a","properties":{"n":1e999},"geometry":null},
              {"type":"Feature","id":"b",
               "properties":7,
               "geometry":{"type":"Point","coordinates":[1]}},
              {"type":"Feature","id":"ä","properties":{},"geometry":{"type":"LineString",
                "coordinates":[[1,2]]}}, 8
            ]}
            """
        for size in [nil, 1, 50, 120] {
            let found = try read(text, rangeSize: size).diagnostics.compactMap(\.location)
            #expect(found.compactMap(\.line) == [2, 2, 4, 5, 7, 7], "range size \(size ?? 0)")
            #expect(found.compactMap(\.column) == [48, 66, 17, 47, 19, 30])
            #expect(found.compactMap(\.feature) == [0, 0, 1, 1, 2, 3])
            #expect(found.map(\.featureID) == ["a", "a", "b", "b", "ä", nil])
            #expect(found.allSatisfy { $0.file == "test.geojson" })
        }
    }

    /// Beyond a thousand of a kind only the number of the others is told; each kind is counted for itself.
    @Test(arguments: [nil, 3000])
    func countsEachKindForItself(rangeSize: Int?) throws {
        let kinds = [
            #"{"type":"Feature","properties":{},"geometry":null}"#,
            #"{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]}}"#,
        ]
        let rows = (0..<1500).flatMap { $0 < 1001 ? kinds : Array(kinds.prefix(1)) }
        let found = try read(rows.joined(separator: "\n"), rangeSize: rangeSize).diagnostics
        #expect(found.count { $0.code == .geometryMissing } == 1000)
        #expect(found.count { $0.code == .memberMalformed } == 1000)
        let further = found.filter { $0.code == .furtherFindings }
        #expect(
            Set(further.map { "\($0.arguments["code"] ?? "") \($0.arguments["count"] ?? "")" })
                == ["\(DiagnosticCode.geometryMissing.rawValue) 500", "\(DiagnosticCode.memberMalformed.rawValue) 1"])
        #expect(found.count == 2002)
    }

    @Test func namesLayersByTheirFile() throws {
        let text = Array("{\"type\":\"Point\",\"coordinates\":[1,2]}".utf8)
        for (path, name) in [
            ("a.geojson", "a"), ("x/y/a.b.json", "a.b"), ("a", "a"), ("-", "-"), (".hidden", ".hidden"), ("x.y/a", "a"),
            ("Quartiere Süd.geojson", "Quartiere Süd"),
        ] {
            #expect(try GeoJSONReader.read(text, path: path).layer.name == name)
        }
        #expect(try GeoJSONReader.read(text, path: "a.geojson", name: "n").layer.name == "n")
    }
}
