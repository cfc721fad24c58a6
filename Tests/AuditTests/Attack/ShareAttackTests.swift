import Testing

@testable import Audit

@Suite("Counts behind shares")
struct ShareAttackTests {
    private func row(
        _ area: String, _ indicator: String, _ value: String, level: String = "quarter", group: String = "all",
        minutes: Int? = nil, unit: String = "share"
    ) -> PublishedRow {
        PublishedRow(
            cell: AuditCell(
                period: "2024", level: level, area: area, group: group, category: minutes == nil ? "" : "places",
                indicator: indicator, parameters: minutes.map { "minutes=\($0)" } ?? ""), unit: unit,
            status: value.isEmpty ? "suppressed" : "valid", value: value, others: [:], file: "f.csv", line: nil)
    }

    private func attack(_ rows: [PublishedRow]) -> [String: ClosedRange<Double>] {
        var known = KnownCounts()
        known.take(rows, .exact)
        let system = ShareAttack(known, HiddenCells(rows: rows), Gazetteer(rows), rows).system
        let hits = IntervalAttack(system: system, rules: AuditRules(minimumCount: 5, protection: 1e6)).hits().hits
        return Dictionary(
            hits.map { hit in
                let cell = system.cells[hit.number]
                return (cell.area + " " + cell.group + " " + cell.indicator + " " + cell.parameters, hit.interval)
            }, uniquingKeysWith: { first, _ in first })
    }

    private func people(_ counts: [String: String], group: String = "all") -> [PublishedRow] {
        counts.sorted { $0.key < $1.key }.map { area, count in
            row(area, "residents", count, level: area == "T" ? "town" : "quarter", group: group, unit: "persons")
        }
    }

    @Test("the town's share and those of all quarters but one")
    func town() throws {
        // 0.400 of 1,000 = 400 ± 0.5; 0.500 of 600 = 300 ± 0.3: the other quarter has 100 ± 0.8.
        let found = attack(
            people(["T": "1000", "1": "600", "2": "400"]) + [
                row("T", "coverage_share", "0.400", level: "town", minutes: 10),
                row("1", "coverage_share", "0.500", minutes: 10), row("2", "coverage_share", "", minutes: 10),
            ])
        let interval = try #require(found["2 all coverage_share minutes=10"])
        #expect(abs(interval.lowerBound - 99.2) < 1e-4 && abs(interval.upperBound - 100.8) < 1e-4)
    }

    @Test("more minutes reach more people, all residents hold every group")
    func limits() throws {
        let found = attack(
            people(["T": "1000", "1": "1000"]) + people(["1": "200"], group: "g") + [
                row("1", "coverage_share", "0.100", minutes: 5), row("1", "coverage_share", "", minutes: 10),
                row("1", "coverage_share", "0.300", minutes: 15),
                row("1", "coverage_share", "", group: "g", minutes: 5),
            ])
        let middle = try #require(found["1 all coverage_share minutes=10"])
        #expect(abs(middle.lowerBound - 99.5) < 1e-4 && abs(middle.upperBound - 300.5) < 1e-4)
        let group = try #require(found["1 g coverage_share minutes=5"])
        #expect(abs(group.lowerBound) < 1e-4 && abs(group.upperBound - 100.5) < 1e-4)
    }

    @Test("few who do not are told by the complement")
    func complement() throws {
        let found = attack(
            people(["T": "900", "1": "900"]) + [row("1", "stop_share", "0.997")])
        // 2.25 to 3.15 people; a share of a half tells nothing of few.
        let rest = try #require(found["1 all complement stop_share"])
        #expect(abs(rest.lowerBound - 2.25) < 1e-6 && abs(rest.upperBound - 3.15) < 1e-6)
        #expect(attack(people(["T": "900", "1": "900"]) + [row("1", "stop_share", "0.500")]).isEmpty)
    }

    @Test("a question that one quarter with people leaves open cannot be added up")
    func gap() {
        let rows = [
            row("T", "stop_share", "0.400", level: "town"), row("1", "stop_share", ""),
        ]
        let closed = attack(people(["T": "1000", "1": "1000", "2": "0"]) + rows)
        #expect(closed["1 all stop_share "].map { $0.width < 1.01 } == true)
        let open = attack(people(["T": "1000", "1": "600", "2": "400"]) + rows)
        // All 600 people of the quarter stay possible.
        #expect(open["1 all stop_share "] == nil)
    }

    @Test(
        "limits in parameters",
        arguments: [
            ("minutes=10", "", 10.0), ("measure=walking;minutes=5", "measure=walking", 5), ("metres=300", "", 300),
            ("catchment=15", "catchment=15", nil), ("minutes=x", "", nil), ("", "", nil),
        ] as [(String, String, Double?)])
    func limit(parameters: String, rest: String, limit: Double?) {
        let found = ShareAttack.limit(parameters)
        #expect(found.rest == rest && found.limit == limit)
    }
}

extension HiddenCells {
    /// Of rows alone.
    fileprivate init(rows: [PublishedRow]) {
        self.init(rows, Readings(period: "2024", gazetteer: Gazetteer(rows)))
    }
}
