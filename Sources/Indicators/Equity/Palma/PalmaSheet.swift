extension MethodSheet {
    /// See ``Palma``.
    static let palma = MethodSheet(
        german: Text(
            title: "Orte in Reichweite nach sozialer Lage (Palma)",
            says: """
                Wie viele erfasste Orte dieser Art das Zehntel der Menschen, das nach der angegebenen Größe am besten \
                dasteht, im Mittel im Einzugsbereich hat, geteilt durch die Zahl bei den vier Zehnteln, die am \
                schlechtesten dastehen; 1 heißt gleich viele. Einzugsbereich ist die größte Schwelle des Projekts: die \
                Gehzeit, ohne Wegenetz die Luftlinie.
                """,
            saysNot: """
                Nichts ohne eine Größe, an der sich die soziale Lage zeigt: die Stadt gibt an, welche Gruppe das ist \
                (rank_group). Woher jemand kommt, sagt nichts darüber und taugt nicht dafür.
                """,
            formula: """
                Mittel von x der oberen 10 % / Mittel von x der unteren 40 %; geordnet nach dem Anteil der Gruppe \
                rank_group in der Zelle (hoher Anteil: unten); die Zelle an einer Grenze zählt auf beiden Seiten mit \
                ihrem Teil, Zellen mit gleichem Anteil werden gleich geteilt
                """,
            limits: """
                rank_group ist die Nummer der Gruppe im Projekt, 1 für die erste nach allen Einwohnerinnen und \
                Einwohnern. Weniger als 40 bewohnte Zellen erlauben kein Urteil. Haben die unteren vier Zehntel nichts \
                in Reichweite, gibt es keinen Wert. Das Band zeigt drei Viertel und fünf Viertel des Einzugsbereichs. \
                \(DrawnInterval.german)
                """,
            here: "In {town} beträgt das Verhältnis {value} ({category}){range}."),
        english: Text(
            title: "Places in reach by social position (Palma)",
            says: """
                How many recorded places of this kind the tenth of people who are best off by the variable that is \
                given have in their catchment, on average, divided by the number of the four tenths who are worst off; \
                1 is the same number. The catchment is the largest threshold of the project: walking time, without a \
                street network the straight-line distance.
                """,
            saysNot: """
                Nothing without a variable that shows social position: the town says which group that is (rank_group). \
                Where people come from says nothing about it and does not serve.
                """,
            formula: """
                Mean of x of the upper 10 % / mean of x of the lower 40 %; ordered by the share of the group \
                rank_group in the cell (high share: low rank); a cell at a border counts on both sides with its part, \
                cells of the same share are cut alike
                """,
            limits: """
                rank_group is the number of the group in the project, 1 for the first after all residents. Fewer than \
                40 inhabited cells allow no judgement. Where the lower four tenths have nothing in reach there is no \
                value. The band shows three quarters and five quarters of the catchment. \
                \(DrawnInterval.english)
                """,
            here: "In {town} the ratio is {value} ({category}){range}."))
}
