extension MethodSheet {
    /// See ``NeighbourhoodSurplus``.
    static let neighbourhoodSurplus = MethodSheet(
        german: Text(
            title: "Anteil im Quartier und seiner Nachbarschaft",
            says: """
                Wie weit der Anteil der Gruppe in einem Quartier und seinen Nachbarn zusammen über (oder unter) dem Mittel \
                liegt, in Standardabweichungen.
                """,
            saysNot: "Nicht, dass dort etwas gut oder schlecht läuft, und nicht, wie viele Menschen es sind.",
            formula: """
                Gi* = (Σ w_ij·x_j − x̄·W_i) / (s·√[(n·Σ w_ij² − W_i²)/(n − 1)]) mit x standardisiertem Anteil, das \
                Quartier selbst unter seinen Nachbarn; chance: Anteil der Umverteilungen auf die übrigen Quartiere mit \
                mindestens so hohen Nachbarn; adjusted: nach Benjamini–Hochberg
                """,
            limits: """
                Umverteilt werden ganze Quartiere. Nicht beurteilbar: Quartiere ohne Nachbarn, mit sehr wenigen Menschen \
                der Gruppe, und Städte mit so wenigen Quartieren, dass der Zufall nicht auszuschließen ist. \
                \(DrawnInterval.german)
                """,
            here: "In {town} beträgt der Wert {value}{range}."),
        english: Text(
            title: "Share in a quarter and its neighbourhood",
            says: """
                How far the share of the group in a quarter and its neighbours together lies above (or below) the mean, in \
                standard deviations.
                """,
            saysNot: "Not that anything goes well or badly there, and not how many people it is.",
            formula: """
                Gi* = (Σ w_ij·x_j − x̄·W_i) / (s·√[(n·Σ w_ij² − W_i²)/(n − 1)]) with x the standardised share, the quarter \
                itself among its neighbours; chance: the share of rearrangements over the other quarters with neighbours \
                at least as high; adjusted: by Benjamini–Hochberg
                """,
            limits: """
                Whole quarters are rearranged. Cannot be judged: quarters without neighbours, with very few people of the \
                group, and towns of so few quarters that chance cannot be ruled out. \
                \(DrawnInterval.english)
                """,
            here: "In {town} the value is {value}{range}."))
}
