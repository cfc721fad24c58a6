extension MethodSheet {
    /// See ``BalancedCatchment``.
    static let balancedCatchment = MethodSheet(
        german: Text(
            title: "Ausgeglichener Einzugsbereich",
            says: """
                Wie gut Menschen im Vergleich zur ganzen Stadt versorgt sind, wenn jede Person genau einmal zählt \
                und jeder Ort genau einmal verteilt wird. 1 ist der Mittelwert der Stadt. Gemessen wird mit dem \
                ersten Maß des Projekts: Minuten zu Fuß, ohne Wegenetz Meter Luftlinie.
                """,
            saysNot: """
                Möglichkeit ist nicht Nutzung: Niemand hat gezählt, wer kommt. Nachfrage sind alle Einwohnerinnen \
                und Einwohner, auch wer nie hingeht. Es sind keine Plätze je Kopf: Vergleichbar ist nur innerhalb \
                eines Laufs.
                """,
            formula: """
                D_j = Σ_i P_i·w_ij/Σ_j w_ij, R_j = S_j/D_j, A_i = Σ_j R_j·w_ij/Σ_i w_ij über bewohnte Zellen; \
                Mittel der Menschen, geteilt durch das der Stadt. Proben in jedem Lauf: Σ D = Σ P und Σ A = Σ R.
                """,
            limits: """
                Die Summe läuft über Zellen: Mit anderen Zellen ändert sich die Zahl, auch wenn die Stadt gleich \
                bleibt. Jahre nur auf demselben Gitter vergleichen. Die Größe des Einzugsbereichs entscheidet mehr \
                als die Abstufung; die Spanne daneben zeigt, was bei drei Vierteln und fünf Vierteln davon und bei \
                anderer Abstufung gilt. Gezählt werden Plätze, wo mindestens die Hälfte der Orte sie angibt, sonst \
                die Fläche der Räume, sonst Orte (Parameter supply); was einzelnen Orten daran fehlt, ist mit dem \
                mittleren Wert geschätzt. \
                \(CatchmentEvaluation.german)
                """,
            here: """
                In {town} ist der Wert der ganzen Stadt {value} ({category}){range}; Quartiere liegen darüber oder \
                darunter.
                """),
        english: Text(
            title: "Balanced catchment",
            says: """
                How well people are supplied by comparison with the whole town if each person counts exactly once \
                and each place is given out exactly once. 1 is the mean of the town. It is measured as the project \
                measures first: minutes on foot, or metres in a straight line without a street network.
                """,
            saysNot: """
                Possibility is not use: nobody counted who comes. Demand are all residents, also those who never \
                go. These are no seats per head: compare within one run only.
                """,
            formula: """
                D_j = Σ_i P_i·w_ij/Σ_j w_ij, R_j = S_j/D_j, A_i = Σ_j R_j·w_ij/Σ_i w_ij over inhabited cells; mean \
                of the people by that of the town. Checked in each run: Σ D = Σ P and Σ A = Σ R.
                """,
            limits: """
                The sum runs over cells: with other cells the figure changes although the town does not. Compare \
                years on the same grid only. The size of the catchment decides more than the weights; the band \
                beside shows what holds at three and five quarters of it and with other weights. Counted are seats \
                where at least half of the places say how many they have, else the area of rooms, else places \
                (parameter supply); what single places do not say is estimated by the value in the middle. \
                \(CatchmentEvaluation.english)
                """,
            here: """
                In {town} the value of the whole town is {value} ({category}){range}; quarters lie above or below \
                it.
                """))
}
