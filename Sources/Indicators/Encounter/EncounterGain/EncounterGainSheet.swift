extension MethodSheet {
    /// See ``EncounterGain``.
    static let encounterGain = MethodSheet(
        german: Text(
            title: "Was Orte zum Wohnen hinzufügen",
            says: """
                Um wie viel der Anteil einer Gruppe an den Orten in Reichweite höher oder niedriger ist als dort, wo \
                man wohnt. Über null führen Orte Menschen mit mehr von dieser Gruppe zusammen, als neben ihnen \
                wohnen.
                """,
            saysNot: """
                Eine Möglichkeit, keine gezählte Begegnung: Niemand hat beobachtet, wer wohin geht. Beobachtete \
                Nutzung steht nie in dieser Zahl. Mehr ist nicht besser: Auch ein Ort für die eigene Gruppe ist \
                wichtig.
                """,
            formula: """
                x_gh − x_gh(Wohnen) über dieselben Menschen; people=exchanged: Mittel und 95-%-Bereich, wenn ganze \
                Zellen oder Punkte (unit=origin) ihre Zusammensetzung zufällig tauschen (draws, seed)
                """,
            limits: """
                Große Einzugsbereiche mischen, wer auch immer wo wohnt. Liegt der Wert in dem Bereich, den der \
                Zufall allein ergibt, steht dabei: kein belastbarer Unterschied. Für alle Menschen der ganzen Stadt \
                zusammen gleicht sich der Unterschied aus; ablesen lässt er sich an Quartieren und Gruppen. In \
                großen Städten wird seltener getauscht. \
                \(ExposureNoise.german)
                """,
            here: """
                In {town} als Ganzem ist der Unterschied für alle {value}; was Orte hinzufügen, zeigen die Werte der \
                Quartiere und Gruppen.
                """),
        english: Text(
            title: "What places add to home",
            says: """
                By how much the share of a group is higher or lower at the places in reach than where one lives. \
                Above zero places bring people together with more of this group than live next to them.
                """,
            saysNot: """
                A possibility, not a counted encounter: nobody observed who goes where. Observed use is never part \
                of this figure. More is not better: a place for one's own group matters, too.
                """,
            formula: """
                x_gh − x_gh(home) over the same people; people=exchanged: mean and 95 % range where whole cells or \
                points (unit=origin) exchange their compositions at random (draws, seed)
                """,
            limits: """
                Large catchments mix, whoever lives where. Where the figure lies in the range that chance alone \
                makes, it says so: no reliable difference. For everybody in the whole town the differences cancel \
                out; quarters and groups tell of them. In large towns fewer exchanges are drawn. \
                \(ExposureNoise.english)
                """,
            here: """
                In {town} as a whole the difference for everybody is {value}; the figures of quarters and groups \
                tell what places add.
                """))
}
