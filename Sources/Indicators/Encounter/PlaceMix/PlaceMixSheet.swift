extension MethodSheet {
    /// See ``PlaceMix``.
    static let placeMix = MethodSheet(
        german: Text(
            title: "Mischung der rechnerischen Besucherinnen und Besucher eines Ortes (intern)",
            says: """
                Wie gleichmäßig die Gruppen unter den Menschen verteilt sind, die auf einen Ort kämen: 0 heißt nur \
                eine Gruppe, 1 alle gleich viele.
                """,
            saysNot: """
                Nicht, ob der Ort der Stadt entspricht: Dafür steht der Abstand zur Stadt daneben. Eine Möglichkeit, \
                keine gezählte Begegnung: Niemand hat beobachtet, wer wohin geht. Beobachtete Nutzung steht nie in \
                dieser Zahl.
                """,
            formula: """
                Hn_j = −Σ_g π_jg·ln π_jg / ln K, π_jg = N_jg/Σ_g N_jg; K Gruppen, oder eine Gruppe und alle anderen \
                (K = 2)
                """,
            limits: """
                Bleibt im Rathaus. Unter 30 rechnerischen Besucherinnen und Besuchern wird nichts genannt. Zwei \
                Gruppen verdecken, wie verschieden die Menschen darin sind. Die Spanne der Methode zeigt andere \
                Einzugsbereiche, das Modell von Huff und die Rechnung ohne Aufteilung.
                """,
            here: "Am ersten Ort der Liste in {town} ist es {value}."),
        english: Text(
            title: "Mix of the expected visitors of a place (internal)",
            says: """
                How evenly the groups are spread among the people who would come upon a place: 0 means one group \
                only, 1 all groups equally many.
                """,
            saysNot: """
                Not whether the place is like the town: the distance from the town's mix stands beside. A \
                possibility, not a counted encounter: nobody observed who goes where. Observed use is never part of \
                this figure.
                """,
            formula: """
                Hn_j = −Σ_g π_jg·ln π_jg / ln K, π_jg = N_jg/Σ_g N_jg; K groups, or one group and everybody else (K \
                = 2)
                """,
            limits: """
                It stays in the town hall. Below 30 expected visitors nothing is told. Two groups hide how different \
                the people in them are. The range of the method shows other catchments, Huff's model and the count \
                without division.
                """,
            here: "At the first place of the list in {town} it is {value}."))
}
