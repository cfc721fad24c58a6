extension MethodSheet {
    /// See ``Dissimilarity``.
    static let dissimilarity = MethodSheet(
        german: Text(
            title: "Räumliche Verteilung (D)",
            says: """
                Wie ungleich eine Gruppe über die Stadt verteilt ist: 0 heißt, ihr Anteil ist überall der der ganzen \
                Stadt; 1 heißt, nirgends wohnen Menschen der Gruppe und andere nebeneinander. Immer drei Zahlen: wie es \
                ist (observed), was allein der Zufall ergäbe (random), und ohne den Zufall (corrected). Und immer für \
                mehrere Einteilungen: Quartiere, Quadrate von 500 m, Umkreise von 400 m Luftlinie.
                """,
            saysNot: """
                Nichts über Zusammenleben, Gründe oder ein Soll, und nicht, wie viele Menschen anderswo wohnen sollten. \
                Zwei Zahlen aus verschiedenen Einteilungen oder Städten lassen sich nicht vergleichen.
                """,
            formula: """
                D = Σ t·|p − P| / (2·T·P·(1 − P)) mit t Einwohnerinnen und Einwohner und p Anteil der Gruppe je Einheit, T \
                und P in der Stadt; bei Umkreisen p im Umkreis. Zufall D*: Mittelwert, wenn alle ihre Wohnung auslosten. \
                Ohne Zufall: (D − D*) / (1 − D*), unter D* (D − D*) / D*.
                """,
            limits: """
                Je kleiner die Einheiten und die Gruppe, desto mehr davon ist Zufall: Macht er mehr als die Hälfte aus, gilt \
                der Wert als unsicher; Quadrate unter 250 m und Gruppen unter 100 Personen werden nicht gerechnet. \
                Ausgelost wird einzeln; weil Haushalte zusammen wohnen, ist der Zufall eher größer. Sind Zahlen einer \
                Gruppe nur je Quartier bekannt, sagen Quadrate und Umkreise nichts darüber hinaus. Jenseits der Stadtgrenze \
                wohnt für die Umkreise niemand. Bei geschützten Zahlen steht dabei, zwischen welchen Werten ihr Rauschen die \
                Zahl hält. Ist die Gruppe an anderen Stellen gezählt als alle Menschen (etwa in Zellen von 100 m und von \
                1 km), wird nicht gerechnet, wo eine Einteilung mehr als ein Zehntel der Gruppe über alle Menschen hinaus \
                zeigt; wo sie beide fasst, gilt der Wert als unsicher.
                """,
            here: """
                In {town} ist der Wert der ersten Gruppe über die Quartiere {value}{range}; 0 hieße überall gleich, 1 völlig \
                getrennt.
                """),
        english: Text(
            title: "Spatial distribution (D)",
            says: """
                How unevenly a group is spread over the town: 0 means that its share is that of the town everywhere, 1 that \
                nowhere members of the group and others live side by side. Always three figures: as it is (observed), what \
                chance alone would make (random), and without chance (corrected). And always for several zonings: quarters, \
                squares of 500 m, circles of 400 m in a straight line.
                """,
            saysNot: """
                Nothing about living together, reasons or what should be, nor how many people should live elsewhere. Two \
                figures of different zonings or towns cannot be compared.
                """,
            formula: """
                D = Σ t·|p − P| / (2·T·P·(1 − P)) with t residents and p share of the group of each unit, T and P of the \
                town; for circles p within the circle. Chance D*: the mean if all drew their homes by lot. Without chance: \
                (D − D*) / (1 − D*), below D* (D − D*) / D*.
                """,
            limits: """
                The smaller the units and the group, the more of it is chance: where that makes more than half of it, the \
                value counts as unreliable; squares under 250 m and groups under 100 people are not computed. Lots are \
                drawn person by person; as households live together, chance is rather larger. Where a group is known by \
                quarter only, squares and circles say nothing beyond that. Beyond the border of the town nobody lives for \
                the circles. For protected counts it is said between which values their noise keeps the figure. Where \
                the group is counted in other places than all residents (such as cells of 100 m and of 1 km), nothing is \
                computed for units that show more than a tenth of the group beyond all residents; where units hold both, \
                the value counts as unreliable.
                """,
            here: """
                In {town} the value of the first group over the quarters is {value}{range}; 0 would be the same everywhere, \
                1 entirely apart.
                """))
}
