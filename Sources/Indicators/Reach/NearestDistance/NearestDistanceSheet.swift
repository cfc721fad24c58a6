extension MethodSheet {
    /// See ``NearestDistance``.
    static let nearestDistance = MethodSheet(
        german: Text(
            title: "Entfernung zum nächsten Ort (Luftlinie)",
            says: """
                So nah oder näher hat es die Hälfte der Menschen zum nächsten erfassten Ort dieser Art, in Metern \
                Luftlinie.
                """,
            saysNot: "Nicht den Fußweg: Fluss, Bahn und Straßen verlängern ihn. Nicht, ob der Ort genutzt wird.",
            formula: """
                mit P gewichteter Median von min_j c_ij; liegt die Hälfte genau zwischen zwei Werten, gilt der \
                kleinere
                """,
            limits: """
                Von Zellen wird ab der Mitte gemessen: „geschätzt“. Orte außerhalb der Stadt zählen mit, soweit sie \
                erfasst sind.
                """,
            here: """
                Die Hälfte der Menschen in {town} hat den nächsten Ort ({category}) in höchstens {value}{range}.
                """),
        english: Text(
            title: "Distance to the nearest place (straight line)",
            says: """
                Half of the people have the nearest recorded place of this kind this near or nearer, in metres in a \
                straight line.
                """,
            saysNot: "Not the walk: river, railway and streets make it longer. Not whether the place is used.",
            formula: """
                median of min_j c_ij weighted by P; where half lies exactly between two values, the smaller one
                """,
            limits: """
                From cells the distance is measured from the middle: \"estimated\". Places outside the town count as \
                far as they are recorded.
                """,
            here: "Half of the people in {town} have the nearest place ({category}) within {value}{range}."))
}
