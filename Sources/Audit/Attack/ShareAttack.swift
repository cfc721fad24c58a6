/// Writes down the counts behind published shares of residents: of people with a place in reach and the like.
struct ShareAttack {
    /// The system.
    private(set) var system = CountSystem()

    /// The indicators that are shares of the residents of an area and group.
    static let indicators: Set<String> = [
        "coverage_share", "stop_share", "open_access", "funded_access", "access_cliff",
    ]

    private let known: KnownCounts
    private let gazetteer: Gazetteer

    /// - Parameters:
    ///   - rows: the rows of all folders.
    ///   - residents: the residents that are shown.
    init(_ known: KnownCounts, _ hidden: HiddenCells, _ gazetteer: Gazetteer, _ rows: [PublishedRow]) {
        self.known = known
        self.gazetteer = gazetteer
        /// The counts of one question in one period, by limit, area and group.
        var questions: [String: [AuditCell]] = [:]
        var seen: Set<AuditCell> = []
        for row in rows where ShareAttack.indicators.contains(row.cell.indicator) && !row.cell.group.isEmpty {
            let key = HiddenCells.key(row.cell)
            guard row.isHidden || row.number != nil || known.shares[key] != nil, seen.insert(key).inserted else {
                continue
            }
            add(row, isHidden: hidden[key] != nil)
            questions[ShareAttack.question(row.cell), default: []].append(row.cell)
        }
        for question in questions.sorted(by: { $0.key < $1.key }) { relate(question.value) }
        relateKinds(questions.sorted { $0.key < $1.key }.flatMap(\.value))
    }

    /// Whoever reaches one of a kind of meeting places reaches a meeting place.
    private mutating func relateKinds(_ cells: [AuditCell]) {
        for cell in cells where ShareAttack.kinds.contains(cell.category) && cell.indicator != "access_cliff" {
            var whole = cell
            whole.category = "meeting_places"
            guard let part = system.existing(cell), let all = system.existing(whole) else { continue }
            relate(part, notAbove: all)
        }
    }

    /// What everybody knows to be meeting places.
    private static let kinds: Set<String> = ["organised_places", "everyday_places"]

    /// The residents that a share is of.
    private func base(_ cell: AuditCell) -> ClosedRange<Double> {
        known.residents[ShareAttack.base(cell)] ?? 0...Double.infinity
    }

    private static func base(_ cell: AuditCell) -> AuditCell {
        var base = HiddenCells.key(cell)
        (base.indicator, base.category, base.parameters) = ("residents", "", "")
        return base
    }

    private mutating func add(_ row: PublishedRow, isHidden: Bool) {
        let base = base(row.cell)
        if isHidden {
            let number = system.number(row.cell, within: 0...base.upperBound)
            system.aim(.hidden(atMost: min(base.upperBound, known.zeroLeaves(row.cell.period))), at: number)
            return
        }
        guard let share = known.shares[HiddenCells.key(row.cell)], base.upperBound.isFinite else {
            _ = system.number(row.cell)
            return
        }
        // A share of printed counts is a printed count of them.
        let printed = known.printed[ShareAttack.base(row.cell)] ?? base
        let off = known.reach(row.cell.period)
        let lower = max(0, share.lowerBound * printed.lowerBound - off)
        let upper = min(share.upperBound, 1) * printed.upperBound + off
        let number = system.number(row.cell, within: lower...max(lower, min(upper, base.upperBound)))
        // Few who do, and few who do not.
        system.aim(.implied, at: number)
        guard printed.lowerBound > 0 else { return }
        var rest = row.cell
        rest.indicator = "complement"
        rest.parameters = [row.cell.indicator, row.cell.parameters].filter { !$0.isEmpty }.joined(separator: ";")
        let least = max(0, (1 - share.upperBound) * printed.lowerBound - 2 * off)
        let most = (1 - share.lowerBound) * printed.upperBound + 2 * off
        let other = system.number(rest, within: least...max(least, most))
        system.aim(.implied, at: other)
    }

    /// The parameters without the limit, and the limit.
    static func limit(_ parameters: String) -> (rest: String, limit: Double?) {
        var limit: Double?
        let rest = parameters.split(separator: ";").filter { part in
            for name in ["minutes=", "metres="] where part.hasPrefix(name) {
                limit = Double(part.dropFirst(name.count))
                return false
            }
            return true
        }
        return (rest.joined(separator: ";"), limit)
    }

    private static func question(_ cell: AuditCell) -> String {
        [cell.period, cell.indicator, cell.category, limit(cell.parameters).rest].joined(separator: "\u{1F}")
    }

    private mutating func relate(_ cells: [AuditCell]) {
        var sheets: [String: [AuditCell]] = [:]
        var chains: [String: [(limit: Double, number: Int)]] = [:]
        var groups: [String: [(group: String, number: Int)]] = [:]
        for cell in cells {
            guard let number = system.existing(cell) else { continue }
            sheets[cell.parameters + "\u{1F}" + cell.group, default: []].append(cell)
            groups[cell.parameters + "\u{1F}" + cell.level + "\u{1F}" + cell.area, default: []].append(
                (cell.group, number))
            if let limit = ShareAttack.limit(cell.parameters).limit {
                chains[cell.level + "\u{1F}" + cell.area + "\u{1F}" + cell.group, default: []].append((limit, number))
            }
        }
        for sheet in sheets.sorted(by: { $0.key < $1.key }) { relateTown(sheet.value) }
        for chain in chains.sorted(by: { $0.key < $1.key }) {
            let ordered = chain.value.sorted { $0.limit < $1.limit }
            for (less, more) in zip(ordered, ordered.dropFirst()) { relate(less.number, notAbove: more.number) }
        }
        for area in groups.sorted(by: { $0.key < $1.key }) {
            guard let all = area.value.first(where: { $0.group == gazetteer.all })?.number else { continue }
            for (group, number) in area.value where group != gazetteer.all { relate(number, notAbove: all) }
        }
    }

    /// A relation that can tell something: of two shown counts none does.
    private mutating func relate(_ less: Int, notAbove more: Int) {
        guard isOpen(less) || isOpen(more) else { return }
        system.relate([(more, 1), (less, -1)], within: 0...Double.infinity)
    }

    private func isOpen(_ number: Int) -> Bool { if case .hidden? = system.aims[number] { true } else { false } }

    /// The quarters together are the town, where each of them has a figure or nobody lives there.
    private mutating func relateTown(_ cells: [AuditCell]) {
        guard let town = cells.first(where: { $0.level == "town" }), let total = system.existing(town) else { return }
        let quarters = cells.filter { $0.level == "quarter" }
        let there = Set(quarters.map(\.area))
        let isWhole = gazetteer.areas.filter { $0.level == "quarter" && !there.contains($0.id) }.allSatisfy { quarter in
            let base = base(
                AuditCell(
                    period: town.period, level: "quarter", area: quarter.id, group: town.group, indicator: "residents"))
            return base.upperBound == 0
        }
        let parts = quarters.compactMap { system.existing($0) }
        guard isWhole, !parts.isEmpty, isOpen(total) || parts.contains(where: isOpen) else { return }
        system.sum(total, parts)
    }
}
