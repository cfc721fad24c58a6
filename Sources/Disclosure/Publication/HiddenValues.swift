internal import Indicators
internal import LinearProgramming
internal import Town

/// Which values of a table, and which pieces of the overlay, are hidden, and why.
struct HiddenValues {
    /// By row of the table.
    private(set) var rows: [Int: HidingReason] = [:]
    /// Rows whose bounds are hidden though their value is not.
    private(set) var bounds: Set<Int> = []
    /// For each layer of areas, focus areas first, the pieces.
    private(set) var pieces: [[HidingReason?]] = []
    /// Why the number of those who live in no quarter is hidden.
    private(set) var outside: HidingReason?
    /// What hiding cost and what it did not protect; nil where counts are rounded or noisy.
    private(set) var cost: ProtectionCost?
    /// The residents of each unit that are hidden: their figures are, too.
    private(set) var people: [PeopleKey: HidingReason] = [:]

    private let table: IndicatorTable
    private let study: Study
    private let units: PublicUnits
    private let plan: FigurePlan
    private let released: Released
    private let rules: DisclosureRules
    /// What is printed of residents where counts are rounded or noisy; nil where they are exact.
    private let printed: PrintedPeople?

    /// Hides what the rules name, then what would give it away, until nothing is to be added: whoever hides a number of
    /// residents hides all figures of them.
    ///
    /// - Parameters:
    ///   - past: the residents of earlier years.
    ///   - method: how the cells to hide are chosen.
    init(
        _ table: IndicatorTable, _ study: Study, _ past: PastCounts, _ rules: DisclosureRules, released: Released,
        by method: SuppressionMethod
    ) throws(LinearFailure) {
        self.table = table
        self.study = study
        self.rules = rules
        self.released = released
        printed = nil
        units = PublicUnits(study)
        plan = FigurePlan(table, study, units, rules, released: released)
        // Numbers of residents first, since every figure depends on them.
        var board = CellBoard(rules)
        let first = PeopleCells(study, units, rules, released: released, hidden: [], on: &board)
        var hiddenPeople = HiddenValues.people(first, board, try board.linked.suppression(by: method, isBounded: false))
        var forced: Set<Int> = []
        while true {
            var board = CellBoard(rules)
            let known = Set(hiddenPeople.keys)
            let people = PeopleCells(study, units, rules, released: released, hidden: known, on: &board)
            let figures = FigureCells(
                table, plan, people, ReachInclusions(study.places), hiddenPeople: known, forced: forced, on: &board)
            let earlier = EarlierPeople(
                table, past, units, groups: study.groups.map(\.id), rules, released: released, people, on: &board)
            let result = try board.linked.suppression(by: method, isBounded: false)
            let now = HiddenValues.people(people, board, result)
            let linked = bundled(figures, result).subtracting(forced)
            let isSettled = Set(now.keys) == known && linked.isEmpty
            hiddenPeople.merge(now) { first, _ in first }
            forced.formUnion(linked)
            guard isSettled else { continue }
            self.people = hiddenPeople
            take(people, figures, board, result)
            for (row, cell) in earlier.rows where result.hidden[cell] { rows[row] = board.reasons[cell] ?? .linked }
            let names = names(people, figures, earlier)
            var bound = result.lowerBound ?? 0
            if result.lowerBound == nil {
                bound = min(try board.linked.lowerBound(exempting: result.unprotectable), result.loss)
            }
            cost = ProtectionCost(
                loss: result.loss, lowerBound: bound,
                unprotected: result.unprotectable.map { ProtectionCost.Unprotected(key: names[$0]) })
            break
        }
        addDependent()
    }

