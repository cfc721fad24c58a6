extension MethodSheet {
    /// See ``PlacesWithin``.
    static let placesWithin = MethodSheet(
        german: Text(
            title: "Orte im Umkreis",
            says: """
                Wie viele erfasste Orte dieser Art ein Mensch im Mittel in der genannten Zeit erreicht (ohne \
                Wegenetz: in der genannten Luftlinie hat).
                """,
            saysNot: "Nicht, ob dort Platz ist, ob geöffnet ist oder ob jemand hingeht.",
            formula: "Σ w·P_g·O(T) / Σ w·P_g, O(T) Zahl der Orte mit c ≤ T",
            limits: """
                Die Schwelle entscheidet mit; deshalb stehen mehrere nebeneinander. Gezählt ist, wer ans Wegenetz \
                angeschlossen ist.
                """,
            here: "Wer in {town} wohnt, hat im Mittel {value} in Reichweite ({category}){range}."),
        english: Text(
            title: "Places nearby",
            says: """
                How many recorded places of this kind a person reaches within the time, on average; without a street \
                network: has within the straight-line distance.
                """,
            saysNot: "Not whether there is room, whether it is open or whether anybody goes.",
            formula: "Σ w·P_g·O(T) / Σ w·P_g, O(T) the number of places with c ≤ T",
            limits: """
                The threshold matters; that is why several stand side by side. Counted are those who are connected \
                to the street network.
                """,
            here: "A resident of {town} has {value} in reach on average ({category}){range}."))
}
