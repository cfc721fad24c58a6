/// Hidden counts that stand between their neighbours in a list sorted by value.
struct OrderCheck {
    let rules: AuditRules
    let readings: Readings
    let hidden: HiddenCells
    /// The counts that are shown.
    let shown: [AuditCell: ClosedRange<Double>]

    /// A list shorter than this is in order by chance.
    private static let fewestShown = 4

    /// The findings in one folder.
    func findings(_ folder: PublishedFolder) -> [AuditFinding] {
        var findings: [AuditFinding] = []
        let tables = folder.files.flatMap(\.tables).filter { !$0.isOfIndicators }
        for group in readings.gazetteer.groups {
            for table in tables {
                if let list = list(table, group: group, period: folder.period) {
                    findings += check(list, file: table.file)
                }
            }
        }
        return findings + self.findings(listing: folder.rows)
    }

    /// The findings in the order of the rows of tables of indicators.
    func findings(listing rows: [PublishedRow]) -> [AuditFinding] {
        indicatorLists(rows).flatMap { check($0.entries, file: $0.file) }
    }

    /// The quarters in the order of the tables of indicators, by file, period and group.
    private func indicatorLists(_ rows: [PublishedRow]) -> [(file: String, entries: [Entry])] {
        let rows = rows.filter { $0.cell.indicator == "residents" && $0.cell.level == "quarter" }
        let lists = Dictionary(grouping: rows) { [$0.file, $0.cell.period, $0.cell.group] }
        return lists.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, rows in
            let entries = rows.compactMap { row -> Entry? in
                readings.gazetteer.area(row.cell.area, levels: ["quarter"]).map {
                    ($0, HiddenCells.key(row.cell), row.line)
                }
            }
            return (key[0], entries)
        }
    }

    private typealias Entry = (area: Gazetteer.Area, cell: AuditCell, line: Int?)

    /// The areas in the order of a table that has or may have the counts of a group.
    private func list(_ table: PublishedTable, group: String, period: String) -> [Entry]? {
        var gazetteer = readings.gazetteer
        func entry(_ area: Gazetteer.Area, _ row: Int, period: String) -> Entry {
            let cell = AuditCell(period: period, level: area.level, area: area.id, group: group, indicator: "residents")
            return (area, cell, table.line(row))
        }
        if table.form == .page {
            let speaks =
                ([table.name] + table.columns).contains { gazetteer.mention($0).groups.contains(group) }
                || group == gazetteer.all
            guard speaks else { return nil }
            let entries = table.rowHeaders.enumerated().compactMap { row, header -> Entry? in
                let areas = gazetteer.mention(header).areas.filter { $0.level == "quarter" }
                return areas.count == 1 ? areas.first.map { entry($0, row, period: period) } : nil
            }
            return entries
        }
        guard table.columns.contains(where: { Measure($0, gazetteer)?.group == group }) else { return nil }
        let entries = table.rows.indices.compactMap { row -> Entry? in
            gazetteer.area(table.text(row, table.column("id", "area_id", "quarter_id")), levels: ["quarter"])
                .map { entry($0, row, period: period) }
        }
        return entries
    }

    private func check(_ list: [Entry], file: String) -> [AuditFinding] {
        guard Set(list.map(\.area)).count == list.count, !isOrdered(list) else { return [] }
        let values = list.map {
            hidden[$0.cell] == nil ? shown[$0.cell].map { ($0.lowerBound + $0.upperBound) / 2 } : nil
        }
        let known = values.compactMap { $0 }
        guard known.count >= OrderCheck.fewestShown, Set(known).count == known.count else { return [] }
        let rises = zip(known, known.dropFirst()).allSatisfy { $0 <= $1 }
        guard rises || zip(known, known.dropFirst()).allSatisfy({ $0 >= $1 }) else { return [] }
        return list.indices.compactMap { place in
            guard hidden[list[place].cell] != nil else { return nil }
            let before = values[..<place].last { $0 != nil } ?? nil
            let after = values[(place + 1)...].first { $0 != nil } ?? nil
            let lower = (rises ? before : after) ?? 0
            let upper = (rises ? after : before) ?? .infinity
            guard lower <= upper, upper - lower < rules.protection - 1e-6 else { return nil }
            var cell = list[place].cell
            cell.areaName = list[place].area.name
            return AuditFinding(
                .pinnedByOrder, file: file, line: list[place].line, cell: cell, interval: lower...upper,
                ["rule": rules.protection.plain])
        }
    }

    /// Whether a list is in the order of ids or names, which tells nothing.
    private func isOrdered(_ list: [Entry]) -> Bool {
        let ids = list.map(\.area.id)
        let names = list.map { Vocabulary.folded($0.area.name) }
        return ids == ids.sorted() || names == names.sorted()
    }
}
