/// The attack on everything that is hidden in several folders together.
struct JointAttack {
    private let rules: AuditRules
    private let people: PeopleAttack
    private let shares: ShareAttack
    private let hidden: HiddenCells
    private let fallback: String

    /// How many hidden counts are attacked.
    var hiddenCount: Int {
        [people.system, shares.system].reduce(0) { sum, system in
            sum + system.aims.values.count { if case .hidden = $0 { true } else { false } }
        }
    }

    /// Writes down what the folders tell together.
    init(_ folders: [PublishedFolder], _ readings: [Readings], _ known: KnownCounts, _ rules: AuditRules) {
        self.rules = rules
        let rows = folders.flatMap(\.rows)
        var gazetteer = Gazetteer(rows)
        for area in readings.flatMap(\.gazetteer.areas) { gazetteer.add(area) }
        let told = readings.flatMap(\.all)
        var hidden = HiddenCells()
        for (folder, reading) in zip(folders, readings) { hidden.merge(HiddenCells(folder.rows, reading)) }
        var pieces: [String: AreaPieces] = [:]
        for folder in folders where pieces[folder.period] == nil {
            pieces[folder.period] = AreaPieces(folder, gazetteer)
        }
        let periods = Set(rows.map(\.cell.period)).sorted()
        // A figure that some folder shows is no longer hidden: that it is hidden elsewhere is a finding of its own.
        hidden.remove { known.shown[$0] != nil }
        self.hidden = hidden
        people = PeopleAttack(
            known, hidden, gazetteer, periods: periods, pieces: pieces, readings: told, rows: rows)
        shares = ShareAttack(known, hidden, gazetteer, rows)
        fallback = folders.first?.path ?? ""
    }

    /// What is worked out, beside what stands openly anyway.
    func findings(beside open: [AuditFinding]) -> [AuditFinding] {
        let told = Set(
            open.filter { [.hiddenElsewhere, .patternsDiffer, .smallCount].contains($0.code) }
                .compactMap { $0.cell.map(HiddenCells.key) })
        var findings: [AuditFinding] = []
        var abandoned = 0
        for system in [people.system, shares.system] {
            let result = IntervalAttack(system: system, rules: rules).hits()
            abandoned += result.abandoned
            for hit in result.hits {
                let cell = system.cells[hit.number]
                guard !told.contains(HiddenCells.key(cell)) else { continue }
                let place = hidden[cell]?.place
                findings.append(
                    AuditFinding(
                        hit.isHidden ? .hiddenNarrow : .impliedSmall, file: place?.file ?? fallback, line: place?.line,
                        cell: cell, interval: hit.interval,
                        ["rule": (hit.isHidden ? rules.protection : rules.minimumCount).plain]))
            }
        }
        if abandoned > 0 {
            findings.append(AuditFinding(.attackAbandoned, file: fallback, ["n": "\(abandoned)", "detail": "CLP"]))
        }
        return findings
    }
}
