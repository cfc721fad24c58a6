import Formats
import TestSupport
import Testing

@testable import Audit

/// What columns of maps and members of JSON say about counts of people.
@Suite("Counts in records and in JSON") struct RecordReadingTests {
    private func row(_ id: String, _ name: String, level: String = "quarter", group: String = "all") -> PublishedRow {
        PublishedRow(
            cell: AuditCell(
                period: "2024", level: level, area: id, areaName: name, group: group, indicator: "residents"),
            unit: "persons", status: "valid", value: "100", others: [:], file: "f.csv", line: nil)
    }

    private var gazetteer: Gazetteer {
        Gazetteer([
            row("T", "Musterstadt", level: "town"), row("01", "Nord"), row("02", "Süd"),
            row("S1", "Am Bahnhof", level: "focus_area"), row("01", "Nord", group: "foreign"),
        ])
    }

    private func records(_ text: String, _ name: String = "quarters.csv") throws -> Readings {
        let scratch = try Scratch()
        var readings = Readings(period: "2024", gazetteer: gazetteer)
        for table in FileContent(reading: try scratch.write(text, to: name)).tables { readings.read(records: table) }
        return readings
    }

    private func words(_ readings: [Reading]) -> [String] {
        readings.map {
            "\($0.cell.level) \($0.cell.area) \($0.cell.group) \($0.cell.indicator) "
                + "\($0.range.lowerBound)...\($0.range.upperBound)"
        }
    }

    @Test("columns of quarters")
    func quarters() throws {
        let found = try records(
            "id,name,residents,residents_foreign,share_foreign,area_m2\n01,Nord,2000,3,0.002,17\n02,Süd,,,,\n")
        #expect(
            words(found.all) == [
                "quarter 01 all residents 2000.0...2000.0", "quarter 01 foreign residents 3.0...3.0",
                "quarter 01 foreign group_share 0.002...0.002",
            ])
        #expect(
            found.all.allSatisfy { $0.line == 2 }
                && found.all.map { $0.place.split(separator: ".").last } == [
                    "residents", "residents_foreign", "share_foreign",
                ])
        #expect(found.hidden.isEmpty && found.belowQuarter.isEmpty)
    }

    @Test("a column of statuses hides")
    func statuses() throws {
        let found = try records(
            "id,name,residents_foreign,residents_foreign_status\n01,Nord,,suppressed\n02,Süd,7,valid\n")
        #expect(found.hidden.map(\.cell.area) == ["01"] && found.hidden.first?.cell.group == "foreign")
        #expect(words(found.all) == ["quarter 02 foreign residents 7.0...7.0"])
    }

    @Test("reach by category and minutes")
    func reach() throws {
        let found = try records("id,name,cafe_within_10min,cafe_within_10min_foreign\n01,Nord,0.5,0.25\n").all
        #expect(found.map(\.cell.indicator) == ["coverage_share", "coverage_share"])
        #expect(
            found.map(\.cell.category) == ["cafe", "cafe"]
                && found.map(\.cell.parameters) == ["minutes=10", "minutes=10"])
        #expect(found.map(\.cell.group) == ["all", "foreign"])
    }

    @Test("a group in a focus area, in a piece or at a place is below the quarter")
    func below() throws {
        let area = try records("layer,area_id,area_name,residents_foreign\nfocus_area,S1,Am Bahnhof,90\n")
        #expect(area.belowQuarter.map(\.cell.area) == ["S1"])
        let piece = try records(
            "layer,area_id,area_name,quarter_id,residents_foreign\nfocus_area,S1,Am Bahnhof,01,40\n")
        #expect(piece.belowQuarter.map(\.cell.level) == ["piece"] && piece.belowQuarter.first?.cell.category == "01")
        let place = try records("id,name,visits_foreign\nP7,Café,12\n")
        #expect(place.belowQuarter.map(\.cell.area) == ["P7"])
        #expect(try records("id,name,residents\nP7,Café,12\n").belowQuarter.isEmpty)
    }

    @Test("what stands in place of a number", arguments: ["NaN", "inf", "-inf", "nan"])
    func misspelt(text: String) throws {
        let found = try records("id,name,residents_foreign\n01,Nord,\(text)\n")
        #expect(found.all.isEmpty && found.misspelt.map(\.cell.area) == ["01"])
    }

    @Test("numbers as people write them", arguments: [("1.234", 1_234.0), ("0,12", 0.12)])
    func written(text: String, number: Double) throws {
        let found = try records("id;name;share_foreign\n01;Nord;\(text)\n").all
        // 1.234 is a number of programs first.
        #expect(found.count == 1 && found.allSatisfy { $0.range.contains(number) || $0.range.contains(1.234) })
    }

    @Test("tables of other things, and empty ones")
    func others() throws {
        #expect(try records("id,name,capacity\n01,Nord,12\n").all.isEmpty)
        #expect(try records("id,name,residents\n").all.isEmpty)
        #expect(try records("residents\n12\n").all.isEmpty)
        #expect(try records("id,name,residents\n99,West,12\n").all.isEmpty)
    }

    // MARK: JSON

    private func json(_ value: JSONValue) -> [String] {
        var readings = Readings(period: "2024", gazetteer: gazetteer)
        readings.read(value, file: "run.json", path: [], names: [])
        return words(readings.all)
    }

    @Test("counts by the names on the way to them")
    func members() {
        #expect(json(["residents": 7]) == ["town T all residents 7.0...7.0"])
        #expect(
            json(["population": ["groups": [["group": "foreign", "area": "01", "residents": 3]]]])
                == ["quarter 01 foreign residents 3.0...3.0"])
        #expect(json(["totals": ["foreign": 12]]) == ["town T foreign residents 12.0...12.0"])
        #expect(json(["counts": ["Nord": ["foreign": 12.5]]]) == ["quarter 01 foreign residents 12.5...12.5"])
    }

    @Test("what is no count of people")
    func noCounts() {
        #expect(json(["version": 7]).isEmpty)
        #expect(json(["disclosure": ["residents": 5]]).isEmpty)
        #expect(json(["inputs": [["residents": 5]], "diagnostics": ["residents": 2]]).isEmpty)
        #expect(json(["residents": "7", "population": .null]).isEmpty)
        #expect(json(["groups": ["nobody": 4]]).isEmpty)
        #expect(json([]).isEmpty)
    }

    @Test("nesting without an end")
    func deep() {
        var value: JSONValue = ["residents": 3]
        for _ in 0..<200 { value = ["a": value] }
        #expect(json(value).isEmpty)
        var shallow: JSONValue = ["residents": 3]
        for _ in 0..<20 { shallow = [shallow] }
        #expect(json(shallow).count == 1)
    }
}
