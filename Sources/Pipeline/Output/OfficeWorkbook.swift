internal import Disclosure
internal import Features
internal import Formats
internal import Indicators
internal import Reports
internal import Spreadsheets
internal import Town
internal import Wording

/// `tabellen.xlsx`: the tables of an edition as one workbook, with a sheet that says what the columns hold. Keys stay text with
/// their zeros, days are days, numbers are numbers, and what is not there, or not shown, is said in words.
enum OfficeWorkbook {
    /// The name of the file.
    static let fileName = "tabellen.xlsx"
    /// What it is.
    static let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// The bytes of the workbook.
    static func bytes(_ input: ReportInput, quarters: MapLayer?) throws(Failure) -> [UInt8] {
        let catalogue = Catalogue.of(input.language)
        func name(_ key: String) -> String { catalogue.text("workbook." + key) }
        var sheets = [indicators(input, name("indicators"), catalogue)]
        if let quarters { sheets.append(sheet(name("quarters"), quarters, catalogue)) }
        var dictionary: [(sheet: String, columns: [OfferSheet.Column])] = [
            (name("indicators"), IndicatorSheet.columns)
        ]
        if input.study.offers != nil {
            let columns = OfferSheet.columns(input.edition)
            sheets.append(sheet(name("offers"), columns, OfferSheet.rows(input.study, input.edition)))
            dictionary.append((name("offers"), columns))
        }
        sheets.append(
            XLSXWriter.Sheet(
                name: name("columns"), header: ["sheet", "column", "description"].map { name("header_" + $0) },
                widths: [18, 24, 90],
                rows: dictionary.flatMap { entry in
                    entry.columns.map { [.text(entry.sheet), .text($0.name), .text(catalogue.text($0.key))] }
                }))
        return try XLSXWriter.workbook(sheets, path: fileName)
    }

    /// The values; where there is none, the word that reports have for it stands in its place.
    private static func indicators(_ input: ReportInput, _ name: String, _ catalogue: Catalogue) -> XLSXWriter.Sheet {
        let columns = IndicatorSheet.columns
        var result = sheet(name, columns, IndicatorSheet.rows(input.indicators, period: input.study.period))
        guard let place = columns.firstIndex(where: { $0.name == "value" }) else { return result }
        for (row, value) in input.indicators.values.enumerated() where value.value == nil {
            result.rows[row][place] = .text(catalogue.text("status." + value.status.rawValue))
        }
        return result
    }

    private static func sheet(
        _ name: String, _ columns: [OfferSheet.Column], _ rows: [[TableCell]]
    ) -> XLSXWriter.Sheet {
        XLSXWriter.Sheet(
            name: name, header: columns.map(\.name),
            rows: rows.map { row in zip(row, columns).map { cell($0, type: $1.type) } })
    }

    private static func cell(_ cell: TableCell, type: String) -> XLSXWriter.Cell {
        switch cell {
        case .empty: .empty
        case .integer(let number): .integer(number)
        case .number(let number), .rounded(let number, _): .number(number)
        case .text(let text): type == "date" ? CalendarDate(iso: text).map { .date($0) } ?? .text(text) : .text(text)
        }
    }

    /// The attributes of the features of a layer; what is not shown is said in the word of its status.
    private static func sheet(_ name: String, _ layer: MapLayer, _ catalogue: Catalogue) -> XLSXWriter.Sheet {
        let columns = layer.columnNames
        return XLSXWriter.Sheet(
            name: name, header: columns,
            rows: layer.features.map { feature in
                func property(_ name: String) -> JSONValue? {
                    feature.properties.first { $0.key == name }?.value
                }
                return columns.map { column in
                    switch property(column) ?? .null {
                    case .null:
                        property(column + "_status")?.string.map { .text(catalogue.text("status." + $0)) } ?? .empty
                    case .integer(let number): .integer(number)
                    case .number(let number): .number(number)
                    case .boolean(let truth): .text("\(truth)")
                    case .string(let text): .text(text)
                    case let other: .text(other.text())
                    }
                }
            })
    }
}
