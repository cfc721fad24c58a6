import Formats
import Testing

@testable import Audit

/// Small tables of residents with the intervals that anybody with a pencil finds.
@Suite("Counts of residents") struct PeopleAttackTests {
    private func row(
        _ area: String, _ value: String, group: String = "all", indicator: String = "residents",
        period: String = "2024", unit: String = "persons", parameters: String = "", status: String? = nil
    ) -> PublishedRow {
        PublishedRow(
            cell: AuditCell(
                period: period, level: area == "T" ? "town" : area.hasPrefix("F") ? "focus_area" : "quarter",
                area: area,
                areaName: "Area \(area)", group: group, indicator: indicator, parameters: parameters),
            unit: unit, status: status ?? (value.isEmpty ? "suppressed" : "valid"), value: value, others: [:],
            file: "f.csv", line: nil)
    }

    /// Rows of a group by area; an empty text is hidden.
    private func rows(_ counts: KeyValuePairs<String, String>, group: String = "all", period: String = "2024")
        -> [PublishedRow]
    {
        counts.map { row($0.key, $0.value, group: group, period: period) }
    }

    private func attack(
        _ rows: [PublishedRow], readings: [Reading] = [], printing: CountPrinting = .exact
    ) -> PeopleAttack {
        var known = KnownCounts()
        known.take(rows, printing)
        var hidden = HiddenCells(rows, Readings(period: "2024", gazetteer: Gazetteer(rows)))
        hidden.remove { known.shown[$0] != nil }
        return PeopleAttack(
            known, hidden, Gazetteer(rows), periods: Set(rows.map(\.cell.period)).sorted(), pieces: [:],
            readings: readings, rows: rows)
    }

    /// What is narrowed below a protection that nothing has: every aim with its interval.
    private func intervals(_ rows: [PublishedRow], readings: [Reading] = []) -> [String: ClosedRange<Double>] {
        let system = attack(rows, readings: readings).system
        let rules = AuditRules(minimumCount: 1e6, protection: 1e6)
        return Dictionary(
            IntervalAttack(system: system, rules: rules).hits().hits.map { hit in
                let cell = system.cells[hit.number]
                return ("\(cell.period) \(cell.area) \(cell.group) \(cell.indicator)", hit.interval)
            }, uniquingKeysWith: { first, _ in first })
    }

