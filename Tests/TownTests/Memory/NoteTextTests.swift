import TestSupport
import Testing
import Town

/// The small part of Markdown that notes are written in.
@Suite struct NoteTextTests {
    private func blocks(_ text: String) -> [NoteText.Block] { NoteText(markdown: text).blocks }

    private func spans(_ line: String) -> [NoteText.Span]? {
        guard case .paragraph(let spans)? = blocks(line).first, blocks(line).count == 1 else { return nil }
        return spans
    }

    @Test func paragraphsAndLists() {
        let text = "Eins\nzwei\n\n- a\n- b\n  weiter\n\n1. x\n2) y\nEnde\n\n# Titel #1\nDanach"
        #expect(
            blocks(text) == [
                .paragraph([.plain("Eins zwei")]),
                .list([[.plain("a")], [.plain("b weiter")]], isNumbered: false),
                .list([[.plain("x")], [.plain("y Ende")]], isNumbered: true),
                .paragraph([.strong("Titel #1")]), .paragraph([.plain("Danach")]),
            ])
    }

    @Test(arguments: ["", "\n \n\t\n", "\r\n\r\n", "#", "###   "]) func nothingIsNoBlock(_ text: String) {
        #expect(NoteText(markdown: text).isEmpty)
    }

    @Test func endsOfLinesOfAllSystems() {
        #expect(
            blocks("a\r\n\r\nb\r\rc") == [
                .paragraph([.plain("a")]), .paragraph([.plain("b")]), .paragraph([.plain("c")]),
            ])
    }

    @Test(arguments: [
        ("*a* b", [NoteText.Span.emphasised("a"), .plain(" b")]),
        ("_a b_!", [.emphasised("a b"), .plain("!")]),
        ("x **a b** y", [.plain("x "), .strong("a b"), .plain(" y")]),
        ("__a__", [.strong("a")]),
        ("funded_until_now", [.plain("funded_until_now")]),
        ("2 * 3 * 4", [.plain("2 * 3 * 4")]),
        ("*offen", [.plain("*offen")]),
        ("**halb*", [.plain("**halb*")]),
        ("\\*kein Stern\\*", [.plain("*kein Stern*")]),
        ("*a\\*b*", [.emphasised("a\\*b")]),
        ("***a***", [.plain("***a***")]),
        ("Kinder*gruppe*n", [.plain("Kinder"), .emphasised("gruppe"), .plain("n")]),
        ("[Klick](https://example.org)", [.plain("[Klick](https://example.org)")]),
        ("<b>a</b> &amp;", [.plain("<b>a</b> &amp;")]),
        ("-kein Eintrag", [.plain("-kein Eintrag")]),
        ("1234. kein Eintrag", [.plain("1234. kein Eintrag")]),
    ])
    func wordsSetApart(_ line: String, _ expected: [NoteText.Span]) {
        #expect(spans(line) == expected)
    }

    @Test func theWordsAloneLoseOnlyMarks() {
        #expect(NoteText(markdown: "Ein **Wort**\n\n- und *noch* eins").plain == "Ein Wort\nund noch eins")
    }

    /// Marks that nothing closes, entries and paragraphs without end: the time grows with the length, not its square.
    @Test(arguments: ["*a ", "**a ", "_a ", "- a\n", "a\n", "`*_", "\\*"]) func longTextsAreRead(_ piece: String) {
        let text = String(repeating: piece, count: 80_000)
        let clock = ContinuousClock()
        let time = clock.measure { #expect(!NoteText(markdown: text).isEmpty) }
        // A square of the length would take minutes.
        #expect(time < .seconds(20))
    }

    /// Any text is one, and no letter of it gets lost but marks and white space.
    @Test func noLetterGetsLost() {
        var generator = SeededGenerator(seed: 7)
        let signs = Array("ab*_\\-+#1.) \n\u{301}🙂\u{202E}<&")
        for _ in 0..<500 {
            let text = String((0..<40).map { _ in signs[Int(generator.next() % UInt64(signs.count))] })
            func letters(_ text: String) -> [Unicode.Scalar] {
                text.unicodeScalars.filter { "ab🙂<&".unicodeScalars.contains($0) }
            }
            #expect(letters(NoteText(markdown: text).plain) == letters(text), "\(text)")
        }
    }
}
