extension MethodSheet {
    /// See ``StopShare``.
    static let stopShare = MethodSheet(
        german: Text(
            title: "Anteil mit einer Haltestelle im Umkreis",
            says: """
                Welcher Teil der Menschen eine Haltestelle von Bus oder Bahn zu Fuß in der genannten Zeit erreicht \
                (ohne Wegenetz: in der genannten Luftlinie hat); auch: eine mit mindestens so vielen Abfahrten je \
                Stunde an Werktagen.
                """,
            saysNot: "Nicht, wohin man von dort kommt, und nicht, ob jemand fährt.",
            formula: "Σ w·P_g·1[min_j c_ij ≤ T] / Σ w·P_g über die Haltestellen mit mindestens n Abfahrten",
            limits: """
                Nicht erfasste Abfahrten sind nicht null: Die obere Grenze zählt solche Haltestellen mit, die untere \
                nicht.
                """,
            here: "In {town} haben {value} der Menschen eine Haltestelle in Reichweite{range}."),
        english: Text(
            title: "Share with a stop nearby",
            says: """
                Which part of the people reaches a stop of bus or train on foot within the time (without a street \
                network: has one within the straight-line distance); also: one with at least so many departures per \
                hour on weekdays.
                """,
            saysNot: "Not where one gets from there, and not whether anybody goes.",
            formula: "Σ w·P_g·1[min_j c_ij ≤ T] / Σ w·P_g over the stops with at least n departures",
            limits: """
                Departures that nobody recorded are not zero: the upper bound counts such stops, the lower one does \
                not.
                """,
            here: "In {town} {value} of the people have a stop in reach{range}."))
}
