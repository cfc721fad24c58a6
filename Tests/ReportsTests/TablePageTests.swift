import Testing

@testable import Reports

@Suite struct TablePageTests {
    private let page = TablePage.html(
        title: "Quarters <1>", columns: ["Name", "Residents"], rows: [["A & B", "12"], ["C", "3.50"]])

    @Test func everyCellIsThere() {
        #expect(page.contains("<th scope=\"row\">A &amp; B</th>"))
        #expect(page.contains("<td class=\"number\">12</td>"))
        #expect(page.contains("<td class=\"number\">3.50</td>"))
        #expect(page.split(separator: "<td", omittingEmptySubsequences: false).count == 3)
        #expect(page.contains("<th scope=\"col\" class=\"number\">Residents</th>"))
    }

    @Test func itIsAPage() {
        #expect(page.hasPrefix("<!DOCTYPE html>"))
        #expect(page.contains("<title>Quarters &lt;1&gt;</title>"))
        #expect(page.contains("Content-Security-Policy"))
    }
}
