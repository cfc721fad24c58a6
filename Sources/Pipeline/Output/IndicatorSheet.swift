internal import Formats
internal import Indicators

/// The indicator table as a sheet of columns for CSV and data package.
enum IndicatorSheet {
    /// The columns in the order of the file, with type and what they hold.
    static let columns: [(name: String, type: String, key: String)] = [
        ("period", "string", "column.period"), ("level", "string", "column.level"),
        ("area_id", "string", "column.area_id"), ("area_name", "string", "column.area_name"),
        ("group", "string", "column.group"), ("category", "string", "column.category"),
        ("indicator", "string", "column.indicator"), ("parameters", "string", "column.parameters"),
        ("method_version", "integer", "column.method_version"), ("value", "number", "column.value"),
        ("unit", "string", "column.unit"), ("status", "string", "column.status"),
        ("lower", "number", "column.lower"), ("upper", "number", "column.upper"), ("n", "number", "column.n"),
    ]
}
