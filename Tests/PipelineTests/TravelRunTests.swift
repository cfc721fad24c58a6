import Features
import Formats
import Foundation
import ReferenceSystems
import TestSupport
import Testing
import Travel

@testable import Pipeline

/// Whole runs along streets, on a town that can be worked out by hand: one street from west to east at y = 1550.
///
///     y 1900                     p3 60 people, 350 m from the street
///     y 1600   p1 10       p2 30
///     y 1550 ──────L──────────────────────── street, L the library at x 450
///     y 1050                   S shop, 500 m from the street
@Suite struct TravelRunTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private static func town() -> TinyTown {
        var town = TinyTown()
        town.streets = [TinyTown.line("s", [(0, 1550), (1000, 1550), (2000, 1550)])]
        town.population = [
            TinyTown.residents("p1", (100, 1600), all: 10, foreign: 5),
            TinyTown.residents("p2", (900, 1600), all: 30, foreign: 0),
            TinyTown.residents("p3", (1500, 1900), all: 60, foreign: 60),
        ]
        return town
    }

    private func run(_ town: TinyTown) throws -> (folder: String, summary: RunSummary) {
        let project = try town.write(to: scratch)
        let output = scratch.path("out")
        return (output, try Run.run(project: project, options: RunOptions(output: output, overwrite: true)))
    }

    private func json(_ path: String) throws -> JSONValue {
        try JSONValue(parsing: String(contentsOf: URL(filePath: path), encoding: .utf8))
    }

    private static let library = ["category": "library", "group": "all", "level": "town"]

    @Test func figuresAreThoseOfTheWayAlongTheStreet() throws {
        let (folder, summary) = try run(TravelRunTests.town())
        let rows = try IndicatorRows(folder + "/internal/indicators.csv")
        func value(_ indicator: String, _ parameters: String) throws -> Double {
            try rows.value(
                TravelRunTests.library.merging(["indicator": indicator, "parameters": parameters]) { $1 })
        }
        // p1: 50 + 350 m = 6 minutes, p2: 50 + 450 m = 7.5 minutes, and 30 of 40 connected people are in p2.
        #expect(try value("nearest_time", "measure=walking") == 7.5)
        #expect(try value("coverage_share", "measure=walking;minutes=5") == 0)
        #expect(try value("coverage_share", "measure=walking;minutes=10") == 1)
        // At 3 km/h p2 needs exactly 10 minutes; at 4.8 km/h p1 has exactly 5.
        #expect(try value("coverage_share", "kmh=3;measure=walking;minutes=10") == 1)
        #expect(try value("coverage_share", "kmh=4.8;measure=walking;minutes=5") == 0.25)
        let row = try #require(
            rows.rows(TravelRunTests.library.merging(["parameters": "measure=walking;minutes=10"]) { $1 }).first)
        #expect(row["n"] == "40" && row["status"] == "estimated")
        // Nobody of the eastern quarter is connected.
        let east = rows.rows(["area_id": "E", "indicator": "nearest_time", "category": "library"])
        #expect(!east.isEmpty && east.allSatisfy { $0["status"] == "not_connected" })
        #expect(rows.rows(["indicator": "nearest_distance"]).isEmpty)

        let people = summary.findings.filter { $0.code == .residentsNotConnected }
        #expect(people.count == 1)
        #expect(people.first?.arguments["residents"] == "60" && people.first?.location?.featureID == "p3")
        let places = summary.findings.filter { $0.code == .placeNotConnected }
        #expect(places.map { $0.location?.featureID } == ["S"])
    }

    @Test func checkFindsWhatARunFinds() throws {
        let project = try TravelRunTests.town().write(to: scratch)
        let codes = Set(CheckReport.make(project: project).findings.map(\.code))
        #expect(codes.isSuperset(of: [.residentsNotConnected, .placeNotConnected]))
    }

    @Test func nobodyWalksAcrossABarrier() throws {
        var town = TravelRunTests.town()
        town.barriers = [TinyTown.line("b", [(0, 1575), (2000, 1575)])]
        let (folder, summary) = try run(town)
        let rows = try IndicatorRows(folder + "/internal/indicators.csv")
        let values = rows.rows(TravelRunTests.library.merging(["indicator": "nearest_time"]) { $1 })
        #expect(!values.isEmpty && values.allSatisfy { $0["status"] == "not_connected" })
        #expect(
            summary.findings.first { $0.code == .residentsNotConnected }?.arguments["residents"] == "100")
    }

    /// Streets of two files join where they have a position in common, so that people of one reach places on the other.
    @Test func layersOfStreetsJoin() throws {
        var town = TravelRunTests.town()
        town.streets = [TinyTown.line("s", [(0, 1550), (500, 1550)])]
        try scratch.write(
            #"{"type":"FeatureCollection","features":[\#(TinyTown.line("t", [(500, 1550.004), (2000, 1550)]))]}"#,
            to: "town/more.geojson")
        town.moreLayers = "  - kind: streets\n    file: \"more.geojson\"\n    crs: \"EPSG:25832\"\n"
        let (folder, _) = try run(town)
        let rows = try IndicatorRows(folder + "/internal/indicators.csv")
        let nearest = ["indicator": "nearest_time", "parameters": "measure=walking"]
        // The joint lies 4 mm beside the straight street, and two pieces are rounded down: within a few milliseconds.
        #expect(abs(try rows.value(TravelRunTests.library.merging(nearest) { $1 }) - 7.5) < 0.0001)
        let project = scratch.path("town/quartier.yaml")
        let info = try NetworkInfo(path: project, profile: .walking)
        #expect(info.report.components.count == 1 && abs(info.report.metres - 2_000) < 0.01)
        #expect(info.referenceSystem == "EPSG:25832")
    }

    /// The ground rises 5 % towards the east. Uphill people need longer (Tobler), a wheelchair still gets up.
    @Test func aGridOfHeightsSlowsPeopleUphill() throws {
        var town = TravelRunTests.town()
        // p2 sets out 450 m east of the library and goes down, p1 350 m west of it and goes up.
        let row = (0...20).map { "\($0 * 5)" }.joined(separator: " ")
        try scratch.write(
            "ncols 21\nnrows 11\nxllcenter \(TinyTown.origin.x)\nyllcenter \(TinyTown.origin.y + 1_000)\ncellsize 100\n"
                + Array(repeating: row, count: 11).joined(separator: "\n") + "\n", to: "town/hoehen.asc")
        town.moreLayers = "  - kind: heights\n    file: \"hoehen.asc\"\n"
        let project = try town.write(to: scratch)
        let pairs = try scratch.write(
            #"{"type":"FeatureCollection","features":["#
                + [[(1000, 1550), (0, 1550)], [(0, 1550), (1000, 1550)]].enumerated().map {
                    TinyTown.line("p\($0.offset)", $0.element.map { (Double($0.0), Double($0.1)) })
                }.joined(separator: ",")
                + #"],"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}}}"#, to: "pairs.geojson")
        func seconds(_ path: String) throws -> [Double] {
            let table = String(
                decoding: try NetworkInfo(path: path, profile: .walking).pairTimes(path: pairs), as: UTF8.self)
            return table.split(whereSeparator: \.isNewline).dropFirst().compactMap {
                Double($0.split(separator: ",")[1])
            }
        }
        let (down, up) = (try seconds(project)[0], try seconds(project)[1])
        // Tobler: 6 exp(−3.5 |s + 0.05|), on the flat exp(−0.175): down 5 % is faster by exp(0.175), up slower.
        #expect(abs(down / 900 - exp(-0.175)) < 0.01)
        #expect(abs(up / 900 - exp(0.175)) < 0.01)
        town.moreLayers = ""
        #expect(try seconds(try town.write(to: scratch)) == [900, 900])
    }

    @Test func theRecordTellsTheMethod() throws {
        let (folder, _) = try run(TravelRunTests.town())
        let record = try json(folder + "/internal/run.json")
        #expect(record["options"]?["measure"]?.string == "network")
        let profiles = try #require(record["travel"]?["profiles"]?.elements)
        #expect(profiles.map { $0["id"]?.string } == ["walking", "wheelchair", "bicycle"])
        #expect(profiles.first?["network"]?["kilometres"]?.double == 2)
        #expect(profiles.first?["network"]?["components"]?.double == 1)
        #expect(record["travel"]?["snapping_metres"]?.double == 100)
    }

    @Test func catchmentsHoldWhoReachesAPlaceInTime() throws {
        var town = TravelRunTests.town()
        town.more = "report:\n  places_confirmed_on: \"2024-11-30\"\n"
        let (folder, _) = try run(town)
        let layer = try GeoJSONReader.read(path: folder + "/internal/catchments.geojson").layer
        let categories = try #require(layer.column(named: "category"))
        let minutes = try #require(layer.column(named: "minutes"))
        let areas = try #require(layer.column(named: "area_m2"))
        let library = (0..<layer.count).filter { categories.string(at: $0) == "library" }
        #expect(library.compactMap { minutes.double(at: $0) } == [5, 10, 15])
        let sizes = library.compactMap { areas.double(at: $0) }
        #expect(sizes.count == 3 && sizes[0] < sizes[1] && sizes[1] < sizes[2])
        // The shop is reached by nobody and has no land around it.
        #expect(!(0..<layer.count).contains { categories.string(at: $0) == "shop" })
    }

    @Test func mapsShowTheCatchmentsOfTheTargetThatMayBeShown() throws {
        var town = TravelRunTests.town()
        town.places.append(TinyTown.place("T", "Treff", "community_centre", (600, 1550)))
        let (folder, _) = try run(town)
        func page(_ edition: String) throws -> String {
            try String(contentsOf: URL(filePath: folder + "/\(edition)/report/index.html"), encoding: .utf8)
        }
        #expect(try page("internal").contains("Karte: Von wo ein Treffpunkt zu Fuß erreichbar ist"))
        #expect(try page("draft").contains("Karte: Von wo ein Alltagsort zu Fuß erreichbar ist"))
        #expect(!(try page("draft")).contains("Von wo ein Treffpunkt"))
    }

    @Test func stopsWithoutARecordHaveNoFile() throws {
        let (folder, _) = try run(TravelRunTests.town())
        #expect(!FileManager.default.fileExists(atPath: folder + "/internal/stops.csv"))
        var town = TravelRunTests.town()
        town.stops = [TinyTown.feature("b", "", "Point", TinyTown.point((1000, 1550)))]
        let (other, _) = try run(town)
        let text = try String(contentsOf: URL(filePath: other + "/internal/stops.csv"), encoding: .utf8)
        // On the common border it belongs to the first quarter; neither name nor departures are recorded.
        #expect(text.split(separator: "\n").last == "b,,,W,inside,,,")
        let page = try String(contentsOf: URL(filePath: other + "/internal/report/index.html"), encoding: .utf8)
        #expect(page.contains("Erfasst ist 1 Haltestelle; Abfahrten sind dort nicht erfasst."))
    }

    @Test func unconfirmedCatchmentsOfMeetingPlacesAreNotPublic() throws {
        var town = TravelRunTests.town()
        town.places.append(TinyTown.place("T", "Treff", "community_centre", (600, 1550)))
        let (folder, _) = try run(town)
        func categories(_ edition: String) throws -> Set<String> {
            let layer = try GeoJSONReader.read(path: folder + "/\(edition)/catchments.geojson").layer
            let column = try #require(layer.column(named: "category"))
            return Set((0..<layer.count).compactMap { column.string(at: $0) })
        }
        let hidden: Set = ["community_centre", "organised_places", "meeting_places"]
        #expect(try categories("internal").isSuperset(of: hidden))
        #expect(try categories("draft").isDisjoint(with: hidden))
        #expect(try categories("draft").contains("library"))
    }

    @Test func aProjectCanAskForStraightLines() throws {
        var town = TravelRunTests.town()
        town.more = "travel:\n  measure: straight_line\n"
        let (folder, summary) = try run(town)
        let rows = try IndicatorRows(folder + "/internal/indicators.csv")
        #expect(rows.rows(["indicator": "nearest_time"]).isEmpty)
        #expect(!rows.rows(["indicator": "nearest_distance"]).isEmpty)
        #expect(try json(folder + "/internal/run.json")["options"]?["measure"]?.string == "straight_line")
        #expect(!FileManager.default.fileExists(atPath: folder + "/internal/catchments.geojson"))
        #expect(!summary.findings.contains { $0.code == .residentsNotConnected })
    }

    @Test func whereNobodyCanWalkTheStraightLineHolds() throws {
        var town = TravelRunTests.town()
        town.streets = [TinyTown.line("s", [(0, 1550), (2000, 1550)], more: #","highway":"motorway""#)]
        let (folder, summary) = try run(town)
        #expect(summary.findings.contains { $0.code == .networkEmpty })
        #expect(
            !(try IndicatorRows(folder + "/internal/indicators.csv")).rows(["indicator": "nearest_distance"]).isEmpty)
    }

    @Test func stopsAreReached() throws {
        var town = TravelRunTests.town()
        town.stops = [
            TinyTown.feature("h1", #","mode":"bus","weekday":1"#, "Point", TinyTown.point((100, 1550))),
            TinyTown.feature("h2", #","mode":"bus""#, "Point", TinyTown.point((900, 1550))),
        ]
        let (folder, _) = try run(town)
        let rows = try IndicatorRows(folder + "/internal/indicators.csv")
        func row(_ parameters: String) throws -> [String: String] {
            try #require(
                rows.rows(["level": "town", "group": "all", "indicator": "stop_share", "parameters": parameters]).first)
        }
        #expect(try row("measure=walking;minutes=10")["value"] == "1")
        // Of p2's stop nobody knows how often it is served: at least a quarter, at most all.
        let hourly = try row("departures=1;measure=walking;minutes=10")
        #expect(hourly["value"] == "0.25" && hourly["lower"] == "0.25" && hourly["upper"] == "1")
    }

    /// The same street, library and a stop as a map of OpenStreetMap, named by three layers.
    @Test func aMapOfOpenStreetMapGivesTheSame() throws {
        let toDegrees = try CoordinateTransform(from: CoordinateReferenceSystem("EPSG:25832"), to: .wgs84)
        func node(_ id: Int, _ at: (Double, Double), _ tags: String = "") throws -> String {
            let place = try #require(
                toDegrees.apply(x: TinyTown.origin.x + at.0, y: TinyTown.origin.y + at.1))
            return "<node id=\"\(id)\" lat=\"\(place.y)\" lon=\"\(place.x)\">\(tags)</node>\n"
        }
        let map =
            "<osm version=\"0.6\">\n" + (try node(1, (0, 1550))) + (try node(2, (2000, 1550)))
            + (try node(3, (450, 1550), #"<tag k="amenity" v="library"/><tag k="name" v="Bücherei"/>"#))
            + (try node(4, (900, 1550), #"<tag k="highway" v="bus_stop"/><tag k="name" v="Markt"/>"#))
            + #"<way id="9"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>"# + "\n</osm>\n"
        try scratch.write(map, to: "town/karte.osm")
        var town = TravelRunTests.town()
        town.streets = []
        town.places = []
        town.moreLayers =
            ["places", "streets", "stops"].map { "  - { kind: \($0), file: \"karte.osm\" }\n" }.joined()
        let (folder, _) = try run(town)
        let rows = try IndicatorRows(folder + "/internal/indicators.csv")
        let time = try rows.value(
            TravelRunTests.library.merging(["indicator": "nearest_time", "parameters": "measure=walking"]) { $1 })
        #expect(abs(time - 7.5) < 0.001)
        let record = try json(folder + "/draft/run.json")
        #expect(record["attribution"]?.elements?.map(\.string) == ["© OpenStreetMap contributors (ODbL)"])
        let inputs = try #require(record["inputs"]?.elements).filter { $0["file"]?.string == "karte.osm" }
        #expect(inputs.map { $0["kind"]?.string } == ["places", "streets", "stops"])
        #expect(Set(inputs.compactMap { $0["sha256"]?.string }).count == 1)
        #expect(inputs.allSatisfy { $0["sha256"]?.string?.count == 64 })
        let sources = try json(folder + "/draft/datapackage.json")["sources"]?.elements
        #expect(sources?.first?["attribution"]?.string == "© OpenStreetMap contributors (ODbL)")
        let report = try String(contentsOf: URL(filePath: folder + "/draft/report/index.html"), encoding: .utf8)
        // On the pages in the language of the page.
        #expect(report.contains("© OpenStreetMap-Mitwirkende (ODbL)"))
    }
}
