extension MethodSheet {
    /// See ``SupplyLostOnTheWay``.
    static let supplyLostOnTheWay = MethodSheet(
        german: Text(
            title: "Plätze, die der Weg kostet",
            says: """
                Welcher Teil der Plätze niemandem zugutekommt, weil die Menschen zu weit von den Orten wohnen, \
                wenn weite Wege weniger zählen. Gemessen wird mit dem ersten Maß des Projekts: Minuten zu Fuß, \
                ohne Wegenetz Meter Luftlinie.
                """,
            saysNot: "Ein Maß für die Lage der Orte zu den Menschen, kein Urteil über einzelne Orte.",
            formula: "1 − Σ_i P_i·A_i / Σ_j S_j mit A_i = Σ_j S_j·w_ij² / Σ_k P_k·w_kj und w = 1, 0,68 und 0,22",
            limits: """
                Die Zahl hängt von der Höhe der Gewichte ab. Die Größe des Einzugsbereichs entscheidet mehr als \
                die Abstufung; die Spanne daneben zeigt, was bei drei Vierteln und fünf Vierteln davon und bei \
                anderer Abstufung gilt. Gezählt werden Plätze, wo mindestens die Hälfte der Orte sie angibt, sonst \
                die Fläche der Räume, sonst Orte (Parameter supply); was einzelnen Orten daran fehlt, ist mit dem \
                mittleren Wert geschätzt.
                """,
            here: "In {town} kostet der Weg {value} der Plätze ({category}){range}."),
        english: Text(
            title: "Seats that the way costs",
            says: """
                Which part of the seats serves nobody because people live too far from the places, if long ways \
                count for less. It is measured as the project measures first: minutes on foot, or metres in a \
                straight line without a street network.
                """,
            saysNot: "A measure of where places lie to people, no judgement on single places.",
            formula: "1 − Σ_i P_i·A_i / Σ_j S_j with A_i = Σ_j S_j·w_ij² / Σ_k P_k·w_kj and w = 1, 0.68 and 0.22",
            limits: """
                The figure depends on the level of the weights. The size of the catchment decides more than the \
                weights; the band beside shows what holds at three and five quarters of it and with other weights. \
                Counted are seats where at least half of the places say how many they have, else the area of \
                rooms, else places (parameter supply); what single places do not say is estimated by the value in \
                the middle.
                """,
            here: "In {town} the way costs {value} of the seats ({category}){range}."))
}
