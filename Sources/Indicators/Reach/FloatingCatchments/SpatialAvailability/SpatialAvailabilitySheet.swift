extension MethodSheet {
    /// See ``SpatialAvailability``.
    static let spatialAvailability = MethodSheet(
        german: Text(
            title: "Zugeteilte Plätze je 100",
            says: """
                Wie viele Plätze auf 100 Menschen kommen, wenn jeder Ort seine Plätze vollständig nach Zahl der \
                Menschen und Nähe zuteilt. Gemessen wird mit dem ersten Maß des Projekts: Minuten zu Fuß, ohne \
                Wegenetz Meter Luftlinie.
                """,
            saysNot: """
                Möglichkeit ist nicht Nutzung: Niemand hat gezählt, wer kommt. Nachfrage sind alle Einwohnerinnen \
                und Einwohner, auch wer nie hingeht. Mit α = 1 ist es dieselbe Zahl wie „Plätze je 100 im \
                Einzugsbereich, abgestuft“: keine zweite, unabhängige Bestätigung.
                """,
            formula: """
                V_i = Σ_j S_j·P_i^α·f_ij / Σ_k P_k^α·f_kj, v_i = V_i/P_i; 100·Σ w·P_g·v / Σ w·P_g, f in Stufen 1, \
                0,68 und 0,22. Probe in jedem Lauf: Σ V = Σ S der Orte mit Nachfrage.
                """,
            limits: """
                α über 1 gibt dicht bewohnten Zellen mehr als ihren Anteil, unter 1 weniger; dann hängt die Zahl \
                auch von den Zellen ab. Die Größe des Einzugsbereichs entscheidet mehr als die Abstufung; die \
                Spanne daneben zeigt, was bei drei Vierteln und fünf Vierteln davon und bei anderer Abstufung \
                gilt. Gezählt werden Plätze, wo mindestens die Hälfte der Orte sie angibt, sonst die Fläche der \
                Räume, sonst Orte (Parameter supply); was einzelnen Orten daran fehlt, ist mit dem mittleren Wert \
                geschätzt. \
                \(CatchmentEvaluation.german)
                """,
            here: "In {town} werden 100 Menschen {value} Plätze oder Orte ({category}) zugeteilt{range}."),
        english: Text(
            title: "Allotted seats per 100",
            says: """
                How many seats there are for 100 people if each place allots all its seats by the number of people \
                and their nearness. It is measured as the project measures first: minutes on foot, or metres in a \
                straight line without a street network.
                """,
            saysNot: """
                Possibility is not use: nobody counted who comes. Demand are all residents, also those who never \
                go. With α = 1 it is the same figure as “Seats per 100 in the catchment, graded”: no second, \
                independent confirmation.
                """,
            formula: """
                V_i = Σ_j S_j·P_i^α·f_ij / Σ_k P_k^α·f_kj, v_i = V_i/P_i; 100·Σ w·P_g·v / Σ w·P_g, f in steps of \
                1, 0.68 and 0.22. Checked in each run: Σ V = Σ S of the places with demand.
                """,
            limits: """
                α above 1 gives densely inhabited cells more than their share, below 1 less; then the figure \
                depends on the cells, too. The size of the catchment decides more than the weights; the band \
                beside shows what holds at three and five quarters of it and with other weights. Counted are seats \
                where at least half of the places say how many they have, else the area of rooms, else places \
                (parameter supply); what single places do not say is estimated by the value in the middle. \
                \(CatchmentEvaluation.english)
                """,
            here: "In {town} 100 people are allotted {value} seats or places ({category}){range}."))
}
