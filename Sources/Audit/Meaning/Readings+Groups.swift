/// What the pages of a publication call its groups.
extension Readings {
    /// Learns what the pages call the groups: the words above or beside numbers that a group's published counts have.
    mutating func learnGroups(from tables: [PublishedTable], _ rows: [PublishedRow]) {
        var counts: [AuditCell: Double] = [:]
        for row in rows where row.cell.indicator == "residents" {
            guard let number = row.number else { continue }
            counts[
                AuditCell(period: "", level: row.cell.level, area: row.cell.area, group: row.cell.group, indicator: "")] =
                number.rounded()
        }
        var votes: [String: [String: Int]] = [:]
        for table in tables where table.rowHeaders.count == table.rows.count {
            for row in table.rows.indices {
                for (column, value) in table.rows[row].enumerated() {
                    let label = table.rowHeaders[row]
                    guard label.count > 3, label.count < 120, gazetteer.mention(label).areas.isEmpty,
                        gazetteer.mention(label).groups.isEmpty,
                        Vocabulary.mentions(
                            Vocabulary.folded(table.columns[column]), ["person", "resident", "einwohner"]),
                        let number = PrintedNumber(String(value.text.drop { !$0.isNumber })), !number.isPercent
                    else { continue }
                    let texts = ([table.name] + table.headings).map { gazetteer.mention($0) }
                    guard let cell = area(near: [], all: texts, group: "") else { continue }
                    for group in gazetteer.groups {
                        let key = AuditCell(period: "", level: cell.level, area: cell.area, group: group, indicator: "")
                        if counts[key] == number.range.lowerBound, number.range.lowerBound >= 5 {
                            votes[label, default: [:]][group, default: 0] += 1
                        }
                    }
                }
            }
        }
        for (label, groups) in votes.sorted(by: { $0.key < $1.key }) {
            guard let best = groups.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.key != gazetteer.all,
                groups.filter({ $0.value == best.value }).count == 1
            else { continue }
            gazetteer.add(label: Vocabulary.folded(label), of: best.key)
        }
    }
}
