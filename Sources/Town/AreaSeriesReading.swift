public import Features
internal import Wording

extension AreaSeries {
    /// Reads a table of figures for areas.
    /// - Parameters:
    ///   - layer: The table.
    ///   - layout: What its columns mean.
    ///   - areaIDs: The ids of the areas.
    ///   - areaNames: Their names.
    ///   - townName: The name of the town, by which a total row may be called.
    /// - Returns: The figures, and what there is to say; nil where a column is missing or no figures are named.
    public static func read(
        _ layer: Layer, layout: AreaTableLayout, areaIDs: [String], areaNames: [String?] = [], townName: String? = nil
    ) -> (series: AreaSeries?, diagnostics: [Diagnostic]) {
        let reading = AreaSeriesReading(layer, layout, townName)
        let missing = reading.missingColumns
        guard missing.isEmpty, !layout.figures.isEmpty else { return (nil, missing) }
        return reading.series(areaIDs: areaIDs, areaNames: areaNames)
    }
}

/// The reading of one table.
private struct AreaSeriesReading {
    let layer: Layer
    let layout: AreaTableLayout
    /// Names of total rows, folded.
    let totalNames: Set<String>

    /// What total rows are called.
    private static let totalWords: Set<String> = [
        "insgesamt", "gesamt", "summe", "total", "gesamtstadt", "stadtgesamt", "stadtinsgesamt", "zusammen", "alle",
        "gesamtsumme", "stadt", "sum", "all",
    ]

    init(_ layer: Layer, _ layout: AreaTableLayout, _ townName: String?) {
        self.layer = layer
        self.layout = layout
        totalNames = AreaSeriesReading.totalWords.union(
            townName.map { name in
                ["", "stadt", "gesamtstadt"].map { $0 + Folding.key(name) }
            } ?? [])
    }

    /// One finding for each column that is named and not there.
    var missingColumns: [Diagnostic] {
        let names = layer.columns.map(\.name)
        let wanted =
            [layout.key, layout.name, layout.year, layout.group].compactMap(\.self) + layout.figures.map(\.column)
        return wanted.filter { !names.contains($0) }.map { name in
            Diagnostic(
                .columnMissing, at: SourceLocation(file: layer.source.path),
                hint(for: name, among: names).merging(["column": name]) { $1 })
        }
    }

    func series(areaIDs: [String], areaNames: [String?]) -> (series: AreaSeries?, diagnostics: [Diagnostic]) {
        let keys = texts(layout.key)
        let names = texts(layout.name)
        let join = KeyJoin(keys: keys, names: names, areaIDs: areaIDs, areaNames: areaNames)
        let rowYears = years()
        let groupNames = texts(layout.group)
        let figureYears = layout.year == nil ? layout.figures.map(\.year) : []
        let known = Set((rowYears + figureYears).compactMap(\.self)).sorted()
        let years: [Int?] = known.isEmpty ? [nil] : known
        var groups: [String] = []
        var groupIndexes: [String: Int] = [:]
        for name in layout.group == nil ? layout.figures.map(\.group) : groupNames.compactMap(\.self)
        where groupIndexes[name] == nil {
            groupIndexes[name] = groups.count
            groups.append(name)
        }
        var series = AreaSeries(areaCount: areaIDs.count, years: years, groups: groups, join: join)
        var findings: [Diagnostic] = []
        var totalRows: Set<Int> = []
        var totals: [(row: Int, label: String, value: Double, year: Int, group: Int)] = []
        for figures in layout.figures {
            guard let column = layer.column(named: figures.column) else { continue }
            for row in 0..<layer.count {
                let area = join.areas[row]
                let label = names[row] ?? keys[row] ?? ""
                if area == nil {
                    guard isTotal(keys[row], names[row]) else { continue }
                    totalRows.insert(row)
                }
                let year = layout.year == nil ? figures.year : rowYears[row]
                let group = layout.group == nil ? figures.group : groupNames[row] ?? ""
                guard let yearIndex = years.firstIndex(of: known.isEmpty ? nil : year),
                    let groupIndex = groupIndexes[group]
                else { continue }
                let entry = entry(column, row, &findings)
                if let area {
                    guard entry != .absent else { continue }
                    if !series.set(entry, area: area, year: yearIndex, group: groupIndex, row: row) {
                        findings.append(
                            finding(
                                .valueTwice, row,
                                ["area": areaIDs[area], "group": group, "year": year.map { "\($0)" } ?? "–"]))
                    }
                } else if let value = entry.value {
                    totals.append((row, label, value, yearIndex, groupIndex))
                }
            }
        }
        for total in totals {
            series.addTotal(
                row: total.row, label: total.label, value: total.value, year: total.year, group: total.group)
        }
        findings += differences(series)
        let labels = keys.indices.map { keys[$0] ?? names[$0] }
        findings += join.diagnostics(
            layer: layer, column: layout.key ?? layout.name ?? "", texts: labels, areaIDs: areaIDs,
            expectedMisses: totalRows)
        return (series, findings)
    }

    /// Whether a row without an area means all areas together.
    private func isTotal(_ key: String?, _ name: String?) -> Bool {
        let texts = [key, name].compactMap(\.self)
        return texts.contains { totalNames.contains(Folding.key($0)) }
    }

    /// What a row says in a column of figures.
    private func entry(_ column: Column, _ row: Int, _ findings: inout [Diagnostic]) -> AreaSeries.Entry {
        if let value = column.double(at: row) { return .value(value) }
        if let mark = column.mark(at: row) { return .mark(mark) }
        if column.isPresent(at: row) { findings.append(finding(.valueNotNumeric, row, ["column": column.name])) }
        return .absent
    }

    /// The totals that say something else than the sum of their parts. Sums of doubles differ in the last bits.
    private func differences(_ series: AreaSeries) -> [Diagnostic] {
        series.totals.compactMap { total in
            guard let sum = total.sum, (sum - total.value).magnitude > 1e-9 * max(sum.magnitude, 1) else { return nil }
            return finding(
                .totalDiffers, total.row,
                [
                    "value": total.label, "total": number(total.value), "sum": number(sum),
                    "group": series.groups[total.group], "year": series.years[total.year].map { "\($0)" } ?? "–",
                ])
        }
    }

    private func number(_ value: Double) -> String {
        Int(exactly: value).map { "\($0)" } ?? "\((value * 1000).rounded() / 1000)"
    }

    private func finding(_ code: DiagnosticCode, _ row: Int, _ arguments: [String: String]) -> Diagnostic {
        Diagnostic(code, at: layer.location(ofFeature: row), arguments)
    }

    private func texts(_ name: String?) -> [String?] {
        guard let name, let column = layer.column(named: name) else {
            return [String?](repeating: nil, count: layer.count)
        }
        return (0..<layer.count).map { column.string(at: $0) }
    }

    private func years() -> [Int?] {
        guard layout.year != nil else { return [] }
        return texts(layout.year).map { text in text.flatMap(AreaTableLayout.year) }
    }
}