    private func expect(
        _ interval: ClosedRange<Double>?, _ lower: Double, _ upper: Double, _ comment: Comment? = nil
    ) {
        #expect(
            interval.map { abs($0.lowerBound - lower) < 1e-4 && abs($0.upperBound - upper) < 1e-4 } == true,
            "\(String(describing: interval)), not \(lower)...\(upper)")
    }

    // MARK: one year

    @Test("the only hidden quarter is the town less the others")
    func oneHidden() {
        let found = intervals(rows(["T": "100", "1": "60", "2": "37", "3": ""]))
        expect(found["2024 3 all residents"], 3, 3)
    }

    @Test("of two hidden quarters each may be all that is left")
    func twoHidden() {
        let found = intervals(rows(["T": "100", "1": "60", "2": "", "3": ""]))
        expect(found["2024 2 all residents"], 0, 40)
        expect(found["2024 3 all residents"], 0, 40)
    }

    @Test("a group is no larger than all who live there, and who is not in it is a number")
    func groupsAndRests() {
        let all = rows(["T": "1000", "1": "500", "2": "480", "3": "20"])
        let found = intervals(all + rows(["T": "90", "1": "60", "2": "", "3": ""], group: "g"))
        expect(found["2024 2 g residents"], 10, 30)
        expect(found["2024 3 g residents"], 0, 20)
        expect(found["2024 1 g rest"], 440, 440)
    }

    @Test("a share and all residents are a count, as closely as the share is rounded")
    func shares() {
        let found = intervals(
            rows(["T": "2000", "1": "1200", "2": "800"]) + [
                row("1", "0.025", group: "g", indicator: "group_share", unit: "share"), row("1", "", group: "g"),
            ])
        expect(found["2024 1 g residents"], 0.0245 * 1200, 0.0255 * 1200)
    }

    @Test("who lives in no quarter leaves room only where the counts of all say that there is somebody")
    func outside() {
        let closed = rows(["T": "100", "1": "60", "2": "40"]) + rows(["T": "30", "1": "20", "2": ""], group: "g")
        expect(intervals(closed)["2024 2 g residents"], 10, 10)
        let open = rows(["T": "104", "1": "60", "2": "40"]) + rows(["T": "30", "1": "20", "2": ""], group: "g")
        expect(intervals(open)["2024 2 g residents"], 6, 10)
    }

    @Test("what a sentence says of a hidden count, if it is rough, narrows it")
    func roughReading() {
        let cell = AuditCell(
            period: "2024", level: "quarter", area: "2", areaName: "Area 2", group: "all", indicator: "residents")
        let reading = Reading(cell: cell, range: 10...20, file: "p", line: nil, place: "text")
        let table = rows(["T": "100", "1": "60", "2": "", "3": ""])
        expect(intervals(table, readings: [reading])["2024 2 all residents"], 10, 20)
        expect(intervals(table, readings: [reading])["2024 3 all residents"], 20, 30)
        // The number itself is a finding where it stands; nothing is worked out from it a second time.
        let exact = Reading(cell: cell, range: 17...17, file: "p", line: nil, place: "text")
        expect(intervals(table, readings: [exact])["2024 3 all residents"], 0, 40)
    }

    // MARK: years

    private func change(
        _ area: String, _ value: String, _ parameters: String, period: String = "2024", status: String? = nil
    )
        -> PublishedRow
    {
        row(area, value, indicator: "residents_change", period: period, parameters: parameters, status: status)
    }

    @Test(
        "now and the change are then",
        arguments: ["from=2023", "since=2023", "base=2023;to=2024", "", "from=2023;to=2024"])
    func changes(parameters: String) {
        let then = rows(["T": "100", "1": "60", "2": "", "3": ""], period: "2023")
        let now = rows(["T": "120", "1": "60", "2": "45", "3": "15"])
        let found = intervals(then + now + [change("2", "42", parameters)])
        expect(found["2023 2 all residents"], 3, 3)
        // And with it the other one.
        expect(found["2023 3 all residents"], 37, 37)
    }

    @Test("then and the change are now")
    func forwards() {
        let then = rows(["T": "100", "1": "60", "2": "25", "3": "15"], period: "2023")
        let now = rows(["T": "78", "1": "60", "2": "", "3": ""])
        let found = intervals(then + now + [change("2", "-22", "from=2023;to=2024")])
        expect(found["2024 2 all residents"], 3, 3)
    }

    @Test("an estimated change leaves half a person on each side; a hidden one leaves all")
    func estimates() {
        let then = rows(["T": "100", "1": "60", "2": "", "3": ""], period: "2023")
        let now = rows(["T": "120", "1": "60", "2": "45", "3": "15"])
        let rounded = intervals(then + now + [change("2", "42", "from=2023", status: "estimated")])
        expect(rounded["2023 2 all residents"], 2.5, 3.5)
        expect(intervals(then + now + [change("2", "", "from=2023")])["2023 2 all residents"], 0, 40)
    }

    @Test("changes of all quarters and the town are a sum in a year that nobody published")
    func years() {
        let now = rows(["T": "120", "1": "60", "2": "45", "3": "15"])
        let changes = [change("T", "20", "from=2011"), change("1", "5", "from=2011"), change("2", "3", "from=2011")]
        let found = intervals(now + changes)
        expect(found["2011 T all residents"], 100, 100)
        expect(found["2011 1 all residents"], 55, 55)
        expect(found["2011 2 all residents"], 42, 42)
        expect(found["2011 3 all residents"], 3, 3)
    }

    @Test("a year in the parameters is the day of it that was published")
    func dates() {
        let then = rows(["T": "100", "1": "60", "2": "", "3": ""], period: "2023-12-31")
        let now = rows(["T": "120", "1": "60", "2": "45", "3": "15"], period: "2024-12-31")
        let found = intervals(then + now + [change("2", "42", "from=2023;to=2024", period: "2024-12-31")])
        expect(found["2023-12-31 2 all residents"], 3, 3)
    }

    @Test("what is no number of people, no change, or names nothing is left aside")
    func others() {
        let then = rows(["T": "100", "1": "60", "2": "", "3": ""], period: "2023")
        let now = rows(["T": "120", "1": "60", "2": "45", "3": "15"])
        for other in [
            row("2", "0.42", indicator: "residents_change", unit: "share", parameters: "from=2023"),
            row("2", "42", indicator: "distribution_change", parameters: "from=2023"),
            row("2", "nan", indicator: "residents_change", parameters: "from=2023", status: "cannot_tell"),
        ] {
            expect(intervals(then + now + [other])["2023 2 all residents"], 0, 40)
        }
    }

    @Test(
        "numbers that are none are left aside wherever they stand",
        arguments: ["nan", "inf", "-inf", "1e999", "", "–"])
    func hostile(value: String) {
        let then = rows(["T": "100", "1": "60", "2": "", "3": ""])
        var odd = [
            row("1", value, group: "g", status: "valid"),
            row("2", value, indicator: "residents_change", parameters: "from=2023", status: "valid"),
            row("3", "", group: "g", indicator: "group_share", unit: "share", status: "unreliable"),
        ]
        odd[2].others = ["lower": value, "upper": value, "n": value]
        expect(intervals(then + odd)["2024 2 all residents"], 0, 40)
        #expect(RowChecks(AuditRules(), odd, all: "all").findings(odd[2]).allSatisfy { $0.code != .hiddenNotEmpty })
    }

    @Test("rounded counts leave what their base leaves")
    func rounding() {
        let printing = CountPrinting(run: ["disclosure": ["method": "rounding", "base": 5, "reach": 1]])
        let system = attack(rows(["T": "100", "1": "60", "2": "40"]), printing: printing).system
        #expect(system.aims.count > 0)
        let rules = AuditRules(minimumCount: 5, protection: 5)
        #expect(IntervalAttack(system: system, rules: rules).hits().hits.isEmpty)
        let small = attack(rows(["T": "10", "1": "10", "2": "0"]), printing: printing).system
        #expect(small.ranges.contains { $0.upperBound >= 14 && $0.lowerBound <= 6 })
    }
}
