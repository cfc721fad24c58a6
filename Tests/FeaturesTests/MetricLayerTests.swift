import Features
import Foundation
import Planar
import ReferenceSystems
import TestSupport
import Testing
import Topology
import Wording

@Suite struct MetricLayerTests {
    static let utm32 = "EPSG:25832"

    /// A layer as a reader would make it.
    static func layer(
        _ geometries: [Geometry?], crs: String? = nil, ids: [String?]? = nil, columns: [Column] = []
    ) -> Layer {
        var layer = Layer(
            name: "areas", source: SourceFile(path: "areas.geojson"), crsText: crs,
            geometries: GeometryColumn(geometries), columns: columns, lines: geometries.indices.map { UInt32($0) + 2 })
        layer.featureIDs = ids.map { MetricLayerTests.texts("id", $0) }
        return layer
    }

    static func texts(_ name: String, _ values: [String?]) -> Column {
        var arena = TextArena()
        for value in values { arena.append((value ?? "").utf8) }
        return Column(name: name, storage: .texts(arena), presence: Presence(values.map { $0 != nil }))
    }

    static func make(
        _ layer: Layer, in target: String = utm32, from source: String? = nil, idColumn: String? = nil
    ) throws -> (layer: MetricLayer, findings: [Diagnostic]) {
        let made = try MetricLayer.make(
            layer, in: try CoordinateReferenceSystem(target), from: source, idColumn: idColumn)
        for finding in made.1 { expectFilled(finding) }
        return (made.0, made.1)
    }

    /// No name of a text is left without a value, and no text is missing.
    static func expectFilled(_ finding: Diagnostic) {
        for language in Language.allCases {
            let text = finding.description(language)
            #expect(!text.contains("{") && !text.contains("⟨"), "\(text)")
        }
    }

    static func failure(_ body: () throws -> Void) -> Failure? {
        do {
            try body()
            return nil
        } catch {
            return error as? Failure
        }
    }

    // MARK: - Positions

    struct Fixture: Decodable {
        struct Case: Decodable, Sendable {
            let to: String
            /// Longitude, latitude, x, y.
            let points: [[Double]]
        }
        let cases: [Case]

