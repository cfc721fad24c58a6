extension MethodSheet {
    /// See ``MixOfUses``.
    static let mixOfUses = MethodSheet(
        german: Text(
            title: "Mischung der Orte in Reichweite",
            says: """
                Wie viele verschiedene Arten von Orten eine Person im Einzugsbereich hat; von jeder Art gleich viele \
                gäbe die höchste Zahl.
                """,
            saysNot: "Keine Güte der Orte. Viele Arten heißt nicht, dass die gesuchte dabei ist.",
            formula: """
                Hill-Zahlen qD = (Σ p_k^q)^(1/(1−q)) für q = 0, 1, 2; ¹D = exp(−Σ p ln p) (Shannon); p_k Anteil der \
                Art k an den Orten im Einzugsbereich
                """,
            limits: """
                Hängt an der Einteilung der Arten. Die Spanne der Methode zeigt Einzugsbereiche von 75 und 125 %.
                """,
            here: "In {town} sind es im Mittel {value} Arten in Reichweite{range}."),
        english: Text(
            title: "Mix of the places in reach",
            says: """
                How many different kinds of places a resident has within the catchment; the same number of each kind \
                would give the highest figure.
                """,
            saysNot: "Not the quality of the places. Many kinds do not mean that the wanted one is among them.",
            formula: """
                Hill numbers qD = (Σ p_k^q)^(1/(1−q)) for q = 0, 1, 2; ¹D = exp(−Σ p ln p) (Shannon); p_k share of \
                kind k among the places within the catchment
                """,
            limits: """
                It depends on how kinds are told apart. The range of the method shows catchments of 75 and 125 %.
                """,
            here: "In {town} there are {value} kinds in reach on average{range}."))
}