    /// Hides what the rules name where counts are rounded or noisy. Nothing is hidden for the sake of others, since what can
    /// be worked out is rounded or noisy, too.
    init(
        _ table: IndicatorTable, _ study: Study, _ units: PublicUnits, _ rules: DisclosureRules, released: Released,
        printed: PrintedPeople
    ) {
        self.table = table
        self.study = study
        self.rules = rules
        self.released = released
        self.units = units
        self.printed = printed
        plan = FigurePlan(table, study, units, rules, released: released)
        let counts = study.population?.counts ?? []
        for (number, unit) in units.units.enumerated() {
            let all = printed.asked(number, 0, of: unit.residents.first ?? 0)
            for group in study.groups.indices {
                guard let count = printed.count(number, group), let everybody = printed.count(number, 0) else {
                    continue
                }
                // A group that is printed as everybody looks like one that is, and is hidden like it.
                people[PeopleKey(unit: number, group: group)] = PeopleCells.reason(
                    unit, group, counts[checked: group] ?? [], of: study.groups[group].id, all: all,
                    isFull: rules.isFull(count, of: everybody), rules, released)
            }
        }
        pieces = printed.pieces.map { $0.map { _ in nil } }
        addDependent()
    }

    /// What the run's record tells.
    func record(_ table: IndicatorTable, _ rules: DisclosureRules) -> ProtectionRecord {
        var counts: [HidingReason: Int] = [:]
        let pieces = self.pieces.flatMap { $0.compactMap(\.self) }
        let values = rows.filter { table.values[$0.key].value != nil }.map(\.value)
        for reason in values + pieces + [outside].compactMap(\.self) { counts[reason, default: 0] += 1 }
        return ProtectionRecord(
            rules: rules, hidden: counts, valueCount: table.values.count { $0.value != nil },
            unprotectedCount: cost?.unprotected.count ?? 0, roundingReach: printed?.reach ?? 0)
    }

    /// What the cells of residents and of figures are of.
    private func names(
        _ people: PeopleCells, _ figures: FigureCells, _ earlier: EarlierPeople
    ) -> [Int: IndicatorTable.Key] {
        var names: [Int: IndicatorTable.Key] = [:]
        for (unit, row) in people.cells.enumerated() {
            for (group, cell) in row.enumerated() {
                guard let cell else { continue }
                names[cell] = IndicatorTable.Key(
                    level: units.units[unit].level, areaID: units.units[unit].id, indicator: PeopleCells.indicator,
                    group: study.groups[group].id)
            }
        }
        for (row, cells) in figures.rows {
            for cell in [cells.value] + cells.bounds { names[cell] = table.values[row].key }
        }
        for (row, cell) in earlier.rows { names[cell] = table.values[row].key }
        return names
    }

    private static func people(
        _ people: PeopleCells, _ board: CellBoard, _ result: Suppression
    ) -> [PeopleKey: HidingReason] {
        var hidden: [PeopleKey: HidingReason] = [:]
        for (unit, row) in people.cells.enumerated() {
            for (group, cell) in row.enumerated() {
                if let cell, result.hidden[cell] {
                    hidden[PeopleKey(unit: unit, group: group)] = board.reasons[cell] ?? .linked
                }
            }
        }
        return hidden
    }

    /// The shares that are bound to hidden ones: figures of the durability of offers can be worked out of each other, so
    /// where one of a unit and group is hidden all are.
    private func bundled(_ figures: FigureCells, _ result: Suppression) -> Set<Int> {
        let ofDurability = Set(
            IndicatorCatalogue.all.map(\.descriptor).filter { $0.theme == .durability }.map(\.id))
        let members = figures.rows.keys.filter { ofDurability.contains(table.values[$0].indicator) }
        func key(_ row: Int) -> PeopleKey? { plan.shapes[row].map { PeopleKey(unit: $0.unit, group: $0.group) } }
        let hidden = Set(members.filter { figures.rows[$0].map { result.hidden[$0.value] } ?? false }.compactMap(key))
        return Set(members.filter { key($0).map(hidden.contains) ?? false })
    }

    private mutating func take(
        _ people: PeopleCells, _ figures: FigureCells, _ board: CellBoard, _ result: Suppression
    ) {
        for (row, cells) in figures.rows {
            if result.hidden[cells.value] { rows[row] = board.reasons[cells.value] ?? .linked }
            if cells.bounds.contains(where: { result.hidden[$0] }) { bounds.insert(row) }
        }
        pieces = people.pieces.map { cells in
            cells.map { result.hidden[$0] ? board.reasons[$0] ?? .linked : nil }
        }
        if let cell = people.outside, result.hidden[cell] { outside = board.reasons[cell] ?? .linked }
    }

