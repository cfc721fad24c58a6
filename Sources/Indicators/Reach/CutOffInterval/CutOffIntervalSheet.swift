extension MethodSheet {
    /// See ``CutOffInterval``.
    static let cutOffInterval = MethodSheet(
        german: Text(
            title: "Orte in Reichweite, über einen Bereich von Schwellen gemittelt",
            says: """
                Wie viele erfasste Orte eine Person im Mittel erreicht, wenn nicht eine einzelne Schwelle gilt, \
                sondern alle zwischen der kleinsten und der größten.
                """,
            saysNot: """
                Möglichkeit ist nicht Nutzung. Die Zahl sagt nichts darüber, ob ein Ort offen, bezahlbar oder \
                einladend ist.
                """,
            formula: """
                Mittel über T von T₁ bis T₂ in 20 gleichen Schritten von Σ w·P_g·O(T) / Σ w·P_g; O(T) Zahl der Orte \
                innerhalb von T, Schwelle eingeschlossen
                """,
            limits: """
                Die Spanne der Methode zeigt, was die kleinste und die größte Schwelle allein sagen würden. Weit \
                auseinander liegende Enden heißen: Die Wahl der Schwelle entscheidet.
                """,
            here: "In {town} erreicht eine Person im Mittel über alle Schwellen {value} ({category}){range}."),
        english: Text(
            title: "Places in reach, averaged over a range of thresholds",
            says: """
                How many recorded places a resident reaches on average when not one threshold holds but all between \
                the smallest and the largest.
                """,
            saysNot: """
                Possibility is not use. The figure does not tell whether a place is open, affordable or inviting.
                """,
            formula: """
                mean over T from T₁ to T₂ in 20 equal steps of Σ w·P_g·O(T) / Σ w·P_g; O(T) number of places within \
                T, threshold included
                """,
            limits: """
                The range of the method shows what the smallest and the largest threshold alone would say. Ends that \
                lie far apart mean that the choice of the threshold decides.
                """,
            here: "In {town} a resident reaches {value} on average over all thresholds ({category}){range}."))
}
