extension MethodSheet {
    /// See ``WheelchairPlaces``.
    static let wheelchairPlaces = MethodSheet(
        german: Text(
            title: "Mit dem Rollstuhl zugängliche Orte in Reichweite",
            says: """
                Welcher Teil der Menschen mindestens einen Ort in Reichweite hat, der als rollstuhlgerecht erfasst \
                ist.
                """,
            saysNot: """
                Nicht, ob der Weg dorthin mit dem Rollstuhl zu schaffen ist, und nicht, ob jemand die Angabe geprüft \
                hat.
                """,
            formula: "Σ w·P_g·1[ein Ort mit c ≤ T ist rollstuhlgerecht] / Σ w·P_g",
            limits: """
                Eingeschränkt zugängliche und nicht erfasste Orte stehen nur im oberen Wert; der Anteil der nicht \
                erfassten steht daneben.
                """,
            here: "In {town} haben {value} der Menschen einen solchen Ort in Reichweite ({category}){range}."),
        english: Text(
            title: "Places in reach that are accessible with a wheelchair",
            says: """
                Which part of the people has at least one place in reach that is recorded as accessible with a \
                wheelchair.
                """,
            saysNot: "Not whether the way there can be rolled, nor whether anybody checked the record.",
            formula: "Σ w·P_g·1[a place with c ≤ T is accessible] / Σ w·P_g",
            limits: """
                Places with limited access and those not recorded stand in the upper value only; the share not \
                recorded stands beside.
                """,
            here: "In {town} {value} of the people have such a place in reach ({category}){range}."))
}
