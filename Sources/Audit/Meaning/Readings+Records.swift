/// Counts in the columns of records: maps, tables of a GeoPackage, CSV.
extension Readings {
    mutating func read(records table: PublishedTable) {
        let measures = table.columns.map { Measure($0, gazetteer) }
        guard measures.contains(where: { $0 != nil }) else { return }
        let quarterColumn = table.column("quarter_id")
        let areaColumn = table.column("area_id")
        let layerColumn = table.column("layer", "level")
        let (id, name) = (table.column("id"), table.column("name", "area_name", "quarter_name"))
        for row in table.rows.indices {
            let quarter = gazetteer.area(table.text(row, quarterColumn), levels: ["quarter"])
            let layer = table.text(row, layerColumn)
            var area = gazetteer.area(table.text(row, areaColumn), levels: layer.isEmpty ? [] : [layer])
            if area == nil, let known = gazetteer.area(table.text(row, id)),
                Vocabulary.folded(known.name) == Vocabulary.folded(table.text(row, name))
                    || table.text(row, name).isEmpty
            {
                area = known
            }
            if area == nil, quarterColumn == nil || id == nil { area = quarter }
            for (column, measure) in measures.enumerated() {
                guard let measure else { continue }
                let text = table.text(row, column)
                let group = measure.group
                var place = table.columns[column]
                if !table.name.isEmpty { place = table.name + "." + place }
                let subject: AuditCell
                if let area, let quarter, area.level != "quarter", area.id != quarter.id || area.level != quarter.level
                {
                    subject = Readings.piece(area, in: quarter, group: group, period: period)
                } else if let area {
                    subject = cell(area, group: group)
                } else {
                    // A place or a cell: figures of groups have no business here.
                    let number = Double(text)
                    if group != gazetteer.all, number != nil {
                        let known = Gazetteer.Area(
                            id: table.text(row, id), name: table.text(row, name), level: table.name)
                        belowQuarter.append(
                            Reading(
                                cell: cell(known, group: group, indicator: table.columns[column]), range: 0...0,
                                file: table.file, line: table.line(row), place: place))
                    }
                    continue
                }
                let status = table.text(row, table.column(table.columns[column].lowercased() + "_status"))
                take(text, measure, of: subject, status, table.file, table.line(row), place)
            }
        }
    }

    private mutating func take(
        _ text: String, _ measure: Measure, of residents: AuditCell, _ status: String, _ file: String, _ line: Int?,
        _ place: String
    ) {
        var cell = residents
        switch measure.kind {
        case .residents: break
        case .groupShare: cell.indicator = "group_share"
        case .coverage(let category, let minutes):
            cell.indicator = "coverage_share"
            cell.category = category
            cell.parameters = "minutes=\(minutes)"
        case .other: cell.indicator = place
        }
        if status == "suppressed" { hidden.append((cell, file, line)) }
        if measure.group != gazetteer.all, ["focus_area", "area", "piece"].contains(cell.level), Double(text) != nil {
            belowQuarter.append(Reading(cell: cell, range: 0...0, file: file, line: line, place: place))
        }
        guard !text.isEmpty, measure.kind != .other else { return }
        if let number = PrintedNumber(plain: text) {
            all.append(Reading(cell: cell, range: number.range, file: file, line: line, place: place))
        } else if Readings.isMisspelt(text) {
            misspelt.append(Reading(cell: cell, range: 0...0, file: file, line: line, place: place))
        }
    }
}

extension PrintedNumber {
    /// A number of a record: as programs write it, or as people do.
    init?(plain text: String) {
        if let value = Double(text), value.isFinite {
            self.init(exactly: value)
        } else {
            self.init(text)
        }
    }

    private init(exactly value: Double) {
        self.init(range: value...value)
    }

    private init(range: ClosedRange<Double>) {
        self.range = range
    }
}
