internal import Indicators
internal import Town

/// The numbers of people behind published shares: share × residents, for each area, group, limit and bound.
struct FigureCells {
    /// The cells of a row of the table.
    struct Row {
        /// That of the value.
        var value: Int
        /// Those of the bounds, where they are numbers of people of their own.
        var bounds: [Int] = []
    }

    /// By row.
    private(set) var rows: [Int: Row] = [:]

    /// What a share says: of which question, within which limit, and whether it is the value or a bound.
    private struct Question: Hashable {
        let indicator: String
        let category: String
        let parameters: String
        let side: Side
    }

    private enum Side: Int, Hashable, CaseIterable {
        case value, lower, upper
    }

    /// The cells of one question within one limit.
    private struct Sheet {
        var limit: Double
        /// By unit and group.
        var cells: [PeopleKey: Int] = [:]
        /// The units of which there is a figure of people without a number.
        var gaps: Set<PeopleKey> = []
    }

    /// - Parameters:
    ///   - people: the counts of residents, on the same board.
    ///   - inclusions: which targets of reach are part of others.
    ///   - hiddenPeople: of which units and groups they are hidden.
    ///   - forced: rows that are hidden whatever comes.
    init(
        _ table: IndicatorTable, _ plan: FigurePlan, _ people: PeopleCells, _ inclusions: ReachInclusions,
        hiddenPeople: Set<PeopleKey>, forced: Set<Int>, on board: inout CellBoard
    ) {
        var sheets: [Question: [Double: Sheet]] = [:]
        var order: [Question] = []
        for (row, value) in table.values.enumerated() {
            guard let shape = plan.shapes[row] else { continue }
            let (question, limit) = FigureCells.question(value, .value)
            for side in Side.allCases {
                let own = Question(
                    indicator: question.indicator, category: question.category, parameters: question.parameters,
                    side: side)
                if sheets[own] == nil { order.append(own) }
                var sheet = sheets[own]?[limit] ?? Sheet(limit: limit)
                let key = PeopleKey(unit: shape.unit, group: shape.group)
                if let cell = cell(
                    row, value, shape, side, plan, people, hiddenPeople: hiddenPeople, isForced: forced.contains(row),
                    on: &board)
                {
                    sheet.cells[key] = cell
                } else if shape.isUnknown {
                    sheet.gaps.insert(key)
                }
                sheets[own, default: [:]][limit] = sheet
            }
        }
        for question in order {
            let limits = (sheets[question] ?? [:]).values.sorted { $0.limit < $1.limit }
            guard question.side == .value || limits.contains(where: { isOwn($0, question, sheets) }) else { continue }
            for sheet in limits { relate(sheet, plan, hiddenPeople: hiddenPeople, people, on: &board) }
            for (less, more) in zip(limits, limits.dropFirst()) {
                for key in less.cells.keys.sorted(by: PeopleKey.inOrder) {
                    if let lesser = less.cells[key], let greater = more.cells[key] {
                        board.relate(lesser, notAbove: greater)
                    }
                }
            }
            guard question.side == .value, plan.isOfReach(question.indicator) else { continue }
            for whole in inclusions.wholes(of: question.category) {
                let around = Question(
                    indicator: question.indicator, category: whole, parameters: question.parameters, side: .value)
                for sheet in limits {
                    guard let greater = sheets[around]?[sheet.limit]?.cells else { continue }
                    for key in sheet.cells.keys.sorted(by: PeopleKey.inOrder) {
                        if let part = sheet.cells[key], let whole = greater[key] {
                            board.relate(part, notAbove: whole)
                        }
                    }
                }
            }
        }
    }

    /// Whether a sheet of bounds has any cell that the sheet of values does not have.
    private func isOwn(_ sheet: Sheet, _ question: Question, _ sheets: [Question: [Double: Sheet]]) -> Bool {
        let values = Question(
            indicator: question.indicator, category: question.category, parameters: question.parameters, side: .value)
        return sheet.cells != (sheets[values]?[sheet.limit]?.cells ?? [:])
    }

