internal import Features
internal import Project
internal import Town

/// What registers and other tables say of the quarters, for each group.
struct QuarterFigures {
    /// For the index of a group what is said of each quarter.
    private(set) var byGroup: [Int: [AreaSeries.Entry]] = [:]
    /// The tables.
    let tables: [LoadedTable]
    /// The year of the figures of each table that names years.
    private(set) var years: [Int] = []

    /// Whether no table says anything.
    var isEmpty: Bool { byGroup.isEmpty }

    /// Reads the tables; the first one that knows a group says it.
    ///
    /// - Parameter wantedYear: The year that the study is about.
    init(
        _ tables: [LoadedTable], groups: [ProjectFile.GroupEntry], quarters: AreaTable, wantedYear: Int?,
        townName: String, findings: inout [Diagnostic]
    ) {
        self.tables = tables
        for table in tables {
            let layout = QuarterFigures.layout(table, groups)
            let (series, found) = AreaSeries.read(
                table.layer, layout: layout, areaIDs: quarters.ids, areaNames: quarters.names.map { $0 },
                townName: townName)
            findings += found
            guard let series else { continue }
            let year = series.year(for: wantedYear)
            if let year {
                years.append(year)
                if let wantedYear, year != wantedYear {
                    findings.append(
                        Diagnostic(
                            .otherYear, at: SourceLocation(file: table.layer.source.path),
                            ["year": "\(year)", "wanted": "\(wantedYear)"]))
                }
            }
            for (index, group) in groups.enumerated() where byGroup[index] == nil {
                byGroup[index] = group.columns.lazy.compactMap { series.entries(group: $0, year: year) }.first
            }
        }
        for (index, group) in groups.enumerated() where group.isShare {
            guard let shares = byGroup[index], let all = byGroup[0] else { continue }
            byGroup[index] = zip(shares, all).map { share, all in
                guard let share = share.value, let all = all.value else { return share }
                return .value(min(max(share, 0), 100) / 100 * all)
            }
        }
    }

    /// Which columns hold the figures: those of the project's groups, or one column of values beside one of groups, or a
    /// column for each year.
    private static func layout(_ table: LoadedTable, _ groups: [ProjectFile.GroupEntry]) -> AreaTableLayout {
        let columns = table.entry.columns
        let names = Set(table.layer.columns.map(\.name))
        var figures: [AreaTableLayout.Figures] = []
        if let value = columns[.value] {
            figures = [AreaTableLayout.Figures(column: value, group: groups.first?.column)]
        } else {
            figures = groups.compactMap { $0.column(where: names.contains) }.map { AreaTableLayout.Figures(column: $0) }
        }
        if figures.isEmpty, columns[.year] == nil, let first = groups.first {
            figures = AreaTableLayout.yearColumns(of: table.layer, group: first.column)
        }
        return AreaTableLayout(
            key: columns[.id], name: columns[.name], year: columns[.year], group: columns[.group], figures: figures)
    }
}
