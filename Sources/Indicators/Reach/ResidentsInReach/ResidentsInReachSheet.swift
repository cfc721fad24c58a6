extension MethodSheet {
    /// See ``ResidentsInReach``.
    static let residentsInReach = MethodSheet(
        german: Text(
            title: "Wer zu einem Ort kommen kann",
            says: "Wie viele Menschen, auch nach Gruppen, innerhalb des Einzugsbereichs eines Ortes wohnen.",
            saysNot: "Keine Besuche: Niemand hat gezählt, wer kommt. Wer mehrere Orte erreicht, zählt bei jedem.",
            formula: "N_jg = Σ_i P_ig·1[c_ij ≤ T]",
            limits: """
                Die Zahlen der Gruppen bleiben im Rathaus. Die Spanne der Methode zeigt Einzugsbereiche von 75 und \
                125 %.
                """,
            here: "Beim ersten Ort der Liste in {town} sind es {value}."),
        english: Text(
            title: "Who can come to a place",
            says: "How many people, by group too, live within the catchment of a place.",
            saysNot: "No visits: nobody counted who comes. Whoever reaches several places counts at each.",
            formula: "N_jg = Σ_i P_ig·1[c_ij ≤ T]",
            limits: """
                The figures of groups stay in the town hall. The range of the method shows catchments of 75 and 125 \
                %.
                """,
            here: "At the first place of the list in {town} it is {value}."))
}
