extension MethodSheet {
    /// See ``OperatorLoss``.
    static let operatorLoss = MethodSheet(
        german: Text(
            title: "Was fehlt, wenn ein Träger aufhört",
            says: """
                Bei welchem Teil der Menschen alle Angebote in Reichweite von ein und demselben Träger kommen.
                """,
            saysNot: "Kein Urteil über einen Träger: Wer viel trägt, von dem hängt viel ab.",
            formula: "Σ w·P_g·1[alle Angebote in Reichweite von einem Träger] / Σ w·P_g",
            limits: """
                Namen von Trägern bleiben im Rathaus. Angebote ohne erfassten Träger gelten nicht als Angebote \
                desselben.
                """,
            here: "In {town} hängt das Angebot für {value} der Menschen an einem einzigen Träger{range}."),
        english: Text(
            title: "What is missing if one operator stops",
            says: "For which part of the people all offers in reach come from one and the same operator.",
            saysNot: "No judgement of an operator: on those who carry much, much depends.",
            formula: "Σ w·P_g·1[all offers in reach by one operator] / Σ w·P_g",
            limits: """
                Names of operators stay in the town hall. Offers without a recorded operator are not taken for \
                offers of the same one.
                """,
            here: "In {town} the offers for {value} of the people depend on a single operator{range}."))
}
