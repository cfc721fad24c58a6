extension MethodSheet {
    /// See ``ExpectedVisitors``.
    static let expectedVisitors = MethodSheet(
        german: Text(
            title: "Rechnerische Besucherinnen und Besucher eines Ortes",
            says: """
                Wie viele Menschen auf einen Ort kämen, wenn sich alle gleichmäßig auf die Orte in ihrer Reichweite \
                verteilten: auf Treffpunkte, und getrennt davon auf Einrichtungen und Dienste.
                """,
            saysNot: """
                Keine Besuchszahl. Eine Möglichkeit, keine gezählte Begegnung: Niemand hat beobachtet, wer wohin \
                geht. Beobachtete Nutzung steht nie in dieser Zahl.
                """,
            formula: """
                N_jg = Σ_i P_ig·p_ij mit p_ij = 1/n_i und Σ_j p_ij = 1; in der Spanne Huff: p_ij = S_j·c_ij⁻² / Σ_k \
                S_k·c_ik⁻²
                """,
            limits: """
                Die Spanne der Methode zeigt Einzugsbereiche von 75 und 125 % und das Modell von Huff. Die Werte der \
                Gruppen bleiben im Rathaus. Wer mehrere Orte nutzt, zählt hier dennoch einmal.
                """,
            here: "Am ersten Ort der Liste in {town} sind es {value}."),
        english: Text(
            title: "Expected visitors of a place",
            says: """
                How many people would come upon a place if everybody divided themselves equally among the places in \
                their reach: among meeting places, and apart among services.
                """,
            saysNot: """
                Not a number of visits. A possibility, not a counted encounter: nobody observed who goes where. \
                Observed use is never part of this figure.
                """,
            formula: """
                N_jg = Σ_i P_ig·p_ij with p_ij = 1/n_i and Σ_j p_ij = 1; in the range Huff: p_ij = S_j·c_ij⁻² / Σ_k \
                S_k·c_ik⁻²
                """,
            limits: """
                The range of the method shows catchments of 75 and 125 % and Huff's model. The figures of groups \
                stay in the town hall. Whoever uses several places still counts once here.
                """,
            here: "At the first place of the list in {town} it is {value}."))
}
