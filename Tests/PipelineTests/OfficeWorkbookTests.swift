import Disclosure
import Features
import Formats
import Foundation
import Spreadsheets
import TestSupport
import Testing

@testable import Pipeline

/// `tabellen.xlsx` and the descriptions of tables: the same rows and columns as the CSV files of the run.
@Suite struct OfficeWorkbookTests {
    private func text(_ name: String) throws -> String {
        try String(contentsOf: URL(filePath: try SampleRuns.folder("2024") + "/" + name), encoding: .utf8)
    }

    @Test func sheetsSayWhatTheCSVSays() throws {
        let path = try SampleRuns.folder("2024") + "/internal/tabellen.xlsx"
        #expect(try XLSXReader.sheets(path: path).map(\.name) == ["Indikatoren", "Quartiere", "Angebote", "Spalten"])
        let sheet = try XLSXReader.read(path: path, sheet: "Indikatoren").layer
        let table = try CSVReader.read(path: try SampleRuns.folder("2024") + "/internal/indicators.csv").layer
        #expect(sheet.count == table.count)
        #expect(sheet.columns.map(\.name) == table.columns.map(\.name))
        let (values, texts) = (try #require(table.column(named: "value")), try #require(sheet.column(named: "value")))
        var words: Set<String> = []
        for row in 0..<table.count {
            if let number = values.double(at: row) {
                #expect(texts.string(at: row).flatMap(Double.init) == number, "\(row)")
            } else {
                words.insert(texts.string(at: row) ?? "")
            }
        }
        // What is not there is said in words, never with an empty cell or a number.
        #expect(
            words.isSubset(of: ["nicht erfasst", "hier nicht erreichbar", "hier nicht sinnvoll", "nicht beurteilbar"]))
        #expect(!words.isEmpty)
        // A key keeps its zero.
        let areas = try #require(sheet.column(named: "area_id"))
        #expect((0..<sheet.count).contains { areas.string(at: $0) == "01999000" })
    }

    /// The public workbook has the rows of the public table; where a value is hidden it says so, and has no number beside.
    @Test func thePublicWorkbookShowsWhatIsHiddenAsSuch() throws {
        let folder = try SampleRuns.folder("2024") + "/draft"
        let sheet = try XLSXReader.read(path: folder + "/tabellen.xlsx", sheet: "Indikatoren").layer
        let table = try CSVReader.read(path: folder + "/indicators.csv").layer
        #expect(sheet.count == table.count)
        func text(_ layer: Layer, _ name: String, _ row: Int) throws -> String {
            try #require(layer.column(named: name)).string(at: row) ?? ""
        }
        var hidden = 0
        for row in 0..<table.count where try text(table, "status", row) == "suppressed" {
            hidden += 1
            #expect(try text(sheet, "value", row) == "geschützt")
            for column in ["lower", "upper", "n", "band_lower", "band_upper", "not_recorded"] {
                #expect(try text(sheet, column, row).isEmpty, "\(column) \(row)")
            }
        }
        #expect(hidden > 0)
        let quarters = try XLSXReader.read(path: folder + "/tabellen.xlsx", sheet: "Quartiere").layer
        for column in quarters.columns.map(\.name) where column.hasSuffix("_status") {
            for row in 0..<quarters.count where try text(quarters, column, row) == "suppressed" {
                #expect(try text(quarters, String(column.dropLast(7)), row) == "geschützt")
            }
        }
        // Offers have no columns that are for the town hall.
        let offers = try XLSXReader.read(path: folder + "/tabellen.xlsx", sheet: "Angebote").layer
        #expect(offers.columns.map(\.name) == OfferSheet.columns(.public).map(\.name))
    }

    @Test func offersHaveDaysAndTheDictionaryHasEveryColumn() throws {
        let folder = try SampleRuns.folder("2024") + "/internal"
        let sheet = try XLSXReader.read(path: folder + "/tabellen.xlsx", sheet: "Angebote").layer
        let table = try CSVReader.read(path: folder + "/offers.csv").layer
        #expect(sheet.columns.map(\.name) == table.columns.map(\.name))
        for name in ["id", "name", "funded_until", "date"] {
            let (left, right) = (try #require(sheet.column(named: name)), try #require(table.column(named: name)))
            for row in 0..<table.count { #expect(left.string(at: row) == right.string(at: row), "\(name) \(row)") }
        }
        let dictionary = try XLSXReader.read(path: folder + "/tabellen.xlsx", sheet: "Spalten").layer
        #expect(dictionary.count == IndicatorSheet.columns.count + OfferSheet.columns(.internal).count)
    }

    /// Both descriptions of a table name the columns of its file, in their order.
    @Test(arguments: [
        "indicators.csv", "indicators-excel-de.csv", "offers.csv", "stops.csv", "room-slots.csv", "participation.csv",
        "notes.csv",
    ])
    func descriptionsAgree(_ file: String) throws {
        for edition in ["internal", "draft"] {
            let metadata = try JSONValue(parsing: try text("\(edition)/\(file)-metadata.json"))
            let resources = try JSONValue(parsing: try text("\(edition)/datapackage.json"))["resources"]?.elements
            let resource = try #require(resources?.first { $0["path"]?.string == file })
            let columns = try #require(metadata["tableSchema"]?["columns"]?.elements)
            let fields = try #require(resource["schema"]?["fields"]?.elements)
            #expect(metadata["url"]?.string == file)
            #expect(columns.compactMap { $0["name"]?.string } == fields.compactMap { $0["name"]?.string })
            #expect(
                columns.compactMap { $0["dc:description"]?.string } == fields.compactMap { $0["description"]?.string })
            let delimiter = try #require(metadata["dialect"]?["delimiter"]?.string)
            let header = try text("\(edition)/\(file)").split(whereSeparator: \.isNewline).first ?? ""
            let names = header.drop { $0 == "\u{FEFF}" }.split(separator: Character(delimiter))
            #expect(names.map(String.init) == columns.compactMap { $0["name"]?.string })
        }
    }
}
