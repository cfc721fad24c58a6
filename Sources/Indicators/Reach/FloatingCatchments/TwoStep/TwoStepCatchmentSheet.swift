extension MethodSheet {
    /// See ``TwoStepCatchment``.
    static let twoStepCatchment = MethodSheet(
        german: Text(
            title: "Plätze je 100 im Einzugsbereich",
            says: """
                Wie viele Plätze auf 100 Menschen kommen, wenn sich alle, die einen Ort erreichen, seine Plätze \
                teilen. Gemessen wird mit dem ersten Maß des Projekts: Minuten zu Fuß, ohne Wegenetz Meter \
                Luftlinie.
                """,
            saysNot: """
                Möglichkeit ist nicht Nutzung: Niemand hat gezählt, wer kommt. Nachfrage sind alle Einwohnerinnen \
                und Einwohner, auch wer nie hingeht.
                """,
            formula: """
                R_j = S_j / Σ_i P_i·1[c_ij ≤ T], A_i = Σ_j R_j·1[c_ij ≤ T]; 100·Σ w·P_g·A / Σ w·P_g. Probe in \
                jedem Lauf: Σ P·A = Σ S der Orte mit Nachfrage.
                """,
            limits: """
                Innen zählt jeder Weg gleich, dahinter keiner. Die Größe des Einzugsbereichs entscheidet mehr als \
                die Abstufung; die Spanne daneben zeigt, was bei drei Vierteln und fünf Vierteln davon gilt. Wer \
                nichts erreicht, zählt mit 0. Orte, in deren Einzugsbereich niemand wohnt, geben niemandem etwas. \
                Gezählt werden Plätze, wo mindestens die Hälfte der Orte sie angibt, sonst die Fläche der Räume, \
                sonst Orte (Parameter supply); was einzelnen Orten daran fehlt, ist mit dem mittleren Wert \
                geschätzt. \
                \(CatchmentEvaluation.german)
                """,
            here: """
                In {town} kommen im Einzugsbereich {value} Plätze oder Orte ({category}) auf 100 Menschen{range}.
                """),
        english: Text(
            title: "Seats per 100 in the catchment",
            says: """
                How many seats there are for 100 people if all who reach a place share its seats. It is measured \
                as the project measures first: minutes on foot, or metres in a straight line without a street \
                network.
                """,
            saysNot: """
                Possibility is not use: nobody counted who comes. Demand are all residents, also those who never \
                go.
                """,
            formula: """
                R_j = S_j / Σ_i P_i·1[c_ij ≤ T], A_i = Σ_j R_j·1[c_ij ≤ T]; 100·Σ w·P_g·A / Σ w·P_g. Checked in \
                each run: Σ P·A = Σ S of the places with demand.
                """,
            limits: """
                Inside every way counts alike, beyond it none. The size of the catchment decides more than the \
                weights; the band beside shows what holds at three and five quarters of it. Who reaches nothing \
                counts with 0. Places in whose catchment nobody lives give nothing to anybody. Counted are seats \
                where at least half of the places say how many they have, else the area of rooms, else places \
                (parameter supply); what single places do not say is estimated by the value in the middle. \
                \(CatchmentEvaluation.english)
                """,
            here: """
                In {town} there are {value} seats or places ({category}) in the catchment for 100 people{range}.
                """))
}
