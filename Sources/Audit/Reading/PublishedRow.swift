/// A row of a table of indicators: a figure and everything that is printed beside it.
struct PublishedRow: Sendable {
    /// What the figure is about.
    var cell: AuditCell
    /// The unit: `persons`, `share`, `min`, …
    var unit: String
    /// The status; `suppressed` says that the figure is hidden.
    var status: String
    /// The value as it is printed; empty where there is none.
    var value: String
    /// The other numbers of the row that are printed, by their columns.
    var others: [String: String]
    /// The file.
    var file: String
    /// The line in the file.
    var line: Int?

    /// Whether the publication says that the figure is hidden.
    var isHidden: Bool { status == "suppressed" }

    /// The value as a number; what is none, `nan` and `inf` included, is nil.
    var number: Double? { PublishedRow.number(value) }

    /// A finite number.
    static func number(_ text: String?) -> Double? { text.flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil } }

    /// The columns that print numbers beside the value.
    static let numberColumns = ["lower", "upper", "n", "band_lower", "band_upper", "not_recorded"]
}

extension PublishedTable {
    /// Whether it is a table of indicators.
    var isOfIndicators: Bool {
        form == .records && column("indicator") != nil && column("value") != nil && column("status") != nil
            && column("area_id", "area") != nil
    }

    /// The rows of a table of indicators; nil for another table.
    /// - Parameter period: The period where the table has no column for it.
    func indicatorRows(period: String) -> [PublishedRow]? {
        guard form == .records, let indicator = column("indicator"), let value = column("value"),
            let area = column("area_id", "area"), let status = column("status")
        else { return nil }
        let (level, name, group) = (column("level"), column("area_name"), column("group"))
        let (category, parameters, unit) = (column("category"), column("parameters"), column("unit"))
        let periods = column("period")
        let others = PublishedRow.numberColumns.compactMap { name in column(name).map { (name, $0) } }
        return rows.indices.map { row in
            var numbers: [String: String] = [:]
            for (name, column) in others where !text(row, column).isEmpty { numbers[name] = text(row, column) }
            return PublishedRow(
                cell: AuditCell(
                    period: periods.map { text(row, $0) } ?? period, level: text(row, level), area: text(row, area),
                    areaName: text(row, name), group: text(row, group), category: text(row, category),
                    indicator: text(row, indicator), parameters: text(row, parameters)),
                unit: text(row, unit), status: text(row, status), value: text(row, value), others: numbers, file: file,
                line: line(row))
        }
    }
}
