extension MethodSheet {
    /// See ``ResidentsChange``.
    static let residentsChange = MethodSheet(
        german: Text(
            title: "Veränderung der Zahl der Einwohnerinnen und Einwohner",
            says: """
                Um wie viele Menschen die Zahl derer, die in dem Gebiet wohnen, seit einem früheren Jahr gewachsen oder \
                kleiner geworden ist, für alle und für jede Gruppe. Verglichen wird das letzte Jahr mit dem vorigen und mit \
                dem ersten erfassten.
                """,
            saysNot: """
                Nicht, wie viele zugezogen oder weggezogen sind: Eine Veränderung um null kann viele Umzüge heißen. Auch \
                Geburten, Sterbefälle und Einbürgerungen verändern Zahlen.
                """,
            formula: "Δ = P₂ − P₁ aus den Zahlen der Quartiere; für die Stadt die Summe über alle Quartiere.",
            limits: """
                Braucht Zahlen der Quartiere für zwei Jahre, mit einer Spalte für das Jahr, nach denselben Grenzen und \
                derselben Abgrenzung der Gruppe. Fehlt für ein Quartier eine Zahl, hat auch die Stadt keine.
                """,
            here: "In {town} beträgt die Veränderung {value}."),
        english: Text(
            title: "Change of the number of residents",
            says: """
                By how many people the number of those who live in the area has grown or shrunk since an earlier year, all \
                of them and each group. The last year is compared with the one before and with the first one recorded.
                """,
            saysNot: """
                Not how many moved in or out: a change of zero can mean many moves. Births, deaths and naturalisations \
                change numbers as well.
                """,
            formula: "Δ = P₂ − P₁ from the numbers of the quarters; of the town the sum over all quarters.",
            limits: """
                Needs numbers of the quarters for two years, with a column for the year, by the same borders and the same \
                definition of the group. Where a quarter has no number the town has none either.
                """,
            here: "In {town} the change is {value}."))
}
