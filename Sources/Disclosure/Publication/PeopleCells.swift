internal import Indicators
internal import Overlay
internal import Town

/// The counts of residents: of units by group, of pieces of quarters, of what lies outside.
struct PeopleCells {
    /// For each unit and group the cell; nil where the edition tells nothing of the group there.
    private(set) var cells: [[Int?]] = []
    /// For each layer of areas and piece the cell of all residents, focus areas first; empty without a population.
    private(set) var pieces: [[Int]] = []
    /// The cell of those who live in no quarter.
    private(set) var outside: Int?

    private let units: PublicUnits
    private let rules: DisclosureRules

    /// - Parameters:
    ///   - hidden: the units and groups that are hidden whatever comes.
    init(
        _ study: Study, _ units: PublicUnits, _ rules: DisclosureRules, released: Released, hidden: Set<PeopleKey>,
        on board: inout CellBoard
    ) {
        self.units = units
        self.rules = rules
        guard let counts = study.population?.counts, !counts.isEmpty else { return }
        for unit in units.units.indices {
            cells.append(
                study.groups.indices.map { group in
                    guard group == 0 || units.units[unit].showsGroups else { return nil }
                    return add(
                        unit, group, counts[group], of: study.groups[group].id, released,
                        isHidden: hidden.contains(PeopleKey(unit: unit, group: group)), on: &board)
                })
        }
        relateGroups(on: &board)
        for group in study.groups.indices { relateQuarters(group, on: &board) }
        addPieces(study, on: &board)
    }

    /// The cell of a unit and group; nil where there is none.
    func cell(_ unit: Int, _ group: Int) -> Int? { cells[checked: unit]?[checked: group] ?? nil }

    private func add(
        _ unit: Int, _ group: Int, _ counts: [Double], of id: String, _ released: Released, isHidden: Bool,
        on board: inout CellBoard
    ) -> Int {
        let place = units.units[unit]
        let count = place.residents[group]
        let all = place.residents[0]
        let key = PeopleCells.key(place, id)
        let reason =
            rules.isSmall(count)
            ? .smallCount
            : PeopleCells.reason(
                place, group, counts, of: id, all: all, isFull: rules.isFull(count, of: all), rules, released)
                ?? (isHidden ? .linked : nil)
        let weight: Double =
            switch place.level {
            case .town: 1_000_000
            case .quarter: group == 0 ? 10_000 : 100
            default: 1_000
            }
        return board.add(
            count, loss: weight * (1 + count.squareRoot() / 100), reason: reason,
            isOut: released.shows(count, key, unit: "persons"))
    }

    /// What identifies the count of a group in an area.
    private static func key(_ place: PublicUnits.Unit, _ group: String) -> IndicatorTable.Key {
        IndicatorTable.Key(level: place.level, areaID: place.id, indicator: indicator, group: group)
    }

    /// Why a number of residents is hidden whatever it is.
    ///
    /// - Parameters:
    ///   - all: the residents of the area by which the rules are asked.
    ///   - isFull: whether the group is everybody.
    static func reason(
        _ place: PublicUnits.Unit, _ group: Int, _ counts: [Double], of id: String, all: Double, isFull: Bool,
        _ rules: DisclosureRules, _ released: Released
    ) -> HidingReason? {
        if group > 0, isFull { return .fullCell }
        if group > 0, rules.hidesGroups(ofUnitWith: all) { return .fewResidents }
        if rules.hidesUnit(with: all) { return .smallUnit }
        if rules.dominance != nil,
            rules.isDominated(place.origins.map { (counts[checked: $0.origin] ?? 0) * $0.weight })
        {
            return .dominance
        }
        return released.hides(key(place, id)) ? .hiddenBefore : nil
    }

    /// The indicator whose values are these counts.
    static let indicator =
        IndicatorCatalogue.all.map(\.descriptor).first { $0.counting == .residents }?.id ?? "residents"

    /// Who is not in a group is a number, too.
    private func relateGroups(on board: inout CellBoard) {
        for row in cells {
            guard let all = row.first ?? nil else { continue }
            for cell in row.dropFirst() {
                guard let cell else { continue }
                let others = board.value(all) - board.value(cell)
                let rest = board.addImplied(others, isProtected: rules.isSmall(others))
                board.relate(all, [cell, rest])
            }
        }
    }

