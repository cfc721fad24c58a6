extension MethodSheet {
    /// See ``Erreygers``.
    static let erreygers = MethodSheet(
        german: Text(
            title: "Ort in Reichweite und Anteil einer Gruppe (Erreygers-Index)",
            says: """
                Ob mehr Menschen einen erfassten Ort dieser Art im Einzugsbereich haben, wo der Anteil einer Gruppe \
                hoch ist (über 0), oder weniger (unter 0). Gezählt sind alle Einwohnerinnen und Einwohner. \
                Einzugsbereich ist die größte Schwelle des Projekts: die Gehzeit, ohne Wegenetz die Luftlinie.
                """,
            saysNot: "Nicht, wie viele der Gruppe selbst einen Ort in Reichweite haben, und nicht, warum es so ist.",
            formula: """
                E = 8 Σ p (x − μ)(r − ½) = 4μ·CI, x = 1 mit Ort im Einzugsbereich, sonst 0; r mittlerer Rang nach dem \
                Anteil der Gruppe in der Zelle
                """,
            limits: """
                Anders als beim Konzentrationsindex ist es gleich, ob man zählt, wer etwas in Reichweite hat oder wer \
                nicht: nur das Vorzeichen wechselt. In kleinen Zellen springt der Anteil; das zieht den Wert zur 0. \
                Weniger als fünf bewohnte Zellen erlauben kein Urteil. Das Band zeigt drei Viertel und fünf Viertel des \
                Einzugsbereichs. \
                \(DrawnInterval.german) \
                Wo die Gruppe an anderen Stellen gezählt ist als alle Menschen, wird nichts gerechnet.
                """,
            here: "In {town} beträgt der Index {value} ({category}){range}."),
        english: Text(
            title: "A place in reach and the share of a group (Erreygers index)",
            says: """
                Whether more people have a recorded place of this kind in their catchment where the share of a group \
                is high (above 0), or fewer (below 0). All residents count. The catchment is the largest threshold of \
                the project: walking time, without a street network the straight-line distance.
                """,
            saysNot: "Not how many of the group itself have a place in reach, nor why it is so.",
            formula: """
                E = 8 Σ p (x − μ)(r − ½) = 4μ·CI, x = 1 with a place in the catchment, else 0; r the middle rank by the \
                share of the group in the cell
                """,
            limits: """
                Other than with the concentration index it does not matter whether those are counted who have something \
                in reach or those who have not: only the sign changes. In small cells the share jumps, which draws the \
                value towards 0. Fewer than five inhabited cells allow no judgement. The band shows three quarters and \
                five quarters of the catchment. \
                \(DrawnInterval.english) \
                Where the group is counted in other places than all residents, nothing is computed.
                """,
            here: "In {town} the index is {value} ({category}){range}."))
}
