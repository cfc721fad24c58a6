extension MethodSheet {
    /// See ``NearestTime``.
    static let nearestTime = MethodSheet(
        german: Text(
            title: "Weg zum nächsten Ort (Minuten)",
            says: """
                So kurz oder kürzer hat es die Hälfte der Menschen zum nächsten erfassten Ort dieser Art, auf \
                Straßen und Wegen.
                """,
            saysNot: """
                Nicht, wie lange ein bestimmter Mensch geht. Ampeln und Wartezeiten fehlen. Nicht, ob der Ort \
                genutzt wird.
                """,
            formula: """
                mit P gewichteter Median von min_j c_ij; liegt die Hälfte genau zwischen zwei Werten, der kleinere
                """,
            limits: """
                Gezählt ist, wer ans Wegenetz angeschlossen ist. Orte außerhalb der Stadt zählen mit, soweit sie \
                erfasst sind. Gesucht wird bis zwei Stunden.
                """,
            here: """
                Die Hälfte der Menschen in {town} braucht zum nächsten Ort ({category}) höchstens {value}{range}.
                """),
        english: Text(
            title: "Way to the nearest place (minutes)",
            says: """
                Half of the people have the nearest recorded place of this kind this near or nearer, along streets \
                and paths.
                """,
            saysNot: """
                Not how long a certain person walks. Traffic lights and waiting are missing. Not whether the place \
                is used.
                """,
            formula: """
                median of min_j c_ij weighted by P; where half lies exactly between two values, the smaller one
                """,
            limits: """
                Counted are those who are connected to the street network. Places outside the town count as far as \
                they are recorded. The search ends at two hours.
                """,
            here: "Half of the people in {town} need at most {value} to the nearest place ({category}){range}."))
}
