/// What the texts, maps and tables of one folder show openly of small and hidden counts.
struct OpenChecks {
    let rules: AuditRules
    let folder: PublishedFolder
    let readings: Readings
    let hidden: HiddenCells
    let residents: [AuditCell: ClosedRange<Double>]

    /// All findings.
    func findings() -> [AuditFinding] {
        let rowChecks = RowChecks(rules, folder.rows, all: readings.gazetteer.all, folder.printing)
        var findings = folder.rows.flatMap { rowChecks.findings($0) }
        findings += bases() + quotients()
        for reading in readings.all { findings += check(reading) }
        for reading in readings.parts where reading.cell.indicator == "residents" && isSmall(reading.range) {
            findings.append(small(reading))
        }
        for reading in readings.misspelt {
            guard let found = hidden[reading.cell] else { continue }
            findings.append(
                AuditFinding(
                    .hiddenNotEmpty, file: reading.file, line: reading.line, cell: named(found.cell, reading.cell),
                    ["column": reading.place]))
        }
        for reading in readings.belowQuarter {
            findings.append(
                AuditFinding(
                    .groupBelowQuarter, file: reading.file, line: reading.line, cell: reading.cell,
                    ["place": reading.place]))
        }
        return findings
    }

    private func named(_ cell: AuditCell, _ other: AuditCell) -> AuditCell {
        var cell = cell
        cell.areaName = other.areaName
        return cell
    }

    private func isSmall(_ range: ClosedRange<Double>) -> Bool {
        let printing = folder.printing
        let isMultiple = printing.base != nil && printing.isOpen(range.lowerBound)
        return range.lowerBound > 1e-6
            && range.upperBound + (isMultiple ? printing.reach : 0) < rules.minimumCount - 1e-6
    }

    private func small(_ reading: Reading) -> AuditFinding {
        AuditFinding(
            .smallCount, file: reading.file, line: reading.line, cell: reading.cell, interval: reading.range,
            ["rule": rules.minimumCount.plain])
    }

    private func check(_ reading: Reading) -> [AuditFinding] {
        guard let found = hidden[reading.cell] else {
            let isCount = reading.cell.indicator == "residents"
            return isCount && isSmall(reading.range) ? [small(reading)] : []
        }
        guard let interval = persons(reading, found.cell), interval.width < rules.protection - 1e-6 else { return [] }
        return [
            AuditFinding(
                .hiddenElsewhere, file: reading.file, line: reading.line, cell: named(found.cell, reading.cell),
                interval: interval, ["place": reading.place])
        ]
    }

    /// The persons that a reading leaves open: of a share those that it means; nil where nobody can tell.
    private func persons(_ reading: Reading, _ cell: AuditCell) -> ClosedRange<Double>? {
        guard cell.indicator.hasSuffix("_share") else { return reading.range }
        var base = cell
        (base.indicator, base.category, base.parameters) = ("residents", "", "")
        if cell.indicator == "group_share" { base.group = readings.gazetteer.all }
        guard let everybody = residents[HiddenCells.key(base)], everybody.upperBound.isFinite else { return nil }
        return reading.range.lowerBound * everybody.lowerBound...reading.range.upperBound * everybody.upperBound
    }

    /// Hidden shares of groups of which both numbers are shown.
    private func quotients() -> [AuditFinding] {
        hidden.places.sorted { $0.key < $1.key }.compactMap { cell, place in
            guard cell.indicator == "group_share" else { return nil }
            var part = cell
            (part.indicator, part.category, part.parameters) = ("residents", "", "")
            var whole = part
            whole.group = readings.gazetteer.all
            // That nobody is of a group is no secret.
            guard let people = residents[part], let everybody = residents[whole], people.upperBound > 0,
                everybody.upperBound.isFinite, people.width < rules.protection - 1e-6
            else { return nil }
            return AuditFinding(
                .hiddenElsewhere, file: place.file, line: place.line, cell: cell, interval: people,
                ["place": "residents"])
        }
    }

    /// The numbers of persons that figures rest on, beside hidden counts of the same persons.
    private func bases() -> [AuditFinding] {
        folder.rows.compactMap { row in
            guard !row.isHidden, !row.cell.group.isEmpty, let number = PublishedRow.number(row.others["n"]),
                row.cell.level == "quarter" || row.cell.level == "town" || row.cell.level.hasSuffix("area")
            else { return nil }
            var cell = row.cell
            (cell.indicator, cell.category, cell.parameters) = ("residents", "", "")
            // The base of a share of the group is everybody.
            if ["group_share", "location_quotient"].contains(row.cell.indicator) {
                cell.group = readings.gazetteer.all
            }
            guard row.cell.indicator != "residents", let found = hidden[cell] else { return nil }
            return AuditFinding(
                .hiddenElsewhere, file: row.file, line: row.line, cell: named(found.cell, row.cell),
                interval: number...number, ["place": "n"])
        }
    }
}

extension ClosedRange<Double> {
    /// Upper less lower bound.
    var width: Double { upperBound - lowerBound }
}
