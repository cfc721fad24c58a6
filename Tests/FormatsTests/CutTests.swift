import Features
import Planar
import Testing

@testable import Formats

/// What reading a text gave: a layer with findings, or the finding that ended it.
struct Reading: Equatable {
    private var layer: Layer?
    private var findings: [Diagnostic]

    /// Reads a text with blocks and ranges of a size.
    init(_ text: [UInt8], blockSize: Int = 1 << 20, rangeSize: Int = 1 << 20) {
        let options = GeoJSONReader.Options(blockSize: blockSize, rangeSize: rangeSize)
        do throws(Failure) {
            let source = ByteSource(path: "test.geojson", bytes: text)
            let read = try GeoJSONReader.read(source, name: "test", options: options)
            (layer, findings) = (read.layer, read.diagnostics)
        } catch {
            (layer, findings) = (nil, error.diagnostics)
        }
    }

    /// The number of features; nil where reading ended with a failure.
    var count: Int? { layer?.count }
    /// The codes in their order.
    var codes: [DiagnosticCode] { findings.map(\.code) }
    /// The place of the first finding.
    var offset: Int? { findings.first?.location?.byteOffset }
}

/// Blocks of every size put a border at every byte of a small text; what is read must not depend on it.
@Suite struct CutTests {
    private static let point =
        #"{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[1.5,-2e1]}}"#

    /// Texts, how many features they have, or the fault that ends reading and its place.
    static let texts: [(name: String, text: String, count: Int?, code: DiagnosticCode?, offset: Int?)] = [
        (
            "a collection with everything",
            "\u{FEFF}{\r\n\t\"type\" : \"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:25832\"}},\r\n"
                + "\"bbox\":[1,2,3,4],\"features\" : [\r\n\(point) ,\r\n"
                + #"{"type":"Feature","id":"\u00e4\ud83d\ude00","properties":{"ö":"x\n","l":[1,{"q":null}],"t":true,"f":false,"n":null},"geometry":{"type":"Polygon","coordinates":[[[0,0],[10,0],[10,10],[0,0]]]},"x":1},"#
                + "\r\n{\"type\":\"Feature\",\"properties\":null,\"geometry\":null}\r\n] , \"y\" : [ ] }\r\n",
            3, nil, nil
        ),
        ("lines", "\(point)\n\(point)\r\n\n\t\(point) \n", 3, nil, nil),
        ("a text sequence", "\u{1E}\(point)\n\u{1E}\(point)\n\u{1E}\u{1E} \(point)", 3, nil, nil),
        (
            "collections in a sequence",
            "\(point)\n{\"type\":\"FeatureCollection\",\"features\":[\(point)]}\n\(point)\n", 3, nil, nil
        ),
        (
            "geometries", "{\"type\":\"Point\",\"coordinates\":[1,2]}\n{\"coordinates\":[],\"type\":\"LineString\"}\n",
            2, nil, nil
        ),
        ("an empty collection", "{\"type\":\"FeatureCollection\",\"features\":[]}", 0, nil, nil),
        ("members behind", "{\"features\":[\(point)],\"name\":\"ä\",\"type\":\"FeatureCollection\"}", 1, nil, nil),
        (
            "numbers cut short",
            "{\"type\":\"Feature\",\"properties\":{\"a\":0.5,\"b\":1},\"geometry\":null}\n"
                + "{\"type\":\"Feature\",\"properties\":{\"a\":9007199254740993.5,\"b\":12345678901},\"geometry\":null}\n",
            2,
            nil, nil
        ),
        ("numbers between lines", "\(point)\n1234567\n\(point)\n", 3, nil, nil),
        ("no separator", "\(point)\(point)\n", nil, .jsonSyntax, point.utf8.count),
        ("a blank only", "\(point) \(point)\n", nil, .jsonSyntax, point.utf8.count + 1),
        ("a carriage return only", "\(point)\r\t\(point)\n", nil, .jsonSyntax, point.utf8.count + 2),
        ("no separator later", "\(point)\n\(point)\n\(point)  \(point)\n", nil, .jsonSyntax, 3 * point.utf8.count + 4),
        (
            "no separator between collections",
            String(repeating: "{\"type\":\"FeatureCollection\",\"features\":[]}", count: 2), nil, .jsonSyntax, 42
        ),
        ("a comma between lines", "\(point),\n\(point)\n", nil, .jsonSyntax, point.utf8.count),
        (
            "a fault in the second", "\(point)\n{\"type\":\"Feature\",\"id\":01}\n", nil, .jsonSyntax,
            point.utf8.count + 25
        ),
        ("cut off", "\(point)\n\(point.dropLast(3))", nil, .truncated, 2 * point.utf8.count - 2),
        ("text behind", "{\"type\":\"FeatureCollection\",\"features\":[]}\n}", nil, .jsonSyntax, 43),
        (
            "a key twice", "{\"type\":\"FeatureCollection\",\"features\":[\(point)],\"a\":1,\"a\":2}", nil,
            .duplicateKey, point.utf8.count + 48
        ),
        ("no type", "{\"features\":[\(point)],\"name\":\"x\"}", nil, .notGeoJSON, point.utf8.count + 26),
        (
            "not UTF-8 behind a border", "\(point)\n{\"type\":\"Feature\",\"properties\":{\"\u{1}\":1}}", nil,
            .jsonSyntax, point.utf8.count + 34
        ),
        ("only white space", " \r\n\t\u{1E}\n ", nil, .fileEmpty, nil),
    ]

