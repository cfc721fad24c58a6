extension MethodSheet {
    /// See ``Exposure``.
    static let exposure = MethodSheet(
        german: Text(
            title: "Rechnerische Nachbarschaft: alle anderen (xPy)",
            says: """
                Welchen Anteil alle anderen unter den Menschen haben, die im selben Quartier, im selben Quadrat von 500 m \
                oder im Umkreis von 400 m Luftlinie wohnen, im Mittel über alle Menschen der Gruppe. Ohne die Person selbst \
                gezählt (corrected) ist es bei zufälliger Verteilung der Anteil der anderen in der Stadt. Nennt das Projekt \
                mehrere Gruppen, dann auch, welchen Anteil jede einzelne andere Gruppe (with) hat.
                """,
            saysNot: """
                Nichts über gezählte Begegnungen: Es ist eine Möglichkeit, gerechnet aus Wohnorten. Der Blick der anderen \
                auf die Gruppe ist eine andere Zahl, denn beide sind verschieden groß.
                """,
            formula: """
                xPy = Σ (m/M)·(t − m)/t mit m und t Menschen der Gruppe und alle je Einheit, M in der Stadt; ohne die Person \
                selbst Σ (m/M)·(t − m)/(t − 1). xPx + xPy = 1. Für eine Gruppe mit h Menschen je Einheit, H in der Stadt \
                Σ (m/M)·h/t; Zufall Σ (t/T)·(t − 1)/t·H/(T − 1), ohne die Person selbst H/(T − 1).
                """,
            limits: """
                Große Einheiten zeigen mehr Mischung als kleine. Zahlen aus verschiedenen Einteilungen lassen sich nicht \
                vergleichen, solche zweier Jahre nur, wenn die Gruppe etwa gleich groß blieb. Gruppen unter 100 Personen \
                werden nicht gerechnet. Der Anteil einer zweiten Gruppe hängt vor allem davon ab, wie groß sie ist: Er ist \
                mit dem Zufallswert daneben zu lesen und mit der Gegenrichtung nicht zu vergleichen, M·xPy ist in beiden \
                gleich. Ungenaue Zahlen ziehen ihn zum Zufallswert. Haben zwei Gruppen erkennbar Menschen gemeinsam, \
                gibt es keinen Wert; nicht immer ist es zu erkennen, dann ist er zu hoch, weil manche als ihre \
                eigenen Nachbarn zählen.
                """,
            here: """
                In {town} gehören von den Menschen im selben Quartier {value}{range} nicht zur eigenen Gruppe, im Mittel über \
                die erste Gruppe.
                """),
        english: Text(
            title: "Computed neighbourhood: all others (xPy)",
            says: """
                Which share all others have among the people who live in the same quarter, the same square of 500 m or \
                within 400 m in a straight line, on average over all people of the group. Without counting the person \
                itself (corrected) it is the share of the others in the town where chance alone has spread the group. Where \
                the project names several groups, also which share each single other group (with) has.
                """,
            saysNot: """
                Nothing about counted encounters: it is a possibility, computed from homes. How the others see the group \
                is another figure, as the two differ in size.
                """,
            formula: """
                xPy = Σ (m/M)·(t − m)/t with m and t people of the group and all in each unit, M in the town; without the \
                person itself Σ (m/M)·(t − m)/(t − 1). xPx + xPy = 1. For a group of h people in each unit, H in the town, \
                Σ (m/M)·h/t; chance Σ (t/T)·(t − 1)/t·H/(T − 1), without the person itself H/(T − 1).
                """,
            limits: """
                Large units look more mixed than small ones. Figures of different zonings cannot be compared, those of two \
                years only where the group remained about as large. Groups under 100 people are not computed. The share of \
                a second group depends above all on how large that group is: read it beside the value of chance and do not \
                compare it with the other direction, M·xPy is the same in both. Uncertain numbers draw it towards the value \
                of chance. Where two groups visibly have people in common there is no value; it cannot always be seen, and \
                then the value is too high, as some count as their own neighbours.
                """,
            here: """
                In {town} {value}{range} of the people in the same quarter are not of the own group, on average over the \
                first group.
                """))
}