    /// The cell of a side of a row; for bounds that are the value, or that noise makes, the cell of the value.
    private mutating func cell(
        _ row: Int, _ value: IndicatorValue, _ shape: FigurePlan.Shape, _ side: Side, _ plan: FigurePlan,
        _ people: PeopleCells, hiddenPeople: Set<PeopleKey>, isForced: Bool, on board: inout CellBoard
    ) -> Int? {
        guard let residents = shape.residents, let share = value.value else { return nil }
        let number: Double
        switch side {
        case .value: number = share
        case .lower: number = plan.boundsAreCounts ? value.lower ?? share : share
        case .upper: number = plan.boundsAreCounts ? value.upper ?? share : share
        }
        if side != .value, abs(number - share) <= 1e-9 { return rows[row]?.value }
        let count = number * residents
        let isHidden = isForced || hiddenPeople.contains(PeopleKey(unit: shape.unit, group: shape.group))
        let reason = plan.reason(count, of: residents, shape, value) ?? (isHidden ? .linked : nil)
        let printed = PublishedNumber.interval(number, unit: value.unit)
        let all = people.cell(shape.unit, shape.group).map(board.value) ?? residents
        let isKnown = !hiddenPeople.contains(PeopleKey(unit: shape.unit, group: shape.group))
        let cell = board.add(
            count, printedWithin: printed.lowerBound * residents...printed.upperBound * residents,
            most: isKnown ? max(all, count) : .infinity, loss: plan.loss(shape), reason: reason,
            isOut: side == .value && plan.isOut(value))
        if side == .value { rows[row] = Row(value: cell) } else { rows[row]?.bounds.append(cell) }
        if !isKnown, let whole = people.cell(shape.unit, shape.group) {
            // Nobody knows of how many; those who do not reach it are a number, too.
            let others = max(0, residents - count)
            let rest = board.addImplied(others, isProtected: plan.rules.isSmall(others))
            let apart = board.addImplied(board.value(whole) - count - others, isProtected: false)
            board.relate(whole, [cell, rest, apart])
        }
        return cell
    }

    private func relate(
        _ sheet: Sheet, _ plan: FigurePlan, hiddenPeople: Set<PeopleKey>, _ people: PeopleCells,
        on board: inout CellBoard
    ) {
        for key in sheet.cells.keys.sorted(by: PeopleKey.inOrder) {
            guard let cell = sheet.cells[key] else { continue }
            let unit = plan.units.units[key.unit]
            let parts = unit.wholeQuarters.map { PeopleKey(unit: $0, group: key.group) }
            if !parts.isEmpty, sheet.gaps.isDisjoint(with: parts) {
                board.relate(cell, parts.compactMap { sheet.cells[$0] })
            }
            if let quarter = unit.insideQuarter, let around = sheet.cells[PeopleKey(unit: quarter, group: key.group)] {
                board.relate(cell, notAbove: around)
            }
            if key.group > 0, let all = sheet.cells[PeopleKey(unit: key.unit, group: 0)] {
                board.relate(cell, notAbove: all)
            }
        }
    }

    /// The question of a value, and the limit within which it is asked; 0 where it has none.
    private static func question(_ value: IndicatorValue, _ side: Side) -> (Question, Double) {
        var limit = 0.0
        var others: [Substring] = []
        for part in value.parameters.split(separator: ";") {
            let sides = part.split(separator: "=", maxSplits: 1)
            if sides.count == 2, sides[0] == "minutes" || sides[0] == "metres", let number = Double(sides[1]) {
                limit = number
            } else {
                others.append(part)
            }
        }
        let question = Question(
            indicator: value.indicator, category: value.category ?? "", parameters: others.joined(separator: ";"),
            side: side)
        return (question, limit)
    }
}

extension PeopleKey {
    /// By unit, then by group.
    static func inOrder(_ left: PeopleKey, _ right: PeopleKey) -> Bool {
        (left.unit, left.group) < (right.unit, right.group)
    }
}
