extension MethodSheet {
    /// See ``Theil``.
    static let theil = MethodSheet(
        german: Text(
            title: "Ungleichheit zwischen und in den Quartieren (Theil)",
            says: """
                Wie ungleich die Zahl der erfassten Orte dieser Art im Einzugsbereich verteilt ist (part=total), und \
                wie viel davon zwischen den Quartieren liegt (part=between) und wie viel in ihnen (part=within). \
                Einzugsbereich ist die größte Schwelle des Projekts: die Gehzeit, ohne Wegenetz die Luftlinie.
                """,
            saysNot: "Nicht, welches Quartier mehr hat, und nicht, ob das Wenige genug ist.",
            formula: """
                T = Σ p (x/μ) ln(x/μ) = Σ s_g ln(μ_g/μ) + Σ s_g T_g, s_g = p_g·μ_g/μ, 0·ln 0 = 0; \
                x Zahl der Orte im Einzugsbereich, g Quartiere
                """,
            limits: """
                Der Anteil zwischen den Quartieren hängt davon ab, wie die Stadt eingeteilt ist. Wer keinen Ort in \
                Reichweite hat, zählt mit. Der größte mögliche Wert hängt von der Zahl der Menschen ab. Weniger als \
                fünf bewohnte Zellen erlauben kein Urteil. Das Band zeigt drei Viertel und fünf Viertel des \
                Einzugsbereichs. \
                \(DrawnInterval.german)
                """,
            here: "In {town} beträgt der Theil-Index {value} ({category}){range}."),
        english: Text(
            title: "Inequality between and within quarters (Theil)",
            says: """
                How unevenly the number of recorded places of this kind in the catchment is spread (part=total), and \
                how much of that lies between the quarters (part=between) and how much inside of them (part=within). \
                The catchment is the largest threshold of the project: walking time, without a street network the \
                straight-line distance.
                """,
            saysNot: "Not which quarter has more, nor whether little is enough.",
            formula: """
                T = Σ p (x/μ) ln(x/μ) = Σ s_g ln(μ_g/μ) + Σ s_g T_g, s_g = p_g·μ_g/μ, 0·ln 0 = 0; x the number of \
                places in the catchment, g quarters
                """,
            limits: """
                The part between quarters depends on how the town is divided. Those without any place in reach count. \
                The largest possible value depends on the number of people. Fewer than five inhabited cells allow no \
                judgement. The band shows three quarters and five quarters of the catchment. \
                \(DrawnInterval.english)
                """,
            here: "In {town} Theil's index is {value} ({category}){range}."))
}
