extension MethodSheet {
    /// See ``AccessPersonYears``.
    static let accessPersonYears = MethodSheet(
        german: Text(
            title: "Personenjahre mit Angebot in Reichweite",
            says: """
                Wie viele Menschen ein Jahr lang ein sicher finanziertes Angebot in Reichweite haben; wer es ein \
                halbes Jahr lang hat, zählt halb.
                """,
            saysNot: "Keine Besuche und keine Güte des Angebots.",
            formula: "Σ P_g · Tage mit mindestens einem finanzierten Angebot / Tage des Jahres",
            limits: """
                Wann Angebote begonnen haben, ist nicht erfasst; vor dem Stichtag gilt, was am Stichtag gilt. Der \
                obere Wert zählt Angebote ohne eingetragenes Ende mit.
                """,
            here: "In {town} sind es im ersten Jahr {value}{range}."),
        english: Text(
            title: "Person-years with an offer in reach",
            says: """
                How many people have a surely funded offer in reach for a year; who has one for half a year counts \
                half.
                """,
            saysNot: "No visits, and not how good the offer is.",
            formula: "Σ P_g · days with at least one funded offer / days of the year",
            limits: """
                When offers began is not recorded; before the day of reference the same holds as on it. The upper \
                value also counts offers without a recorded end.
                """,
            here: "In {town} it is {value} in the first year{range}."))
}
