import Testing

@testable import Audit

@Suite("Pages made to do harm")
struct HostilePageTests {
    private func page(_ text: String) -> HTMLPage { HTMLPage(Array(text.utf8), file: "page.html") }

    private func table(_ text: String) throws -> PublishedTable { try #require(page(text).tables.first) }

    @Test("tags that nobody closes")
    func unclosed() throws {
        let table = try table("<table><caption>Personen<tr><th>West<td>3<tr><th>Ost<td>77")
        #expect(table.name == "Personen")
        #expect(table.rowHeaders == ["West", "Ost"] && table.rows.map { $0.last?.text } == ["3", "77"])
        #expect(page("<p>eins<p>zwei<b>drei").fragments.map(\.text) == ["eins", "zweidrei"])
        #expect(page("<p title='3 Menschen").fragments.map(\.text) == ["title=3 Menschen"])
        #expect(page("<td>3</td></table></tr></dl></svg></h1>4").fragments.map(\.text) == ["3", "4"])
    }

    @Test(
        "references to characters",
        arguments: [
            ("&#51;", "3"), ("&#x33;", "3"), ("&#X33;", "3"), ("&auml;&szlig;", "äß"), ("a &amp;amp; b", "a &amp; b"),
            ("&unbekannt;", "&unbekannt;"), ("AT&T", "AT&T"), ("&#xD800;3", "3"), ("&#x110000;3", "3"),
            ("&#0000000000000051;", "3"),
            ("&", "&"), ("&;", "&;"), ("3&#8239;000", "3\u{202F}000"), ("&#;x", "x"),
        ])
    func references(text: String, expected: String) { #expect(HTMLScanner.decoded(text) == expected) }

    @Test("a table in a cell of another: both are read, and the outer one goes on")
    func nested() throws {
        let page = page(
            """
            <table><caption>außen</caption><tr><th>West</th><td>vor<table><caption>innen</caption><tr><th>Ost</th><td>3</td></tr></table>
            nach</td><td>4</td></tr></table>
            """)
        #expect(page.tables.map(\.name) == ["innen", "außen"])
        #expect(page.tables[0].rows.map { $0.map(\.text) } == [["Ost", "3"]])
        #expect(page.tables[1].rows.map { $0.map(\.text) } == [["West", "vor nach", "4"]])
        #expect(page.fragments.isEmpty)
    }

    @Test("tables within tables without end")
    func deep() {
        let page = page(String(repeating: "<table><tr><td>3", count: 5_000))
        #expect(page.tables.count == 5_000)
        #expect(page.tables.allSatisfy { $0.rows[0][0].text == "3" })
    }

    @Test("spans beyond the table, and rows that are too short for them")
    func spans() throws {
        // The last cell of the first row reaches into the empty second one, and no further.
        let table = try table(
            "<table><tr><td>a<td rowspan=2>b</tr><tr></tr><tr><td>c<td>d</tr><tr><td rowspan=99 colspan=3>e</tr></table>"
        )
        #expect(
            table.rows.map { $0.map(\.text) } == [
                ["a", "b", ""], ["", "b", ""], ["c", "d", ""], ["e", "e", "e"],
            ])
        for span in ["0", "-1", "x", "99999999999999999999", "1e9"] {
            let wide = try self.table(
                "<table><tr><td colspan='\(span)' rowspan='\(span)'>3<td>4</tr><tr><td>5</tr></table>")
            #expect(wide.rows.count == 2 && wide.columns.count <= 1_001)
            #expect(wide.rows[0][0].text == "3")
        }
    }

    @Test("scripts and styles hide no tags, whatever is in them")
    func scripts() throws {
        let page = page("<SCRIPT>if (a < 3) { b = '<td>' }</sCript ><style>td{}</style><script/>x<script>ohne Ende")
        #expect(page.fragments.map(\.kind) == [.script, .script, .prose])
        #expect(page.fragments.map(\.text) == ["if (a < 3) { b = '<td>' }", "ohne Ende", "x"])
    }

    @Test("NUL bytes, bytes that are no UTF-8, and signs that begin no tag")
    func bytes() throws {
        let nul = HTMLPage([0x33, 0, 0x3C, 0x62, 0x3E, 0xFF, 0xC3, 0x3C, 0x2F, 0x62, 0x3E], file: "page.html")
        #expect(nul.fragments.count == 1 && nul.fragments[0].text.hasPrefix("3\u{0}"))
        #expect(
            page("3 < 4 <> <3 <!DOCTYPE html><?php 5 ?>").fragments.map(\.text)
                == ["3 < 4 <> <3 "].map { String($0.dropLast()) })
        #expect(page("").fragments.isEmpty && page("<").fragments.map(\.text) == ["<"])
    }

    @Test("ten million bytes are read in time that grows with them")
    func large() {
        let clock = ContinuousClock()
        func seconds(_ text: String) -> Double {
            let bytes = Array(text.utf8)
            let time = clock.measure { _ = HTMLPage(bytes, file: "page.html") }
            return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
        }
        // Where time grew with the square these would take hours.
        #expect(seconds("<!--" + String(repeating: "3 Menschen ", count: 900_000)) < 60)
        #expect(seconds(String(repeating: "<b> ", count: 250_000)) < 60)
        #expect(seconds("<p>" + String(repeating: "<", count: 200_000)) < 60)
        #expect(seconds("<p " + String(repeating: "a=", count: 200_000)) < 60)
        #expect(seconds("<p>" + String(repeating: "&", count: 200_000)) < 60)
    }

    @Test("the colours of shapes and legends go with their texts")
    func colours() {
        let page = page(
            """
            <svg><path fill="#ABC"><title>West</title></path><path fill="none"><title>Ost</title></path><text>frei</text></svg>
            <li><i style="color: red; background: #DEF"></i>5 bis 9</li><li>10</li><rect fill="#111"/><span>a</span><span>b</span>
            """)
        #expect(
            page.fragments.filter { $0.kind != .attribute }.map(\.text) == [
                "West", "Ost", "frei", "5 bis 9", "10", "ab",
            ])
        let drawn = page.fragments.filter { $0.kind != .attribute }
        #expect(drawn.map(\.fill) == ["#abc", nil, nil, nil, nil, nil])
        #expect(drawn.map(\.swatch) == ["#abc", nil, nil, "#def", nil, "#111"])
    }
}
