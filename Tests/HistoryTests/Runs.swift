import Features
import Foundation
import History
import Testing

/// A folder that goes with the test.
final class Folder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "history-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var store: String { path + "/verlauf.sqlite" }
}

/// A run of a small town: the share of residents who reach a kind of place, and how many there are.
func makeRun(
    _ period: String, recordedAt: Int = 1_000, version: Int = 1, quarters: Int = 3, shift: Double = 0,
    groups: [String] = ["all", "foreign"], places: [HistoryRun.Place] = []
) -> HistoryRun {
    var figures: [HistoryRun.Figure] = []
    for quarter in 0..<quarters {
        for (index, group) in groups.enumerated() {
            let area = HistoryRun.Area(level: "quarter", id: "q\(quarter)", name: "Viertel \(quarter)")
            let share = HistoryRun.Measure(
                indicator: "coverage_share", methodVersion: version, parameters: "minutes=15", unit: "share",
                group: group, category: "library")
            figures.append(
                .init(
                    area: area, measure: share, status: "valid", value: 0.25 + Double(quarter) / 10 + shift,
                    lower: 0.2, upper: 0.9, n: 120))
            figures.append(
                .init(
                    area: area, measure: .init(indicator: "residents", methodVersion: 1, unit: "persons", group: group),
                    status: index == 0 ? "valid" : "suppressed", value: index == 0 ? 120 : nil))
        }
    }
    return HistoryRun(
        period: period, recordedAt: recordedAt, town: "Musterstadt", projectChecksum: String(repeating: "a", count: 64),
        versions: ["quartier": "0.6.0", "geos": "3.11.1"],
        inputs: [.init(file: "quarters.geojson", kind: "quarters", bytes: 12, sha256: "ff", count: 3)],
        figures: figures, places: places)
}

func makePlace(
    _ id: String, name: String = "Bücherei", x: Double = 1, y: Double = 2, details: [String: String] = [:]
) -> HistoryRun.Place {
    HistoryRun.Place(id: id, name: name, category: "library", x: x, y: y, details: details)
}

/// The figures and places sorted, so that two runs can be compared.
func sorted(_ run: HistoryRun) -> HistoryRun {
    var run = run
    run.figures.sort {
        ($0.area.id, $0.measure.indicator, $0.measure.group) < ($1.area.id, $1.measure.indicator, $1.measure.group)
    }
    run.places.sort { $0.id < $1.id }
    return run
}

/// The code and kind of what a closure throws.
func failure(_ body: () throws -> Void) -> (code: DiagnosticCode?, kind: Failure.Kind?) {
    do {
        try body()
        return (nil, nil)
    } catch {
        let failure = error as? Failure
        return (failure?.diagnostics.first?.code, failure?.kind)
    }
}
