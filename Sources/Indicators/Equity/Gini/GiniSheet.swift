extension MethodSheet {
    /// See ``Gini``.
    static let gini = MethodSheet(
        german: Text(
            title: "Ungleichheit der Orte in Reichweite (Gini)",
            says: """
                Wie ungleich die Zahl der erfassten Orte dieser Art im Einzugsbereich auf die Menschen verteilt ist: 0, \
                wenn alle gleich viele haben, nahe 1, wenn wenige alle haben. Einzugsbereich ist die größte Schwelle \
                des Projekts: die Gehzeit, ohne Wegenetz die Luftlinie.
                """,
            saysNot: """
                Nicht, wer viel und wer wenig hat, und nicht, ob das Wenige genug ist: dafür steht der Anteil unter dem \
                Ziel der Stadt.
                """,
            formula: """
                G = Σ_i Σ_k p_i p_k |x_i − x_k| / (2μ), x Zahl der Orte im Einzugsbereich, p Anteil der Menschen, \
                μ = Σ p·x
                """,
            limits: """
                Ein dichter Kern und ein weites Umland ergeben von selbst einen hohen Wert; Städte lassen sich damit \
                kaum vergleichen. Ist nirgends ein Ort in Reichweite, gibt es keinen Wert. Weniger als fünf bewohnte \
                Zellen erlauben kein Urteil. Das Band zeigt drei Viertel und fünf Viertel des Einzugsbereichs. \
                \(DrawnInterval.german)
                """,
            here: "In {town} beträgt der Gini-Koeffizient {value} ({category}){range}."),
        english: Text(
            title: "Inequality of places in reach (Gini)",
            says: """
                How unevenly the number of recorded places of this kind in the catchment is spread over people: 0 where \
                all have the same number, near 1 where few have all. The catchment is the largest threshold of the \
                project: walking time, without a street network the straight-line distance.
                """,
            saysNot: """
                Not who has much and who has little, nor whether little is enough: for that there is the share below \
                the town's own standard.
                """,
            formula: """
                G = Σ_i Σ_k p_i p_k |x_i − x_k| / (2μ), x the number of places in the catchment, p the share of people, \
                μ = Σ p·x
                """,
            limits: """
                A dense core with a wide surrounding gives a high value by itself; towns can hardly be compared by it. \
                Where no place is in anybody's reach there is no value. Fewer than five inhabited cells allow no \
                judgement. The band shows three quarters and five quarters of the catchment. \
                \(DrawnInterval.english)
                """,
            here: "In {town} the Gini coefficient is {value} ({category}){range}."))
}
