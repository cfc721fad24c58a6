extension MethodSheet {
    /// See ``CompetitiveAccess``.
    static let competitiveAccess = MethodSheet(
        german: Text(
            title: "Zugang im Wettbewerb",
            says: """
                Wie gut Menschen im Vergleich zur ganzen Stadt versorgt sind, wenn Orte weniger zählen, um die \
                viele konkurrieren, und wer viele Orte erreicht, um jeden weniger konkurriert. 1 ist der \
                Mittelwert der Stadt. Gemessen wird mit dem ersten Maß des Projekts: Minuten zu Fuß, ohne Wegenetz \
                Meter Luftlinie.
                """,
            saysNot: """
                Möglichkeit ist nicht Nutzung: Niemand hat gezählt, wer kommt. Nachfrage sind alle Einwohnerinnen \
                und Einwohner, auch wer nie hingeht. Es sind keine Plätze je Kopf.
                """,
            formula: """
                A_i = Σ_j S_j·f_ij/L_j, L_j = Σ_k P_k·f_kj/A_k bis zum Stillstand, im Mittel der Menschen 1; f = \
                e^(−βc), halb so viel beim halben Einzugsbereich (Parameter half_value), bis zum doppelten.
                """,
            limits: """
                Eine Lösung gibt es nur, wo jeder Teil der Stadt so viel erreicht, wie es seinem Anteil an den \
                Menschen entspricht. Sonst steht hier „nicht beurteilbar“, statt einer Zahl, die vom Abbruch der \
                Rechnung abhängt. Für mehr als 20 Millionen Paare aus Zelle und Ort wird nicht gerechnet. Die \
                Spanne zeigt drei und fünf Viertel des halben Werts. Gezählt werden Plätze, wo mindestens die \
                Hälfte der Orte sie angibt, sonst die Fläche der Räume, sonst Orte (Parameter supply); was \
                einzelnen Orten daran fehlt, ist mit dem mittleren Wert geschätzt.
                """,
            here: """
                In {town} ist der Wert der ganzen Stadt {value} ({category}){range}; Quartiere liegen darüber oder \
                darunter.
                """),
        english: Text(
            title: "Access in competition",
            says: """
                How well people are supplied by comparison with the whole town if places count for less where many \
                compete for them, and who reaches many places competes less for each. 1 is the mean of the town. \
                It is measured as the project measures first: minutes on foot, or metres in a straight line \
                without a street network.
                """,
            saysNot: """
                Possibility is not use: nobody counted who comes. Demand are all residents, also those who never \
                go. These are no seats per head.
                """,
            formula: """
                A_i = Σ_j S_j·f_ij/L_j, L_j = Σ_k P_k·f_kj/A_k until it rests, 1 in the mean of the people; f = \
                e^(−βc), half as much at half the catchment (parameter half_value), up to twice the catchment.
                """,
            limits: """
                There is a solution only where every part of the town reaches as much as its share of the people. \
                Else it says “cannot tell”, rather than a figure that depends on when the computation stops. \
                Beyond 20 million pairs of cell and place nothing is computed. The band shows three and five \
                quarters of the half value. Counted are seats where at least half of the places say how many they \
                have, else the area of rooms, else places (parameter supply); what single places do not say is \
                estimated by the value in the middle.
                """,
            here: """
                In {town} the value of the whole town is {value} ({category}){range}; quarters lie above or below \
                it.
                """))
}
