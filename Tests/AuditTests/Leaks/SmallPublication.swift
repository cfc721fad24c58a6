import Foundation
import GRDB
import TestSupport

/// A well-protected publication of an invented town in memory: six quarters, people with foreign citizenship, one focus
/// area. Of that group West (3 people) and Ost (77) are hidden. Tests plant leaks in it and write it to a folder.
struct SmallPublication {
    /// A row of the table of indicators.
    struct Row {
        var level = "quarter"
        var area: String
        var group = "all"
        var category = ""
        var indicator = "residents"
        var parameters = ""
        var value: String
        var unit = "persons"
        var status = "valid"
        var lower = ""
        var upper = ""
        var n = ""
        var band = ("", "")

        static func hidden(_ area: String, indicator: String = "residents", unit: String = "persons") -> Row {
            Row(area: area, group: "foreign", indicator: indicator, value: "", unit: unit, status: "suppressed")
        }
    }

    static let names = ["01": "Nord", "02": "Süd", "03": "West", "04": "Ost", "05": "Mitte", "06": "Hafen"]
    static let ids = names.keys.sorted()

    var period = "2024"
    var rows: [Row] = []
    /// Rows of the table for spreadsheets; nil where they are the same.
    var spreadsheetRows: [Row]?
    /// What the map of quarters says of people with foreign citizenship, as JSON.
    var mapValues: [String: String] = ["01": "200", "02": "150", "05": "79", "06": "75"]
    /// The order of the quarters in the page's table.
    var pageOrder = SmallPublication.ids
    /// The cells of the page's table, as markup.
    var pageCells: [String: String] = [
        "01": "<td>200</td>", "02": "<td>150</td>", "05": "<td>79</td>", "06": "<td>75</td>",
    ]
    /// More markup of the page.
    var pageText = ""
    /// Members of the section `disclosure` of run.json beside the usual ones.
    var disclosure = ""
    /// Members of run.json beside the usual ones.
    var runMembers = ""
    /// Persons in the piece of the focus area.
    var pieceResidents = 600
    /// Further files.
    var files: [String: String] = [:]
    /// Tables of a GeoPackage: statements.
    var statements: [String] = []

    init() {
        let people = ["01": 2000, "02": 1500, "03": 1300, "04": 1200, "05": 1000, "06": 900]
        let foreign = ["01": 200, "02": 150, "05": 79, "06": 75]
        rows.append(Row(level: "town", area: "T", value: "7900", n: "7900"))
        rows.append(Row(level: "town", area: "T", group: "foreign", value: "584", n: "584"))
        for id in SmallPublication.ids {
            rows.append(Row(area: id, value: "\(people[id] ?? 0)", n: "\(people[id] ?? 0)"))
            rows.append(
                foreign[id].map { Row(area: id, group: "foreign", value: "\($0)", n: "\($0)") } ?? .hidden(id))
            for (minutes, share) in [("5", "0.512"), ("10", "0.804"), ("15", "0.951")] {
                rows.append(
                    Row(
                        area: id, category: "meeting_places", indicator: "coverage_share",
                        parameters: "measure=walking;minutes=\(minutes)", value: share, unit: "share",
                        n: "\(people[id] ?? 0)"))
            }
        }
        rows.append(Row(level: "focus_area", area: "S1", value: "600", n: "600"))
    }

    /// Changes the row of an area, group and indicator.
    mutating func change(
        _ area: String, _ group: String = "foreign", _ indicator: String = "residents", minutes: String = "",
        _ body: (inout Row) -> Void
    ) {
        for number in rows.indices
        where rows[number].area == area && rows[number].group == group && rows[number].indicator == indicator
            && (minutes.isEmpty || rows[number].parameters.hasSuffix("minutes=\(minutes)"))
        {
            body(&rows[number])
        }
    }

    /// Sets the count of people with foreign citizenship.
    mutating func show(_ area: String, _ value: Int) { show(area, "foreign", value) }

    /// Sets a count.
    mutating func show(_ area: String, _ group: String, _ value: Int) {
        change(area, group) { row in
            (row.value, row.status, row.n) = ("\(value)", "valid", "\(value)")
        }
    }

    private static func name(_ area: String) -> String { names[area] ?? (area == "T" ? "Musterstadt" : "Am Bahnhof") }

