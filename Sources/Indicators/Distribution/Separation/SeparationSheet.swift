extension MethodSheet {
    /// See ``Separation``.
    static let separation = MethodSheet(
        german: Text(
            title: "Unterschied der rechnerischen Nachbarschaft (S)",
            says: """
                Um wie viel größer der Anteil der Gruppe in der Nachbarschaft ihrer eigenen Menschen ist als in der aller \
                anderen: 0 heißt, beide haben dieselbe Nachbarschaft, 1 heißt, niemand hat Nachbarn von beiden. Anders als \
                die rechnerische Nachbarschaft hängt es nicht davon ab, wie groß die Gruppe ist. Ohne die Person selbst \
                gezählt (corrected) ergibt der Zufall 0.
                """,
            saysNot: """
                Nichts über gezählte Begegnungen, Gründe oder ein Soll. Zwei Zahlen aus verschiedenen Einteilungen lassen \
                sich nicht vergleichen.
                """,
            formula: """
                S = (xPx − P) / (1 − P) mit xPx der rechnerischen Nachbarschaft der eigenen Gruppe und P ihrem Anteil in der \
                Stadt; ohne die Person selbst mit (M − 1)/(T − 1) statt P.
                """,
            limits: """
                Ist die Gruppe klein, kann S klein und die räumliche Verteilung D dennoch groß sein: Dann wohnt sie \
                ungleich verteilt, aber überall zusammen mit anderen. Gruppen unter 100 Personen werden nicht gerechnet.
                """,
            here: """
                In {town} ist der Anteil der ersten Gruppe in der Nachbarschaft ihrer eigenen Menschen um {value}{range} \
                größer als in der aller anderen (1 wäre völlig getrennt).
                """),
        english: Text(
            title: "Difference of computed neighbourhoods (S)",
            says: """
                By how much the share of the group is larger in the neighbourhood of its own people than in that of all \
                others: 0 means that both have the same neighbourhood, 1 that nobody has neighbours of both. Unlike the \
                computed neighbourhood it does not depend on how large the group is. Without counting the person itself \
                (corrected) chance makes 0.
                """,
            saysNot: """
                Nothing about counted encounters, reasons or what should be. Two figures of different zonings cannot be \
                compared.
                """,
            formula: """
                S = (xPx − P) / (1 − P) with xPx the computed neighbourhood of the own group and P its share in the town; \
                without the person itself with (M − 1)/(T − 1) in place of P.
                """,
            limits: """
                Where the group is small, S can be small and the spatial distribution D large all the same: then the group \
                is spread unevenly, but lives with others everywhere. Groups under 100 people are not computed.
                """,
            here: """
                In {town} the share of the first group in the neighbourhood of its own people is larger by {value}{range} \
                than in that of all others (1 would be entirely apart).
                """))
}
