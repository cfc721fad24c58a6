import Features
import Formats
import Foundation
import Indicators
import Parallel
import Pipeline
import TestSupport
import Testing
import Wording

/// Runs of the sample town, made once for all tests.
enum SampleRuns {
    static let years = ["2022", "2023", "2024"]

    private static let scratch: Result<Scratch, any Error> = Result { try Scratch() }
    /// One run for each year, and one more for the last, all side by side.
    private static let folders: [String: String] = {
        guard let scratch = try? scratch.get() else { return [:] }
        atexit {
            if let scratch = try? SampleRuns.scratch.get() { try? FileManager.default.removeItem(at: scratch.folder) }
        }
        let names = years + ["again"]
        let outputs = parallelMap(names.count) { number in
            let year = number < years.count ? years[number] : "2024"
            return try? Run.run(
                project: Repository.sample("\(year)/quartier.yaml"),
                options: RunOptions(output: scratch.path(names[number]))
            ).output
        }
        return Dictionary(
            uniqueKeysWithValues: zip(names, outputs).compactMap { name, output in output.map { (name, $0) } })
    }()
    private static let tables = folders.filter { years.contains($0.key) }.mapValues { folder in
        Result { try IndicatorRows(folder + "/internal/indicators.csv") }
    }

    /// The output folder of a year.
    static func folder(_ year: String) throws -> String { try #require(folders[year]) }

    /// The output folder of a second run of 2024.
    static func folderOfSecondRun() throws -> String { try #require(folders["again"]) }

    /// The internal indicators of a year.
    static func indicators(_ year: String) throws -> IndicatorRows {
        try #require(tables[year]).get()
    }
}

/// The sample town over three years: what its README tells must be visible in the numbers.
@Suite struct SampleTownTests {
    @Test(arguments: SampleRuns.years) func checkIsClean(_ year: String) {
        let report = CheckReport.make(project: Repository.sample("\(year)/quartier.yaml"))
        #expect(report.exitCode() == 0)
        #expect(report.count(.error) == 0)
        #expect(report.count(.warning) == 0)
        #expect(report.language == .german)
        let codes = Set(report.findings.map(\.code))
        #expect(
            codes
                == Set([
                    .placeNearBorder, .quarterWithoutResidents, .quarterInParts, .cellsCut, .sensitivePlace,
                    .networkComponents, .streetsDropped, .fundingNotRecorded,
                ])
                .union(year == "2022" ? [.understandingEmpty] : []))
    }

    @Test func remarksOf2024AreThoseOfItsReadme() throws {
        let report = CheckReport.make(project: Repository.sample("2024/quartier.yaml"))
        let near = try #require(report.findings.first { $0.code == .placeNearBorder })
        #expect(near.location?.featureID == "P179")
        #expect(report.findings.filter { $0.code == .sensitivePlace }.count == 2)
        #expect(report.findings.first { $0.code == .cellsCut }?.arguments["count"] == "69")
        #expect(report.findings.first { $0.code == .quarterWithoutResidents }?.location?.featureID == "05")
        #expect(report.findings.first { $0.code == .quarterInParts }?.location?.featureID == "09")
    }

    @Test(arguments: zip(SampleRuns.years, [23_450.0, 23_850, 24_000]))
    func residentsOfTheTown(_ year: String, _ residents: Double) throws {
        let rows = try SampleRuns.indicators(year)
        #expect(try rows.residents("town", "01999000") == residents)
        let row = try rows.row(["level": "town", "indicator": "residents", "group": "all"])
        #expect(row["status"] == "valid")
    }

    @Test(arguments: SampleRuns.years) func quartersAddUpToTheTown(_ year: String) throws {
        let rows = try SampleRuns.indicators(year)
        for group in ["all", "foreign", "under18", "aged65"] {
            let quarters = rows.rows(["level": "quarter", "indicator": "residents", "group": group])
            #expect(quarters.count == 9)
            let sum = quarters.compactMap { $0["value"].flatMap(Double.init) }.reduce(0, +)
            // Each of nine values is written with six decimals.
            #expect(abs(sum - (try rows.residents("town", "01999000", group: group))) <= 9 * 0.5e-6)
        }
        for row in rows.rows(["level": "town", "indicator": "place_count", "status": "valid"]) {
            let category = try #require(row["category"])
            let sum = rows.rows(["level": "quarter", "indicator": "place_count", "category": category])
                .compactMap { $0["value"].flatMap(Double.init) }.reduce(0, +)
            #expect(row["value"].flatMap(Double.init) == sum, "\(category)")
        }
    }

    @Test func causesOfChangeAreVisible() throws {
        let years = try SampleRuns.years.map(SampleRuns.indicators)
        func change(_ from: Int, _ area: String, group: String = "all") throws -> Double {
            try years[from + 1].residents("quarter", area, group: group)
                - years[from].residents("quarter", area, group: group)
        }
        // 400 new residents in Sonnenfeld; a few cells lie across its border.
        #expect(abs(try change(0, "04") - 400) < 2)
        #expect(abs(try change(0, "07")) < 1e-5)
        // 150 people move to Bahnhofsviertel, all of them foreign citizens.
        #expect(abs(try change(1, "02") - 150) < 5)
        #expect(abs(try change(1, "02", group: "foreign") - 150) < 5)
        // The corrected border takes about 140 residents from Am Fluss to Lerchenfeld.
        #expect(abs(try change(1, "06") + 140) < 10)
        #expect(abs(try change(1, "07") - 140) < 10)

        func places(_ area: String, _ category: String) throws -> [Double] {
            try years.map { try $0.places("quarter", area, category) }
        }
        #expect(try places("02", "counselling") == [3, 3, 2])
        #expect(try places("04", "kindergarten") == [1, 1, 2])
        // In 2022 nobody had recorded a language café: that is not zero.
        #expect(Set(years[0].rows(["category": "language_cafe", "area_id": "07"]).map { $0["status"] }) == ["no_data"])
        #expect(try years[1].places("quarter", "07", "language_cafe") == 1)
        #expect(try years[1].places("quarter", "06", "language_cafe") == 0)
    }

    @Test func theCorrectedBorderMoves149Hectares() throws {
        func areas(_ year: String) throws -> [String: Double] {
            let text = try Data(contentsOf: URL(filePath: try SampleRuns.folder(year) + "/internal/quarters.geojson"))
            let map = try JSONValue(parsing: String(decoding: text, as: UTF8.self))
            return Dictionary(
                uniqueKeysWithValues: (map["features"]?.elements ?? []).compactMap { feature in
                    guard let id = feature["properties"]?["id"]?.string,
                        let area = feature["properties"]?["area_m2"]?.double
                    else { return nil }
                    return (id, area)
                })
        }
        let (before, after) = (try areas("2023"), try areas("2024"))
        #expect(before.count == 9)
        for (id, area) in before {
            let change = try #require(after[id]) - area
            switch id {
            case "06": #expect(abs(change + 149_000) < 500)
            case "07": #expect(abs(change - 149_000) < 500)
            default: #expect(abs(change) <= 0.2)
            }
        }
    }

    @Test func aQuarterWithoutResidentsIsNotApplicable() throws {
        let rows = try SampleRuns.indicators("2024").rows(["level": "quarter", "area_id": "05"])
        let ofPeople = rows.filter {
            $0["group"] != "" && $0["indicator"] != "residents" && $0["category"] != "womens_centre"
                && $0["indicator"] != "stop_share"
        }
        #expect(ofPeople.count > 100)
        for row in ofPeople {
            #expect(row["status"] == "not_applicable")
            #expect(row["value"] == "")
        }
        #expect(rows.filter { $0["indicator"] == "residents" }.allSatisfy { $0["value"] == "0" })
    }

    @Test func aCategoryThatNobodyRecordedIsNotZero() throws {
        let rows = try SampleRuns.indicators("2024").rows(["category": "womens_centre"])
        #expect(rows.count > 100)
        for row in rows where row["area_id"] != "05" {
            #expect(row["status"] == "no_data")
            #expect(row["value"] == "")
        }
        let report = try String(
            contentsOf: URL(filePath: try SampleRuns.folder("2024") + "/internal/report/index.html"), encoding: .utf8)
        #expect(report.contains("Frauentreff"))
    }

    @Test func statusesAndUnitsAreFromTheirClosedLists() throws {
        let statuses: Set = [
            "valid", "estimated", "no_data", "suppressed", "unreliable", "not_connected", "not_reachable",
            "not_applicable", "cannot_tell",
        ]
        let rows = try SampleRuns.indicators("2024")
        for row in rows.rows {
            #expect(statuses.contains(row["status"] ?? ""))
            let hasValue = row["value"] != ""
            #expect(hasValue == ["valid", "estimated", "unreliable"].contains(row["status"] ?? ""), "\(row)")
        }
        // The town has streets, so that no distance in a straight line is told.
        let usual = IndicatorCatalogue.all.map(\.descriptor).filter { $0.isDefault }.map(\.id)
        #expect(Set(rows.rows.compactMap { $0["indicator"] }) == Set(usual).subtracting(["nearest_distance"]))
    }

    @Test func keysOfValuesAreUniqueAndParametersCanonical() throws {
        let rows = try SampleRuns.indicators("2024").rows
        let keys = rows.map { row in
            ["period", "level", "area_id", "group", "category", "indicator", "parameters"].map { row[$0] ?? "" }
        }
        // Other areas of several layers share a level; within it ids are unique here.
        #expect(Set(keys).count == rows.count)
        for parameters in Set(rows.compactMap { $0["parameters"] }) where !parameters.isEmpty {
            let names = parameters.split(separator: ";").map { String($0.prefix { $0 != "=" }) }
            #expect(names == names.sorted())
        }
    }

    @Test func twoRunsGiveTheSameBytes() throws {
        let (first, second) = (
            try contents(of: try SampleRuns.folder("2024")), try contents(of: try SampleRuns.folderOfSecondRun())
        )
        #expect(!first.isEmpty)
        #expect(first.keys.sorted() == second.keys.sorted())
        #expect(first.filter { second[$0.key] != $0.value }.keys.sorted() == [])
    }
}
