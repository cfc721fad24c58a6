extension MethodSheet {
    /// See ``HuffLoad``.
    static let huffLoad = MethodSheet(
        german: Text(
            title: "Menschen je Platz an den Orten der Wahl",
            says: """
                Wie viele Menschen rechnerisch auf jeden Platz der Orte kommen, die man wählen würde, wenn große \
                und nahe Orte öfter gewählt werden. Gemessen wird mit dem ersten Maß des Projekts: Minuten zu Fuß, \
                ohne Wegenetz Meter Luftlinie.
                """,
            saysNot: """
                Das ist eine Rechnung mit einer angenommenen Wahl, keine Zählung von Gästen und keine Auslastung.
                """,
            formula: """
                p_ij = S_j·c_ij^(−b) / Σ_k S_k·c_ik^(−b), D_j = Σ_i P_i·p_ij, L_i = Σ_j p_ij·D_j/S_j; Σ w·P_g·L / \
                Σ w·P_g über alle, die einen Ort erreichen. Wege unter 1 zählen als 1. Probe in jedem Lauf: Σ D = \
                Σ P.
                """,
            limits: """
                b ist nicht beobachtet; die Spanne zeigt b halb und anderthalbmal so groß und drei und fünf \
                Viertel des Einzugsbereichs. Wer nichts erreicht, fehlt im Mittel. Gezählt werden Plätze, wo \
                mindestens die Hälfte der Orte sie angibt, sonst die Fläche der Räume, sonst Orte (Parameter \
                supply); was einzelnen Orten daran fehlt, ist mit dem mittleren Wert geschätzt. \
                \(CatchmentEvaluation.german)
                """,
            here: """
                In {town} kommen rechnerisch {value} Menschen auf jeden Platz oder Ort ({category}), den man \
                wählen würde{range}.
                """),
        english: Text(
            title: "People for each seat at the places of choice",
            says: """
                How many people by computation there are for each seat of the places that one would choose if \
                large and near places are chosen more often. It is measured as the project measures first: minutes \
                on foot, or metres in a straight line without a street network.
                """,
            saysNot: "This is a computation with an assumed choice, no count of guests and no occupancy.",
            formula: """
                p_ij = S_j·c_ij^(−b) / Σ_k S_k·c_ik^(−b), D_j = Σ_i P_i·p_ij, L_i = Σ_j p_ij·D_j/S_j; Σ w·P_g·L / \
                Σ w·P_g over all who reach a place. Ways below 1 count as 1. Checked in each run: Σ D = Σ P.
                """,
            limits: """
                b was not observed; the band shows b half and one and a half times as large, and three and five \
                quarters of the catchment. Who reaches nothing is not in the mean. Counted are seats where at \
                least half of the places say how many they have, else the area of rooms, else places (parameter \
                supply); what single places do not say is estimated by the value in the middle. \
                \(CatchmentEvaluation.english)
                """,
            here: """
                In {town} there are by computation {value} people for each seat or place ({category}) that one \
                would choose{range}.
                """))
}