    /// The quarters together are the town; some areas are whole quarters together.
    private func relateQuarters(_ group: Int, on board: inout CellBoard) {
        for (number, unit) in units.units.enumerated() {
            guard let total = cell(number, group), !unit.wholeQuarters.isEmpty else { continue }
            board.relate(total, unit.wholeQuarters.compactMap { cell($0, group) })
        }
    }

    /// The pieces that areas share with quarters, and what of both lies beside them.
    private mutating func addPieces(_ study: Study, on board: inout CellBoard) {
        let overlay = study.overlay
        var layers: [(pieces: [OverlayPiece], areas: AreaTable, level: AreaLevel, membership: AreaMembership)] = []
        if let focus = study.focusAreas {
            layers.append((overlay.focusPieces, focus.areas, .focusArea, overlay.focusMembership))
        } else {
            layers.append(([], AreaTable(title: "", ids: [], names: [], geometries: []), .focusArea, AreaMembership()))
        }
        for (number, areas) in study.otherAreas.enumerated() {
            layers.append(
                (
                    overlay.otherPieces[checked: number] ?? [], areas, .area,
                    overlay.otherMemberships[checked: number] ?? AreaMembership()
                ))
        }
        for layer in layers {
            let cells = layer.pieces.map { piece -> Int in
                let people = piece.residents.first ?? 0
                return board.add(
                    people, loss: 50, reason: rules.isSmall(people) ? .smallCount : nil, isOut: false)
            }
            pieces.append(cells)
            let areas = layer.areas.ids.map { units.unit(layer.level, $0) }
            relate(
                Dictionary(grouping: cells.indices) { Int(layer.pieces[$0].area) }.compactMap { area, members in
                    (areas[checked: area] ?? nil).flatMap { cell($0, 0) }.map {
                        let share = members.reduce(0) { $0 + layer.pieces[$1].shareOfArea }
                        return ($0, members.map { cells[$0] }, share >= PeopleCells.wholeArea)
                    }
                }, on: &board)
            let byQuarter = Dictionary(grouping: cells.indices) { Int(layer.pieces[$0].quarter) }
            let quarters = byQuarter.compactMap { quarter, members -> Sum? in
                units.quarters[checked: quarter].flatMap { cell($0, 0) }.map { ($0, members.map { cells[$0] }, false) }
            }
            // Of areas that overlap nobody can add up the pieces, but what lies beside each of them is a number.
            relate(
                layer.membership.countsAnybodyTwice
                    ? quarters.flatMap { whole, parts, _ in parts.map { (whole, [$0], false) } } : quarters, on: &board)
        }
        if let people = overlay.residentsOutside.first {
            outside = board.add(people, loss: 50, reason: rules.isSmall(people) ? .smallCount : nil, isOut: false)
        }
    }

    /// A whole, its parts, and whether everybody can see that there is nothing beside them.
    private typealias Sum = (whole: Int, parts: [Int], isComplete: Bool)

    /// The share of an area that counts as all of it: the pieces that maps show then make the area.
    private static let wholeArea = 0.999

    /// Each whole is its parts and a rest that nobody prints; where there is none, its parts alone.
    private func relate(_ sums: [Sum], on board: inout CellBoard) {
        for (whole, parts, isComplete) in sums.sorted(by: {
            ($0.whole, $0.parts.first ?? 0) < ($1.whole, $1.parts.first ?? 0)
        }) {
            guard !isComplete else {
                board.relate(whole, parts)
                continue
            }
            let rest = board.value(whole) - parts.reduce(0) { $0 + board.value($1) }
            board.relate(whole, parts + [board.addImplied(rest, isProtected: rules.isSmall(rest))])
        }
    }
}

/// A unit and a group by their indexes.
struct PeopleKey: Hashable {
    let unit: Int
    let group: Int
}

extension AreaMembership {
    /// Whether some origin lies in areas that overlap.
    fileprivate var countsAnybodyTwice: Bool {
        var sums: [Int32: Double] = [:]
        for (origin, weight) in zip(origins, weights) { sums[origin, default: 0] += weight }
        return sums.values.contains { $0 > 1 + 1e-6 }
    }
}
