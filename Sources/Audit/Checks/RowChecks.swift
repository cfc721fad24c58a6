/// What the rows of the tables of indicators show openly.
struct RowChecks {
    let rules: AuditRules
    let all: String
    let printing: CountPrinting
    /// Residents by period, level and area.
    private var residents: [AuditCell: Double] = [:]

    /// Takes the residents of all areas.
    init(_ rules: AuditRules, _ rows: [PublishedRow], all: String, _ printing: CountPrinting = .exact) {
        self.rules = rules
        self.printing = printing
        self.all = all
        for row in rows where row.cell.indicator == "residents" && row.cell.group == all && !row.isHidden {
            if let number = row.number { residents[key(row.cell)] = number }
        }
    }

    private func key(_ cell: AuditCell) -> AuditCell {
        AuditCell(period: cell.period, level: cell.level, area: cell.area, indicator: "residents")
    }

    /// The findings of one row.
    func findings(_ row: PublishedRow) -> [AuditFinding] {
        func finding(_ code: AuditCode, _ interval: ClosedRange<Double>? = nil, _ arguments: [String: String])
            -> AuditFinding
        {
            AuditFinding(code, file: row.file, line: row.line, cell: row.cell, interval: interval, arguments)
        }
        if row.isHidden {
            let written =
                (row.value.isEmpty || Vocabulary.isWordForHidden(row.value) ? [] : ["value"])
                + PublishedRow.numberColumns.filter { row.others[$0] != nil }
            return written.isEmpty ? [] : [finding(.hiddenNotEmpty, nil, ["column": written.joined(separator: ", ")])]
        }
        guard !row.cell.group.isEmpty else { return [] }
        var findings: [AuditFinding] = []
        let isCount = row.unit == "persons" && !PeopleAttack.changes.contains(row.cell.indicator)
        let numbers = [isCount ? row.number : nil, PublishedRow.number(row.others["n"])]
        if let small = numbers.lazy.compactMap({ $0 }).first(where: { isSmall($0) }) {
            findings.append(finding(.smallCount, small...small, ["rule": rules.minimumCount.plain]))
        }
        guard row.cell.group != all, row.number != nil else { return findings }
        if row.cell.level != "town", row.cell.level != "quarter" {
            findings.append(finding(.groupBelowQuarter, nil, [:]))
        } else if let everybody = residents[key(row.cell)], everybody < rules.groupResidents, !isEmptyGroup(row) {
            findings.append(finding(.groupInSmallUnit, nil, ["rule": rules.groupResidents.plain]))
        }
        if rules.protectsFullCells, isFull(row) { findings.append(finding(.fullCell, nil, [:])) }
        return findings
    }

    /// Whether a count of persons is above zero and below the minimum.
    ///
    /// A multiple of a base may stand for more; noise never leaves a small count, so one that is printed has none.
    func isSmall(_ number: Double) -> Bool {
        let most = printing.base != nil && printing.isOpen(number) ? number + printing.reach : number
        return number > 1e-6 && most < rules.minimumCount - 1e-6
    }

    /// Nobody of the group lives there: zero is shown.
    private func isEmptyGroup(_ row: PublishedRow) -> Bool {
        row.number == 0 && (row.unit == "persons" || row.cell.indicator == "group_share")
    }

    private func isFull(_ row: PublishedRow) -> Bool {
        if row.cell.indicator == "group_share" { return row.number == 1 }
        guard row.cell.indicator == "residents", let number = row.number, number > 0 else { return false }
        return number == residents[key(row.cell)]
    }
}

extension Double {
    /// The number for people: whole where it is.
    var plain: String { self == rounded() && abs(self) < 1e15 ? "\(Int64(self))" : "\(self)" }
}
