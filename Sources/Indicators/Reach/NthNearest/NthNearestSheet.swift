extension MethodSheet {
    /// See ``NthNearest``.
    static let nthNearest = MethodSheet(
        german: Text(
            title: "Weg bis zur Auswahl unter mehreren Orten",
            says: """
                Wie weit die Hälfte der Menschen höchstens geht, um nicht einen, sondern zwei oder drei solche Orte \
                zur Wahl zu haben.
                """,
            saysNot: "Nicht, ob jemand wählt, und nicht, ob die Orte einander ersetzen können.",
            formula: "c^(n) = min(c : O(c) ≥ n); davon der gewichtete Median über die Menschen",
            limits: """
                Wer weniger als n Orte im doppelten Einzugsbereich hat, zählt als unerreichbar weit. Sind das mehr \
                als die Hälfte, gibt es keinen Wert.
                """,
            here: "In {town} hat die Hälfte der Menschen eine Auswahl nach höchstens {value} ({category})."),
        english: Text(
            title: "The way to a choice of places",
            says: """
                How far half of the people go at most to have not one but two or three such places to choose from.
                """,
            saysNot: "Not whether anybody chooses, nor whether the places can replace each other.",
            formula: "c^(n) = min(c : O(c) ≥ n); of these the weighted median over the people",
            limits: """
                Whoever has fewer than n places within twice the catchment counts as infinitely far. Where these are \
                more than half, there is no value.
                """,
            here: "In {town} half of the people have a choice within {value} ({category})."))
}
