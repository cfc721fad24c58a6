import Formats
import Testing

@testable import Workloads

@Suite struct WorkloadTests {
    @Test(
        .enabled(if: BenchmarkData.isThere, Comment(rawValue: BenchmarkData.howToMakeIt)),
        arguments: Workload.allCases.filter { ![.streetWalk, .census, .disclosure].contains($0) })
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

    /// The whole of W12 takes too long without optimisation: a smaller town tells how both methods stand to each other.
    @Test func protectsATownOverYears() throws {
        var recorder = WorkloadRecorder()
        try DisclosureWorkload.run(quarters: 8, groups: 3, years: 3, &recorder)
        let result = recorder.finish(.disclosure)
        #expect(result.phases.map(\.name) == ["make", "linear publish", "greedy publish"])
        func numbers(_ method: String, _ name: String) throws -> [Double] {
            try #require(result.oracle[method]?[name]?.elements).compactMap { $0.double }
        }
        for (method, years) in [("linear", 3), ("greedy", 2)] {
            #expect(try numbers(method, "not protected") == Array(repeating: 0, count: years))
            let (hidden, values) = (try numbers(method, "hidden"), try numbers(method, "values"))
            #expect(zip(hidden, values).allSatisfy { $0 > 0 && $0 < $1 })
            #expect(zip(try numbers(method, "not below"), try numbers(method, "loss")).allSatisfy(<=))
        }
        #expect(zip(try numbers("linear", "loss"), try numbers("greedy", "loss")).allSatisfy(<=))
        #expect(Array(try numbers("linear", "values").prefix(2)) == (try numbers("greedy", "values")))
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
