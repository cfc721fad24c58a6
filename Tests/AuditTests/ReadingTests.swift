@testable import Audit
import Testing

@Suite("What an outsider reads")
struct ReadingTests {
    @Test(
        "numbers as people and programs print them",
        arguments: [
            ("2 630", 2630.0, 2630.0), ("2\u{202F}630", 2630, 2630), ("2.630", 2630, 2630), ("2,630", 2630, 2630),
            ("≈ 12", 12, 12), ("0.178", 0.1775, 0.1785), ("12,5", 12.45, 12.55), ("1.234.567", 1_234_567, 1_234_567),
            ("1.234,5", 1234.45, 1234.55), ("<5", 0, 5), ("1–4", 1, 4), ("-37", -37, -37),
        ])
    func numbers(text: String, lower: Double, upper: Double) throws {
        let number = try #require(PrintedNumber(text))
        #expect(abs(number.range.lowerBound - lower) < 1e-9 && abs(number.range.upperBound - upper) < 1e-9)
        #expect(!number.isPercent)
    }

    @Test("what is no number", arguments: ["", "–", "geschützt", "3 Menschen", "10:00", "NaN", "12 13 14 15"])
    func noNumbers(text: String) {
        #expect(PrintedNumber(text) == nil)
    }

    @Test("per cent is told apart")
    func percent() throws {
        #expect(try #require(PrintedNumber("14 %")).isPercent)
        #expect(try #require(PrintedNumber("12,5\u{202F}%")).range == 12.45...12.55)
    }

    @Test(
        "numbers that count people in sentences",
        arguments: [
            ("In West leben drei Menschen mit Hund.", [3.0]), ("There are 3 older people here.", [3]),
            ("rund 2 630 Menschen", [2630]), ("je 1.000 Menschen 2 Orte", []), ("Unter 5 Menschen sind geschützt", []),
            ("3 Kindergärten, 4 Personalstellen", []), ("Die Stadt hat 9 Quartiere", []), ("4 von 10 Menschen", []),
            ("3 Orte für Menschen", []), ("fewer than 5 people", []), ("um 10:30 Menschen", []), ("zwei Kinder", [2]),
        ])
    func sentences(text: String, counts: [Double]) {
        let found = Sentence(text).numbers.filter(\.countsPersons)
        #expect(found.map { ($0.value.range.lowerBound + $0.value.range.upperBound) / 2 } == counts)
    }

    @Test("rough numbers leave open what they round")
    func rough() throws {
        #expect(try #require(Sentence("rund 2 630 Menschen").numbers.first).value.range == 2625...2635)
        #expect(try #require(Sentence("about 24,000 people").numbers.first).value.range == 23_500...24_500)
    }

    @Test("tables of pages with captions, headings, spans and attributes")
    func pageTables() throws {
        let page = HTMLPage(
            Array(
                """
                <h1>Stadt</h1><h2>Wer hier lebt</h2><table><caption>Personen &amp; Anteile</caption>
                <tr><th>Quartier<th colspan=2>Gruppe</tr>
                <tr><th rowspan="2">West</th><td title='drei'><b>1</b>&nbsp;234</td><td>2</tr>
                <tr><td>3<td>4</tr></table><dl><dt>Alle</dt><dd>5</dd></dl>
                """.utf8), file: "page.html")
        let table = try #require(page.tables.first)
        #expect(table.name == "Personen & Anteile")
        #expect(table.headings == ["Wer hier lebt", "Stadt"])
        #expect(table.columns == ["Quartier", "Gruppe", "Gruppe"])
        #expect(table.rowHeaders == ["West", "West"])
        #expect(table.rows.map { $0.map(\.text) } == [["West", "1\u{A0}234", "2"], ["West", "3", "4"]])
        #expect(table.rows[0][1].attributes.map(\.text) == ["drei"])
        #expect(table.lines == [3, 4])
        let list = try #require(page.tables.last)
        #expect(list.rowHeaders == ["Alle"] && list.rows[0][0].text == "5")
    }

    @Test("comments, scripts, attributes and drawings of pages are texts, too")
    func pageFragments() {
        let page = HTMLPage(
            Array(
                """
                <p title="A">B<br>C</p><!-- D --><script>var e = "</p>"</script><svg><title>F</title></svg>
                <a href="mailto:g@h.de">I</a><style>p { content: "J" }</style>
                """.utf8), file: "page.html")
        #expect(
            page.fragments.map(\.text) == ["title=A", "B C", " D ", "var e = \"</p>\"", "F", "href=mailto:g@h.de", "I"])
        #expect(page.fragments.map(\.kind) == [.attribute, .prose, .comment, .script, .drawing, .attribute, .prose])
    }

    @Test("a page that ends anywhere is read to its end")
    func cutPages() {
        let whole = Array(
            "<h1>A</h1><!-- b --><table><tr><td data-x='1'>2&amp;</td></tr></table><script>c</script>".utf8)
        for length in whole.indices {
            let page = HTMLPage(Array(whole[..<length]), file: "page.html")
            #expect(page.tables.count <= 1)
        }
    }

    @Test(
        "contacts",
        arguments: [
            ("anna.muster@example.org", true), ("info@musterstadt.de", false), ("Tel. 04841 123456", true),
            ("+49 4841 12 34 56", true), ("(04841) 123456", true), ("04841/123456", true), ("2024-12-31", false),
            ("EPSG:25832", false), ("Mo-Fr 08:00-16:00", false), ("0.123456789", false), ("01999000", false),
            ("M0 10L20 30", false), ("31.12.2024", false), ("a @ b", false),
        ])
    func contacts(text: String, isContact: Bool) {
        #expect(Contact.isNamed(in: text, allowsOffices: true) == isContact)
    }

    @Test("what columns measure")
    func measures() throws {
        let rows = ["all", "foreign", "under18"].map { group in
            PublishedRow(
                cell: AuditCell(period: "2024", level: "town", area: "T", group: group, indicator: "residents"),
                unit: "persons", status: "valid", value: "9", others: [:], file: "", line: nil)
        }
        let gazetteer = Gazetteer(rows)
        #expect(Measure("residents", gazetteer)?.kind == .residents)
        #expect(Measure("residents_all", gazetteer)?.group == "all")
        #expect(try #require(Measure("residents_foreign", gazetteer)).group == "foreign")
        #expect(Measure("foreign", gazetteer)?.kind == .residents)
        #expect(Measure("share_under18", gazetteer)?.kind == .groupShare)
        #expect(Measure("group_share_foreign", gazetteer)?.kind == .groupShare)
        #expect(Measure("visits_foreign", gazetteer)?.kind == .other)
        #expect(
            Measure("meeting_places_within_5min", gazetteer)?.kind
                == .coverage(category: "meeting_places", minutes: "5"))
        #expect(Measure("residents_foreign_status", gazetteer) == nil)
        #expect(Measure("capacity", gazetteer) == nil && Measure("area_m2", gazetteer) == nil)
    }
}
