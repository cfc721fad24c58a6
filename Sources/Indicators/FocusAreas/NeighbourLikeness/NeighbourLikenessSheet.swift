extension MethodSheet {
    /// See ``NeighbourLikeness``.
    static let neighbourLikeness = MethodSheet(
        german: Text(
            title: "Ähnlichkeit benachbarter Gebiete",
            says: """
                Ob benachbarte Quartiere (und benachbarte Quadrate eines Gitters) einander im Anteil der Gruppe ähnlicher \
                sind, als der Zufall es täte. Nahe 1: sehr ähnlich; um 0: beliebig; unter 0: eher wechselnd.
                """,
            saysNot: "Nicht, wo Anteile hoch sind, und nicht, warum.",
            formula: """
                I = (n/S0)·ΣΣ w_ij·z_i·z_j / Σ z_i² mit z standardisiertem Anteil (r_i − b)/√(s² + b/P_i), w Nachbarn \
                (auch über Eck), je Gebiet zusammen 1; chance: Anteil der zufälligen Umverteilungen mit mindestens so \
                hohem I; chance_low und chance_high: dazwischen liegen 95 von 100 davon
                """,
            limits: """
                Umverteilt werden ganze Quartiere oder Quadrate, nie einzelne Menschen. Mit weniger als zehn Gebieten sagt \
                die Zahl wenig. Nachbarn jenseits der Stadtgrenze sieht sie nicht; das Rauschen geschützter Zahlen zieht \
                sie zu 0. Wo Zahlen je Quartier auf Zellen verteilt wurden, sind Quadrate schon deshalb einander ähnlich. \
                \(DrawnInterval.german)
                """,
            here: "In {town} ist die Ähnlichkeit benachbarter Quartiere {value}{range}."),
        english: Text(
            title: "Likeness of neighbouring areas",
            says: """
                Whether neighbouring quarters (and neighbouring squares of a grid) are more alike in the share of the group \
                than chance would have it. Near 1: very alike; about 0: any way; below 0: rather alternating.
                """,
            saysNot: "Not where shares are high, and not why.",
            formula: """
                I = (n/S0)·ΣΣ w_ij·z_i·z_j / Σ z_i² with z the standardised share (r_i − b)/√(s² + b/P_i), w neighbours \
                (corners included), 1 together for each area; chance: the share of random rearrangements with an I at \
                least as large; chance_low and chance_high: 95 of 100 of them lie between
                """,
            limits: """
                Whole quarters or squares are rearranged, never single persons. With fewer than ten areas the figure says \
                little. It does not see neighbours beyond the town's border; the noise of protected counts draws it to 0. Where \
                figures per quarter were spread over cells, squares are alike for that reason alone. \
                \(DrawnInterval.english)
                """,
            here: "In {town} the likeness of neighbouring quarters is {value}{range}."))
}
