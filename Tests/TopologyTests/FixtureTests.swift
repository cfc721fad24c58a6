import Foundation
import Planar
import Testing

@testable import Topology

/// The cases that Scripts/fixtures/topology.py took from shapely, each asked through the command's own entry.
@Suite struct FixtureTests {
    private static let engine = TopologyEngine()
    private static let script = GeometryScript()

    @Test func agreesWithShapelyInEveryCase() throws {
        let fixture = try Fixture.load()
        #expect(fixture.cases.count > 600)
        for (number, item) in fixture.cases.enumerated() {
            let answer = FixtureTests.script.respond(to: item.request)
            guard case .result(let result, _) = answer else {
                Issue.record("case \(number), \(item.op): \(answer)")
                continue
            }
            let problem = try FixtureTests.problem(result, item)
            #expect(problem == nil, "case \(number), \(item.op) of \(item.a) and \(item.b ?? "nothing")")
        }
    }

    @Test func hasThreeCasesOfEveryOperation() throws {
        let counts = Dictionary(grouping: try Fixture.load().cases, by: \.op).mapValues(\.count)
        // Spellings and sums of operations that have cases themselves.
        let others = Set(
            GeometryScript.operationNames.filter { name in
                ["ng", "sr"].contains { name.hasSuffix($0) }
                    || (name != "getarea" && name.hasSuffix("area") && name != "buildarea")
                    || (name != "getlength" && name.hasSuffix("length"))
            } + [
                "areatest", "overlayareatest", "buffermitredjoin", "buffersinglesided", "equalstopo", "preparedequals",
                "isempty", "minclearanceline", "norm", "wkt",
            ])
        for name in GeometryScript.operationNames where !others.contains(name) {
            #expect((counts[name] ?? 0) >= 3, "\(name)")
        }
    }

    /// Nil when the answer is the expected one.
    private static func problem(_ result: GeometryResult, _ item: Fixture.Case) throws -> String? {
        switch (result, item.result) {
        case (.truth(let got), .truth(let expected)):
            return got == expected ? nil : "\(got), not \(expected)"
        case (.number(let got), .number(let expected)):
            return abs(got - expected) <= 1e-9 * max(1, abs(expected)) ? nil : "\(got), not \(expected)"
        case (.text(let got), .text(let expected)):
            return got == expected ? nil : "\(got), not \(expected)"
        case (.geometry(let got), .number(let expected)) where item.compare == "length":
            return abs(got.length - expected) <= 1e-9 * max(1, expected) ? nil : "\(got.length), not \(expected)"
        case (.geometry(let got), .truth) where item.compare == "on-surface":
            return try engine.test(.intersects, got, wkt(item.a)) ? nil : "\(got.wellKnownText) is outside"
        case (.geometry(let got), .text(let text)):
            let expected = try wkt(text)
            return try same(got, expected, item.compare) ? nil : "\(got.wellKnownText), not \(text)"
        default:
            return "\(result) is of another kind"
        }
    }

    private static func same(_ got: Geometry, _ expected: Geometry, _ compare: String) throws -> Bool {
        guard !got.isEmpty, !expected.isEmpty else { return got.isEmpty == expected.isEmpty }
        let box = expected.envelope
        let scale = max(1, abs(box.minX), abs(box.maxX), abs(box.minY), abs(box.maxY))
        switch compare {
        case "area":
            guard got.dimension == 2 || expected.dimension == 2 else { return try sameLines(got, expected, scale) }
            let difference = try engine.symmetricDifference(got, expected).value.area
            return difference <= 1e-9 * max(got.area, expected.area)
        case "lines":
            return try sameLines(got, expected, scale)
        default:
            // Neither the order of parts nor where a release of GEOS starts a ring is part of the answer.
            if try engine.equalsExact(
                engine.normalized(got), engine.normalized(expected), tolerance: 1e-9 * scale)
            {
                return true
            }
            guard got.dimension == expected.dimension, abs(got.area - expected.area) <= 1e-9 * scale * scale else {
                return false
            }
            return try engine.symmetricDifference(got, expected).value.area <= 1e-9 * max(expected.area, 1e-9)
                && sameLines(got, expected, scale)
        }
    }

    /// Whether both cover the same, told by their distance from each other and by their length.
    private static func sameLines(_ got: Geometry, _ expected: Geometry, _ scale: Double) throws -> Bool {
        try engine.hausdorffDistance(got, expected) <= 1e-9 * scale
            && abs(got.length - expected.length) <= 1e-9 * max(1, expected.length)
    }
}

/// The fixture file.
private struct Fixture: Decodable {
    struct Case: Decodable {
        let op: String
        let a: String
        let b: String?
        let args: [Value]
        let result: Value
        let compare: String

        var request: GeometryRequest {
            let arguments = args.map { value -> GeometryRequest.Argument in
                switch value {
                case .number(let number): .number(number)
                case .text(let text): .text(text)
                case .truth(let truth): .truth(truth)
                }
            }
            return GeometryRequest(operation: op, a: a, b: b, arguments: arguments)
        }
    }

    enum Value: Decodable {
        case number(Double)
        case text(String)
        case truth(Bool)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let truth = try? container.decode(Bool.self) {
                self = .truth(truth)
            } else if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }
    }

    let cases: [Case]

    static func load() throws -> Fixture {
        let url = try #require(
            Bundle.module.url(forResource: "topology", withExtension: "json", subdirectory: "Fixtures"))
        return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url))
    }
}
