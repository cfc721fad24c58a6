extension MethodSheet {
    /// See ``Atkinson``.
    static let atkinson = MethodSheet(
        german: Text(
            title: "Ungleichheit mit Blick auf die, die wenig haben (Atkinson)",
            says: """
                Welcher Teil der erfassten Orte dieser Art im Einzugsbereich entbehrlich wäre, wenn der Rest auf alle \
                gleich verteilt wäre. Je größer epsilon, desto mehr zählen die, die wenig haben. Einzugsbereich ist die \
                größte Schwelle des Projekts: die Gehzeit, ohne Wegenetz die Luftlinie.
                """,
            saysNot: """
                Nicht, dass Orte wirklich entbehrlich wären, und nicht, wer wenig hat. Wie viel die zählen, die wenig \
                haben, ist eine Wertung und steht in epsilon.
                """,
            formula: """
                A_ε = 1 − [Σ p (x/μ)^(1−ε)]^(1/(1−ε)), A_1 = 1 − exp(Σ p ln(x/μ)), x Zahl der Orte im Einzugsbereich
                """,
            limits: """
                Ab epsilon = 1 ist der Wert 1, sobald jemand keinen Ort in Reichweite hat; deshalb gilt 0,5, wenn \
                nichts anderes angegeben ist. Weniger als fünf bewohnte Zellen erlauben kein Urteil. Das Band zeigt \
                drei Viertel und fünf Viertel des Einzugsbereichs. \
                \(DrawnInterval.german)
                """,
            here: "In {town} beträgt der Atkinson-Index {value} ({category}){range}."),
        english: Text(
            title: "Inequality with an eye on those who have little (Atkinson)",
            says: """
                Which part of the recorded places of this kind in the catchment could be missing if the rest were \
                spread evenly. The larger epsilon, the more those count who have little. The catchment is the largest \
                threshold of the project: walking time, without a street network the straight-line distance.
                """,
            saysNot: """
                Not that any place could really be missing, nor who has little. How much those count who have little \
                is a judgement, which epsilon states.
                """,
            formula: """
                A_ε = 1 − [Σ p (x/μ)^(1−ε)]^(1/(1−ε)), A_1 = 1 − exp(Σ p ln(x/μ)), x the number of places in the \
                catchment
                """,
            limits: """
                From epsilon = 1 on it is 1 as soon as anybody has no place in reach; that is why 0.5 holds unless \
                something else is given. Fewer than five inhabited cells allow no judgement. The band shows three \
                quarters and five quarters of the catchment. \
                \(DrawnInterval.english)
                """,
            here: "In {town} Atkinson's index is {value} ({category}){range}."))
}
