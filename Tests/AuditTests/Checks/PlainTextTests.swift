import TestSupport
import Testing

@testable import Audit

@Suite("What never belongs into a publication")
struct PlainTextTests {
    private func findings(_ change: (inout SmallPublication) -> Void) throws -> [AuditFinding] {
        let scratch = try Scratch()
        var town = SmallPublication()
        change(&town)
        let folder = try PublishedFolder(path: town.write("public", in: scratch))
        return PlainTextChecks(folder, Readings(folder).gazetteer).findings()
    }

    private func codes(_ change: (inout SmallPublication) -> Void) throws -> [AuditCode] {
        try findings(change).map(\.code)
    }

    @Test("a well-protected publication has nothing of it")
    func clean() throws { #expect(try codes { _ in }.isEmpty) }

    @Test(
        "sensitive places in columns, properties, JSON, titles and comments",
        arguments: [
            ("places.csv", "id,name\n1,Frauenhaus Nord\n"), ("places.csv", "id,category\n1,shelter\n"),
            ("extra.json", "{\"a\":[{\"name\":\"Erstaufnahme am Hafen\"}]}"),
            ("extra.json", "{\"kind\":\"sensitive-place\"}"),
            ("map.svg", "<svg><title>Asylunterkunft</title></svg>"), ("page.html", "<!-- Notunterkunft Deich -->"),
            ("page.html", "<li title=\"Women's refuge\">3</li>"), ("note.txt", "Gemeinschaftsunterkunft Hafen"),
            ("page.html", "<table><tr><td>Flüchtlingsheim</table>"),
        ])
    func sensitive(file: String, text: String) throws {
        #expect(try codes { $0.files[file] = text } == [.sensitivePlace])
    }

    @Test(
        "words that only sound like it, and sentences that say it is not shown",
        arguments: [
            ("places.csv", "id,name\n1,Unterkunft am Deich\n"), ("places.csv", "id,category\n1,community_centre\n"),
            ("page.html", "<p>Unterkünfte wie ein Frauenhaus stehen nie in dieser Veröffentlichung.</p>"),
            ("note.txt", "Frauenhausmeister gesucht, aber kein anderer Ort hier ist gemeint"),
        ])
    func harmless(file: String, text: String) throws {
        #expect(try codes { $0.files[file] = text }.isEmpty)
    }

    @Test("an operator is named only in figures of dependency")
    func operators() throws {
        let places = "id,name,operator\n1,Treff,Diakonie Nord\n2,Café,Ev\n"
        #expect(try codes { $0.files["places.csv"] = places }.isEmpty)
        #expect(
            try codes {
                $0.files["places.csv"] = places
                $0.pageText = "<h3>Wenn ein Träger aufhört</h3><p>Ohne die Diakonie Nord fehlen 3 Orte.</p>"
            } == [.operatorNamed])
        #expect(
            try codes {
                $0.files["places.csv"] = places
                $0.pageText =
                    "<h3>Wenn ein Träger aufhört</h3><p>Ohne den größten fehlen 3 Orte.</p><h3>Orte</h3><p>Diakonie Nord</p>"
            }.isEmpty)
        // A table of dependency names whoever stands in its column of operators, known or not.
        #expect(
            try codes {
                $0.pageText = """
                    <table><caption>Abhängigkeit von Trägern</caption><tr><th>Träger<th>Anteil</tr>
                    <tr><td>Kirchenkreis<td>20 %</tr></table>
                    """
            } == [.operatorNamed])
        #expect(
            try codes {
                $0.files["places.csv"] = places
                $0.rows.append(
                    .init(
                        level: "town", area: "T", category: "Diakonie Nord", indicator: "operator_loss",
                        value: "0.2", unit: "share"))
            }.allSatisfy { $0 == .operatorNamed })
    }

    @Test("internal indicators, columns and marks of the internal edition")
    func inside() throws {
        #expect(
            try codes {
                $0.rows.append(.init(area: "01", indicator: "rank_change", value: "1", unit: "index"))
            }.isEmpty)
        #expect(
            Set(
                try codes {
                    $0.rows.append(.init(area: "01", indicator: "place_mix", value: "0.5", unit: "share"))
                }) == [.internalContent])
        #expect(try codes { $0.files["a.csv"] = "id,rank_lower\n1,3\n" } == [.internalContent])
        // A column that is there and empty says nothing.
        #expect(try codes { $0.files["a.csv"] = "id,rank_lower,mode\n1,,bus\n" }.isEmpty)
        #expect(try codes { $0.pageText = "<p>Intern – ungeschützt: nicht weitergeben</p>" } == [.internalContent])
        #expect(try codes { $0.pageText = "<p>Internal edition: not for others</p>" } == [.internalContent])
    }

    @Test("focus areas that nobody confirmed")
    func unconfirmed() throws {
        for text in ["id,name,confirmed\n9,Am Hang,no\n", "id,name,kind\n9,Am Hang,computed\n"] {
            let found = try findings { $0.files["focus.csv"] = text }
            #expect(found.map(\.code) == [.unconfirmedFocusArea] && found.first?.arguments["name"] == "Am Hang")
        }
        #expect(try codes { $0.files["focus.csv"] = "id,name,confirmed,kind\n9,Am Hang,yes,council\n" }.isEmpty)
    }

    @Test("JSON as deep as it likes ends nothing")
    func deep() throws {
        let deep = String(repeating: "[", count: 200) + "\"Frauenhaus\"" + String(repeating: "]", count: 200)
        #expect(try codes { $0.files["deep.json"] = deep }.isEmpty)
        let flat = String(repeating: "[", count: 40) + "\"Frauenhaus\"" + String(repeating: "]", count: 40)
        #expect(try codes { $0.files["flat.json"] = flat } == [.sensitivePlace])
    }
}
