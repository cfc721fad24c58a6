public import Features

/// Attacks published folders as an outsider would: reads every figure in every file, and works out what is hidden.
///
/// It knows nothing of how the figures were made: only what stands in the folders, how towns, quarters and groups
/// hang together, and the rules that the publication says it keeps.
public struct PublicationAudit: Sendable {
    /// The published folders, of one or several years.
    public var folders: [String]
    /// The rules; nil takes those that the folders name.
    public var rules: AuditRules?

    /// Makes an audit of folders that an outsider holds side by side.
    public init(folders: [String], rules: AuditRules? = nil) {
        self.folders = folders
        self.rules = rules
    }

    /// Reads the folders and attacks them.
    /// - Throws: `.unreadable` where a folder cannot be listed. What is wrong with single files is a finding.
    public func report() throws(Failure) -> AuditReport {
        var read: [PublishedFolder] = []
        for folder in folders { read.append(try PublishedFolder(path: folder)) }
        read.sort { ($0.period, $0.path) < ($1.period, $1.path) }
        let rules = rules ?? read.dropFirst().reduce(read.first?.rules ?? AuditRules()) { $0.stricter($1.rules) }
        var findings: [AuditFinding] = []
        var known = KnownCounts()
        for folder in read { known.take(folder.rows, folder.printing) }
        var readings: [Readings] = []
        for folder in read {
            findings += folder.files.flatMap(\.findings)
            if folder.rows.isEmpty { findings.append(AuditFinding(.nothingPublished, file: folder.path)) }
            let told = Readings(folder)
            let hidden = HiddenCells(folder.rows, told)
            var own = KnownCounts()
            own.take(folder.rows, folder.printing)
            findings += OpenChecks(
                rules: rules, folder: folder, readings: told, hidden: hidden, residents: own.residents
            ).findings()
            findings += OrderCheck(rules: rules, readings: told, hidden: hidden, shown: own.residents).findings(folder)
            findings += ClassBreakCheck(rules: rules, readings: told, hidden: hidden, shown: own.residents)
                .findings(folder)
            findings += PlainTextChecks(folder, told.gazetteer).findings()
            readings.append(told)
        }
        findings += patterns(read)
        let attack = JointAttack(read, readings, known, rules)
        findings += attack.findings(beside: findings)
        return AuditReport(
            cells: read.reduce(0) { $0 + $1.rows.count { $0.number != nil } }
                + readings.reduce(0) { $0 + $1.all.count },
            hidden: attack.hiddenCount, findings: PublicationAudit.ordered(findings))
    }

    /// The figures that one folder or file hides and another of the same period shows.
    private func patterns(_ folders: [PublishedFolder]) -> [AuditFinding] {
        var hiding: [AuditCell: (row: PublishedRow, folder: String)] = [:]
        for folder in folders {
            for row in folder.rows where row.isHidden {
                let key = HiddenCells.key(row.cell)
                if hiding[key] == nil { hiding[key] = (row, folder.path) }
            }
        }
        var seen: Set<AuditCell> = []
        return folders.flatMap { folder in
            folder.rows.compactMap { row -> AuditFinding? in
                let key = HiddenCells.key(row.cell)
                guard !row.isHidden, let number = row.number, let hidden = hiding[key], seen.insert(key).inserted
                else { return nil }
                let isOwn = hidden.folder == folder.path
                return AuditFinding(
                    isOwn ? .hiddenElsewhere : .patternsDiffer, file: isOwn ? row.file : hidden.row.file,
                    line: isOwn ? row.line : hidden.row.line, cell: row.cell, interval: number...number,
                    ["place": "value", "other": row.file])
            }
        }
    }

    private static func ordered(_ findings: [AuditFinding]) -> [AuditFinding] {
        func key(_ finding: AuditFinding) -> [String] {
            let line = finding.line.map { String($0) } ?? ""
            return [
                finding.code.rawValue, finding.file, String(repeating: "0", count: max(0, 9 - line.count)) + line,
                finding.cell.map {
                    "\($0.period) \($0.level) \($0.area) \($0.group) \($0.indicator) \($0.category) \($0.parameters)"
                }
                    ?? "", finding.arguments.sorted { $0.key < $1.key }.map(\.value).joined(separator: " "),
            ]
        }
        var seen: Set<AuditFinding> = []
        return findings.filter { seen.insert($0).inserted }.map { (key($0), $0) }
            .sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
    }
}
