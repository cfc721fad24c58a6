internal import Features
internal import Project
internal import Town
internal import Wording

/// What registers and other tables say of the quarters, for each group.
struct QuarterFigures {
    /// For the index of a group what is said of each quarter.
    private(set) var byGroup: [Int: [AreaSeries.Entry]] = [:]
    /// The tables.
    let tables: [LoadedTable]
    /// The year of the figures of each table that names years.
    private(set) var years: [Int] = []
    /// For the index of a group where the figure of each quarter stands.
    private var places: [Int: [SourceLocation]] = [:]
    /// The shares of two years that the project names as kinds of status, from the first table that has them all.
    private(set) var status: StatusFigures?
    /// The counts of all years up to that of the study; nil where no table tells of two.
    private(set) var series: QuarterSeries?

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
        var earlier = QuarterYears(groups: groups)
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
                guard
                    let name = QuarterFigures.names(of: group).first(where: {
                        series.entries(group: $0, year: year) != nil
                    }),
                    let entries = series.entries(group: name, year: year),
                    let rows = series.rows(group: name, year: year)
                else { continue }
                places[index] = rows.map { row in
                    row.map(table.layer.location) ?? SourceLocation(file: table.layer.source.path)
                }
                byGroup[index] = checked(entries, of: group, index, column: name, findings: &findings)
                earlier.add(series, column: name, group: index, until: year)
            }
            status = status ?? QuarterFigures.status(series, groups, year: year)
        }
        series = earlier.series
        checkGroups(groups, findings: &findings)
        for (index, group) in groups.enumerated() where group.isShare {
            guard let shares = byGroup[index] else { continue }
            // Shares of nobody knows how many are no counts.
            byGroup[index] = byGroup[0].map { all in
                zip(shares, all).map { share, all in
                    guard let percent = share.value else { return share }
                    guard let residents = all.value else { return all }
                    return .value(min(max(percent, 0), 100) / 100 * residents)
                }
            }
        }
    }

    // MARK: Checks

    /// The entries without what is no count: that is missing, as if the table did not say anything.
    private func checked(
        _ entries: [AreaSeries.Entry], of group: ProjectFile.GroupEntry, _ index: Int, column: String,
        findings: inout [Diagnostic]
    ) -> [AreaSeries.Entry] {
        var fractions: [Int] = []
        let checked = entries.enumerated().map { quarter, entry -> AreaSeries.Entry in
            guard let value = entry.value else { return entry }
            guard value.isFinite, value >= 0 else {
                findings.append(
                    Diagnostic(
                        value.isFinite ? .valueNegative : .valueNotNumeric, at: places[index]?[quarter],
                        ["column": column]))
                return .absent
            }
            if value != value.rounded() { fractions.append(quarter) }
            return entry
        }
        if let first = fractions.first, !group.isShare {
            findings.append(
                Diagnostic(
                    .valueNotWhole, at: places[index]?[first], ["column": column, "count": "\(fractions.count)"]))
        }
        return checked
    }

    /// No group can be larger than all residents, where both are known.
    private func checkGroups(_ groups: [ProjectFile.GroupEntry], findings: inout [Diagnostic]) {
        for (index, group) in groups.enumerated().dropFirst() {
            guard let entries = byGroup[index] else { continue }
            for (quarter, entry) in entries.enumerated() {
                guard let value = entry.value, let most = group.isShare ? 100 : byGroup[0]?[quarter].value,
                    value > most
                else { continue }
                findings.append(
                    Diagnostic(
                        .groupExceedsAll, at: places[index]?[quarter], ["group": group.id, "column": group.column]))
            }
        }
    }

    // MARK: Status

    /// The names that a group may have in a table. Columns such as `Einwohner 2021` name their group in words without
    /// capitals and umlauts.
    private static func names(of group: ProjectFile.GroupEntry) -> [String] {
        group.columns + group.columns.map { Folding.words($0).joined(separator: "_") }
    }

    /// What a table says of each quarter for a group and a year.
    private static func entries(
        _ series: AreaSeries, _ group: ProjectFile.GroupEntry, year: Int?
    ) -> [AreaSeries.Entry]? {
        names(of: group).lazy.compactMap { series.entries(group: $0, year: year) }.first
    }

    /// The shares of the groups that count for status, in a year and in the last one before it; nil where there is no such
    /// group, or the table lacks one of them or an earlier year.
    private static func status(
        _ series: AreaSeries, _ groups: [ProjectFile.GroupEntry], year: Int?
    ) -> StatusFigures? {
        let wanted = groups.dropFirst().filter(\.isStatus)
        guard !wanted.isEmpty, let year, let first = groups.first,
            let earlierYear = series.years.compactMap(\.self).last(where: { $0 < year })
        else { return nil }
        func shares(_ group: ProjectFile.GroupEntry, _ year: Int) -> [Double?]? {
            guard let counts = entries(series, group, year: year) else { return nil }
            if group.isShare { return counts.map { $0.value.flatMap { $0 >= 0 ? min($0 / 100, 1) : nil } } }
            guard let all = entries(series, first, year: year) else { return nil }
            return zip(counts, all).map { count, all in
                guard let count = count.value, let all = all.value, all > 0, count >= 0 else { return nil }
                return min(count / all, 1)
            }
        }
        var kinds: [StatusFigures.Kind] = []
        for group in wanted {
            guard let now = shares(group, year), let before = shares(group, earlierYear) else { return nil }
            kinds.append(StatusFigures.Kind(id: group.id, shares: now, earlierShares: before))
        }
        guard let residents = entries(series, first, year: year) else { return nil }
        return StatusFigures(
            kinds: kinds, year: year, earlierYear: earlierYear, residents: residents.map(\.value))
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
            // Columns such as `2021` count the group that the layer is called after, else all residents.
            let named = groups.first { group in table.entry.name.map(group.columns.contains) ?? false }
            figures = AreaTableLayout.yearColumns(of: table.layer, group: (named ?? first).column)
        }
        return AreaTableLayout(
            key: columns[.id], name: columns[.name], year: columns[.year], group: columns[.group], figures: figures)
    }
}
