import Foundation
import TestSupport
import Testing

/// The rows of an `indicators.csv`, as any reader of CSV without quotes sees them.
struct IndicatorRows {
    let header: [String]
    let rows: [[String: String]]

    init(_ path: String) throws {
        let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        let lines = text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        header = try #require(lines.first)
        let names = header
        rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
    }

    /// The rows whose columns hold these texts.
    func rows(_ wanted: [String: String]) -> [[String: String]] {
        rows.filter { row in wanted.allSatisfy { row[$0.key] == $0.value } }
    }

    /// The one row whose columns hold these texts.
    func row(_ wanted: [String: String]) throws -> [String: String] {
        let found = rows(wanted)
        try #require(found.count == 1, "\(wanted): \(found.count) rows")
        return found[0]
    }

    /// The value of the one row whose columns hold these texts.
    func value(_ wanted: [String: String]) throws -> Double {
        try #require(try row(wanted)["value"].flatMap(Double.init))
    }

    /// The residents of an area.
    func residents(_ level: String, _ id: String, group: String = "all") throws -> Double {
        try value(["level": level, "area_id": id, "indicator": "residents", "group": group])
    }

    /// The places recorded in an area.
    func places(_ level: String, _ id: String, _ category: String) throws -> Double {
        try value(["level": level, "area_id": id, "indicator": "place_count", "category": category])
    }
}
