extension MethodSheet {
    /// See ``BalancingCost``.
    static let balancingDistance = MethodSheet(
        german: Text(
            title: "Entfernung (Luftlinie) bis zum Ausgleich von Angebot und Nachfrage",
            says: """
                Wie weit man gehen muss (Meter Luftlinie), bis ein ebenso großer Teil der Plätze der Stadt \
                erreicht ist wie der Teil der Menschen, die ebenso nah wohnen. Die Hälfte der Menschen hat es \
                höchstens so weit.
                """,
            saysNot: """
                Möglichkeit ist nicht Nutzung: Niemand hat gezählt, wer kommt. Nachfrage sind alle Einwohnerinnen \
                und Einwohner, auch wer nie hingeht. Ein kurzer Weg heißt nicht viele Plätze, sondern so viele, \
                wie es dem Anteil der Menschen entspricht.
                """,
            formula: "min c mit k·Σ_j S_j·1[c_ij ≤ c] ≥ Σ_l P_l·1[c_il ≤ c] und k = Σ P/Σ S; Median der Menschen",
            limits: """
                Gesucht wird bis zum doppelten Einzugsbereich; wo mehr als die Hälfte keinen Ausgleich findet, \
                steht „hier nicht erreichbar“. Die Spanne zeigt, was gälte, wenn es drei oder fünf Viertel der \
                Plätze gäbe. Für mehr als 50.000 Zellen oder Adressen oder 20 Millionen Paare aus ihnen und Orten \
                wird nicht gerechnet. Gezählt werden Plätze, wo mindestens die Hälfte der Orte sie angibt, sonst die \
                Fläche der Räume, sonst Orte (Parameter supply); was einzelnen Orten daran fehlt, ist mit dem \
                mittleren Wert geschätzt.
                """,
            here: """
                In {town} hat die Hälfte der Menschen höchstens {value} bis zum Ausgleich ({category}){range}.
                """),
        english: Text(
            title: "Distance (straight line) to the balance of supply and demand",
            says: """
                How far one must go (metres in a straight line) until as large a part of the town's seats is in \
                reach as the part of the people who live as near. Half of the people have it no farther.
                """,
            saysNot: """
                Possibility is not use: nobody counted who comes. Demand are all residents, also those who never \
                go. A short way does not mean many seats, but as many as the share of the people stands for.
                """,
            formula: """
                min c with k·Σ_j S_j·1[c_ij ≤ c] ≥ Σ_l P_l·1[c_il ≤ c] and k = Σ P/Σ S; median of the people
                """,
            limits: """
                The search goes to twice the catchment; where more than half find no balance it says “not \
                reachable here”. The band shows what would hold with three or five quarters of the seats. Beyond \
                50,000 cells or addresses, or 20 million pairs of these and places, nothing is computed. Counted are \
                seats where at least half of the places say how many they have, else the area of rooms, else places \
                (parameter supply); what single places do not say is estimated by the value in the middle.
                """,
            here: "In {town} half of the people have at most {value} to the balance ({category}){range}."))
}
