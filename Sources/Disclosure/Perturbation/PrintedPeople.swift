internal import Indicators
internal import LinearProgramming
internal import Overlay
internal import Town

/// The numbers of residents that are printed where counts are rounded or noisy: of units by group, of pieces of areas in
/// quarters, of those who live in no quarter.
struct PrintedPeople {
    /// For each unit and group what is printed; nil where the edition tells nothing of the group there.
    private(set) var counts: [[Double?]] = []
    /// For each layer of areas and piece what is printed of all residents, focus areas first.
    private(set) var pieces: [[Double]] = []
    /// What is printed of those who live in no quarter.
    private(set) var outside: Double?
    /// How many multiples of the base a count went at most; 0 where nothing is rounded together.
    private(set) var reach = 0

    /// Rounds all counts together, so that sums stay sums as far as there are such multiples; draws noise for each by
    /// itself.
    init(
        _ study: Study, _ units: PublicUnits, _ rules: DisclosureRules, _ noise: CountNoise
    ) throws(LinearFailure) {
        var board = CellBoard(rules)
        let people = PeopleCells(
            study, units, rules, released: Released([], period: study.period), hidden: [], on: &board)
        var values: [Double]?
        if case .rounding(let base, let seed) = rules.method {
            let rounded = try board.linked.withoutRemainders.rounded(toBase: base, seed: seed)
            (values, reach) = (rounded.values, rounded.reach)
        }
        func value(_ cell: Int, _ identity: [String]) -> Double {
            values?[cell] ?? noise.printed(board.value(cell), identity: identity)
        }
        counts = people.cells.enumerated().map { unit, row in
            let place = units.units[unit]
            let printed = row.enumerated().map { group, cell in
                cell.map {
                    value($0, [PeopleCells.indicator, place.level.rawValue, place.id, study.groups[group].id])
                }
            }
            // A group is part of all: noise does not know that.
            let all = (printed.first ?? nil) ?? .infinity
            return printed.map { $0.map { min($0, all) } }
        }
        let layers = [study.overlay.focusPieces] + study.overlay.otherPieces
        let areas = [study.focusAreas?.areas] + study.otherAreas.map { Optional($0) }
        pieces = people.pieces.enumerated().map { layer, cells in
            cells.enumerated().map { number, cell in
                let piece = layers[checked: layer]?[checked: number]
                let area = piece.flatMap { (areas[checked: layer] ?? nil)?.ids[checked: Int($0.area)] }
                let quarter = piece.flatMap { study.quarters.ids[checked: Int($0.quarter)] }
                return value(cell, ["piece", "\(layer)", area ?? "", quarter ?? ""])
            }
        }
        outside = people.outside.map { value($0, ["outside"]) }
    }

    /// What is printed of a unit and group; nil where nothing is.
    func count(_ unit: Int, _ group: Int) -> Double? { counts[checked: unit]?[checked: group] ?? nil }

    /// The residents by which the rules are asked: the true ones or the printed, whichever are fewer, and nobody where
    /// nobody is printed. So that whether something is hidden tells nothing of a count that is printed as zero.
    func asked(_ unit: Int, _ group: Int, of residents: Double) -> Double {
        guard let printed = count(unit, group) else { return residents }
        return printed == 0 ? 0 : min(printed, residents)
    }
}

extension LinkedCells {
    /// The system with each constant as a cell of its own: multiples cannot add up to a constant that is none.
    fileprivate var withoutRemainders: LinkedCells {
        var result = self
        for number in relations.indices where relations[number].isEquation {
            let constant = relations[number].range.lowerBound
            guard constant != 0 else { continue }
            let cell = result.add(
                Cell(value: constant.magnitude, loss: 0, role: .implied(protection: nil)))
            result.relations[number] = Relation(
                relations[number].terms + [(cell, constant > 0 ? -1 : 1)], equals: 0)
        }
        return result
    }
}
