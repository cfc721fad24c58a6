import Features
import Formats
import Foundation
import GeoPackage
import TestSupport
import Testing

@testable import Pipeline

/// Tables and maps of the sample town's public edition are searched for the true numbers of what is hidden. Pages are not:
/// among their hundreds of shares of the same people many are equal by chance; the audit reads them.
@Suite("True numbers of hidden figures") struct HiddenNumbersTests {
    private static let labels = [
        ("Menschen mit ausländischer Staatsangehörigkeit", "foreign"), ("People with foreign citizenship", "foreign"),
        ("foreign", "foreign"), ("Unter 18 Jahre", "under18"), ("Under 18", "under18"), ("under18", "under18"),
        ("65 Jahre und älter", "aged65"), ("65 and over", "aged65"), ("aged65", "aged65"),
    ].map { (name: $0.0, id: $0.1) }

    private static func search(_ year: String) throws -> (search: HiddenNumbers, folder: String) {
        let folder = try SampleRuns.folder(year)
        return (
            HiddenNumbers(
                public: try IndicatorRows(folder + "/draft/indicators.csv"),
                inside: try IndicatorRows(folder + "/internal/indicators.csv"), labels: labels), folder + "/draft"
        )
    }

    @Test(arguments: SampleRuns.years) func standInNoMapAndNoTable(_ year: String) throws {
        let (search, folder) = try Self.search(year)
        #expect(search.hidden.values.reduce(0) { $0 + $1.count } > 100)
        var count = 0
        let package = folder + "/quartier.gpkg"
        for name in ["quarters", "overlay", "catchments"] {
            let layers = [
                try GeoJSONReader.read(path: folder + "/\(name).geojson").layer,
                try GeoPackageReader.read(path: package, layer: name).layer,
            ]
            for layer in layers {
                let printed = search.records(layer, file: name)
                count += printed.count
                #expect(search.leaks(printed).isEmpty, "\(search.leaks(printed).prefix(3))")
            }
        }
        #expect(count > 200)
    }

    @Test(arguments: SampleRuns.years) func standInNoTableOfIndicators(_ year: String) throws {
        let folder = try SampleRuns.folder(year) + "/draft/"
        for name in ["indicators.csv", "indicators-excel-de.csv"] {
            let layer = try CSVReader.read(path: folder + name).layer
            let status = try #require(layer.columns.first { $0.name == "status" || $0.name == "Status" }, "\(name)")
            let numbers = ["value", "lower", "upper", "n", "band_lower", "band_upper", "not_recorded"]
            let columns = numbers.compactMap { layer.column(named: $0) }
            #expect(columns.count == numbers.count, "\(name): \(layer.columns.map(\.name))")
            let hidden = (0..<layer.count).filter { status.string(at: $0) == "suppressed" }
            #expect(hidden.count > 100)
            for row in hidden {
                #expect(columns.allSatisfy { ($0.string(at: row) ?? "").isEmpty && $0.double(at: row) == nil })
            }
        }
    }

    /// Each way of reading finds a number that is put in the place of a hidden one.
    @Test func aPlantedNumberIsFound() throws {
        let (search, _) = try Self.search("2024")
        // A hidden share of a quarter that no shown share of the same people equals, so that it stands out.
        var found: [String: Int] = [:]
        for (context, secrets) in search.hidden {
            let parts = context.split(separator: "|").map(String.init)
            guard parts.count == 2 else { continue }
            for secret in secrets {
                let printed = (secret.truth * 1_000).rounded() / 1_000
                let map = HiddenNumbers.Printed(area: parts[0], group: parts[1], number: printed, place: "map")
                if !search.leaks([map]).isEmpty { found["map", default: 0] += 1 }
            }
        }
        #expect((found["map"] ?? 0) > 100, "\(found)")
    }
}
