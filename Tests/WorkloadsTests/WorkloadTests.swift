import Formats
import Testing

@testable import Workloads

@Suite struct WorkloadTests {
    @Test(
        .enabled(if: BenchmarkData.isThere, Comment(rawValue: BenchmarkData.howToMakeIt)),
        arguments: Workload.allCases.filter { $0 != .streetWalk && $0 != .census })
    func findsWhatIsExpected(workload: Workload) throws {
        let result = try workload.run(folder: BenchmarkData.folder)
        #expect(differences(try BenchmarkData.expected(workload.rawValue), result.oracle) == [])
        #expect(!result.phases.isEmpty)
        #expect(result.phases.allSatisfy { $0.seconds >= 0 })
    }

    @Test(.enabled(if: BenchmarkData.isCensusThere, Comment(rawValue: BenchmarkData.howToMakeCensus)))
    func clipsTheCensus() throws {
        let result = try Workload.census.run(folder: BenchmarkData.folder)
        #expect(differences(try BenchmarkData.expected("W11"), result.oracle) == [])
        #expect(result.phases.map(\.name) == ["read", "count"])
    }

    @Test func theLineIsOneObject() throws {
        let result = WorkloadResult(
            workload: .overlay, phases: [("load", 0.5), ("overlay", 0.25)], oracle: ["pieces": 26, "area": 1.5])
        #expect(
            result.line(size: "S")
                == #"{"w":"W2","peer":"quartier","size":"S","phases":{"load":0.5,"overlay":0.25},"#
                + #""oracle":{"pieces":26,"area":1.5}}"#)
    }

    @Test func aMissingFolderIsAnError() {
        #expect(throws: (any Error).self) { try Workload.read.run(folder: "/nowhere") }
    }

    @Test func differencesAreFound() {
        let expected: JSONValue = ["n": 3, "area": 2.0, "list": [1, 2], "sha": "a0"]
        #expect(differences(expected, ["n": 3, "area": 2.000000001, "list": [1, 2], "sha": "a0"]) == [])
        #expect(differences(expected, ["n": 3, "area": 2, "list": [1, 2], "sha": "a0"]) == [])
        #expect(differences(expected, ["n": 3.0, "area": 2.0, "list": [1, 2], "sha": "a0"]).count == 1)
        #expect(differences(expected, ["n": 3, "area": 2.00000001, "list": [1, 3], "sha": "a1"]).count == 3)
        #expect(differences(expected, ["n": 3, "list": [1], "sha": "a0", "x": 1]).count == 3)
    }
}
