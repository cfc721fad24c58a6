extension MethodSheet {
    /// See ``StatusDynamicsComposite``.
    static let statusDynamics = MethodSheet(
        german: Text(
            title: "Status und Dynamik der Quartiere",
            says: """
                Wo ein Quartier bei den gewählten Anteilen (etwa von Menschen, die Sozialleistungen beziehen) im Vergleich \
                der Quartiere steht und wie es sich seit dem früheren Zeitpunkt im Vergleich verändert hat, wie es Berlin \
                und Hamburg berechnen. Zum Rang gehört die Spanne der Ränge, die die Zahlen offenlassen.
                """,
            saysNot: """
                Keine Rangliste und nichts über die Menschen im Quartier: Status vergleicht Quartiere einer Stadt, auch wenn \
                es allen besser geht.
                """,
            formula: """
                S_i = Σ_k (x_ik − x̄_k)/s_k; Status nach Standardabweichungen von S: 1 hoch unter −1, 2 mittel, 3 niedrig \
                über 1, 4 sehr niedrig über 1,5; Dynamik ebenso aus den Veränderungen: 1 positiv unter −1, 2 stabil, \
                3 negativ über 1; group = 3·(Status − 1) + Dynamik
                """,
            limits: """
                Erst ab 30 Quartieren mit genügend Einwohnerinnen und Einwohnern: darunter ändert ein einzelnes Quartier die \
                Klassen aller anderen. Intern. Alle Anteile zählen gleich.
                """,
            here: "In {town} beträgt der Wert {value}."),
        english: Text(
            title: "Status and dynamics of quarters",
            says: """
                Where a quarter stands among the quarters in the chosen shares (such as of people who live on social \
                benefits), and how that changed since an earlier date, as Berlin and Hamburg compute it. With the rank \
                comes the range of ranks that the figures leave open.
                """,
            saysNot: """
                It is no league table and says nothing about the people: status compares the quarters of one town, even \
                where all of them do better.
                """,
            formula: """
                S_i = Σ_k (x_ik − x̄_k)/s_k; status by standard deviations of S: 1 high below −1, 2 middle, 3 low above 1, \
                4 very low above 1.5; dynamics likewise from the changes: 1 positive below −1, 2 stable, 3 negative above \
                1; group = 3·(status − 1) + dynamics
                """,
            limits: """
                Only from 30 quarters with enough residents: below, a single quarter changes the classes of all others. \
                Internal. All shares count the same.
                """,
            here: "In {town} the value is {value}."))
}
