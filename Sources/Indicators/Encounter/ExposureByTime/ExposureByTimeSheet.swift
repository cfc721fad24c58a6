extension MethodSheet {
    /// See ``ExposureByTime``.
    static let exposureByTime = MethodSheet(
        german: Text(
            title: "Gemeinsam erreichbare Orte nach Abschnitt der Woche – Möglichkeit, keine gezählte Begegnung",
            says: """
                Welcher Teil der Menschen, denen man vormittags, nachmittags, abends, samstags oder sonntags an dann \
                offenen Orten in Reichweite begegnen könnte, zu einer Gruppe gehört.
                """,
            saysNot: """
                Eine Möglichkeit, keine gezählte Begegnung: Niemand hat beobachtet, wer wohin geht. Beobachtete \
                Nutzung steht nie in dieser Zahl.
                """,
            formula: """
                x_gh wie bei place_exposure, p_ij über die Orte, die im Abschnitt (slot) mindestens stay Minuten am \
                Stück für alle offen sind
                """,
            limits: """
                Zeiten, die eine Gruppe für sich hat, sind geschützter Raum: Sie zählen zum Angebot, nicht zur \
                Begegnung. Orte ohne erfasste Zeiten zählen nur in der anderen Grenze der Spanne; ihr Anteil steht \
                daneben. Das Rauschen geschützter Zahlen ist nicht in der Spanne. Unter 30 Menschen ist der Wert \
                unsicher.
                """,
            here: """
                In {town} gehören im ersten Abschnitt {value} der Menschen, denen man begegnen könnte, zur ersten \
                Gruppe ({category}){range}.
                """),
        english: Text(
            title: """
                Places that people can reach together by part of the week – a possibility, not a counted encounter
                """,
            says: """
                Which part of the people whom one could meet in the morning, afternoon, evening, on Saturday or \
                Sunday at places in reach that are then open belongs to a group.
                """,
            saysNot: """
                A possibility, not a counted encounter: nobody observed who goes where. Observed use is never part \
                of this figure.
                """,
            formula: """
                x_gh as in place_exposure, p_ij over the places that are open to everybody for at least stay minutes \
                without a break in the part of the week (slot)
                """,
            limits: """
                Hours that a group has to itself are protected space: they belong to supply, not to encounter. \
                Places without recorded hours count in the other bound only; their share stands beside. The noise of \
                protected counts is not in the interval. Below 30 people the figure is uncertain.
                """,
            here: """
                In {town} {value} of the people whom one could meet in the first part of the week belong to the \
                first group ({category}){range}.
                """))
}
