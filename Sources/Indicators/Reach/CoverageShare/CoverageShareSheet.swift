extension MethodSheet {
    /// See ``CoverageShare``.
    static let coverageShare = MethodSheet(
        german: Text(
            title: "Anteil mit einem Ort im Umkreis",
            says: """
                Welcher Teil der Menschen mindestens einen erfassten Ort dieser Art in der genannten Zeit erreicht \
                (ohne Wegenetz: in der genannten Luftlinie hat).
                """,
            saysNot: """
                Möglichkeit ist nicht Nutzung. Luftlinie ist nicht Fußweg, und gerechnete Zeit ist nicht die jedes \
                Menschen.
                """,
            formula: "Σ w·P_g·1[min_j c_ij ≤ T] / Σ w·P_g, Schwelle eingeschlossen",
            limits: """
                Schwelle und Gehtempo entscheiden mit; deshalb steht daneben, was bei 3 und 4,8 km/h gilt. Von \
                Zellen wird ab der Mitte gemessen. Gezählt ist, wer ans Wegenetz angeschlossen ist.
                """,
            here: "In {town} erreichen {value} der Menschen mindestens einen solchen Ort ({category}){range}."),
        english: Text(
            title: "Share with a place nearby",
            says: """
                Which part of the people reaches at least one recorded place of this kind within the time; without a \
                street network: has one within the straight-line distance.
                """,
            saysNot: """
                Possibility is not use. A straight line is not a walk, and a computed time is not that of every \
                person.
                """,
            formula: "Σ w·P_g·1[min_j c_ij ≤ T] / Σ w·P_g, threshold included",
            limits: """
                Threshold and walking speed matter; that is why the shares at 3 and 4.8 km/h stand beside. From \
                cells it is measured from the middle. Counted are those who are connected to the street network.
                """,
            here: "In {town} {value} of the people reach at least one such place ({category}){range}."))
}