    /// Hides what depends on hidden numbers of residents, what rests on too few people, and what follows from a hidden
    /// figure.
    private mutating func addDependent() {
        let catalogue = Dictionary(
            IndicatorCatalogue.all.map { ($0.descriptor.id, $0.descriptor) }, uniquingKeysWith: { first, _ in first })
        var groups: [String: Int] = [:]
        for (number, group) in study.groups.enumerated() { groups[group.id] = number }
        for (row, value) in table.values.enumerated() where rows[row] == nil {
            guard let descriptor = catalogue[value.indicator] else { continue }
            rows[row] = reason(value, descriptor, groups)
        }
        var hiddenFigures: Set<IndicatorTable.Key> = []
        func figure(_ value: IndicatorValue, _ id: String) -> IndicatorTable.Key {
            IndicatorTable.Key(
                level: value.level, areaID: value.areaID, indicator: id, group: value.group, category: value.category)
        }
        for row in rows.keys { hiddenFigures.insert(figure(table.values[row], table.values[row].indicator)) }
        for (row, value) in table.values.enumerated() where rows[row] == nil {
            if case .following(let id)? = catalogue[value.indicator]?.counting,
                hiddenFigures.contains(figure(value, id))
            {
                rows[row] = .linked
            }
        }
    }

    private func reason(
        _ value: IndicatorValue, _ descriptor: IndicatorDescriptor, _ groups: [String: Int]
    ) -> HidingReason? {
        guard let name = value.group, let group = groups[name] else { return nil }
        if value.level == .place {
            let users = min(value.n ?? .infinity, value.unit == "persons" ? value.value ?? .infinity : .infinity)
            return rules.hasFewUsers(users) ? .fewUsers : nil
        }
        guard let unit = units.unit(value.level, value.areaID) else { return nil }
        // A value may speak of a second group in its parameters.
        let others = value.parameters.split(separator: ";").compactMap { part in
            part.firstIndex(of: "=").flatMap { groups[String(part[part.index(after: $0)...])] }
        }
        for key in ([0, group] + others).map({ PeopleKey(unit: unit, group: $0) }) {
            if let reason = people[key] { return reason }
        }
        let residents = units.units[unit].residents.enumerated().map {
            printed?.asked(unit, $0.offset, of: $0.element) ?? $0.element
        }
        if descriptor.counting == .quotientToTown, let town = units.town {
            if let reason = people[PeopleKey(unit: town, group: group)] { return reason }
        }
        if group > 0 || !others.isEmpty, rules.hidesGroups(ofUnitWith: residents.first ?? 0) { return .fewResidents }
        switch descriptor.counting {
        case .residents, .quotientOfResidents, .quotientToTown: break
        case .changeOfResidents:
            // Printed numbers of two years tell it where they are rounded or noisy; else it would tell of both.
            if printed != nil, PrintedFigures.change(value, printed: 0, released) == nil { return .linked }
        default:
            let base = descriptor.needs.contains(.groups) ? nil : value.n
            let people = ([group] + others).compactMap { residents[checked: $0] }.min() ?? .infinity
            if rules.isSmallDenominator(min(base ?? people, people)) { return .smallDenominator }
        }
        return plan.wasHidden(value) || restsOnHiddenYears(value, descriptor) ? .hiddenBefore : nil
    }

    /// Whether a value compares years in one of which the number of its people was hidden.
    private func restsOnHiddenYears(_ value: IndicatorValue, _ descriptor: IndicatorDescriptor) -> Bool {
        guard descriptor.counting != .changeOfResidents, let years = YearPair(parameters: value.parameters) else {
            return false
        }
        let people = IndicatorTable.Key(
            level: value.level, areaID: value.areaID, indicator: PeopleCells.indicator, group: value.group)
        return [years.from, years.to].contains { released.value(people, year: $0)?.status == .suppressed }
    }
}
