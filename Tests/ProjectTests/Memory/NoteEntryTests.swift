import Features
import Project
import Testing
import Town
import Wording

/// The front matter of notes.
@Suite struct NoteEntryTests {
    static func file(_ keys: String..., text: String = "Ein Satz.") -> String {
        (["---", "title: Ein Titel", "date: 2024-06-01"] + keys + ["---", text, ""]).joined(separator: "\n")
    }

    private func decode(_ text: String, file: String = "notizen/eine-notiz.md") -> (NoteEntry?, [Diagnostic]) {
        NoteEntry.decode(text, file: file)
    }

    @Test func aMeasureWithEverything() throws {
        let (entry, findings) = decode(
            Self.file(
                "kind: measure", "id: schluessel", "quarters: [Nordstadt, \"07\"]", "places: P1", "public: true",
                "shareable: true", "goal: treffpunkt", "decision: \"Rat: 14. März\"", "offices:",
                "  urban_development: Stadtplanung", "  integration: Büro", "  others: [Jugendamt]", "status: running"))
        #expect(findings.isEmpty)
        let note = try #require(entry?.note)
        #expect(note.id == "schluessel" && note.title == "Ein Titel" && note.kind == .measure)
        #expect("\(note.date)" == "2024-06-01" && note.isPublic && note.isShareable)
        #expect(note.quarterIDs == ["Nordstadt", "07"] && note.placeIDs == ["P1"] && !note.isAboutTown)
        #expect(
            note.content
                == .measure(
                    Note.Measure(
                        goal: "treffpunkt", decision: "Rat: 14. März",
                        offices: ResponsibleOffices(
                            urbanDevelopment: "Stadtplanung", integration: "Büro", others: ["Jugendamt"]),
                        status: .running)))
        #expect(note.body.plain == "Ein Satz.")
        #expect(entry?.mentions.map(\.subject) == [.quarter, .quarter, .place, .goal])
        #expect(entry?.mentions.map { $0.location.line } == [6, 6, 7, 10])
    }

    @Test func theOtherKinds() throws {
        func content(_ keys: String...) throws -> Note.Content {
            let text = (["---", "title: T", "date: 2024-06-01"] + keys + ["---"]).joined(separator: "\n")
            let (entry, findings) = decode(text)
            #expect(findings.isEmpty)
            return try #require(entry?.note.content)
        }
        #expect(try content("kind: assumption") == .assumption(indicators: []))
        #expect(
            try content("kind: assumption", "indicators: coverage_share") == .assumption(indicators: ["coverage_share"])
        )
        #expect(try content("kind: learnt", "trial: t1") == .learnt(trial: "t1"))
        #expect(
            try content("kind: trial", "until: 2024-12-31")
                == .trial(until: CalendarDate(iso: "2024-12-31"), offices: ResponsibleOffices()))
        #expect(try content("kind: topic") == .topic(offices: ResponsibleOffices()))
        #expect(
            try content("kind: answer", "question: open_evening/quarter/03", "circle: Runde", "state: unimportant")
                == .answer(Note.Answer(question: "open_evening/quarter/03", circle: "Runde", state: .unimportant)))
    }

    @Test func nothingIsPublicUnlessSaid() {
        let note = decode(Self.file("kind: topic")).0?.note
        #expect(note?.isPublic == false && note?.isShareable == false && note?.isAboutTown == true)
    }

    @Test func theFileNameIsTheId() {
        #expect(decode(Self.file("kind: topic"), file: "a/b/2024 Ein Thema.md").0?.note.id == "2024 Ein Thema")
        #expect(decode(Self.file("kind: topic"), file: "../../x.MD").0?.note.id == "x")
    }

    // MARK: Faults

    @Test(arguments: [
        ("kind: masure", "Q604 4", "measure"), ("kind: measure\nstatus: runing", "Q604 5", "running"),
        ("kind: measure", "Q603 2", ""), ("kind: topic\nuntil: 2024-12-31", "Q602 5", ""),
        ("kind: topic\nquarter: Nord", "Q602 5", "quarters"), ("kind: topic\nid: Ä", "Q604 5", ""),
        ("kind: topic\npublic: ja", "Q604 5", ""), ("kind: trial\nuntil: 31.12.2024", "Q604 5", ""),
        ("kind: trial\noffices: Büro", "Q604 5", ""), ("kind: topic\nkind: trial", "Q608 4", ""),
        ("kind: topic\noffices: { integraton: Büro }", "Q602 5", "integration"),
        ("kind: answer\nquestion: q\ncircle: r\nstate: open\nplaces: P1", "Q602 8", ""),
        ("kind: topic\nquarters: [\"\"]", "Q604 5", ""), ("kind: topic\nquarters: {a: b}", "Q604 5", ""),
        ("kind: topic\nx: &a [*a]", "Q462 5", ""), ("kind: topic\nx: [", "Q462 6", ""),
    ])
    func aFaultIsSaidWithItsLine(_ keys: String, _ expected: String, _ suggestion: String) throws {
        let (entry, findings) = decode(Self.file(keys))
        #expect(entry == nil)
        let first = try #require(findings.first)
        #expect("\(first.code.rawValue) \(first.location?.line ?? 0)" == expected)
        #expect(first.severity == .error)
        if !suggestion.isEmpty { #expect(first.arguments["suggestion"] == suggestion) }
        for language in Language.allCases {
            for text in [first.message(language), first.remedy(language)] {
                #expect(!text.contains { "⟨⟩".contains($0) }, "\(text)")
            }
        }
    }

    @Test(arguments: [
        "", "Nur Text.", "# Titel\n---\nkind: topic\n---", "---\nkind: topic\ntitle: offen", " ---\nkind: topic\n---",
        "----\nkind: topic\n----", "<script>alert(1)</script>",
    ])
    func withoutFrontMatterItIsNoNote(_ text: String) {
        let (entry, findings) = decode(text)
        #expect(entry == nil && findings.map(\.code) == [.noteWithoutFrontMatter])
        #expect(findings.first?.location?.line == 1)
    }

    @Test func anEmptyFrontMatterLacksItsKeys() {
        #expect(decode("---\n---\nText").1.map(\.code) == [.keyMissing])
        #expect(decode("---\n~\n---\nText").1.map(\.code) == [.keyMissing])
    }

    @Test func marksAndEndsOfLinesDoNotMatter() {
        let text = "\u{FEFF}" + Self.file("kind: topic").replacing("\n", with: "\r\n")
        let (entry, findings) = decode(text)
        #expect(findings.isEmpty && entry?.note.body.plain == "Ein Satz.")
        // A line of the text is no end of the front matter.
        #expect(decode(Self.file("kind: topic", text: "a\n---\nb")).0?.note.body.plain == "a --- b")
    }

    @Test func valuesStayText() {
        let note = decode("---\ntitle: NO\ndate: \"2024-06-01\"\nkind: topic\nquarters: [01, 1e3]\n---").0?.note
        #expect(note?.title == "NO" && note?.quarterIDs == ["01", "1e3"])
    }

    @Test func whatIsTooLargeIsNotRead() {
        let (entry, findings) = decode(Self.file("kind: topic", text: String(repeating: "a", count: 300_000)))
        #expect(entry == nil && findings.map(\.code) == [.noteUnreadable])
        #expect(findings.first?.message(.german).contains("262144") == true)
    }

    /// Titles of 10,000 letters, signs that turn the direction, markup: read as text, or refused, but never a crash.
    @Test(arguments: [
        String(repeating: "Ä", count: 10_000), "\u{202E}gnal", "<script>alert(1)</script>", "\"><img src=x onerror=a>",
        "a\u{300}\u{301}\u{302}", "🙂‍🙂", "=HYPERLINK(\"x\")", "../../etc/passwd",
    ])
    func hostileTitles(_ title: String) {
        let quoted = title.replacing("\"", with: "\\\"")
        let (entry, findings) = decode("---\nkind: topic\ntitle: \"\(quoted)\"\ndate: 2024-06-01\n---\n\(title)")
        #expect(findings.isEmpty)
        #expect(entry?.note.title == title)
    }

    @Test func controlCharactersAreRefused() {
        let (entry, findings) = decode("---\nkind: topic\ntitle: \"a\\x07b\"\ndate: 2024-06-01\n---")
        #expect(entry == nil && findings.map(\.code) == [.valueInvalid])
        #expect(decode("---\nkind: topic\u{0}\n---").1.map(\.code) == [.noteUnreadable])
    }

    // MARK: The project file

    @Test func theProjectNamesTheFolder() {
        func decode(_ line: String) -> (ProjectFile?, [DiagnosticCode]) {
            let (project, findings) = ProjectFile.decode(Example.least + "\n" + line, file: "quartier.yaml")
            return (project, findings.map(\.code).filter { $0 != .understandingEmpty })
        }
        #expect(decode("").0?.notes == nil)
        #expect(decode("notes: notizen").0?.notes == "notizen")
        #expect(decode("notes: /srv/notizen").0?.notes == "/srv/notizen")
        #expect(decode("notes: ../notizen").1 == [.fileOutsideProject])
        #expect(decode("notes: a/../../b").1 == [.fileOutsideProject])
        #expect(decode("notes: [a]").1 == [.valueInvalid])
        #expect(decode("note: notizen").1 == [.keyUnknown])
    }

    @Test func aTableOfParticipationIsALayer() throws {
        let text =
            Example.least
            + "\n  - { kind: participation, file: b.csv, columns: { date: d, quarter: q, outcome: o, visibility: v } }"
        let layers = try #require(ProjectFile.decode(text, file: "quartier.yaml").project).layers(.participation)
        #expect(layers.first?.columns == [.date: "d", .quarter: "q", .outcome: "o", .visibility: "v"])
        #expect(layers.first?.kind.isTable == true)
        for wrong in ["{ attendance: n }", "{ persons: n }"] {
            let findings = ProjectFile.decode(
                Example.least + "\n  - { kind: participation, file: b.csv, columns: \(wrong) }", file: "q.yaml"
            ).findings
            #expect(findings.contains { $0.code == .keyUnknown })
        }
    }
}
