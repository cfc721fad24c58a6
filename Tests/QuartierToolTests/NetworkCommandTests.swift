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
        #expect(result.code == 0 && result.output.contains("2 Knoten, 1 Kanten"))
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
