import Foundation
import Formats

/// The benchmark's data of size S, which `Scripts/benchmark/generate.py` makes; it is not part of the repository.
enum BenchmarkData {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The folder with the files: in the folder that BENCH_DATA names, else in bench-data of the repository.
    static let folder: String = {
        let base = ProcessInfo.processInfo.environment["BENCH_DATA"] ?? root.appendingPathComponent("bench-data").path
        return base + "/S"
    }()

    /// Whether the files are there.
    static var isThere: Bool { FileManager.default.fileExists(atPath: folder + "/net.osm.pbf") }

    /// Whether the census file of W11 is there, which another script makes.
    static var isCensusThere: Bool { FileManager.default.fileExists(atPath: folder + "/census.csv") }

    /// What is said where it is not.
    static let howToMakeCensus = """
        NOT TESTED: the benchmark's census file is missing. Make it with \
        Scripts/benchmark/census_file.py --size S --output bench-data/S, or name its folder in BENCH_DATA.
        """

    /// What is said where they are not.
    static let howToMakeIt = """
        NOT TESTED: the benchmark's data is missing. Make it with \
        Scripts/benchmark/generate.py --size S --output bench-data/S, or name its folder in BENCH_DATA.
        """

    /// What every program of the benchmark must find.
    static func expected(_ workload: String) throws -> JSONValue {
        let file = root.appendingPathComponent("Scripts/benchmark/expected/\(workload)_S.json")
        return try JSONValue(parsing: Array(Data(contentsOf: file)))["expected"] ?? .null
    }
}

/// What differs between values, as `Scripts/benchmark/comparison.py` sees it: a number that is expected with a decimal
/// point may differ by a relative 1e-9, everything else must be equal; no member may be missing or unexpected.
func differences(_ expected: JSONValue, _ actual: JSONValue, path: String = "") -> [String] {
    switch (expected, actual) {
    case (.object(let members), .object(let others)):
        let unexpected = Set(others.map(\.key)).subtracting(members.map(\.key)).map { "\(path).\($0): unexpected" }
        return unexpected
            + members.flatMap { member in
                actual[member.key].map { differences(member.value, $0, path: "\(path).\(member.key)") }
                    ?? ["\(path).\(member.key): missing"]
            }
    case (.array(let elements), .array(let others)) where elements.count == others.count:
        return zip(elements, others).enumerated().flatMap { differences($1.0, $1.1, path: "\(path)[\($0)]") }
    case (.number(let one), _):
        guard let other = actual.double, abs(one - other) <= 1e-9 * max(abs(one), abs(other)) else { break }
        return []
    default:
        if expected == actual { return [] }
    }
    return ["\(path): expected \(expected.text()), got \(actual.text())"]
}
