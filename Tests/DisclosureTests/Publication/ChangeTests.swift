import Indicators
import LinearProgramming
import Testing
import Town

@testable import Disclosure

/// What printed differences tell of other years.
@Suite("Differences between years") struct ChangeTests {
    /// Three persons of a group in the second quarter a year ago, forty now.
    private let before = TownInARow(quarters: [[1_000, 100], [800, 3], [600, 60], [900, 70]], period: "2023")
    private var now: TownInARow {
        TownInARow(
            quarters: [[1_010, 104], [800, 40], [590, 61], [900, 75]], earlier: [2_023: before.quarters], period: "2024"
        )
    }

    private func change(_ open: Publication, _ area: String, _ group: String) -> IndicatorValue? {
        open.value("residents_change", area, group)
    }

    /// The worked example of Documentation/SmallCounts.md, with what an outsider can still narrow.
    @Test func theWorkedExample() throws {
        let earlier = try before.publication()
        #expect(earlier.residents("g1", quarters: 4) == [100, nil, nil, 70])
        #expect(earlier.value("residents", "town", "g1")?.value == 233)
        #expect(earlier.residents("all", quarters: 4) == [1_000, 800, 600, 900])
        let open = try now.publication(released: earlier.ownValues)
        #expect(open.residents("g1", quarters: 4) == [104, 40, 61, 75])
        #expect(["q1", "q2", "q3", "q4", "town"].map { change(open, $0, "g1")?.value } == [4, nil, nil, 5, 47])
        #expect(open.value("residents", "town", "g1")?.value == 280)
        // q2 and q3 of 2023, their changes; 40 and 61 are shown, and the town's change is.
        var program = LinearProgram()
        let unknowns = [0.0...800, 0...600].map { program.addUnknown($0) }
        let changes = [0, 1].map { _ in program.addUnknown(-Double.infinity...Double.infinity) }
        program.rows = [
            LinearRow([LinearTerm(unknowns[0]), LinearTerm(unknowns[1])], within: 63...63),
            LinearRow([LinearTerm(unknowns[0]), LinearTerm(changes[0])], within: 40...40),
            LinearRow([LinearTerm(unknowns[1]), LinearTerm(changes[1])], within: 61...61),
            LinearRow([LinearTerm(changes[0]), LinearTerm(changes[1])], within: 38...38),
        ]
        var solver = try LinearSolver(program)
        for unknown in unknowns {
            let interval = try solver.range(of: unknown)
            #expect(abs(interval.lowerBound) < 1e-6 && abs(interval.upperBound - 63) < 1e-6)
        }
    }

    @Test func aHiddenYearDoesNotFollowFromTheChange() throws {
        let earlier = try before.publication()
        let hidden = (1...4).map { "q\($0)" }.filter { earlier.value("residents", $0, "g1")?.value == nil }
        #expect(hidden.count == 2 && hidden.contains("q2"))
        let open = try now.publication(released: earlier.ownValues)
        // All numbers of now are shown, so each change to a hidden one has to go, and no other.
        #expect(open.residents("g1", quarters: 4) == [104, 40, 61, 75])
        for area in (1...4).map({ "q\($0)" }) {
            let value = try #require(change(open, area, "g1"))
            #expect((value.status == .suppressed) == hidden.contains(area), "\(area)")
        }
        #expect(change(open, "town", "g1")?.value == 47)
        #expect(change(open, "q1", "all")?.value == 10 && change(open, "q3", "all")?.value == -10)
        #expect(open.protection?.unprotectedCount == 0)
        // Had nothing been hidden then, nothing would have to be now.
        let shown = earlier.ownValues.map { value -> ReleasedValue in
            var value = value
            if value.status == .suppressed { (value.value, value.status) = (99, .valid) }
            return value
        }
        #expect(try now.publication(released: shown).protection?.hiddenCount == 0)
    }

    @Test func aSmallNumberThatNobodyEverPrintedDoesNotFollow() throws {
        let open = try now.publication()
        #expect(change(open, "q2", "g1")?.status == .suppressed)
        #expect(open.value("residents", "q2", "g1")?.value == 40)
        // The town's change and those of the other quarters would tell it.
        let others = ["q1", "q3", "q4", "town"].compactMap { change(open, $0, "g1")?.value }
        #expect(others.count < 4)
    }

    @Test func theNumberOfNowDoesNotFollowFromTheOneBefore() throws {
        let now = TownInARow(
            quarters: before.quarters, earlier: [2_023: [[1_000, 100], [800, 30], [600, 60], [900, 70]]], period: "2024"
        )
        let out = try TownInARow(quarters: now.earlier[2_023] ?? [], period: "2023").publication().ownValues
        let open = try now.publication(released: out)
        for area in ["q1", "q2", "q3", "q4"] where open.value("residents", area, "g1")?.value == nil {
            #expect(change(open, area, "g1")?.value == nil)
        }
        #expect(open.value("residents", "q2", "g1")?.value == nil && open.protection?.unprotectedCount == 0)
    }

