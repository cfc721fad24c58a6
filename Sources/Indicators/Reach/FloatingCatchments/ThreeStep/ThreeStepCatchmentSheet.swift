extension MethodSheet {
    /// See ``ThreeStepCatchment``.
    static let threeStepCatchment = MethodSheet(
        german: Text(
            title: "Plätze je 100 im Einzugsbereich, Nachfrage aufgeteilt",
            says: """
                Wie viele Plätze auf 100 Menschen kommen, wenn jede und jeder sich vorher auf die erreichbaren \
                Orte aufteilt, nahe mehr als weite. So zählt niemand an allen Orten voll mit. Gemessen wird mit \
                dem ersten Maß des Projekts: Minuten zu Fuß, ohne Wegenetz Meter Luftlinie.
                """,
            saysNot: """
                Möglichkeit ist nicht Nutzung: Niemand hat gezählt, wer kommt. Nachfrage sind alle Einwohnerinnen \
                und Einwohner, auch wer nie hingeht.
                """,
            formula: """
                G_ij = w_ij / Σ_k w_ik über die Orte mit Plätzen im Einzugsbereich, R_j = S_j / Σ_i G_ij·P_i·w_ij, \
                A_i = Σ_j G_ij·R_j·w_ij; 100·Σ w·P_g·A / Σ w·P_g. Probe in jedem Lauf: Σ P·A = Σ S.
                """,
            limits: """
                Geteilt wird nur über Orte mit Plätzen im Einzugsbereich. Die Größe des Einzugsbereichs \
                entscheidet mehr als die Abstufung; die Spanne daneben zeigt, was bei drei Vierteln und fünf \
                Vierteln davon und bei anderer Abstufung gilt. Gezählt werden Plätze, wo mindestens die Hälfte der \
                Orte sie angibt, sonst die Fläche der Räume, sonst Orte (Parameter supply); was einzelnen Orten \
                daran fehlt, ist mit dem mittleren Wert geschätzt. \
                \(CatchmentEvaluation.german)
                """,
            here: """
                In {town} kommen im Einzugsbereich {value} Plätze oder Orte ({category}) auf 100 Menschen{range}.
                """),
        english: Text(
            title: "Seats per 100 in the catchment, demand shared out",
            says: """
                How many seats there are for 100 people if everybody is divided among the places in reach first, \
                near ones more than far ones. So nobody counts fully at all places. It is measured as the project \
                measures first: minutes on foot, or metres in a straight line without a street network.
                """,
            saysNot: """
                Possibility is not use: nobody counted who comes. Demand are all residents, also those who never \
                go.
                """,
            formula: """
                G_ij = w_ij / Σ_k w_ik over the places with seats in the catchment, R_j = S_j / Σ_i G_ij·P_i·w_ij, \
                A_i = Σ_j G_ij·R_j·w_ij; 100·Σ w·P_g·A / Σ w·P_g. Checked in each run: Σ P·A = Σ S.
                """,
            limits: """
                Divided is only among places with seats inside the catchment. The size of the catchment decides \
                more than the weights; the band beside shows what holds at three and five quarters of it and with \
                other weights. Counted are seats where at least half of the places say how many they have, else \
                the area of rooms, else places (parameter supply); what single places do not say is estimated by \
                the value in the middle. \
                \(CatchmentEvaluation.english)
                """,
            here: """
                In {town} there are {value} seats or places ({category}) in the catchment for 100 people{range}.
                """))
}
