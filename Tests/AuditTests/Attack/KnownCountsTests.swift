import Testing

@testable import Audit

@Suite("What published rows tell of each figure")
struct KnownCountsTests {
    private func row(
        _ value: String, _ unit: String = "persons", indicator: String = "residents", status: String = "valid",
        area: String = "1", parameters: String = "", others: [String: String] = [:]
    ) -> PublishedRow {
        PublishedRow(
            cell: AuditCell(
                period: "2024", level: "quarter", area: area, areaName: "Nord", group: "all", indicator: indicator,
                parameters: parameters), unit: unit, status: status, value: value, others: others, file: "", line: 1)
    }

    private func known(_ rows: [PublishedRow]) -> KnownCounts {
        var known = KnownCounts()
        known.take(rows, .exact)
        return known
    }

    @Test("a count is exact, an estimate and a rounded one are what rounds to them, zero is zero")
    func counts() {
        #expect(known([row("12")]).residents.values.first == 12...12)
        #expect(known([row("12", status: "estimated")]).residents.values.first == 11.5...12.5)
        #expect(known([row("0", status: "estimated")]).residents.values.first == 0...0)
        #expect(
            known([row("12"), row("7.5", area: "2")]).residents.values.map(\.width).allSatisfy { abs($0 - 0.1) < 1e-9 })
        #expect(known([row("0.2", status: "estimated")]).residents.values.first?.lowerBound ?? -1 >= 0)
    }

    @Test("what is hidden, empty or no number tells nothing; of two rows the first counts")
    func nothing() {
        #expect(known([row("", status: "suppressed"), row("9", area: "2", parameters: "x")]).residents.count == 1)
        #expect(known([row("x"), row("")]).residents.isEmpty)
        #expect(known([row("9"), row("11")]).residents.values.first == 9...9)
    }

    @Test("a share is what rounds to it with the digits of its column, and stays between nobody and everybody")
    func shares() throws {
        let known = known([
            row("0.5", "share", indicator: "coverage_share"),
            row("0.125", "share", indicator: "coverage_share", area: "2"),
            row("1", "share", indicator: "coverage_share", area: "3"),
            row("0", "share", indicator: "coverage_share", area: "4"),
        ])
        let widths = known.shares.sorted { $0.key < $1.key }.map(\.value)
        for (share, range) in zip(widths, [0.4995...0.5005, 0.1245...0.1255, 0.9995...1.0, 0...0.0005]) {
            #expect(
                abs(share.lowerBound - range.lowerBound) < 1e-12 && abs(share.upperBound - range.upperBound) < 1e-12)
        }
        #expect(known.residents.isEmpty)
    }

    @Test("a share that is told by its bounds alone lies between them")
    func bounds() throws {
        func share(_ lower: String, _ upper: String) -> ClosedRange<Double>? {
            known([
                row(
                    "", "share", indicator: "open_access", status: "estimated",
                    others: ["lower": lower, "upper": upper])
            ]).shares.values.first
        }
        let range = try #require(share("0.2", "0.312"))
        #expect(abs(range.lowerBound - 0.15) < 1e-12 && abs(range.upperBound - 0.3125) < 1e-12)
        #expect(share("0.4", "0.2") == nil && share("", "0.2") == nil && share("nan", "x") == nil)
    }
}
