extension MethodSheet {
    /// See ``Residents``.
    static let residents = MethodSheet(
        german: Text(
            title: "Einwohnerinnen und Einwohner",
            says: "Wie viele Menschen in dem Gebiet wohnen, für alle und für jede Gruppe.",
            saysNot: "Nicht, wie lange sie dort wohnen, wie sie leben oder wozu sie sich zählen.",
            formula: """
                Summe w·P über die Punkte oder Zellen; w ist der Flächenanteil einer geschnittenen Zelle im Gebiet, \
                sonst 1. Schneidet eine Grenze oder eine Reichweite eine Zelle über 100 m mit C Menschen und liegt der \
                Teil p ihrer Fläche darin, so ist die Varianz C²·p·(1 − p).
                """,
            limits: """
                Schneidet eine Grenze eine Zelle, wird nach Fläche aufgeteilt: „geschätzt“. Wer außerhalb aller \
                Quartiere wohnt, zählt nicht zur Stadt und wird gesondert genannt.
                """,
            here: "In {town} wohnen {value}{range}."),
        english: Text(
            title: "Residents",
            says: "How many people live in the area, all of them and each group.",
            saysNot: "Not how long they have lived there, how they live or where they feel they belong.",
            formula: """
                Sum of w·P over the points or cells; w is the share of a cut cell's area that lies in the area, \
                otherwise 1. Where a border or a reach cuts a cell larger than 100 m with C people, and the part p of its \
                area lies inside, the variance is C²·p·(1 − p).
                """,
            limits: """
                Where a border cuts a cell, its people are divided by area: \"estimated\". People who live outside \
                every quarter do not count for the town and are named apart.
                """,
            here: "{value} live in {town}{range}."))
}
