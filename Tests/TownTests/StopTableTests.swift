import Features
import Planar
import ReferenceSystems
import Testing

@testable import Town

@Suite struct StopTableTests {
    static let metric = "EPSG:25832"

    /// A layer of points in metres with columns of texts; nil is absent.
    static func layer(
        _ points: [(Double, Double)?], _ texts: KeyValuePairs<String, [String?]>
    ) throws -> MetricLayer {
        let columns = texts.map { name, values in
            var arena = TextArena()
            for value in values { arena.append((value ?? "").utf8) }
            return Column(name: name, storage: .texts(arena), presence: Presence(values.map { $0 != nil }))
        }
        let layer = Layer(
            name: "stops", source: SourceFile(path: "stops.geojson"), crsText: metric,
            geometries: GeometryColumn(try points.map { try $0.map { try Geometry(x: $0.0, y: $0.1) } }),
            columns: columns)
        return try MetricLayer.make(layer, in: CoordinateReferenceSystem(metric), idColumn: "id").0
    }

    static let columns = StopColumns(
        name: "name", mode: "art", weekday: "werktag", saturday: "samstag", sunday: "sonntag")

    @Test func stopsWithDepartures() throws {
        let layer = try Self.layer(
            [(480_000, 5_540_000), (480_100, 5_540_000)],
            [
                "id": ["H1", "H2"], "name": ["Markt", nil], "art": ["Bus; S-Bahn", nil], "werktag": ["4.5", "0"],
                "samstag": ["2", nil], "sonntag": [" ", "1"],
            ])
        var table = StopTable()
        #expect(table.append(layer, columns: Self.columns).isEmpty)
        #expect(table.ids == ["H1", "H2"] && table.names == ["Markt", ""] && table.count == 2)
        #expect(table.modes == [[.bus, .train], []])
        #expect(table.xs == [480_000, 480_100] && table.ys == [5_540_000, 5_540_000])
        // Zero is a number, absent is none.
        #expect(table.departures(on: .weekday) == [4.5, 0])
        #expect(table.departures(on: .saturday) == [2, nil])
        #expect(table.departures(on: .sunday) == [nil, 1])
        #expect(table.entranceEnds == [0, 0] && table.entrances(ofStop: 1).isEmpty)
        #expect(table.accessPositions(ofStop: 1).map(\.x) == [480_100])
    }

    @Test func columnsThatNobodyNamedAreAbsent() throws {
        let layer = try Self.layer([(480_000, 5_540_000)], ["id": ["H1"], "werktag": ["4"]])
        var table = StopTable()
        #expect(table.append(layer, columns: StopColumns()).isEmpty)
        for day in StopTable.DayType.allCases { #expect(table.departures(on: day) == [nil]) }
        #expect(table.names == [""] && table.modes == [[]])
    }

    @Test(arguments: ["viele", "-1", "nan", "1e999", "4,5", "0x4"])
    func unreadableDeparturesAreReported(_ text: String) throws {
        let layer = try Self.layer([(480_000, 5_540_000)], ["id": ["H1"], "samstag": [text]])
        var table = StopTable()
        let findings = table.append(layer, columns: Self.columns)
        #expect(findings.map(\.code) == [.departuresUnreadable])
        #expect(findings[0].arguments == ["value": text, "column": "samstag"])
        #expect(findings[0].location?.featureID == "H1" && findings[0].location?.feature == 0)
        #expect(table.count == 1 && table.saturdayDepartures == [nil])
    }

    @Test func entrancesGoAlongWithTheirStops() throws {
        let layer = try Self.layer(
            [(480_000, 5_540_000), nil, (480_200, 5_540_000)], ["id": ["A", "B", "C"]])
        var table = StopTable()
        _ = table.append(
            layer, columns: Self.columns, entranceEnds: [2, 3, 4], entranceXs: [1, 2, 3, 4], entranceYs: [5, 6, 7, 8])
        // The row without a position is left out, and its entrance with it.
        #expect(table.ids == ["A", "C"] && table.entranceEnds == [2, 3])
        #expect(table.entranceXs == [1, 2, 4] && table.entranceYs == [5, 6, 8])
        #expect(table.accessPositions(ofStop: 0).map(\.x) == [1, 2])
        #expect(table.accessPositions(ofStop: 1).map(\.y) == [8])
    }

    @Test func severalLayersShareIDs() throws {
        var table = StopTable()
        for number in 0..<3 {
            _ = table.append(
                try Self.layer([(480_000, 5_540_000)], ["id": ["H1"]]), columns: Self.columns, number: number)
        }
        #expect(table.ids == ["H1", "2:H1", "3:H1"])
    }

    @Test func onlyPointsAreStops() throws {
        let square = try Geometry(kind: .polygon, xs: [0, 9, 9, 0], ys: [0, 0, 9, 0], ringEnds: [4])
        let layer = Layer(
            name: "stops", source: SourceFile(path: "stops.geojson"), crsText: Self.metric,
            geometries: GeometryColumn([square]))
        let metric = try MetricLayer.make(layer, in: CoordinateReferenceSystem(Self.metric)).0
        var table = StopTable()
        #expect(table.append(metric, columns: Self.columns).map(\.code) == [.wrongKind] && table.count == 0)
    }

    @Test(arguments: [
        ("bus", [StopTable.Mode.bus]), ("Bus, Zug", [.bus, .train]), ("train;bus;Bus", [.bus, .train]),
        ("S-Bahn/U-Bahn", [.train, .subway]), ("Straßenbahn", [.tram]), ("Fähre", [.ferry]), ("light_rail", [.train]),
        ("Seilbahn", [.other]), ("", []), (" ; ", []),
    ]) func wordsForModes(_ text: String, _ modes: [StopTable.Mode]) {
        #expect(StopTable.modes(text) == modes)
    }
}
