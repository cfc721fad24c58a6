internal import Indicators
internal import Town

/// Residents of earlier years, as far as printed differences between years tell of them: what one year hides must not
/// follow from another year's number and the change.
struct EarlierPeople {
    /// By row of the table the cell of the difference.
    private(set) var rows: [Int: Int] = [:]

    /// The residents of a unit and group in a year.
    private struct Key: Hashable {
        let year: Int
        let people: PeopleKey

        static func inOrder(_ left: Key, _ right: Key) -> Bool {
            left.year != right.year ? left.year < right.year : PeopleKey.inOrder(left.people, right.people)
        }
    }

    private let units: PublicUnits
    private let rules: DisclosureRules
    private let past: PastCounts
    private let released: Released
    /// Where the counts of a year stand on the board.
    private var cells: [Key: Int] = [:]

    /// - Parameters:
    ///   - table: the values that are published now.
    ///   - groups: the ids of the groups.
    ///   - people: the residents of now, on the same board.
    init(
        _ table: IndicatorTable, _ past: PastCounts, _ units: PublicUnits, groups: [String], _ rules: DisclosureRules,
        released: Released, _ people: PeopleCells, on board: inout CellBoard
    ) {
        (self.units, self.rules, self.past, self.released) = (units, rules, past, released)
        let changes = table.values.enumerated().compactMap { row, value -> Change? in
            value.indicator == PastCounts.indicator ? Change(value.key, value.value, row, units, groups) : nil
        }
        guard !changes.isEmpty else { return }
        let out = released.shown(PastCounts.indicator).compactMap { Change($0.key, $0.value, nil, units, groups) }
        var years: Set<Int> = []
        for change in changes + out { years.formUnion([change.years.from, change.years.to]) }
        if let now = YearPair.year(released.period), years.remove(now) != nil {
            for (unit, row) in people.cells.enumerated() where units.units[unit].showsGroups {
                for (group, cell) in row.enumerated() {
                    cells[Key(year: now, people: PeopleKey(unit: unit, group: group))] = cell
                }
            }
        }
        for year in years.sorted() { add(year, groups, on: &board) }
        for change in changes { relate(change, on: &board) }
        for change in out { relate(change, on: &board) }
    }

    /// A difference, printed now or out already.
    private struct Change {
        let people: PeopleKey
        let years: YearPair
        let value: Double
        /// The row of the table; nil where it is out already.
        let row: Int?
        let key: IndicatorTable.Key

        init?(_ key: IndicatorTable.Key, _ value: Double?, _ row: Int?, _ units: PublicUnits, _ groups: [String]) {
            guard let value, let years = YearPair(parameters: key.parameters),
                let unit = units.unit(key.level, key.areaID), units.units[unit].showsGroups,
                let group = groups.firstIndex(of: key.group ?? "")
            else { return nil }
            people = PeopleKey(unit: unit, group: group)
            (self.years, self.value, self.row, self.key) = (years, value, row, key)
        }
    }

    /// The counts of a year and how they hang together.
    private mutating func add(_ year: Int, _ groups: [String], on board: inout CellBoard) {
        var own: [PeopleKey: Int] = [:]
        for (unit, place) in units.units.enumerated() where place.showsGroups {
            for group in groups.indices {
                let people = PeopleKey(unit: unit, group: group)
                let out = released.value(
                    IndicatorTable.Key(
                        level: place.level, areaID: place.id, indicator: PeopleCells.indicator, group: groups[group]),
                    year: year)
                if let shown = out?.value {
                    own[people] = board.add(shown, loss: 0, reason: nil, isOut: true)
                } else if let count = past.count(year, place, groups[group]) {
                    own[people] = board.addImplied(
                        count, isProtected: out?.status == .suppressed || isSecret(count, group, place, year, groups))
                }
            }
        }
        for (unit, place) in units.units.enumerated() where place.showsGroups {
            for group in groups.indices {
                guard let whole = own[PeopleKey(unit: unit, group: group)] else { continue }
                if group > 0, let all = own[PeopleKey(unit: unit, group: 0)] {
                    let others = board.value(all) - board.value(whole)
                    board.relate(all, [whole, board.addImplied(others, isProtected: rules.isSmall(others))])
                }
                let parts = place.wholeQuarters.map { own[PeopleKey(unit: $0, group: group)] }
                if place.level == .town, !parts.isEmpty, !parts.contains(nil) {
                    board.relate(whole, parts.compactMap(\.self))
                }
            }
        }
        for (people, cell) in own { cells[Key(year: year, people: people)] = cell }
    }

    /// Whether a count that nobody told must not be worked out: few, or a group where the rules show none.
    private func isSecret(
        _ count: Double, _ group: Int, _ place: PublicUnits.Unit, _ year: Int, _ groups: [String]
    ) -> Bool {
        if rules.isSmall(count) { return true }
        guard group > 0, count > DisclosureRules.nobody, let all = past.count(year, place, groups[0]) else {
            return false
        }
        return rules.hidesGroups(ofUnitWith: all) || rules.isFull(count, of: all)
    }

    /// A number of now is that of then and the difference.
    private mutating func relate(_ change: Change, on board: inout CellBoard) {
        guard let now = cells[Key(year: change.years.to, people: change.people)],
            let then = cells[Key(year: change.years.from, people: change.people)]
        else { return }
        let place = units.units[change.people.unit]
        let loss: Double = (place.level == .town ? 20 : 1) * (change.people.group == 0 ? 4 : 1)
        let isOut =
            change.row == nil || released.shows(change.value, change.key, unit: "persons")
        let cell = board.add(
            change.value, least: -.infinity, loss: loss, reason: released.hides(change.key) ? .hiddenBefore : nil,
            isOut: isOut)
        board.relate(now, [then, cell])
        if let row = change.row { rows[row] = cell }
    }
}

/// What is known inside of the residents of earlier years.
struct PastCounts {
    /// The indicator whose values are differences between years.
    static let indicator =
        IndicatorCatalogue.all.map(\.descriptor).first { $0.counting == .changeOfResidents }?.id ?? "residents_change"

    private let series: QuarterSeries?
    /// By id, as the series counts them.
    private let groups: [String: Int]
    private let quarters: [String: Int]

    /// - Parameter study: with all of its groups, since the series counts them.
    init(_ study: Study) {
        series = study.quarterSeries
        groups = Dictionary(
            study.groups.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        quarters = Dictionary(
            study.quarters.ids.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The residents of a quarter or the town; nil where no table told them.
    func count(_ year: Int, _ place: PublicUnits.Unit, _ group: String) -> Double? {
        guard let series, let group = groups[group] else { return nil }
        let parts = place.level == .town ? quarters.values.sorted() : [quarters[place.id]].compactMap(\.self)
        let counts = parts.compactMap { series.count(year: year, group: group, quarter: $0) }
        return counts.isEmpty || counts.count < parts.count ? nil : counts.reduce(0, +)
    }
}
