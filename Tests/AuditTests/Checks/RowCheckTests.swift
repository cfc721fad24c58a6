import Testing

@testable import Audit

@Suite("What rows and their order show openly")
struct RowCheckTests {
    private func row(
        _ area: String, _ value: String, group: String = "all", indicator: String = "residents",
        level: String = "quarter", unit: String = "persons", others: [String: String] = [:]
    ) -> PublishedRow {
        PublishedRow(
            cell: AuditCell(
                period: "2024", level: level, area: area, areaName: "Q\(area)", group: group, indicator: indicator),
            unit: unit, status: value.isEmpty ? "suppressed" : "valid", value: value, others: others, file: "f.csv",
            line: nil)
    }

    private func codes(_ row: PublishedRow, beside rows: [PublishedRow] = [], rules: AuditRules = AuditRules())
        -> [AuditCode]
    {
        RowChecks(rules, rows + [row], all: "all").findings(row).map(\.code)
    }

    @Test(
        "small counts, in values and bases",
        arguments: [("0", false), ("1", true), ("4", true), ("5", false), ("4.4", true)])
    func small(value: String, isSmall: Bool) {
        #expect(codes(row("1", value)).contains(.smallCount) == isSmall)
        let share = row("1", "0.5", indicator: "stop_share", unit: "share", others: ["n": value])
        #expect(codes(share).contains(.smallCount) == isSmall)
        // What is not about people may be few.
        #expect(codes(row("1", value, group: "", indicator: "places", unit: "places")).isEmpty)
    }

    @Test("a group in a unit of too few, and one that is everybody")
    func groups() {
        let few = row("1", "299")
        #expect(codes(row("1", "50", group: "g"), beside: [few]) == [.groupInSmallUnit])
        #expect(codes(row("1", "0", group: "g"), beside: [few]).isEmpty)
        #expect(codes(row("1", "50", group: "g"), beside: [row("1", "300")]).isEmpty)
        #expect(codes(row("1", "300", group: "g"), beside: [row("1", "300")]) == [.fullCell])
        #expect(
            codes(row("1", "1", group: "g", indicator: "group_share", unit: "share"), beside: [row("1", "300")]) == [
                .fullCell
            ])
        let lenient = AuditRules(groupResidents: 0, protectsFullCells: false)
        #expect(codes(row("1", "299", group: "g"), beside: [few], rules: lenient).isEmpty)
        #expect(codes(row("1", "50", group: "g", level: "focus_area")) == [.groupBelowQuarter])
    }

    @Test("a hidden row with any number in it", arguments: PublishedRow.numberColumns)
    func hidden(column: String) {
        #expect(codes(row("1", "")).isEmpty)
        #expect(codes(row("1", "", others: [column: "0"])) == [.hiddenNotEmpty])
    }

    private func pinned(_ values: [(String, String)], protection: Double = 5) -> [ClosedRange<Double>?] {
        let rows = values.map { row($0.0, $0.1, group: "g") }
        var known = KnownCounts()
        known.take(rows, .exact)
        let readings = Readings(period: "2024", gazetteer: Gazetteer(rows))
        let hidden = HiddenCells(rows, readings)
        let check = OrderCheck(
            rules: AuditRules(protection: protection), readings: readings, hidden: hidden, shown: known.residents)
        return check.findings(listing: rows).map(\.interval)
    }

    @Test("a hidden count between its neighbours in a list sorted by value")
    func order() {
        let falling = [("4", "90"), ("2", "70"), ("9", ""), ("1", "67"), ("3", "20")]
        #expect(pinned(falling) == [67...70])
        #expect(pinned(falling.reversed()) == [67...70])
        #expect(pinned(falling, protection: 3).isEmpty)
        // At an end of the list only one side is known; at the low end nobody is less than none.
        #expect(pinned([("4", "90"), ("2", "70"), ("1", "67"), ("3", "4"), ("9", "")]) == [0...4])
        #expect(pinned([("9", ""), ("4", "90"), ("2", "70"), ("1", "67"), ("3", "20")]).isEmpty)
        // In the order of ids, in no order, and with too few numbers it tells nothing.
        #expect(pinned([("1", "90"), ("2", "70"), ("3", ""), ("4", "67"), ("5", "20")]).isEmpty)
        #expect(pinned([("4", "90"), ("2", "7"), ("9", ""), ("1", "67"), ("3", "20")]).isEmpty)
        #expect(pinned([("4", "90"), ("2", "70"), ("9", ""), ("1", "67")]).isEmpty)
    }
}
