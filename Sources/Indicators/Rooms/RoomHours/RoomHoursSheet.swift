extension MethodSheet {
    /// See ``RoomHours``.
    static let roomHours = MethodSheet(
        german: Text(
            title: "Raumstunden in der Woche je 1.000 Menschen",
            says: """
                Wie viele Stunden in der Woche Räume im Gebiet für alle offen, Gruppen in eigener Verantwortung \
                übergeben oder noch frei sind.
                """,
            saysNot: """
                Nicht, wie groß oder wie gut die Räume sind. Die Zeit einer Gruppe ist geschützter Raum und fehlt \
                niemandem.
                """,
            formula: """
                Stunden nach Schlüssel / Σ w·P · 1000; frei: 98 Stunden je Raum (8 bis 22 Uhr) ohne vergebene
                """,
            limits: """
                Bekannt sind nur Räume mit mindestens einer eingetragenen Zeit. Zeiten desselben Raums zählen \
                einmal. Gezählt werden die Zeiten, die am ersten Tag des Berichtszeitraums gelten.
                """,
            here: "In {town} sind es {value} Stunden je 1.000 Menschen, die allen offenstehen."),
        english: Text(
            title: "Room hours per week and 1,000 people",
            says: """
                How many hours of the week rooms in the area are open to all, handed over to groups, or still free.
                """,
            saysNot: """
                Not how large or good the rooms are. The time of a group is protected space and is missing to \
                nobody.
                """,
            formula: "hours by key / Σ w·P · 1000; free: 98 hours for each room (8 to 22 o'clock) less those given",
            limits: """
                Only rooms with at least one recorded time are known. Times of one room count once. What counts is what \
                is given on the first day of the reporting period.
                """,
            here: "In {town} it is {value} hours per 1,000 people that are open to all."))
}
