extension MethodSheet {
    /// See ``GravityAccess``.
    static let gravityAccess = MethodSheet(
        german: Text(
            title: "Orte in Reichweite, nahe zählen mehr",
            says: """
                Wie viele Orte eine Person erreicht, wenn ein Ort umso weniger zählt, je weiter der Weg ist. Am \
                halben Wert zählt ein Ort halb.
                """,
            saysNot: """
                Keine Zahl von Orten, die es gibt, und keine Nutzung: ein gewichteter Wert zum Vergleichen innerhalb \
                der Stadt.
                """,
            formula: """
                A_i = Σ_j f(c_ij), gemittelt über die Menschen; f exponentiell, linear, Gauß, Potenz, Stufen oder \
                logistisch, alle auf denselben halben Wert gelöst
                """,
            limits: """
                Gewichte aus anderen Städten oder Fächern passen oft nicht; deshalb stehen alle Formen nebeneinander \
                und die Spanne der Methode zeigt ihren Unterschied. Der halbe Wert steht in der Spalte parameters.
                """,
            here: "In {town} liegt der gewichtete Wert bei {value} ({category}){range}."),
        english: Text(
            title: "Places in reach, near ones counting more",
            says: """
                How many places a resident reaches when a place counts the less the longer the way. At the half \
                value a place counts half.
                """,
            saysNot: """
                Not a number of places that there are, and no use: a weighted figure for comparing within the town.
                """,
            formula: """
                A_i = Σ_j f(c_ij), averaged over the people; f exponential, linear, Gaussian, power, stepped or \
                logistic, all solved for the same half value
                """,
            limits: """
                Weights from other towns or fields often do not fit; that is why all forms stand side by side and \
                the range of the method shows how they differ. The half value stands in the column parameters.
                """,
            here: "In {town} the weighted figure is {value} ({category}){range}."))
}