    private func table(_ rows: [Row], separator: String) -> String {
        let columns = [
            "period", "level", "area_id", "area_name", "group", "category", "indicator", "parameters", "method_version",
            "value", "unit", "status", "lower", "upper", "n", "band_lower", "band_upper", "not_recorded", "reason",
        ]
        var text = columns.joined(separator: separator) + "\n"
        for row in rows {
            let cells = [
                period, row.level, row.area, SmallPublication.name(row.area), row.group, row.category, row.indicator,
                "\"\(row.parameters)\"", "1", row.value, row.unit, row.status, row.lower, row.upper, row.n, row.band.0,
                row.band.1, "", "",
            ]
            let isSpreadsheet = separator == ";"
            text +=
                cells.enumerated().map { column, cell in
                    isSpreadsheet && [9, 12, 13, 14].contains(column)
                        ? cell.split(separator: ".", omittingEmptySubsequences: false).joined(separator: ",") : cell
                }.joined(separator: separator) + "\n"
        }
        return text
    }

    private var quarters: String {
        let features = SmallPublication.ids.enumerated().map { number, id in
            let (west, east) = (9.0 + Double(number) / 100, 9.01 + Double(number) / 100)
            let value = mapValues[id] ?? "null"
            return """
                {"type":"Feature","properties":{"id":"\(id)","name":"\(SmallPublication.name(id))",\
                "residents_foreign":\(value),"residents_foreign_status":"\(mapValues[id] == nil ? "suppressed" : "valid")"},\
                "geometry":{"type":"Polygon","coordinates":[[[\(west),54],[\(east),54],[\(east),54.01],[\(west),54.01],[\(west),54]]]}}
                """
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[\n" + features.joined(separator: ",\n") + "\n]}"
    }

    private var overlay: String {
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"layer":"focus_area","layer_title":"","quarter_id":"01","quarter_name":"Nord",\
        "area_id":"S1","area_name":"Am Bahnhof","share_of_quarter":0.25,"share_of_area":1,"residents_all":\(pieceResidents)},\
        "geometry":{"type":"Polygon","coordinates":[[[9.001,54.001],[9.005,54.001],[9.005,54.005],[9.001,54.005],[9.001,54.001]]]}}
        ]}
        """
    }

    private var page: String {
        let rows = pageOrder.map { id in
            "<tr><th scope=\"row\">\(SmallPublication.name(id))</th>"
                + (pageCells[id] ?? "<td><span class=\"word\">geschützt (kleine Zahl)</span></td>") + "</tr>"
        }
        return """
            <!DOCTYPE html>
            <html lang="de"><head><title>Musterstadt</title></head><body><h1>Musterstadt</h1>
            <h2>Wer hier lebt</h2>
            <p>Die Stadt hat 6 Quartiere. Zahlen unter 5 Menschen sind geschützt; je 1.000 Menschen gibt es 2 Treffpunkte.</p>
            <table><caption>Menschen mit ausländischer Staatsangehörigkeit</caption>
            <thead><tr><th>Quartier</th><th>Menschen mit ausländischer Staatsangehörigkeit (Personen)</th></tr></thead>
            <tbody>\(rows.joined(separator: "\n"))</tbody></table>
            \(pageText)
            </body></html>
            """
    }

    private var run: String {
        """
        {"format":"quartier-run/1","town":"Musterstadt","period":"\(period)",\
        "disclosure":{"minimum_count":5,"protection":5,"group_share_residents":300\(disclosure)}\(runMembers)}
        """
    }

    /// Writes all files into a folder and gives its path.
    func write(_ name: String, in scratch: Scratch) throws -> String {
        let folder = scratch.folder.appending(path: name)
        try FileManager.default.createDirectory(at: folder.appending(path: "report"), withIntermediateDirectories: true)
        var texts = files
        texts["indicators.csv"] = texts["indicators.csv"] ?? table(rows, separator: ",")
        texts["indicators-excel-de.csv"] = "\u{FEFF}" + table(spreadsheetRows ?? rows, separator: ";")
        texts["quarters.geojson"] = texts["quarters.geojson"] ?? quarters
        texts["overlay.geojson"] = overlay
        texts["report/index.html"] = page
        texts["run.json"] = run
        for (file, text) in texts { try Data(text.utf8).write(to: folder.appending(path: file)) }
        if !statements.isEmpty {
            let queue = try DatabaseQueue(path: folder.appending(path: "quartier.gpkg").path())
            try queue.write { database in for statement in statements { try database.execute(sql: statement) } }
            try queue.close()
        }
        return folder.path()
    }
}
