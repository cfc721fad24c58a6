extension MethodSheet {
    /// See ``HomeExposure``.
    static let homeExposure = MethodSheet(
        german: Text(
            title: "Nebeneinander wohnen: Anteil der Gruppe zu Hause",
            says: """
                Welcher Teil der Menschen, neben denen man wohnt, zu einer Gruppe gehört: im Quartier, und in der \
                Zelle oder am Punkt der Zählung. Das ist der Vergleichswert für die gemeinsam erreichbaren Orte.
                """,
            saysNot: """
                Nichts über Nachbarschaft, Kontakt oder Zusammenleben. Eine Möglichkeit, keine gezählte Begegnung: \
                Niemand hat beobachtet, wer wohin geht. Beobachtete Nutzung steht nie in dieser Zahl.
                """,
            formula: """
                x_gh = Σ_i (P_ig/P_g)·(P_ih/P_i), i Quartiere (home=quarter) oder Zellen und Punkte (home=origin)
                """,
            limits: """
                Gezählt ist, wer einen solchen Ort in Reichweite hat; deshalb steht eine Art von Orten dabei, und \
                die Spanne der Methode zeigt andere Einzugsbereiche. Punkte mit wenigen Menschen sind Haushalte: \
                Dort ist jede Gruppe unter sich. Unter 30 Menschen ist der Wert unsicher. \
                \(ExposureNoise.german)
                """,
            here: """
                In {town} liegt der Anteil der ersten Gruppe im eigenen Quartier bei {value}, gemittelt über alle \
                Menschen.
                """),
        english: Text(
            title: "Living side by side: the share of the group at home",
            says: """
                Which part of the people next to whom one lives belongs to a group: in the quarter, and in the cell \
                or at the point of the count. It is what the places that people can reach together are compared \
                with.
                """,
            saysNot: """
                Nothing about neighbourhood, contact or living together. A possibility, not a counted encounter: \
                nobody observed who goes where. Observed use is never part of this figure.
                """,
            formula: """
                x_gh = Σ_i (P_ig/P_g)·(P_ih/P_i), i the quarters (home=quarter) or the cells and points \
                (home=origin)
                """,
            limits: """
                Counted are those with such a place in reach; that is why a kind of places is named, and the range \
                of the method shows other catchments. Points with few people are households: every group is among \
                itself there. Below 30 people the figure is uncertain. \
                \(ExposureNoise.english)
                """,
            here: """
                In {town} the share of the first group in one's own quarter is {value}, averaged over everybody.
                """))
}
