extension MethodSheet {
    /// See ``SteadiedShare``.
    static let steadiedShare = MethodSheet(
        german: Text(
            title: "Geglätteter Anteil der Gruppe",
            says: """
                Der Anteil der Gruppe, bei wenigen Einwohnerinnen und Einwohnern zum Anteil der ganzen Stadt hin gezogen. \
                So fällt ein kleines Gebiet nicht durch Zufall auf.
                """,
            saysNot: "Nicht der gezählte Anteil: der steht beim Anteil der Gruppe.",
            formula: """
                θ_i = w_i·r_i + (1 − w_i)·b mit r_i Anteil im Gebiet, b Anteil der Stadt, w_i = s² / (s² + b/P_i), \
                s² = max(0, Σ P_i·(r_i − b)²/ΣP − b/P̄) über die Quartiere
                """,
            limits: """
                Unterscheiden sich die Quartiere nicht stärker, als der Zufall es täte, ist s² = 0 und jedes Gebiet hat \
                den Anteil der Stadt.
                """,
            here: "In {town} ist der geglättete Anteil der ersten Gruppe {value}{range}."),
        english: Text(
            title: "Steadied share of the group",
            says: """
                The share of the group, drawn towards the share of the whole town where few people live. So a small area \
                does not stand out by chance.
                """,
            saysNot: "It is not the share that was counted: see the share of the group.",
            formula: """
                θ_i = w_i·r_i + (1 − w_i)·b with r_i the share in the area, b the town's, w_i = s² / (s² + b/P_i), \
                s² = max(0, Σ P_i·(r_i − b)²/ΣP − b/P̄) over the quarters
                """,
            limits: """
                Where quarters differ no more than chance would have it, s² = 0 and every area has the town's share.
                """,
            here: "In {town} the steadied share of the first group is {value}{range}."))
}
