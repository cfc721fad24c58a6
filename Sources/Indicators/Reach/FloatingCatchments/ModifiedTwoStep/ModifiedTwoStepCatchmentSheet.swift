extension MethodSheet {
    /// See ``ModifiedTwoStepCatchment``.
    static let modifiedTwoStepCatchment = MethodSheet(
        german: Text(
            title: "Plätze je 100 im Einzugsbereich, weite Wege mindern",
            says: """
                Wie viele Plätze auf 100 Menschen kommen, wenn ein weiter Weg die Plätze selbst weniger wert \
                macht, auch wo niemand sie streitig macht. Gemessen wird mit dem ersten Maß des Projekts: Minuten \
                zu Fuß, ohne Wegenetz Meter Luftlinie.
                """,
            saysNot: """
                Möglichkeit ist nicht Nutzung: Niemand hat gezählt, wer kommt. Nachfrage sind alle Einwohnerinnen \
                und Einwohner, auch wer nie hingeht. Die Summe ist kleiner als das, was es gibt: Was fehlt, ist \
                der Lage der Orte geschuldet.
                """,
            formula: """
                A_i = Σ_j S_j·w_ij² / Σ_k P_k·w_kj mit den Stufen 1, 0,68 und 0,22; 100·Σ w·P_g·A / Σ w·P_g. Probe \
                in jedem Lauf: Σ P·A und das auf dem Weg Verlorene sind zusammen Σ S.
                """,
            limits: """
                Die Zahl hängt von der Höhe der Gewichte ab, nicht nur von ihrem Verhältnis. Die Größe des \
                Einzugsbereichs entscheidet mehr als die Abstufung; die Spanne daneben zeigt, was bei drei \
                Vierteln und fünf Vierteln davon und bei anderer Abstufung gilt. Gezählt werden Plätze, wo \
                mindestens die Hälfte der Orte sie angibt, sonst die Fläche der Räume, sonst Orte (Parameter \
                supply); was einzelnen Orten daran fehlt, ist mit dem mittleren Wert geschätzt. \
                \(CatchmentEvaluation.german)
                """,
            here: """
                In {town} kommen im Einzugsbereich {value} Plätze oder Orte ({category}) auf 100 Menschen{range}.
                """),
        english: Text(
            title: "Seats per 100 in the catchment, long ways discount",
            says: """
                How many seats there are for 100 people if a long way makes seats worth less, also where nobody \
                competes for them. It is measured as the project measures first: minutes on foot, or metres in a \
                straight line without a street network.
                """,
            saysNot: """
                Possibility is not use: nobody counted who comes. Demand are all residents, also those who never \
                go. The sum is less than what there is: what is missing is owed to where places lie.
                """,
            formula: """
                A_i = Σ_j S_j·w_ij² / Σ_k P_k·w_kj with the steps 1, 0.68 and 0.22; 100·Σ w·P_g·A / Σ w·P_g. \
                Checked in each run: Σ P·A and what is lost on the way add up to Σ S.
                """,
            limits: """
                The figure depends on the level of the weights, not only on their ratio. The size of the catchment \
                decides more than the weights; the band beside shows what holds at three and five quarters of it \
                and with other weights. Counted are seats where at least half of the places say how many they \
                have, else the area of rooms, else places (parameter supply); what single places do not say is \
                estimated by the value in the middle. \
                \(CatchmentEvaluation.english)
                """,
            here: """
                In {town} there are {value} seats or places ({category}) in the catchment for 100 people{range}.
                """))
}
