extension MethodSheet {
    /// See ``EnhancedTwoStepCatchment``.
    static let enhancedTwoStepCatchment = MethodSheet(
        german: Text(
            title: "Plätze je 100 im Einzugsbereich, abgestuft",
            says: """
                Wie viele Plätze auf 100 Menschen kommen, wenn sich alle im Einzugsbereich die Plätze teilen und \
                nahe Wege mehr zählen als weite. Gemessen wird mit dem ersten Maß des Projekts: Minuten zu Fuß, \
                ohne Wegenetz Meter Luftlinie.
                """,
            saysNot: """
                Möglichkeit ist nicht Nutzung: Niemand hat gezählt, wer kommt. Nachfrage sind alle Einwohnerinnen \
                und Einwohner, auch wer nie hingeht.
                """,
            formula: """
                R_j = S_j / Σ_i P_i·w_ij, A_i = Σ_j R_j·w_ij mit w = 1, 0,68 und 0,22 bis zu einem, zwei und drei \
                Dritteln des Einzugsbereichs; 100·Σ w·P_g·A / Σ w·P_g. Probe in jedem Lauf: Σ P·A = Σ S der Orte \
                mit Nachfrage.
                """,
            limits: """
                Die Gewichte stammen aus Studien zu Arztpraxen und sind für Treffpunkte eine Annahme. Die Größe \
                des Einzugsbereichs entscheidet mehr als die Abstufung; die Spanne daneben zeigt, was bei drei \
                Vierteln und fünf Vierteln davon und bei anderer Abstufung (linear, Glocke) gilt. Gezählt werden \
                Plätze, wo mindestens die Hälfte der Orte sie angibt, sonst die Fläche der Räume, sonst Orte \
                (Parameter supply); was einzelnen Orten daran fehlt, ist mit dem mittleren Wert geschätzt. \
                \(CatchmentEvaluation.german)
                """,
            here: """
                In {town} kommen im Einzugsbereich {value} Plätze oder Orte ({category}) auf 100 Menschen{range}.
                """),
        english: Text(
            title: "Seats per 100 in the catchment, graded",
            says: """
                How many seats there are for 100 people if all in the catchment share them and near ways count for \
                more than far ones. It is measured as the project measures first: minutes on foot, or metres in a \
                straight line without a street network.
                """,
            saysNot: """
                Possibility is not use: nobody counted who comes. Demand are all residents, also those who never \
                go.
                """,
            formula: """
                R_j = S_j / Σ_i P_i·w_ij, A_i = Σ_j R_j·w_ij with w = 1, 0.68 and 0.22 up to one, two and three \
                thirds of the catchment; 100·Σ w·P_g·A / Σ w·P_g. Checked in each run: Σ P·A = Σ S of the places \
                with demand.
                """,
            limits: """
                The weights come from studies of doctors and are an assumption for meeting places. The size of the \
                catchment decides more than the weights; the band beside shows what holds at three and five \
                quarters of it and with other weights (linear, bell). Counted are seats where at least half of the \
                places say how many they have, else the area of rooms, else places (parameter supply); what single \
                places do not say is estimated by the value in the middle. \
                \(CatchmentEvaluation.english)
                """,
            here: """
                In {town} there are {value} seats or places ({category}) in the catchment for 100 people{range}.
                """))
}