    @Test func whatCannotBeUndoneIsCounted() throws {
        // The differences of two published years give a hidden one away: they are out already.
        let earlier = try before.publication().ownValues
        var out = earlier + (try now.publication().ownValues)
        out.append(
            ReleasedValue(
                period: "2024",
                key: .init(
                    level: .quarter, areaID: "q2", indicator: "residents_change", group: "g1",
                    parameters: "from=2023;to=2024"), value: 37, status: .valid))
        let later = TownInARow(
            quarters: now.quarters, earlier: [2_023: before.quarters, 2_024: now.quarters], period: "2025")
        let open = try later.publication(released: out)
        #expect((open.protection?.unprotectedCount ?? 0) > 0)
    }

    @Test func figuresThatRestOnAHiddenYearAreHidden() throws {
        var table = try now.table()
        for (group, area) in [("g1", "town"), ("all", "town")] {
            table.append(
                IndicatorValue(
                    level: .town, areaID: area, areaName: area, group: group, category: nil,
                    indicator: "distribution_change", parameters: "from=2023;part=structural;to=2024", methodVersion: 1,
                    value: 0.012, unit: "nats", status: .valid))
        }
        let out = ReleasedValue(
            period: "2023", key: .init(level: .town, areaID: "town", indicator: "residents", group: "g1"), value: nil,
            status: .suppressed)
        for (released, status) in [([], Status.valid), ([out], .suppressed)] {
            let open = try Publication.public(study: now.study(), table: table, released: released, confirmed: true)
            #expect(open.value("distribution_change", "town", "g1")?.status == status)
            #expect(open.value("distribution_change", "town", "all")?.status == .valid)
        }
    }

    @Test func roundedNumbersTellTheChangeOfWhatIsPrinted() throws {
        var rules = DisclosureRules()
        rules.method = .rounding(base: 5, seed: 271_828_182_845)
        let earlier = try before.publication(rules: rules)
        let open = try now.publication(rules: rules, released: earlier.ownValues)
        for area in ["town", "q1", "q2", "q3", "q4"] {
            let (then, today) = (earlier, open)
            guard let from = then.value("residents", area, "g1")?.value,
                let to = today.value("residents", area, "g1")?.value
            else { continue }
            #expect(change(open, area, "g1")?.value == to - from)
        }
        // Without a printed number of then the difference would be the true one.
        let alone = try now.publication(rules: rules)
        #expect(["town", "q1", "q2"].allSatisfy { change(alone, $0, "g1")?.status == .suppressed })
    }

    @Test func theEarlierYearsStandOnTheBoard() throws {
        let study = try now.study()
        let units = PublicUnits(study)
        let released = Released(try before.publication().ownValues, period: "2024")
        var board = CellBoard(DisclosureRules())
        let people = PeopleCells(study, units, DisclosureRules(), released: released, hidden: [], on: &board)
        let first = board.linked.cells.count
        let table = try now.table()
        let earlier = EarlierPeople(
            table, PastCounts(study), units, groups: ["all", "g1"], DisclosureRules(), released: released, people,
            on: &board)
        #expect(
            earlier.rows.count == 10
                && earlier.rows.keys.allSatisfy { table.values[$0].indicator == "residents_change" })
        let cells = board.linked.cells[first...]
        #expect(cells.count { $0.role == .released } == 8)
        // Two hidden ones, and the three persons' complements are not few.
        #expect(cells.count { $0.role == .implied(protection: 5) } == 2)
        #expect(cells.filter { $0.role == .implied(protection: 5) }.contains { $0.value == 3 })
        #expect(cells.count { $0.role == .open && $0.range.lowerBound == -.infinity } == 10)
        try board.linked.check()
    }

    // MARK: periods and parameters

    @Test func yearsInParameters() throws {
        let pair = try #require(YearPair(parameters: "from=2012;part=first;to=2024"))
        #expect(pair.from == 2_012 && pair.to == 2_024)
        for text in [
            "", "from=2012", "to=2024", "from=;to=2024", "from=a;to=b", "from=99999999999999999999;to=1", ";=;=",
        ] {
            #expect(YearPair(parameters: text) == nil, "\(text)")
        }
        #expect(YearPair.year("2024-12-31") == 2_024 && YearPair.year("2024") == 2_024)
        #expect(YearPair.year("") == nil && YearPair.year("Mai") == nil)
    }

    @Test func whatIsOutOfAYear() throws {
        let key = IndicatorTable.Key(level: .quarter, areaID: "q1", indicator: "residents", group: "g1")
        func value(_ period: String, _ number: Double?) -> ReleasedValue {
            ReleasedValue(period: period, key: key, value: number, status: number == nil ? .suppressed : .valid)
        }
        let released = Released([value("2023-06-30", nil), value("2023-12-31", 7), value("2024", 9)], period: "2024")
        #expect(released.value(key, year: 2_023)?.value == 7 && released.value(key, year: 2_022) == nil)
        #expect(released.shows(9, key, unit: "persons") && !released.shows(7, key, unit: "persons"))
        #expect(!released.hides(key) && released.shown("residents").map(\.value) == [7, 9])
        #expect(Released([value("2024", nil)], period: "2024").hides(key))
        #expect(Released([value("2023", nil)], period: "2024").value(key, year: 2_023)?.status == .suppressed)
    }
}
