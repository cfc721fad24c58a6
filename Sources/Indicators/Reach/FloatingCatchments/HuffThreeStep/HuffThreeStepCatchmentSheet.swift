extension MethodSheet {
    /// See ``HuffThreeStepCatchment``.
    static let huffThreeStepCatchment = MethodSheet(
        german: Text(
            title: "Plätze je 100 im Einzugsbereich, große Orte ziehen mehr",
            says: """
                Wie viele Plätze auf 100 Menschen kommen, wenn große und nahe Orte mehr Menschen anziehen und ein \
                weiter Weg mindert. Gemessen wird mit dem ersten Maß des Projekts: Minuten zu Fuß, ohne Wegenetz \
                Meter Luftlinie.
                """,
            saysNot: """
                Möglichkeit ist nicht Nutzung: Niemand hat gezählt, wer kommt. Nachfrage sind alle Einwohnerinnen \
                und Einwohner, auch wer nie hingeht. Ob große Orte wirklich mehr anziehen, ist eine Annahme.
                """,
            formula: """
                H_ij = S_j·w_ij / Σ_k S_k·w_ik, R_j = S_j / Σ_i H_ij·P_i, A_i = Σ_j H_ij·R_j·w_ij; 100·Σ w·P_g·A / \
                Σ w·P_g. Proben in jedem Lauf: Σ D = Σ P; Σ P·A und das auf dem Weg Verlorene sind zusammen Σ S.
                """,
            limits: """
                Die Größe des Einzugsbereichs entscheidet mehr als die Abstufung; die Spanne daneben zeigt, was \
                bei drei Vierteln und fünf Vierteln davon und bei anderer Abstufung gilt. Gezählt werden Plätze, \
                wo mindestens die Hälfte der Orte sie angibt, sonst die Fläche der Räume, sonst Orte (Parameter \
                supply); was einzelnen Orten daran fehlt, ist mit dem mittleren Wert geschätzt. \
                \(CatchmentEvaluation.german)
                """,
            here: """
                In {town} kommen im Einzugsbereich {value} Plätze oder Orte ({category}) auf 100 Menschen{range}.
                """),
        english: Text(
            title: "Seats per 100 in the catchment, large places draw more",
            says: """
                How many seats there are for 100 people if large and near places draw more people and a long way \
                discounts. It is measured as the project measures first: minutes on foot, or metres in a straight \
                line without a street network.
                """,
            saysNot: """
                Possibility is not use: nobody counted who comes. Demand are all residents, also those who never \
                go. Whether large places really draw more is an assumption.
                """,
            formula: """
                H_ij = S_j·w_ij / Σ_k S_k·w_ik, R_j = S_j / Σ_i H_ij·P_i, A_i = Σ_j H_ij·R_j·w_ij; 100·Σ w·P_g·A / \
                Σ w·P_g. Checked in each run: Σ D = Σ P; Σ P·A and what is lost on the way add up to Σ S.
                """,
            limits: """
                The size of the catchment decides more than the weights; the band beside shows what holds at three \
                and five quarters of it and with other weights. Counted are seats where at least half of the \
                places say how many they have, else the area of rooms, else places (parameter supply); what single \
                places do not say is estimated by the value in the middle. \
                \(CatchmentEvaluation.english)
                """,
            here: """
                In {town} there are {value} seats or places ({category}) in the catchment for 100 people{range}.
                """))
}
