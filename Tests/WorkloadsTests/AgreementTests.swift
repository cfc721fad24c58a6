import Features
import Foundation
import Pipeline
import Planar
import Testing
import Travel

@testable import Workloads

/// A whole run on the benchmark's data finds what the workloads find.
@Suite(.enabled(if: BenchmarkData.isThere, Comment(rawValue: BenchmarkData.howToMakeIt)))
struct AgreementTests {
    /// The people whom both count, as columns of the addresses and as the table of W3 has them.
    private static let groups = [("all", "pop", 1), ("foreign", "foreign", 2), ("under18", "u18", 3)]

    @Test func runAndWorkloadsAgree() throws {
        let indicators = try IndicatorRows(ofRunOn: BenchmarkData.folder)
        let region = try Region(folder: BenchmarkData.folder)
        let quarters = try region.areas("quarters").geometries
        let addresses = try region.points("addresses")
        let (places, categories) = try region.places()
        let locator = PolygonLocator(quarters)

        // W3: residents and places.
        var table = [Int64](repeating: 0, count: quarters.count * AssignmentWorkload.columns)
        try AssignmentWorkload.countResidents(addresses, in: quarters, locator, &table)
        AssignmentWorkload.countPlaces(places, categories, in: quarters, locator, &table)
        for quarter in quarters.indices {
            let row = table[quarter * AssignmentWorkload.columns..<(quarter + 1) * AssignmentWorkload.columns]
            for (group, _, column) in Self.groups {
                #expect(
                    indicators.value("residents", area: quarter, group: group) == Double(row[row.startIndex + column]))
            }
            for (category, name) in Region.categories.enumerated() {
                let count = row[row.startIndex + AssignmentWorkload.firstCategory + category]
                #expect(indicators.value("place_count", area: quarter, category: name) == Double(count))
            }
        }

        // W4: residents with a place in reach, and the mean number of places in reach.
        let reach = StraightLine().reach(
            originXs: addresses.xs, originYs: addresses.ys, query: try ReachWorkload.query(places, categories))
        let owners = locator.locate(xs: addresses.xs, ys: addresses.ys)
        let inhabitants = quarters.indices.map { quarter in owners.indices.filter { owners[$0] == Int32(quarter) } }
        for (group, column, _) in Self.groups {
            let people = try addresses.layer.wholeNumbers(column)
            for (category, name) in Region.categories.enumerated() {
                for (limit, metres) in ReachWorkload.limits.enumerated() {
                    let counts = Array(reach.counts(category: category, limit: limit))
                    for quarter in quarters.indices {
                        let here = inhabitants[quarter]
                        let all = here.reduce(0) { $0 + people[$1] }
                        let covered = here.reduce(0) { $0 + (counts[$1] > 0 ? people[$1] : 0) }
                        let within = here.reduce(0) { $0 + Int(counts[$1]) * people[$1] }
                        let share = indicators.value(
                            "coverage_share", area: quarter, group: group, category: name, metres: Int(metres))
                        let mean = indicators.value(
                            "places_within", area: quarter, group: group, category: name, metres: Int(metres))
                        // The table has six decimals.
                        #expect(abs((share ?? -1) - Double(covered) / Double(all)) <= 0.5e-6)
                        #expect(abs((mean ?? -1) - Double(within) / Double(all)) <= 0.5e-6)
                    }
                }
            }
        }
    }
}

/// The values of `indicators.csv` for quarters, found by what they are about.
private struct IndicatorRows {
    private var values: [String: Double] = [:]

    /// Runs Quartier on a project over the benchmark's files, in a folder that is removed again.
    init(ofRunOn data: String) throws {
        let files = FileManager.default
        let folder = files.temporaryDirectory.appendingPathComponent("quartier-agreement-\(UUID().uuidString)")
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? files.removeItem(at: folder) }
        for name in ["quarters", "focus", "places", "addresses"] {
            try files.copyItem(atPath: "\(data)/\(name).geojson", toPath: "\(folder.path)/\(name).geojson")
        }
        let project = folder.appendingPathComponent("quartier.yaml")
        try Self.project.write(to: project, atomically: true, encoding: .utf8)
        _ = try Run.run(project: project.path, options: RunOptions(output: folder.path + "/output"))
        let sheet = try String(
            contentsOf: folder.appendingPathComponent("output/internal/indicators.csv"), encoding: .utf8)
        try read(sheet)
    }

    private mutating func read(_ sheet: String) throws {
        let lines = sheet.split(whereSeparator: \.isNewline)
        let header = try #require(lines.first).split(separator: ",").map(String.init)
        func column(_ name: String) throws -> Int { try #require(header.firstIndex(of: name)) }
        let wanted = try ["indicator", "area_id", "group", "category", "parameters"].map(column)
        let (level, value) = (try column("level"), try column("value"))
        for line in lines.dropFirst() {
            // None of the names in this project needs quotes.
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard cells[level] == "quarter" else { continue }
            values[wanted.map { cells[$0] }.joined(separator: "|")] = Double(cells[value])
        }
    }

    /// The value of an indicator for the quarter of that `qid`; nil where there is none.
    func value(_ indicator: String, area: Int, group: String = "", category: String = "", metres: Int? = nil) -> Double?
    {
        let parameters = metres.map { "measure=straight_line;metres=\($0)" } ?? ""
        return values["\(indicator)|\(area)|\(group)|\(category)|\(parameters)"]
    }

    private static var project: String {
        """
        version: 1
        town: { name: "Benchmark", crs: "EPSG:25832" }
        period: "2024"
        language: en
        layers:
          - { kind: quarters, file: "quarters.geojson", columns: { id: qid, name: qid } }
          - { kind: focus_areas, file: "focus.geojson", columns: { id: fid } }
          - { kind: places, file: "places.geojson", columns: { id: pid, category: category } }
          - { kind: population, file: "addresses.geojson", columns: { id: aid } }
        groups:
          - { id: "all", column: "pop", name: { en: "All" } }
          - { id: "foreign", column: "foreign", name: { en: "Foreign" } }
          - { id: "under18", column: "u18", name: { en: "Under 18" } }
        categories:
        \(Region.categories.map {
            "  - { id: \"\($0)\", name: { en: \"\($0)\", de: \"\($0)\" }, kind: service, encounter: everyday }"
        }.joined(separator: "\n"))
        thresholds: { distances: [500, 1000] }

        """
    }
}
