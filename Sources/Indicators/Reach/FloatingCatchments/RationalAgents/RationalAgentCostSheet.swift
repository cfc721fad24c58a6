extension MethodSheet {
    /// See ``RationalAgentCost``.
    static let rationalAgentCost = MethodSheet(
        german: Text(
            title: "Aufwand bei eigener Wahl",
            says: """
                Was der Besuch eines Orts alle kostet, wenn jede und jeder zwischen nah und leer abwägt, bis sich \
                kein Wechsel mehr lohnt. 1 ist so viel wie ein Ort, der so voll ist wie im Mittel der Stadt, vor \
                der Tür. Gemessen wird mit dem ersten Maß des Projekts: Minuten zu Fuß, ohne Wegenetz Meter \
                Luftlinie.
                """,
            saysNot: "Niemand rechnet so. Die Zahl ist ein Vergleich zwischen Quartieren, keine Wartezeit.",
            formula: """
                K_i = min_l [(d_l/s_l)/ρ + t_il/τ] im Gleichgewicht, ρ = Σ P/Σ S der erreichbaren Orte, τ in der \
                Einheit des Maßes; Σ w·P_g·K / Σ w·P_g über alle, die bis zum doppelten Einzugsbereich einen Ort \
                erreichen. Probe in jedem Lauf: Σ d = Σ P.
                """,
            limits: """
                τ legt fest, wie viel Weg so schwer wiegt wie ein voller Ort; die Spanne zeigt drei und fünf \
                Viertel davon. Das Gleichgewicht ist eindeutig; gerechnet wird, bis ein Wechsel allen zusammen \
                höchstens ein Zehntausendstel ersparte. Für mehr als 20 Millionen Paare aus Zelle und Ort wird \
                nicht gerechnet. Gezählt werden Plätze, wo mindestens die Hälfte der Orte sie angibt, sonst die \
                Fläche der Räume, sonst Orte (Parameter supply); was einzelnen Orten daran fehlt, ist mit dem \
                mittleren Wert geschätzt.
                """,
            here: "In {town} ist der Aufwand im Mittel {value} ({category}){range}."),
        english: Text(
            title: "Cost of one's own choice",
            says: """
                What visiting a place costs everybody if all weigh near against empty until no change pays any \
                more. 1 is as much as a place next door that is as full as the town's mean. It is measured as the \
                project measures first: minutes on foot, or metres in a straight line without a street network.
                """,
            saysNot: "Nobody reckons like this. The figure compares quarters; it is no waiting time.",
            formula: """
                K_i = min_l [(d_l/s_l)/ρ + t_il/τ] in equilibrium, ρ = Σ P/Σ S of the places in reach, τ in the \
                unit of the measure; Σ w·P_g·K / Σ w·P_g over all who reach a place within twice the catchment. \
                Checked in each run: Σ d = Σ P.
                """,
            limits: """
                τ says how much way weighs as much as a full place; the band shows three and five quarters of it. \
                The equilibrium is unique; the computation ends when changing would save all together no more than \
                a ten-thousandth. Beyond 20 million pairs of cell and place nothing is computed. Counted are seats \
                where at least half of the places say how many they have, else the area of rooms, else places \
                (parameter supply); what single places do not say is estimated by the value in the middle.
                """,
            here: "In {town} the cost is {value} in the mean ({category}){range}."))
}
