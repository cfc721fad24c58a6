extension MethodSheet {
    /// See ``LocalLikeness``.
    static let localLikeness = MethodSheet(
        german: Text(
            title: "Quartier und Nachbarn im Vergleich",
            says: """
                Ob ein Quartier und seine Nachbarn beim Anteil der Gruppe auf derselben Seite des Mittels liegen (über 0) \
                oder auf verschiedenen (unter 0), und wie oft der Zufall so etwas macht.
                """,
            saysNot: "Keine Bewertung: auch lauter niedrige Anteile nebeneinander ergeben hohe Werte.",
            formula: """
                I_i = (z_i/m2)·Σ w_ij·z_j mit m2 = Σz²/n und z standardisiertem Anteil; chance: doppelter kleinerer Anteil \
                der Umverteilungen auf die übrigen Quartiere; adjusted: nach Benjamini–Hochberg für alle Quartiere \
                zusammen; quadrant: 1 hoch bei hohen, 2 niedrig bei hohen, 3 niedrig bei niedrigen, 4 hoch bei niedrigen; own: \
                eigener Wert, neighbours: Mittel der Nachbarn, beide in Standardabweichungen vom Mittel
                """,
            limits: """
                Umverteilt werden ganze Quartiere; bis acht Quartiere alle Möglichkeiten, sonst gezogene mit genanntem \
                Anfangswert. Ein Quartier ohne Nachbarn ist nicht beurteilbar. PySAL rechnet mit n − 1: dessen Werte sind \
                (n − 1)/n von diesen. \
                \(DrawnInterval.german)
                """,
            here: "In {town} beträgt der Wert {value}{range}."),
        english: Text(
            title: "A quarter beside its neighbours",
            says: """
                Whether a quarter and its neighbours lie on the same side of the mean share of the group (above 0) or on \
                different sides (below 0), and how often chance makes such a thing.
                """,
            saysNot: "It rates nothing: low shares side by side give high values, too.",
            formula: """
                I_i = (z_i/m2)·Σ w_ij·z_j with m2 = Σz²/n and z the standardised share; chance: twice the smaller share of \
                the rearrangements over the other quarters; adjusted: by Benjamini–Hochberg for all quarters together; \
                quadrant: 1 high among high, 2 low among high, 3 low among low, 4 high among low; own: the own score, \
                neighbours: the mean of the neighbours, both in standard deviations from the mean
                """,
            limits: """
                Whole quarters are rearranged; up to eight quarters in all ways, else in ways drawn from a stated seed. A \
                quarter without neighbours cannot be judged. PySAL computes with n − 1: its values are (n − 1)/n of these. \
                \(DrawnInterval.english)
                """,
            here: "In {town} the value is {value}{range}."))
}
