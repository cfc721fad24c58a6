extension MethodSheet {
    /// See ``OperatorConcentration``.
    static let operatorConcentration = MethodSheet(
        german: Text(
            title: "Verteilung der Angebote auf Träger",
            says: """
                Ob die Angebote in Reichweite in wenigen Händen liegen: 1 heißt ein einziger Träger, 0,5 zwei gleich \
                große.
                """,
            saysNot: "Nicht, ob das gut oder schlecht ist.",
            formula: """
                Σ_k s_k², s_k Anteil des Trägers k an den Angeboten in Reichweite, gemittelt über die Menschen
                """,
            limits: """
                Gerechnet wird nur mit Angeboten, deren Träger erfasst ist; der Anteil der anderen steht daneben.
                """,
            here: "In {town} liegt der Wert bei {value}{range}."),
        english: Text(
            title: "How offers are spread over operators",
            says: """
                Whether the offers in reach lie in few hands: 1 means a single operator, 0.5 two of equal size.
                """,
            saysNot: "Not whether that is good or bad.",
            formula: "Σ_k s_k², s_k the share of operator k in the offers in reach, averaged over the people",
            limits: """
                Only offers whose operator is recorded are reckoned with; the share of the others stands beside.
                """,
            here: "In {town} the figure is {value}{range}."))
}
