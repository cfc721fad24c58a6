import Disclosure
import Indicators
import Testing
import Town
import Wording

@testable import Reports

@Suite struct MemorySectionTests {
    private func section(_ id: String, _ page: String, _ town: SmallTown) throws -> MarkupReader.Element? {
        try town.read(page).withID(id)
    }

    @Test func assumptionsStandBesideTheFigures() throws {
        let town = MemorySketch.town()
        let quarter = try #require(try section("assumptions", "quarter-01.html", town))
        #expect(quarter.wholeText.contains("Abends ist wenig offen"))
        // The figure is that of the key figures above.
        let share = try #require(
            ReportContext(town.input()).middleShare(AreaKey(level: .quarter, id: "q1"), .organised)?.number)
        let shown = NumberStyle(language: .german).percent(share)
        #expect(quarter.named("dd").first?.wholeText.contains(shown) == true)
        #expect(quarter.named("dt").count == 2)
        #expect(try section("assumptions", "quarter-02.html", town) == nil)
        // Before the reach of the quarter, and both assumptions on the town's page.
        let order = try town.read("quarter-01.html").named("section").compactMap { $0.attributes["id"] }
        #expect(try #require(order.firstIndex(of: "assumptions")) < #require(order.firstIndex(of: "reach")))
        #expect(try section("assumptions", "index.html", town)?.named("h3").count == 2)
    }

    @Test func measuresNameBothOffices() throws {
        let town = MemorySketch.town()
        let table = try #require(try town.read("index.html").withID("table-measures"))
        #expect(table.cells.count == 2)
        let first = try #require(table.cells.first { $0[0].contains("Titel massnahme") && $0[0].contains("Altstadt") })
        // The goal in the town's words, not its id.
        #expect(first[1] == "Ein Treffpunkt in der Nähe, für alle." && first[2] == "Rat, 14. März")
        #expect(first[3].contains("Stadtentwicklung: Stadtplanung"))
        #expect(first[3].contains("Integrationsarbeit: Büro für Integration") && first[4] == "läuft")
        let open = try #require(table.cells.first { $0[0].contains("massnahme-offen") })
        #expect(open[1] == "In Worten" && open[2] == "nicht erfasst" && open[4] == "vorgeschlagen")
        #expect(open[3].components(of: "noch nicht benannt") == 2)
    }

    @Test func whatATrialTaughtStandsWithIt() throws {
        let notes = try #require(try section("notes", "quarter-01.html", MemorySketch.town()))
        let card = try #require(
            notes.all.first { $0.attributes["class"] == "card" && $0.wholeText.contains("Titel erprobung") })
        #expect(card.wholeText.contains("Gelernt: Samstags geht es"))
        #expect(card.wholeText.contains("Erprobt bis 31.\u{A0}Dezember 2024"))
        #expect(card.named("em").map(\.wholeText) == ["Satz", "Satz"])
        #expect(notes.wholeText.components(of: "Samstags geht es") == 1)
        // What was learnt elsewhere has a card of its own, on the town's page.
        #expect(
            try section("notes", "index.html", MemorySketch.town())?.named("h4").contains {
                $0.wholeText == "Titel gelernt-sonst"
            } == true)
    }

    @Test func answersAndTopics() throws {
        let notes = try #require(try section("notes", "quarter-01.html", MemorySketch.town(.internal, .english)))
        let rows = try #require(notes.withID("table-answers")).cells
        #expect(rows.count == 1 && rows[0][2] == "Runder Tisch" && rows[0][3] == "open, comes back")
        #expect(rows[0][0].contains("open_evening/quarter/q1"))
        #expect(!notes.wholeText.contains("Titel thema"))
        let town = try #require(try section("notes", "index.html", MemorySketch.town()))
        #expect(town.named("ol").first?.named("li").map(\.wholeText) == ["eins", "zwei"])
    }

    @Test func withoutNotesNothingIsSaid() throws {
        for page in ["index.html", "quarter-01.html"] {
            let sections = try SmallTown().read(page).named("section").compactMap { $0.attributes["id"] }
            #expect(!sections.contains { ["assumptions", "notes", "participation"].contains($0) })
        }
        #expect(!(try SmallTown().pages().contains { $0.path == PagePath.participation }))
    }

    @Test func thePublicSeesOnlyWhatIsMarked() throws {
        let pages = try MemorySketch.town(.public).pages()
        for hidden in [
            "Titel vermutung-stadt", "gelernt-sonst", "massnahme-offen", "In Worten", "Über die Unterkunft",
            "Nur intern", "Jugendamt", "nur intern", "auch öffentlich",
        ] {
            #expect(!pages.contains { $0.text.contains(hidden) }, "\(hidden)")
            #expect(try MemorySketch.town().pages().contains { $0.text.contains(hidden) }, "\(hidden)")
        }
        for shown in ["Abends ist wenig offen", "Samstags geht es", "Rat, 14. März", "Mehr Licht"] {
            #expect(pages.contains { $0.text.contains(shown) }, "\(shown)")
        }
    }

    @Test func theContentsLinkToTheSections() throws {
        let root = try MemorySketch.town().read("index.html")
        let links = root.named("nav").first?.named("a").compactMap { $0.attributes["href"] } ?? []
        for part in ["assumptions", "notes", "participation"] {
            #expect(links.contains("#\(part)") && root.withID(part) != nil)
        }
    }

    /// Hostile words in every place where a note or a record has words.
    @Test(arguments: 0..<4) func hostileNotesAreHarmless(_ turn: Int) throws {
        func text(_ index: Int) -> String { EscapingTests.hostile[(turn * 4 + index) % EscapingTests.hostile.count] }
        let offices = ResponsibleOffices(urbanDevelopment: text(0), integration: text(1), others: [text(2), text(3)])
        let contents: [Note.Content] = [
            .assumption(indicators: ["coverage_share", "no_such_indicator"]), .trial(until: nil, offices: offices),
            .learnt(trial: text(1)),
            .measure(Note.Measure(goal: text(2), decision: text(3), offices: offices, status: .done)),
            .topic(offices: offices), .answer(Note.Answer(question: text(0), circle: text(1), state: .open)),
        ]
        var town = SmallTown()
        town.memory = TownMemory(
            notes: contents.enumerated().map { index, content in
                MemorySketch.note(
                    text(index), content, title: text(index + 1), quarters: [text(2), "q1"], places: [text(3)],
                    text: "\(text(index))\n\n- **\(text(index + 2))**\n- *\(text(index + 3))*")
            },
            participation: ParticipationLog(
                (0..<4).map { index in
                    ParticipationRecord(
                        id: text(index), quarterID: text(index), placeID: text(index + 1), role: text(index),
                        languages: [text(index), text(index + 1)], result: text(index + 2), outcome: .not,
                        reason: text(index + 3), office: text(index), isPublic: true)
                }))
        for page in try ReportSet.render(town.input()) {
            let root = try MarkupReader.read(page.text)
            #expect(root.named("script").isEmpty && root.named("img").isEmpty)
            #expect(page.text.utf8.count < 600_000, "\(page.path)")
            #expect(!page.text.unicodeScalars.contains { $0.isForbidden || (0x202A...0x202E).contains($0.value) })
            #expect(
                Set(root.all.compactMap { $0.attributes["id"] }).count
                    == root.all.compactMap { $0.attributes["id"] }.count)
        }
    }
}

extension String {
    /// How often a text stands in it.
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
