internal import Town

/// A note for a town to fill in, one of each kind: its keys with an example, and a line of text.
struct NoteTemplate {
    /// The file name.
    let file: String
    /// The whole file.
    let text: String

    /// The templates in the order of ``NoteKind``.
    static let all = NoteKind.allCases.map(NoteTemplate.init)

    private init(_ kind: NoteKind) {
        let (name, title, keys, body) = NoteTemplate.parts(kind)
        file = "notiz-\(name).md"
        text =
            (["---", "kind: \(kind.rawValue)", "title: \"BEISPIEL: \(title)\"", "date: \"2024-06-01\""]
            + ["# quarters: [\"Nordstadt\"]  # Namen oder Kennungen; ohne Angabe: die ganze Stadt"]
            + (kind == .answer ? [] : ["# places: [\"BEISPIEL-1\"]"]) + keys
            + ["# public: true  # ohne Angabe: nur intern", "# shareable: true  # zum Austausch mit anderen Städten"]
            + ["---", "", body, ""]).joined(separator: "\n")
    }

    private static let offices = [
        "offices:", "  urban_development: \"Stadtplanung\"", "  integration: \"Integrationsbüro\"",
        "  # others: [\"Jugendamt\"]",
    ]

    private static func parts(
        _ kind: NoteKind
    ) -> (name: String, title: String, keys: [String], body: String) {
        switch kind {
        case .assumption:
            (
                "vermutung", "Abends ist hier wenig zu erreichen",
                ["# indicators: [coverage_share]  # Kennzahlen, die daneben stehen sollen"],
                "Vor den Zahlen aufgeschrieben, in einem oder zwei Sätzen."
            )
        case .trial:
            (
                "erprobung", "Das Bürgerhaus öffnet sonntags", ["# until: \"2024-12-31\""] + offices,
                "Was erprobt wird, und woran man sehen will, ob es gut ist."
            )
        case .learnt:
            (
                "gelernt", "Sonntags kommen Familien", ["# trial: \"notiz-erprobung\"  # Dateiname ohne .md"],
                "Auch was anders kam als gedacht."
            )
        case .measure:
            (
                "massnahme", "Schlüssel für zwei Gruppen",
                [
                    "# goal: \"treffpunkt\"  # Kennung eines Ziels der Stadt, oder das Ziel in Worten",
                    "# decision: \"Rat, 11. Mai 2024\"",
                ] + offices + ["status: decided  # proposed, decided, running, done, stopped"],
                "Was getan wird."
            )
        case .topic:
            ("thema", "Wohnen und Ankommen", offices, "Eine Daueraufgabe; sie hat keine Frist.")
        case .answer:
            (
                "antwort", "Welcher Raum könnte abends offen sein?",
                [
                    "question: \"open_evening/town\"  # Kennung der Frage, wie sie im Bericht steht",
                    "circle: \"Runder Tisch\"  # keine Namen von Personen",
                    "state: open  # settled (geklärt), open (kommt wieder), unimportant (hier nicht wichtig)",
                ], "Was gesagt wurde."
            )
        }
    }
}
