extension MethodSheet {
    /// See ``LocationQuotient``.
    static let locationQuotient = MethodSheet(
        german: Text(
            title: "Anteil im Vergleich zur Gesamtstadt",
            says: """
                Wie sich der Anteil der Gruppe im Gebiet zu ihrem Anteil in der ganzen Stadt verhält; 1 heißt \
                gleich.
                """,
            saysNot: "Kein Maß für Zusammenleben und keine Bewertung eines Quartiers.",
            formula: "LQ = p_i / P mit p_i Anteil im Gebiet, P Anteil in der Stadt",
            limits: "Ist die Gruppe in der Stadt klein, bedeutet ein hoher Wert wenige Menschen.",
            here: """
                In {town} als Ganzem ist das Verhältnis {value}; ein Quartier mit 2 hat einen doppelt so hohen \
                Anteil.
                """),
        english: Text(
            title: "Share compared with the whole town",
            says: "How the group's share in the area relates to its share in the whole town; 1 means equal.",
            saysNot: "It does not measure living together and does not rate a quarter.",
            formula: "LQ = p_i / P with p_i the share in the area, P the share in the town",
            limits: "Where the group is small in the town, a high value means few people.",
            here: "In {town} as a whole the ratio is {value}; a quarter with 2 has twice the share."))
}
