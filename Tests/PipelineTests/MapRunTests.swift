import Features
import Formats
import Foundation
import Pipeline
import TestSupport
import Testing
import Wording

/// From a map of OpenStreetMap to the reports: what `init` drafts, what `check` finds, what `run` writes.
@Suite struct MapRunTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// The drafted project of a town, changed where a test needs it.
    private func project(_ town: MapTown = MapTown(), _ change: (String) -> String = { $0 }) throws -> String {
        let files = try town.write(to: scratch)
        let text = try ProjectDrafting.draft(
            files: files, folder: scratch.folder.path(), period: "2024", language: .german)
        return try scratch.write(change(text), to: "quartier.yaml")
    }

    private func run(_ project: String, to name: String = "out") throws -> (folder: String, summary: RunSummary) {
        let output = scratch.path(name)
        return (output, try Run.run(project: project, options: RunOptions(output: output, overwrite: true)))
    }

    @Test func theDraftIsCheckedWithoutAWarning() throws {
        let report = CheckReport.make(project: try project())
        #expect(report.failure == nil)
        #expect(report.findings.filter { $0.severity > .note }.map { $0.description(.english) } == [])
        #expect(report.findings.filter { $0.code == .sensitiveLeftOut }.first?.arguments["count"] == "1")
        #expect(!report.findings.contains { $0.code == .osmAreaBroken })
    }

    @Test func figuresAreThoseOfTheMap() throws {
        let (folder, _) = try run(try project())
        let rows = try IndicatorRows(folder + "/internal/indicators.csv")
        func value(_ wanted: [String: String]) throws -> Double {
            try rows.value(["level": "quarter", "area_id": "M"].merging(wanted) { $1 })
        }
        #expect(try rows.places("quarter", "M", "school") == 1)
        #expect(try rows.places("quarter", "M", "library") == 1)
        // Home 1 to the library: 22 + 131 + 22 m, 2.6 minutes at 4 km/h. Home 2 has 10 of 40 people; the median is home 1's.
        let nearest = [
            "indicator": "nearest_time", "category": "library", "group": "all", "parameters": "measure=walking",
        ]
        #expect(abs(try value(nearest) - 2.6) < 0.2)
        // The entrance to the street counts, not the middle of the school: 22 + 722 + 56 m = 12 minutes, or 13 from there.
        let school = nearest.merging(["category": "school"]) { $1 }
        #expect(abs(try value(school) - 12) < 0.3)
        let stops = rows.rows(["area_id": "M", "indicator": "stop_share", "group": "all"])
        #expect(!stops.isEmpty)
    }

    @Test func shelterIsNowhereInPublicWhateverIsAsked() throws {
        for asks in [false, true] {
            let path = try project { text in
                asks
                    ? text.replacingOccurrences(
                        of: "  - kind: places  #", with: "  - kind: places\n    sensitive: true  #")
                    : text
            }
            let (folder, summary) = try run(path)
            for (name, bytes) in try contents(of: folder + "/draft") {
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(!text.contains(MapTown.shelter) && !text.contains("n23"), "\(name)")
                #expect(!text.contains("refugee_accommodation"), "\(name)")
            }
            let places = try String(contentsOfFile: folder + "/internal/places.geojson", encoding: .utf8)
            #expect(places.contains(MapTown.shelter) == asks)
            #expect(summary.findings.contains { $0.code == (asks ? .sensitivePlace : .sensitiveLeftOut) })
        }
    }

    @Test func twoRunsGiveTheSameBytesWhateverTheOrderOfTheMap() throws {
        let first = try run(try project(), to: "first").folder
        var second = try run(try project(), to: "second").folder
        #expect(try contents(of: first) == (try contents(of: second)))
        var town = MapTown()
        town.more = MapTown.node(99, 9.3, 54.3, ["amenity": "library", "name": "Weit weg"])
        second = try run(try project(town), to: "third").folder
        let indicators = "/internal/indicators.csv"
        #expect(
            try Data(contentsOf: URL(filePath: first + indicators))
                == Data(contentsOf: URL(filePath: second + indicators)))
    }

    /// Places and streets up to 2 km around the quarters are read, and none beyond.
    @Test func theMapIsReadWithAMargin() throws {
        var town = MapTown()
        // 0.017° and 0.019° of latitude north of the quarter are 1.9 and 2.1 km.
        town.more = MapTown.node(51, 9.01, 54.027, ["amenity": "library", "name": "Nah"])
        town.more += MapTown.node(52, 9.01, 54.029, ["amenity": "library", "name": "Fern"])
        func names(_ project: String) throws -> Set<String> {
            let places = try GeoJSONReader.read(path: try run(project).folder + "/internal/places.geojson").layer
            let column = try #require(places.column(named: "name"))
            return Set((0..<places.count).compactMap { column.string(at: $0) })
        }
        #expect(try names(try project(town)).isSuperset(of: ["Stadtbücherei", "Nah"]))
        #expect(try !names(try project(town)).contains("Fern"))
        let wide = try project(town)
        let text = try String(contentsOfFile: wide, encoding: .utf8)
        let wider = text.replacingOccurrences(of: "  snapping: 100", with: "  margin: 3000\n  snapping: 100")
        #expect(wider != text)
        #expect(try names(try scratch.write(wider, to: "quartier.yaml")).contains("Fern"))
    }
}
