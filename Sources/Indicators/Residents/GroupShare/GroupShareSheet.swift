extension MethodSheet {
    /// See ``GroupShare``.
    static let groupShare = MethodSheet(
        german: Text(
            title: "Anteil der Gruppe",
            says: "Welcher Teil der Einwohnerinnen und Einwohner des Gebiets zu der Gruppe gehört.",
            saysNot: """
                Nichts über Zusammenleben, Bedarf oder Teilhabe. Staatsangehörigkeit ist nicht \
                Einwanderungsgeschichte.
                """,
            formula: "p = Σ w·P_g / Σ w·P",
            limits: """
                Bei wenigen Einwohnerinnen und Einwohnern schwankt der Anteil stark; ohne sie ist er nicht sinnvoll.
                """,
            here: "In {town} ist der Anteil der ersten Gruppe {value}{range}."),
        english: Text(
            title: "Share of the group",
            says: "Which part of the area's residents belongs to the group.",
            saysNot: """
                Nothing about living together, need or participation. Citizenship is not immigration history.
                """,
            formula: "p = Σ w·P_g / Σ w·P",
            limits: "With few residents the share varies much; without residents it is not meaningful.",
            here: "In {town} the share of the first group is {value}{range}."))
}
