extension MethodSheet {
    /// See ``InformationIndex``.
    static let informationIndex = MethodSheet(
        german: Text(
            title: "Räumliche Verteilung nach Mischung (H)",
            says: """
                Um welchen Teil die Quartiere, Quadrate von 500 m oder Umkreise von 400 m Luftlinie im Mittel weniger \
                gemischt sind als die ganze Stadt: 0 heißt gleich gemischt, 1 heißt, in jeder Einheit wohnt nur eine \
                Gruppe. Für jede Gruppe und alle anderen, und für alle Gruppen zusammen, wenn sie sich nicht überschneiden \
                und zusammen alle Menschen sind.
                """,
            saysNot: "Nichts über Zusammenleben, Gründe oder ein Soll; keine Rangfolge von Quartieren.",
            formula: """
                H = Σ t·(E − e) / (E·T) mit E = −Σ π·ln π über die Anteile π der Gruppen in der Stadt, e dasselbe je Einheit, \
                t und T den Menschen der Einheit und der Stadt. Zufall: etwa (G − 1)·(U − 1) / (2·T·E) bei G Gruppen und U \
                Einheiten; ohne Zufall H weniger dieser Wert.
                """,
            limits: """
                Der Zufallswert ist eine Näherung für Einheiten mit nicht zu wenigen Menschen jeder Gruppe. Macht er mehr \
                als die Hälfte aus, gilt die Zahl als unsicher. Bei Umkreisen kann H knapp unter 0 liegen.
                """,
            here:
                "In {town} sind die Quartiere im Mittel um den Teil {value}{range} weniger gemischt als die ganze Stadt."
        ),
        english: Text(
            title: "Spatial distribution by mix (H)",
            says: """
                By which part the quarters, squares of 500 m or circles of 400 m in a straight line are on average less \
                mixed than the whole town: 0 means equally mixed, 1 that one group alone lives in each unit. For each group \
                and all others, and for all groups together where they do not overlap and are all people together.
                """,
            saysNot: "Nothing about living together, reasons or what should be; no ranking of quarters.",
            formula: """
                H = Σ t·(E − e) / (E·T) with E = −Σ π·ln π over the shares π of the groups in the town, e the same of each \
                unit, t and T the people of unit and town. Chance: about (G − 1)·(U − 1) / (2·T·E) for G groups and U \
                units; without chance H less that.
                """,
            limits: """
                The value of chance is an approximation for units with not too few people of each group. Where it makes \
                more than half of it, the figure counts as unreliable. For circles H can fall just below 0.
                """,
            here: "In {town} the quarters are on average less mixed than the whole town by the part {value}{range}."))
}
