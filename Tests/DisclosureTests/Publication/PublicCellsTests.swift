import Indicators
import LinearProgramming
import Testing
import Town

@testable import Disclosure

/// Small towns by hand: the cells and the relations that come out, with their values.
@Suite("Cells of people and of figures")
struct PublicCellsTests {
    private struct Made {
        var board: CellBoard
        var people: PeopleCells
        var units: PublicUnits
        var figures: FigureCells?
    }

    private func make(
        _ town: TownInARow, rules: DisclosureRules = DisclosureRules(), hidden: Set<PeopleKey> = [],
        forced: Set<Int> = [], released: [ReleasedValue] = []
    ) throws -> Made {
        let study = try town.study()
        let units = PublicUnits(study)
        var board = CellBoard(rules)
        let out = Released(released, period: "2024")
        let people = PeopleCells(study, units, rules, released: out, hidden: hidden, on: &board)
        let table = try town.table()
        let plan = FigurePlan(table, study, units, rules, released: out)
        let figures = FigureCells(
            table, plan, people, ReachInclusions(study.places), hiddenPeople: hidden, forced: forced, on: &board)
        return Made(board: board, people: people, units: units, figures: figures)
    }

    /// Each relation as its terms in values, such as `-1·1800 +1·1000 +1·800`.
    private func words(_ board: CellBoard) -> [String] {
        board.linked.relations.map { relation in
            relation.terms.map { term in
                let value = board.value(term.cell)
                return "\(term.factor < 0 ? "-" : "+")\(Int(value.rounded()))"
            }.joined(separator: " ")
        }
    }

