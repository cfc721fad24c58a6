internal import Formats
internal import Indicators

/// The indicator table as a sheet for CSV and data package: tidy, one row for each value.
enum IndicatorSheet {
    /// The columns in the order of the file: name, type in the data package, key of the description.
    static let columns: [(name: String, type: String, key: String)] = [
        ("period", "string", "column.period"), ("level", "string", "column.level"),
        ("area_id", "string", "column.area_id"), ("area_name", "string", "column.area_name"),
        ("group", "string", "column.group"), ("category", "string", "column.category"),
        ("indicator", "string", "column.indicator"), ("parameters", "string", "column.parameters"),
        ("method_version", "integer", "column.method_version"), ("value", "number", "column.value"),
        ("unit", "string", "column.unit"), ("status", "string", "column.status"),
        ("lower", "number", "column.lower"), ("upper", "number", "column.upper"), ("n", "number", "column.n"),
        ("band_lower", "number", "column.band_lower"), ("band_upper", "number", "column.band_upper"),
        ("not_recorded", "number", "column.not_recorded"), ("reason", "string", "column.reason"),
    ]

    /// The decimals that values are written with: beyond them lies the noise of summing.
    static let decimals = 6

    /// The table as CSV.
    static func csv(_ table: IndicatorTable, period: String, _ style: CSVWriter.Style) -> [UInt8] {
        var writer = CSVWriter(style, header: columns.map(\.name))
        for row in rows(table, period: period) { writer.append(row) }
        return writer.bytes
    }

    /// The rows of the table.
    static func rows(_ table: IndicatorTable, period: String) -> [[TableCell]] {
        table.values.map { cells($0, period) }
    }

    private static func cells(_ value: IndicatorValue, _ period: String) -> [TableCell] {
        [
            .text(period), .text(value.level.rawValue), .text(value.areaID), .text(value.areaName),
            .recorded(value.group), .recorded(value.category), .text(value.indicator), .text(value.parameters),
            .integer(value.methodVersion), number(value.value), .text(value.unit), .text(value.status.rawValue),
            number(value.lower), number(value.upper), number(value.n),
            number(value.band?.lowerBound), number(value.band?.upperBound), number(value.unrecorded),
            .recorded(value.reason?.rawValue),
        ]
    }

    private static func number(_ value: Double?) -> TableCell {
        value.map { .number($0.rounded(decimals: decimals)) } ?? .empty
    }
}
