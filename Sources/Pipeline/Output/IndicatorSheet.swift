internal import Formats
internal import Indicators

/// The indicator table as a sheet for CSV and data package: tidy, one row for each value.
struct IndicatorSheet {
    /// The columns in the order of the file: name, type in the data package, key of the description.
    static let columns: [(name: String, type: String, key: String)] = [
        ("period", "string", "column.period"), ("level", "string", "column.level"),
        ("area_id", "string", "column.area_id"), ("area_name", "string", "column.area_name"),
        ("group", "string", "column.group"), ("category", "string", "column.category"),
        ("indicator", "string", "column.indicator"), ("parameters", "string", "column.parameters"),
        ("method_version", "integer", "column.method_version"), ("value", "number", "column.value"),
        ("unit", "string", "column.unit"), ("status", "string", "column.status"),
        ("lower", "number", "column.lower"), ("upper", "number", "column.upper"), ("n", "number", "column.n"),
    ]

    /// The decimals that values are written with: beyond them lies the noise of summing.
    static let decimals = 6

    private let table: IndicatorTable
    private let period: String

    init(_ table: IndicatorTable, period: String) {
        self.table = table
        self.period = period
    }
}

extension IndicatorSheet {
    enum Style { case standard, germanExcel }

    func csv(_ style: Style) -> String {
        let separator = style == .standard ? "," : ";"
        func number(_ v: Double?) -> String {
            guard let v else { return "" }
            let t = NumberText.shortest(v.rounded(decimals: IndicatorSheet.decimals))
            return style == .standard ? t : t.replacing(".", with: ",")
        }
        func text(_ t: String?) -> String {
            guard let t, !t.isEmpty else { return "" }
            return t.contains { "\",;\n\r".contains($0) } ? "\"" + t.replacing("\"", with: "\"\"") + "\"" : t
        }
        var lines = [IndicatorSheet.columns.map(\.name).joined(separator: separator)]
        for v in table.values {
            lines.append(
                [
                    text(period), v.level.rawValue, text(v.areaID), text(v.areaName), text(v.group), text(v.category),
                    v.indicator, text(v.parameters), "\(v.methodVersion)", number(v.value), v.unit, v.status.rawValue,
                    number(v.lower), number(v.upper), number(v.n),
                ].joined(separator: separator))
        }
        let end = style == .standard ? "\n" : "\r\n"
        return (style == .standard ? "" : "\u{FEFF}") + lines.joined(separator: end) + end
    }
}
