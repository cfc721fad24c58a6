extension MethodSheet {
    /// See ``RoomStages``.
    static let roomStages = MethodSheet(
        german: Text(
            title: "Räume in eigener Verantwortung",
            says: """
                Wie viele Räume allen nur offenstehen, wie viele eine Gruppe mit eigenem Schlüssel haben und wie \
                viele mehrere Gruppen gemeinsam, heute und an den nächsten Jahresanfängen.
                """,
            saysNot: """
                Keine Wertung: Ein Raum einer einzelnen Gruppe ist so viel wert wie einer, den mehrere teilen.
                """,
            formula: "Zahl der Räume nach Stufe der am Stichtag gültigen Zeiten",
            limits: """
                Zeiten ohne eingetragenes Ende laufen in der Zählung weiter; ihr Anteil steht daneben. Wer die \
                Gruppen sind, ist nicht erfasst.
                """,
            here: "In {town} stehen am ersten Stichtag {value} Räume nur allgemein offen."),
        english: Text(
            title: "Rooms in people's own hands",
            says: """
                How many rooms are only open to all, how many have one group with a key, and how many several groups \
                that share it, today and at the next beginnings of a year.
                """,
            saysNot: "No rating: a room of a single group is worth as much as one that several share.",
            formula: "number of rooms by stage of the times valid on the day",
            limits: """
                Times without a recorded end go on in the count; their share stands beside. Who the groups are is \
                not recorded.
                """,
            here: "In {town} {value} rooms are only generally open on the first day."))
}