        static func read() throws -> [Case] {
            let url = try #require(Bundle.module.url(forResource: "Fixtures/metric-layer", withExtension: "json"))
            return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url)).cases
        }
    }

    @Test func positionsAgreeWithPyprojThereAndBack() throws {
        let cases = try Fixture.read()
        #expect(cases.count == 3)
        for fixture in cases {
            let made = try MetricLayerTests.make(
                MetricLayerTests.layer(try fixture.points.map { try Geometry(x: $0[0], y: $0[1]) }), in: fixture.to)
            #expect(made.layer.referenceSystem.description == fixture.to)
            #expect(made.layer.operation != nil)
            for (row, point) in fixture.points.enumerated() {
                let geometry = try #require(made.layer.layer.geometries[row])
                #expect(isClose(geometry.xs[0], point[2]) && isClose(geometry.ys[0], point[3]), "\(fixture.to) \(row)")
                let back = try #require(
                    MetricLayer.longitudeLatitude(
                        x: geometry.xs[0], y: geometry.ys[0], in: made.layer.referenceSystem))
                #expect(isClose(back.longitude, point[0]) && isClose(back.latitude, point[1]))
            }
        }
    }

    @Test func aFileAlreadyInTheSystemIsTakenAsItIs() throws {
        let square = try rectangle(526_000.1, 6_071_000.7, 526_100.3, 6_071_100.9)
        let made = try MetricLayerTests.make(MetricLayerTests.layer([square], crs: "EPSG:25832", ids: ["a"]))
        #expect(made.layer.layer.geometries[0] == square)
        #expect(made.layer.operation == nil)
        #expect(made.findings.isEmpty)
    }

    @Test func theProjectFilesWordGoesBeforeTheFilesOwn() throws {
        let point = try Geometry(x: 526_000, y: 6_071_000)
        let layer = MetricLayerTests.layer([point], crs: "EPSG:4326", ids: ["a"])
        let made = try MetricLayerTests.make(layer, from: "EPSG:25832")
        #expect(made.layer.layer.geometries[0] == point)
    }

    @Test func rowsKeepTheirPlaceAndTheirColumns() throws {
        let places = [try Geometry(x: 9.43, y: 54.78), nil, try Geometry(x: 9.44, y: 54.79)]
        let names = MetricLayerTests.texts("name", ["a", "b", "c"])
        let made = try MetricLayerTests.make(
            MetricLayerTests.layer(places, ids: ["x", "y", "z"], columns: [names]))
        #expect(made.layer.layer.count == 3)
        #expect(made.layer.layer.geometries[1] == nil)
        #expect(made.layer.layer.column(named: "name") == names)
        #expect(Array(made.layer.ids) == ["x", "y", "z"])
        #expect(made.findings.isEmpty)
    }

    @Test func aPositionWithoutImageIsAFindingOfItsRow() throws {
        let places = [try Geometry(x: 9.43, y: 54.78), try Geometry(x: 9.43, y: 91), try Geometry(x: 9.44, y: 54.79)]
        let made = try MetricLayerTests.make(MetricLayerTests.layer(places, ids: ["x", "y", "z"]))
        let failed = made.findings.filter { $0.code == .transformFailed }
        #expect(failed.map(\.location?.feature) == [1])
        #expect(failed.map(\.location?.line) == [3])
        #expect(made.layer.layer.geometries[1] == nil)
        #expect(made.layer.layer.geometries[2] != nil)
        #expect(Array(made.layer.ids) == ["x", "y", "z"])
    }

    @Test func aLayerWithoutRowsIsMade() throws {
        let made = try MetricLayerTests.make(MetricLayerTests.layer([]))
        #expect(made.layer.ids.isEmpty && made.findings.isEmpty)
    }

    // MARK: - Validity

    @Test func aBowTieIsRepairedAndShownOnTheMap() throws {
        let x = 526_000.0
        let y = 6_071_000.0
        let sound = try rectangle(x, y, x + 10, y + 10)
        let bowTie = try polygon([x, y, x + 10, y + 10, x + 10, y, x, y + 10])
        let made = try MetricLayerTests.make(
            MetricLayerTests.layer([sound, bowTie], ids: ["a", "b"]), from: "EPSG:25832")
        #expect(made.findings.map(\.code) == [.geometryInvalid, .geometryRepaired])
        #expect(made.findings.map(\.location?.feature) == [1, 1])
        #expect(made.findings.map(\.location?.featureID) == ["b", "b"])
        #expect(made.findings.map(\.location?.line) == [3, 3])
        #expect(made.findings[0].arguments["reason"] == "Self-intersection")
        let repaired = try #require(made.layer.layer.geometries[1])
        #expect(repaired.kind == .multiPolygon)
        #expect(isClose(repaired.area, 50))
        #expect(try TopologyEngine().validity(repaired).isValid)
        #expect(made.layer.layer.geometries[0] == sound)
        // Both point at the crossing.
        let expected = try #require(
            MetricLayer.longitudeLatitude(
                x: x + 5, y: y + 5, in: try CoordinateReferenceSystem(MetricLayerTests.utm32)))
        for finding in made.findings {
            let place = try #require(finding.longitudeLatitude)
            #expect(isClose(place.longitude, expected.longitude) && isClose(place.latitude, expected.latitude))
        }
    }

    @Test func onlyTheArealPartOfARepairIsKept() throws {
        // A square with a spike without width: the repair is a polygon and a line.
        let spike = try polygon([0, 0, 10, 0, 10, 5, 20, 5, 10, 5, 10, 10, 0, 10].map { $0 + 500_000 })
        let made = try MetricLayerTests.make(
            MetricLayerTests.layer([spike], ids: ["a"]), in: "EPSG:3035", from: "EPSG:3035")
        let repaired = try #require(made.layer.layer.geometries[0])
        #expect(repaired.kind == .polygon)
        #expect(isClose(repaired.area, 100))
        #expect(made.findings.map(\.code).contains(.geometryRepaired))
    }

    @Test func anAreaWithoutAreaIsRejectedButKeepsItsRow() throws {
        let flat = try polygon([526_000, 6_071_000, 526_010, 6_071_010, 526_020, 6_071_020])
        let sound = try rectangle(526_000, 6_071_000, 526_010, 6_071_010)
        let made = try MetricLayerTests.make(
            MetricLayerTests.layer([flat, sound], ids: ["a", "b"]), from: "EPSG:25832")
        #expect(made.findings.map(\.code) == [.geometryInvalid, .geometryRejected])
        #expect(made.layer.layer.geometries[0] == nil)
        #expect(made.layer.layer.geometries[1] == sound)
        #expect(Array(made.layer.ids) == ["a", "b"])
    }

    @Test func linesAndPointsAreNotJudgedAsAreas() throws {
        let line = try Geometry(
            kind: .lineString, xs: [526_000, 526_010, 526_010, 526_000],
            ys: [6_071_000, 6_071_010, 6_071_000, 6_071_010])
        let made = try MetricLayerTests.make(MetricLayerTests.layer([line], ids: ["a"]), from: "EPSG:25832")
        #expect(made.findings.isEmpty && made.layer.layer.geometries[0] == line)
    }

    // MARK: - Ids

    static func ids(_ ids: [String?]?, column: String? = nil, columns: [Column] = []) throws -> (
        ids: [String], findings: [Diagnostic]
    ) {
        let count = ids?.count ?? columns.first?.count ?? 3
        let places = try (0..<count).map { try Geometry(x: 9.4 + Double($0) / 100, y: 54.78) }
        let made = try make(layer(places, ids: ids, columns: columns), idColumn: column)
        return (Array(made.layer.ids), made.findings)
    }

    @Test func aRepeatedIDIsMadeUniqueAndReported() throws {
        let (ids, findings) = try MetricLayerTests.ids(["a", "b", "a", "a"])
        #expect(ids == ["a", "b", "a#2", "a#3"])
        #expect(findings.map(\.code) == [.idDuplicate, .idDuplicate])
        #expect(findings.map(\.location?.feature) == [2, 3])
        #expect(findings.map(\.arguments) == [["id": "a"], ["id": "a"]])
        #expect(findings.allSatisfy { $0.severity == .error })
    }

    @Test(arguments: [
        ["a", "a", "a#2"], ["a#2", "a", "a", "a"], ["a", "a#2", "a", "a#2"], ["2", nil, "2"], [nil, "1", "1#2", nil],
        ["", "", ""], [nil, nil, nil], ["3", "3#2", nil],
    ])
    func idsAreAlwaysUnique(_ given: [String?]) throws {
        let (ids, _) = try MetricLayerTests.ids(given)
        #expect(ids.count == given.count)
        #expect(Set(ids).count == given.count)
        #expect(!ids.contains(""))
    }

    @Test func withoutIDsRowsAreCountedFromOne() throws {
        let (ids, findings) = try MetricLayerTests.ids(nil)
        #expect(ids == ["1", "2", "3"])
        #expect(findings.map(\.code) == [.idMissing])
        #expect(findings.first?.arguments["count"] == "3")
        #expect(findings.first?.severity == .note)
    }

    @Test func someMissingValuesOfAMappedColumnAreAWarning() throws {
        let keys = MetricLayerTests.texts("key", ["q1", nil, "q3"])
        let (ids, findings) = try MetricLayerTests.ids(["x", "y", "z"], column: "key", columns: [keys])
        #expect(ids == ["q1", "2", "q3"])
        #expect(findings.map(\.code) == [.idMissing])
        #expect(findings.first?.severity == .warning)
        #expect(findings.first?.arguments["count"] == "1")
    }

    @Test func numbersAreIDsToo() throws {
        let keys = Column(name: "key", storage: .doubles([7, 7.5, -1]))
        #expect(try MetricLayerTests.ids(nil, column: "key", columns: [keys]).ids == ["7", "7.5", "-1"])
    }

    // MARK: - Reference systems

    @Test(arguments: [
        ("EPSG:999999", DiagnosticCode.crsUnknown), ("+proj=utm +zone=32", .crsRefused),
        ("https://example.org/crs.wkt", .crsRefused), ("utm", .crsRefused), ("", .crsRefused),
    ])
    func whatIsNoReferenceSystemEndsTheRun(_ text: String, _ code: DiagnosticCode) throws {
        let layer = MetricLayerTests.layer([try Geometry(x: 9.43, y: 54.78)], crs: text)
        let failure = try #require(MetricLayerTests.failure { _ = try MetricLayerTests.make(layer) })
        #expect(failure.kind.rawValue == 65)
        #expect(failure.diagnostics.map(\.code) == [code])
        #expect(failure.diagnostics.first?.location?.file == "areas.geojson")
        #expect(failure.diagnostics.first?.cause != nil)
        failure.diagnostics.forEach(MetricLayerTests.expectFilled)
    }

    @Test func metresInAFileOfDegreesEndTheRun() throws {
        let layer = MetricLayerTests.layer([try Geometry(x: 526_000, y: 6_071_000)])
        let failure = try #require(MetricLayerTests.failure { _ = try MetricLayerTests.make(layer) })
        #expect(failure.kind.rawValue == 65)
        #expect(failure.diagnostics.map(\.code) == [.coordinatesLookProjected])
        failure.diagnostics.forEach(MetricLayerTests.expectFilled)
    }

    @Test func swappedCoordinatesAreAFindingNotAnEnd() throws {
        let made = try MetricLayerTests.make(MetricLayerTests.layer([try Geometry(x: 54.78, y: 9.43)], ids: ["a"]))
        #expect(made.findings.map(\.code) == [.coordinatesSwapped])
    }

    @Test func aZonePrefixNamesTheSystemThatFits() throws {
        let made = try MetricLayerTests.make(
            MetricLayerTests.layer([try Geometry(x: 32_526_000, y: 6_071_000)], ids: ["a"]), from: "EPSG:25832")
        let finding = try #require(made.findings.first)
        #expect(finding.code == .zonePrefix)
        #expect(finding.arguments["suggested"] == "EPSG:4647")
    }

    @Test(arguments: ReferenceSystemError.Kind.allCases)
    func everyRefusalOfAReferenceSystemHasACode(_ kind: ReferenceSystemError.Kind) {
        let error = ReferenceSystemError(kind, detail: "EPSG:1")
        let finding = MetricLayer.diagnostic(for: error, Features.SourceLocation(file: "a"))
        let expected: DiagnosticCode =
            switch kind {
            case .unknown: .crsUnknown
            case .refused: .crsRefused
            case .notMetric: .crsNotMetric
            case .gridMissing, .ballpark: .gridMissing
            case .noOperation, .failed: .transformFailed
            }
        #expect(finding.code == expected)
        #expect(finding.cause == error)
        MetricLayerTests.expectFilled(finding)
    }
}