    /// The true values satisfy all relations.
    private func expectTrue(_ board: CellBoard) throws {
        for relation in board.linked.relations {
            let sum = relation.terms.reduce(0) { $0 + $1.factor * board.value($1.cell) }
            #expect(
                relation.range.contains(sum)
                    || min(abs(sum - relation.range.lowerBound), abs(sum - relation.range.upperBound)) < 1e-6)
        }
        try board.linked.check()
    }

    @Test func residentsOfGroupsAndQuarters() throws {
        let made = try make(TownInARow(quarters: [[1_000, 100], [800, 3]]))
        let (board, people) = (made.board, made.people)
        #expect(people.cells == [[0, 1], [2, 3], [4, 5]])
        #expect((0...5).map { board.value($0) } == [1_800, 103, 1_000, 100, 800, 3])
        // Who is not of the group, then the quarters.
        #expect(
            words(board) == [
                "-1800 +103 +1697", "-1000 +100 +900", "-800 +3 +797", "-1800 +1000 +800", "-103 +100 +3",
            ])
        #expect(board.reasons[5] == .smallCount && board.reasons.compactMap(\.self) == [.smallCount])
        #expect(board.linked.cells[5].role == .sensitive(protection: 5))
        #expect(board.linked.cells[6].role == .implied(protection: nil))
        #expect(people.outside.map { board.value($0) } == 0)
        #expect(people.cell(2, 1) == 5 && people.cell(9, 0) == nil && people.cell(0, 7) == nil)
        // The town costs most, all residents more than a group.
        let losses = board.linked.cells.map(\.loss)
        #expect(losses[0] > losses[2] && losses[2] > losses[3] && losses[1] > losses[2])
        try expectTrue(board)
    }

    @Test func theOthersOfAGroupAreProtectedWhereTheyAreFew() throws {
        let board = try make(TownInARow(quarters: [[400, 398], [800, 100]])).board
        let rests = board.linked.cells.filter { $0.role.isImplied }
        #expect(rests.map(\.value) == [702, 2, 700])
        #expect(rests.map(\.role) == [.implied(protection: nil), .implied(protection: 5), .implied(protection: nil)])
    }

    @Test func piecesOfAreasAndWhatLiesBesideThem() throws {
        var town = TownInARow(quarters: [[1_000], [800]])
        town.focusAreas = [[(0, 0.5), (1, 0.25)], [(1, 0.75)]]
        let made = try make(town)
        #expect(made.people.pieces.map { $0.map { made.board.value($0) } } == [[500, 200, 600]])
        #expect(
            Set(words(made.board)) == [
                "-1800 +1000 +800", "-700 +500 +200", "-600 +600", "-1000 +500 +500", "-800 +200 +600 +0",
            ])
        try expectTrue(made.board)
    }

    @Test func piecesOfAreasThatOverlapAreNotAddedUp() throws {
        var town = TownInARow(quarters: [[1_000], [800]])
        town.focusAreas = [[(1, 0.75)], [(1, 0.999)]]
        let made = try make(town)
        // What lies beside each of them is a number of its own: 200 and 0.8 people.
        #expect(words(made.board).contains("-800 +600 +200") && words(made.board).contains("-800 +799 +1"))
        #expect(!words(made.board).contains { $0.contains("+600 +799") })
        #expect(made.board.linked.cells.contains { $0.role == .implied(protection: 5) })
        try expectTrue(made.board)
    }

    @Test func reasonsInTheirOrder() throws {
        var rules = DisclosureRules()
        rules.minimumPopulation = 50
        rules.dominance = .init(contributors: 1, share: 0.9)
        // One origin makes all of each quarter, so that only the town is not dominated.
        let dominated = try make(TownInARow(quarters: [[1_000, 100], [900, 90]]), rules: rules)
        #expect(
            dominated.people.cells.map { $0.map { $0.flatMap { dominated.board.reasons[$0] } } } == [
                [nil, nil], [.dominance, .dominance], [.dominance, .dominance],
            ])
        rules.dominance = nil
        let small = try make(TownInARow(quarters: [[40, 40], [200, 200], [900, 3], [0, 0]]), rules: rules)
        #expect(
            small.people.cells.dropFirst().map { $0.map { $0.flatMap { small.board.reasons[$0] } } } == [
                [.smallUnit, .fullCell], [nil, .fullCell], [nil, .smallCount], [nil, nil],
            ])
    }

    @Test func whatIsOutStaysOutAndWhatWasHiddenStaysHidden() throws {
        func value(_ area: String, _ number: Double?) -> ReleasedValue {
            ReleasedValue(
                period: "2024", key: .init(level: .quarter, areaID: area, indicator: "residents", group: "g1"),
                value: number, status: number == nil ? .suppressed : .valid)
        }
        let made = try make(
            TownInARow(quarters: [[1_000, 100], [800, 3], [600, 60]]),
            released: [value("q1", nil), value("q2", 3), value("q3", 61)])
        let cells = (1...3).map { made.people.cell($0, 1) }.map { made.board.linked.cells[$0 ?? 0].role }
        // Another number than the one that would be shown now is not out.
        #expect(cells == [.sensitive(protection: 5), .released, .open])
        #expect(made.board.reasons[made.people.cell(1, 1) ?? 0] == .hiddenBefore)
    }

    // MARK: figures

    private let reached = TownInARow(quarters: [[1_000, 100], [800, 90]], reached: [[700, 98], [500, 40]])

    @Test func sharesAreNumbersOfPeopleWithinLimits() throws {
        let made = try make(reached)
        let figures = try #require(made.figures)
        let values = figures.rows.sorted { $0.key < $1.key }.map { made.board.value($0.value.value) }
        for (value, people) in zip(values, [1_200.0, 138, 700, 98, 500, 40]) { #expect(value.isNear(people)) }
        #expect(figures.rows.values.allSatisfy { $0.bounds.isEmpty })
        let shares = words(made.board).suffix(5)
        #expect(
            Array(shares) == ["-1200 +700 +500", "-138 +98 +40", "+1200 -138", "+700 -98", "+500 -40"])
        // Two of a hundred do not reach it; 0.700 of 1,000 leaves one person open, which is told exactly.
        let cells = figures.rows.sorted { $0.key < $1.key }.map { made.board.linked.cells[$0.value.value] }
        #expect(cells.map(\.role.isSensitive) == [false, false, false, true, false, false])
        #expect(abs(cells[0].printedWithin.lowerBound - 0.6665 * 1_800) < 1e-6)
        #expect(abs(cells[0].printedWithin.upperBound - 0.6675 * 1_800) < 1e-6)
        #expect(cells[5].printedWithin == cells[5].value...cells[5].value)
        #expect(cells.map(\.range.upperBound) == [1_800, 190, 1_000, 100, 800, 90])
        try expectTrue(made.board)
    }

    @Test func figuresOfHiddenPeopleAreHiddenAndOfNobodyKnowsHowMany() throws {
        let made = try make(reached, hidden: [PeopleKey(unit: 2, group: 1)])
        let figures = try #require(made.figures).rows.sorted { $0.key < $1.key }.map(\.value.value)
        #expect(figures.map { made.board.reasons[$0] } == [nil, nil, nil, .smallCount, nil, .linked])
        #expect(made.board.linked.cells[figures[5]].range.upperBound == .infinity)
        // 90 = 40 who do + 50 who do not + nobody of whom nothing is known.
        #expect(words(made.board).contains("-90 +40 +50 +0"))
        try expectTrue(made.board)
    }

    @Test func aForcedRowIsHidden() throws {
        let rows = try reached.table().values.indices.filter {
            try reached.table().values[$0].indicator == "coverage_share"
        }
        let made = try make(reached, forced: [rows[4]])
        let figure = try #require(made.figures?.rows[rows[4]])
        #expect(made.board.reasons[figure.value] == .linked)
    }

    // MARK: the plan

    @Test func thePlanKnowsSharesOfResidents() throws {
        let study = try reached.study()
        let table = try reached.table()
        let units = PublicUnits(study)
        let plan = FigurePlan(table, study, units, DisclosureRules(), released: Released([], period: "2024"))
        let shares = table.values.indices.filter { table.values[$0].indicator == "coverage_share" }
        #expect(plan.shapes.keys.sorted() == shares)
        #expect(shares.compactMap { plan.shapes[$0]?.residents } == [1_800, 190, 1_000, 100, 800, 90])
        #expect(shares.compactMap { plan.shapes[$0]?.unit } == [0, 0, 1, 1, 2, 2])
        #expect(shares.compactMap { plan.shapes[$0]?.group } == [0, 1, 0, 1, 0, 1])
        let (all, group) = (try #require(plan.shapes[shares[2]]), try #require(plan.shapes[shares[3]]))
        let value = table.values[shares[2]]
        for (count, people, reason) in [
            (0.0, 100.0, nil), (1, 100, .smallCount), (96, 100, .smallCount), (100, 100, nil), (5, 100, nil),
            (10, 29, .smallDenominator), (10, 30, nil),
        ] as [(Double, Double, HidingReason?)] {
            #expect(plan.reason(count, of: people, all, value) == reason, "\(count) of \(people)")
        }
        #expect(plan.loss(all) == 4 && plan.loss(group) == 1)
        #expect(plan.loss(try #require(plan.shapes[shares[0]])) == 80)
        #expect(!plan.wasHidden(value) && !plan.isOut(value))
    }

    @Test func groupsOfFewResidentsHaveNoShares() throws {
        let town = TownInARow(quarters: [[250, 100], [800, 90]], reached: [[100, 50], [500, 40]])
        let made = try make(town)
        let figures = try #require(made.figures).rows.sorted { $0.key < $1.key }.map(\.value.value)
        #expect(figures.map { made.board.reasons[$0] } == [nil, nil, nil, .fewResidents, nil, nil])
    }
}
