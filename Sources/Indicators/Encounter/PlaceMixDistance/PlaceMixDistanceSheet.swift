extension MethodSheet {
    /// See ``PlaceMixDistance``.
    static let placeMixDistance = MethodSheet(
        german: Text(
            title: "Abstand der Mischung eines Ortes von der Stadt (intern)",
            says: """
                Wie sehr die Mischung der Menschen, die auf einen Ort kämen, von der Mischung der ganzen Stadt \
                abweicht: 0 heißt gleich.
                """,
            saysNot: """
                Nicht, ob mehr oder weniger von einer Gruppe kämen, und nicht, was besser wäre. Eine Möglichkeit, \
                keine gezählte Begegnung: Niemand hat beobachtet, wer wohin geht. Beobachtete Nutzung steht nie in \
                dieser Zahl.
                """,
            formula: "KL_j = Σ_g π_jg·ln(π_jg/π_Stadt,g), in Nats",
            limits: """
                Bleibt im Rathaus. Unter 30 rechnerischen Besucherinnen und Besuchern wird nichts genannt. Die \
                Spanne der Methode zeigt andere Einzugsbereiche, das Modell von Huff und die Rechnung ohne \
                Aufteilung.
                """,
            here: "Am ersten Ort der Liste in {town} ist der Abstand {value}."),
        english: Text(
            title: "Distance of the mix of a place from the town's (internal)",
            says: """
                How much the mix of the people who would come upon a place differs from that of the whole town: 0 \
                means the same.
                """,
            saysNot: """
                Not whether more or fewer of a group would come, and not what would be better. A possibility, not a \
                counted encounter: nobody observed who goes where. Observed use is never part of this figure.
                """,
            formula: "KL_j = Σ_g π_jg·ln(π_jg/π_town,g), in nats",
            limits: """
                It stays in the town hall. Below 30 expected visitors nothing is told. The range of the method shows \
                other catchments, Huff's model and the count without division.
                """,
            here: "At the first place of the list in {town} the distance is {value}."))
}
