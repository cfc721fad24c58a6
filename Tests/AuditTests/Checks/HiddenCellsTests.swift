import Testing

@testable import Audit

@Suite("Hidden figures and their short forms") struct HiddenCellsTests {
    private func row(
        _ area: String, indicator: String = "residents", category: String = "", parameters: String = "",
        status: String = "suppressed", line: Int? = nil
    ) -> PublishedRow {
        PublishedRow(
            cell: AuditCell(
                period: "2024", level: "quarter", area: area, areaName: "Area \(area)", group: "g", category: category,
                indicator: indicator, parameters: parameters),
            unit: "persons", status: status, value: status == "suppressed" ? "" : "7", others: [:], file: "f.csv",
            line: line)
    }

    private func cells(_ rows: [PublishedRow]) -> HiddenCells {
        HiddenCells(rows, Readings(period: "2024", gazetteer: Gazetteer(rows)))
    }

    @Test("a figure is found by what it is of, whatever its area is called")
    func names() {
        let hidden = cells([row("1", line: 4), row("2", status: "valid")])
        var cell = row("1").cell
        #expect(hidden[cell]?.place.line == 4 && hidden[cell]?.cell.areaName == "")
        cell.areaName = "Another name"
        #expect(hidden[cell] != nil)
        #expect(hidden[row("2").cell] == nil && hidden.places.count == 1)
        cell.period = "2023"
        #expect(hidden[cell] == nil)
    }

    @Test("of two places the first is told")
    func first() {
        #expect(cells([row("1", line: 4), row("1", line: 9)])[row("1").cell]?.place.line == 4)
    }

    @Test(
        "a share of people in reach is meant by its minutes alone, if it is that of the usual pace",
        arguments: [
            ("measure=walking;minutes=10", "minutes=10", true), ("measure=walking;minutes=10", "minutes=5", false),
            ("kmh=3;measure=walking;minutes=10", "minutes=10", false),
            ("measure=cycling;minutes=10", "minutes=10", false), ("minutes=10", "minutes=10", true),
            ("measure=walking", "", true),
        ])
    func short(parameters: String, asked: String, isMeant: Bool) {
        let hidden = cells([row("1", indicator: "coverage_share", category: "cafe", parameters: parameters)])
        let brief = row("1", indicator: "coverage_share", category: "cafe", parameters: asked).cell
        #expect((hidden[brief] != nil) == isMeant)
        if isMeant { #expect(hidden[brief]?.cell.parameters == parameters) }
        #expect(hidden[row("1", indicator: "open_access", category: "cafe", parameters: asked).cell] == nil)
    }

    @Test("two publications hide what either hides; what one shows is forgotten")
    func merged() {
        var hidden = cells([row("1", line: 1)])
        hidden.merge(cells([row("1", line: 8), row("2", line: 2)]))
        #expect(hidden.places.count == 2 && hidden[row("1").cell]?.place.line == 1)
        hidden.remove { $0.area == "1" }
        #expect(hidden[row("1").cell] == nil && hidden[row("2").cell] != nil)
        hidden.remove { _ in true }
        #expect(hidden.places.isEmpty)
        #expect(HiddenCells().places.isEmpty)
    }
}
