extension MethodSheet {
    /// See ``Isolation``.
    static let isolation = MethodSheet(
        german: Text(
            title: "Rechnerische Nachbarschaft: die eigene Gruppe (xPx)",
            says: """
                Welchen Anteil die eigene Gruppe unter den Menschen hat, die im selben Quartier, im selben Quadrat von 500 m \
                oder im Umkreis von 400 m Luftlinie wohnen, im Mittel über alle Menschen der Gruppe. Ohne die Person selbst \
                gezählt (corrected) ist es bei zufälliger Verteilung der Anteil in der Stadt.
                """,
            saysNot: """
                Nichts über gezählte Begegnungen, Bekanntschaften oder Wünsche: Es ist eine Möglichkeit, gerechnet aus \
                Wohnorten. Eine große Gruppe hat schon wegen ihrer Größe hohe Werte.
                """,
            formula: """
                xPx = Σ (m/M)·(m/t) mit m und t Menschen der Gruppe und alle je Einheit, M in der Stadt; ohne die Person \
                selbst Σ (m/M)·(m − 1)/(t − 1). xPx + xPy = 1.
                """,
            limits: """
                Große Einheiten zeigen mehr Mischung als kleine. Zahlen aus verschiedenen Einteilungen lassen sich nicht \
                vergleichen, solche zweier Jahre nur, wenn die Gruppe etwa gleich groß blieb. Gruppen unter 100 Personen \
                werden nicht gerechnet.
                """,
            here: """
                In {town} gehören von den Menschen im selben Quartier {value}{range} zur eigenen Gruppe, im Mittel über die \
                erste Gruppe.
                """),
        english: Text(
            title: "Computed neighbourhood: the own group (xPx)",
            says: """
                Which share the own group has among the people who live in the same quarter, the same square of 500 m or \
                within 400 m in a straight line, on average over all people of the group. Without counting the person \
                itself (corrected) it is the share in the town where chance alone has spread the group.
                """,
            saysNot: """
                Nothing about counted encounters, acquaintances or wishes: it is a possibility, computed from homes. A large \
                group has high values for its size alone.
                """,
            formula: """
                xPx = Σ (m/M)·(m/t) with m and t people of the group and all in each unit, M in the town; without the \
                person itself Σ (m/M)·(m − 1)/(t − 1). xPx + xPy = 1.
                """,
            limits: """
                Large units look more mixed than small ones. Figures of different zonings cannot be compared, those of two \
                years only where the group remained about as large. Groups under 100 people are not computed.
                """,
            here: """
                In {town} {value}{range} of the people in the same quarter are of the own group, on average over the first \
                group.
                """))
}
