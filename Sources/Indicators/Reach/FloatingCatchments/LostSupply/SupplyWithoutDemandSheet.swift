extension MethodSheet {
    /// See ``SupplyWithoutDemand``.
    static let supplyWithoutDemand = MethodSheet(
        german: Text(
            title: "Plätze, in deren Einzugsbereich niemand wohnt",
            says: """
                Welcher Teil der Plätze zu Orten gehört, in deren Einzugsbereich niemand wohnt. In den Zahlen je \
                100 kommen sie niemandem zugute. Gemessen wird mit dem ersten Maß des Projekts: Minuten zu Fuß, \
                ohne Wegenetz Meter Luftlinie.
                """,
            saysNot: "Ob die Orte genutzt werden: Wer von weiter her kommt, ist nicht gezählt.",
            formula: "Σ S_j der Orte mit Σ_i P_i·1[c_ij ≤ T] = 0, geteilt durch Σ S_j aller Orte der Art",
            limits: """
                Die Spanne zeigt drei und fünf Viertel des Einzugsbereichs. Auch ein Ort, der nicht ans Wegenetz \
                angeschlossen ist, zählt hierzu: bitte prüfen. Gezählt werden Plätze, wo mindestens die Hälfte der \
                Orte sie angibt, sonst die Fläche der Räume, sonst Orte (Parameter supply); was einzelnen Orten \
                daran fehlt, ist mit dem mittleren Wert geschätzt.
                """,
            here: """
                In {town} gehören {value} der Plätze ({category}) zu Orten, in deren Einzugsbereich niemand \
                wohnt{range}.
                """),
        english: Text(
            title: "Seats in whose catchment nobody lives",
            says: """
                Which part of the seats belongs to places in whose catchment nobody lives. In the figures per 100 \
                they serve nobody. It is measured as the project measures first: minutes on foot, or metres in a \
                straight line without a street network.
                """,
            saysNot: "Whether the places are used: who comes from farther away is not counted.",
            formula: "Σ S_j of the places with Σ_i P_i·1[c_ij ≤ T] = 0, by Σ S_j of all places of the kind",
            limits: """
                The band shows three and five quarters of the catchment. A place that is not connected to the \
                street network counts here, too: please check. Counted are seats where at least half of the places \
                say how many they have, else the area of rooms, else places (parameter supply); what single places \
                do not say is estimated by the value in the middle.
                """,
            here: """
                In {town} {value} of the seats ({category}) belong to places in whose catchment nobody \
                lives{range}.
                """))
}
