extension MethodSheet {
    /// See ``PlaceExposure``.
    static let placeExposure = MethodSheet(
        german: Text(
            title: "Gemeinsam erreichbare Orte – Möglichkeit, keine gezählte Begegnung",
            says: """
                Welcher Teil der Menschen, denen man an den Orten in Reichweite begegnen könnte, zu einer Gruppe \
                gehört: für alle und für jede Gruppe, organisierte Treffpunkte und Alltagsorte getrennt.
                """,
            saysNot: """
                Eine Möglichkeit, keine gezählte Begegnung: Niemand hat beobachtet, wer wohin geht. Beobachtete \
                Nutzung steht nie in dieser Zahl. Ob aus Nähe Kontakt wird und ob er gelingt, sagt sie auch nicht.
                """,
            formula: """
                x_gh = Σ_j (N_jg/N_g)·(N_jh/N_j), N_jg = Σ_i P_ig·p_ij, p_ij = 1/n_i über die n_i Orte in \
                Reichweite; Σ_h x_gh = 1
                """,
            limits: """
                Die gleiche Aufteilung auf alle Orte ist eine Annahme. Die Spanne der Methode zeigt Einzugsbereiche \
                von 75 und 125 % und das Modell von Huff (Plätze, Weg im Quadrat; ohne erfasste Plätze deren \
                Mittel). Große Einzugsbereiche mischen immer; deshalb steht daneben der Vergleich mit dem Zufall. \
                Unter 30 Menschen ist der Wert unsicher. \
                \(ExposureNoise.german)
                """,
            here: """
                In {town} gehören {value} der Menschen, denen man an Orten in Reichweite begegnen könnte, zur ersten \
                Gruppe ({category}).
                """),
        english: Text(
            title: "Places that people can reach together – a possibility, not a counted encounter",
            says: """
                Which part of the people whom one could meet at the places in reach belongs to a group: for \
                everybody and for each group, organised meeting places and everyday places apart.
                """,
            saysNot: """
                A possibility, not a counted encounter: nobody observed who goes where. Observed use is never part \
                of this figure. Nor does it say whether being near becomes contact, and whether that is a good one.
                """,
            formula: """
                x_gh = Σ_j (N_jg/N_g)·(N_jh/N_j), N_jg = Σ_i P_ig·p_ij, p_ij = 1/n_i over the n_i places in reach; \
                Σ_h x_gh = 1
                """,
            limits: """
                That people divide themselves equally among places is an assumption. The range of the method shows \
                catchments of 75 and 125 % and Huff's model (seats, way squared; their mean where no seats are \
                recorded). Large catchments always mix; that is why the comparison with chance stands beside. Below \
                30 people the figure is uncertain. \
                \(ExposureNoise.english)
                """,
            here: """
                In {town} {value} of the people whom one could meet at places in reach belong to the first group \
                ({category}).
                """))
}
