import Formats
import Foundation
import TestSupport
import Testing

/// `quartier network`, as a user runs it.
@Suite struct NetworkCommandTests {
    private let scratch: Scratch
    private let streets: String

    init() throws {
        scratch = try Scratch()
        streets = try scratch.write(
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"highway":"residential","#
                + #""oneway":"yes"},"geometry":{"type":"LineString","coordinates":[[9,54],[9.01,54]]}}]}"#,
            to: "streets.geojson")
    }

    @Test func theNetworkIsDescribed() throws {
        let result = try Command.run(["network", streets, "--language", "de"])
        #expect(result.code == 0 && result.output.contains("2 Knoten, 1 Kante"))
        let cycling = try Command.run(["network", streets, "--profile", "bicycle", "--output-format", "json"]).json()
        #expect(cycling["profile"] == .string("bicycle") && cycling["one_way_metres"] == cycling["metres"])
    }

    @Test func theFileIsWrittenOnceAndReplacedOnRequest() throws {
        let output = scratch.path("network.geojson")
        #expect(try Command.run(["network", streets, "--output", output]).code == 0)
        let first = try Data(contentsOf: URL(filePath: output))
        #expect(try Command.run(["network", streets, "-o", output]).code == 73)
        #expect(try Command.run(["network", streets, "-o", output, "--overwrite", "--quiet"]).error.isEmpty)
        #expect(try Data(contentsOf: URL(filePath: output)) == first)
        let printed = try Command.run(["network", streets, "--output", "-"])
        #expect(Data(printed.output.utf8) == first)
    }

    /// 0.01° of longitude at 54° north are 656 m: 590 s at 4 km/h. What lies 1 km from the street is not connected, and
    /// nobody gets against the one-way street.
    @Test func timesBetweenPairs() throws {
        let lines = ["[9,54],[9.01,54]", "[9.01,54],[9,54]", "[9,54.009],[9.01,54]"].map {
            #"{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[\#($0)]}}"#
        }
        let pairs = try scratch.write(
            #"{"type":"FeatureCollection","features":[\#(lines.joined(separator: ","))]}"#, to: "pairs.geojson")
        let walking = try Command.run(["network", streets, "--pairs", pairs])
        #expect(walking.code == 0)
        let rows = walking.output.split(whereSeparator: \.isNewline).map { $0.split(separator: ",") }
        #expect(rows.count == 4 && rows[0] == ["pair", "seconds", "status"])
        #expect(rows[1] == ["0", rows[2][1], "reached"] && rows[2][0] == "1")
        let seconds = try #require(Double(rows[1][1]))
        #expect(abs(seconds - 590) < 2)
        #expect(rows[3] == ["2", "not_connected"])
        let cycling = try Command.run(["network", streets, "--pairs", pairs, "--profile", "bicycle"]).output
        #expect(cycling.contains("\n1,,not_reachable"))
        let places = try scratch.write(
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"#
                + #""geometry":{"type":"Point","coordinates":[9,54]}}]}"#, to: "points.geojson")
        #expect(try Command.run(["network", streets, "--pairs", places]).code == 65)
        #expect(try Command.run(["network", streets, "--pairs", pairs, "-o", "x.geojson"]).code == 64)
    }

    @Test func aBoxLeavesOutWhatLiesBesideIt() throws {
        let inside = try Command.run([
            "network", streets, "--clip", "8.99,53.99,9.005,54.01", "--output-format", "json",
        ])
        #expect(try inside.json()["edges"] == .integer(1))
        let beside = try Command.run(["network", streets, "--clip", "8,53,8.5,53.5", "--output-format", "json"])
        #expect(try beside.json()["edges"] == .integer(0))
    }

    /// The streets of a project are those of all its layers, in the system it names.
    @Test func theStreetsOfAProject() throws {
        let project = Repository.sample("2024/quartier.yaml")
        let whole = try Command.run(["network", project, "--output-format", "json"]).json()
        let file = try Command.run(
            ["network", Repository.sample("2024/strassen.geojson"), "--crs", "EPSG:25832", "--output-format", "json"]
        ).json()
        #expect(whole["reference_system"] == .string("EPSG:25832"))
        for key in ["edges", "nodes", "metres", "components"] { #expect(whole[key] == file[key], "\(key)") }
        #expect(try Command.run(["network", project, "--crs", "EPSG:25833"]).code == 64)
        #expect(try Command.run(["network", project, "--clip", "9,54,10,55"]).code == 64)
        let broken = try scratch.write("version: 1\n", to: "quartier.yml")
        #expect(try Command.run(["network", broken]).code == 65)
    }

    @Test(arguments: [
        ["--profile", "walkin"], ["--clip", "1,2,3"], ["--clip", "1,2,x,4"], ["--clip", "3,0,1,1"],
        ["--output-format", "geojson"],
    ])
    func wrongUsageIs64(_ arguments: [String]) throws {
        let result = try Command.run(["network", streets] + arguments)
        #expect(result.code == 64 && result.output.isEmpty && result.error.contains("Usage:"))
    }

    @Test func whatCannotBeReadHasACodeOfItsOwn() throws {
        #expect(try Command.run(["network", scratch.path("none.osm.pbf")]).code == 2)
        #expect(try Command.run(["network", try scratch.write("no map", to: "x.osm.pbf")]).code == 65)
        #expect(try Command.run(["network", streets, "--crs", "EPSG:4326"]).code == 65)
    }
}