    @Test(arguments: texts.indices)
    func bordersDoNotShow(index: Int) {
        let (name, text, count, code, offset) = Self.texts[index]
        let bytes = Array(text.utf8)
        let whole = Reading(bytes)
        #expect(whole.count == count, "\(name)")
        if let code { #expect(whole.codes == [code], "\(name)") }
        if let offset { #expect(whole.offset == offset, "\(name)") }
        for size in 1...bytes.count + 1 {
            #expect(Reading(bytes, blockSize: size) == whole, "\(name), blocks of \(size)")
            #expect(Reading(bytes, rangeSize: size) == whole, "\(name), ranges of \(size)")
            #expect(Reading(bytes, blockSize: size, rangeSize: 1) == whole, "\(name), blocks of \(size), small ranges")
        }
    }

    /// Whatever byte is missing or doubled: layer or failure, place and findings are the same for small blocks.
    @Test func bordersDoNotShowInBrokenTexts() {
        let original = Array(
            "\(Self.point)\n{\"type\":\"Feature\",\"id\":7,\"properties\":null,\"geometry\":null}\n".utf8)
        for place in original.indices {
            var (without, twice) = (original, original)
            without.remove(at: place)
            twice.insert(original[place], at: place)
            for text in [without, twice] {
                let whole = Reading(text)
                for size in [1, 2, 3, 7, 20, 61, 97] {
                    #expect(
                        Reading(text, blockSize: size, rangeSize: size) == whole, "byte \(place), blocks of \(size)")
                }
            }
        }
    }

    /// A file of more attributes than a table may have is refused, whether one range or the whole file has them.
    @Test(arguments: [1, 400])
    func limitsAttributesOfTheWholeFile(featuresPerFile: Int) {
        let each = (FeatureParser.maximumColumns + featuresPerFile) / featuresPerFile
        func text(_ features: Int, _ each: Int) -> [UInt8] {
            let lines = (0..<features).map { row in
                let members = (0..<each).map { "\"k\(row * each + $0)\":1" }.joined(separator: ",")
                return "{\"type\":\"Feature\",\"properties\":{\(members)},\"geometry\":null}\n"
            }
            return Array(lines.joined().utf8)
        }
        for size in [1 << 20, 2000] {
            #expect(Reading(text(featuresPerFile, each), rangeSize: size).codes == [.tooLarge])
            let most = Reading(text(featuresPerFile, FeatureParser.maximumColumns / featuresPerFile), rangeSize: size)
            #expect(most.count == featuresPerFile)
        }
    }
}
