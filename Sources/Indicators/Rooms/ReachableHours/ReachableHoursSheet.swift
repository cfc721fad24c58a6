extension MethodSheet {
    /// See ``ReachableHours``.
    static let reachableHours = MethodSheet(
        german: Text(
            title: "Stunden der Woche mit einem offenen Ort in Reichweite",
            says: """
                In wie vielen der 168 Stunden einer Woche man losgehen kann und einen Ort offen findet, im Mittel \
                über die Menschen.
                """,
            saysNot: "Nicht, wie viele Orte offen sind, und nicht, ob man zu dieser Zeit frei hat.",
            formula: """
                Zahl der Stunden τ mit einem Ort, der von τ + c bis τ + c + Aufenthalt offen ist; gemittelt mit \
                w·P_g
                """,
            limits: """
                Orte ohne erfasste Zeiten stehen nur im oberen Wert. Wo in der Luftlinie gemessen wird, zählt der \
                Weg keine Zeit.
                """,
            here: "In {town} sind es im Mittel {value} Stunden in der Woche ({category}){range}."),
        english: Text(
            title: "Hours of the week with an open place in reach",
            says: """
                In how many of the 168 hours of a week one can set out and find a place open, on average over the \
                people.
                """,
            saysNot: "Not how many places are open, and not whether one is free at that time.",
            formula: "number of hours τ with a place that is open from τ + c to τ + c + stay; averaged with w·P_g",
            limits: """
                Places without recorded hours stand in the upper value only. Where a straight line is measured the \
                way takes no time.
                """,
            here: "In {town} it is {value} hours of the week on average ({category}){range}."))
}
