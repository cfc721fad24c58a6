extension MethodSheet {
    /// See ``ConcentrationIndex``.
    static let concentrationIndex = MethodSheet(
        german: Text(
            title: "Orte in Reichweite und Anteil einer Gruppe (Konzentrationsindex)",
            says: """
                Ob Menschen mehr erfasste Orte dieser Art im Einzugsbereich haben, wo der Anteil einer Gruppe hoch ist \
                (über 0), weniger (unter 0), oder ob beides nichts miteinander zu tun hat (0). Gezählt sind alle \
                Einwohnerinnen und Einwohner. Einzugsbereich ist die größte Schwelle des Projekts: die Gehzeit, ohne \
                Wegenetz die Luftlinie.
                """,
            saysNot: "Nicht, wie viele Orte die Gruppe selbst in Reichweite hat, und nicht, warum es so ist.",
            formula: """
                CI = (2/μ) Σ p (x − μ)(r − ½), x Zahl der Orte im Einzugsbereich, r mittlerer Rang nach dem Anteil der \
                Gruppe in der Zelle; Zellen mit gleichem Anteil teilen sich einen Rang
                """,
            limits: """
                In kleinen Zellen springt der Anteil, und geschützte Zahlen machen ihn ungenau; beides zieht den Wert \
                zur 0. Ist der Anteil überall gleich, gibt es keinen Wert. Weniger als fünf bewohnte Zellen erlauben \
                kein Urteil. Das Band zeigt drei Viertel und fünf Viertel des Einzugsbereichs. \
                \(DrawnInterval.german) \
                Wo die Gruppe an anderen Stellen gezählt ist als alle Menschen, wird nichts gerechnet.
                """,
            here: "In {town} beträgt der Index {value} ({category}){range}."),
        english: Text(
            title: "Places in reach and the share of a group (concentration index)",
            says: """
                Whether people have more recorded places of this kind in their catchment where the share of a group is \
                high (above 0), fewer (below 0), or whether the two have nothing to do with each other (0). All \
                residents count. The catchment is the largest threshold of the project: walking time, without a street \
                network the straight-line distance.
                """,
            saysNot: "Not how many places the group itself has in reach, nor why it is so.",
            formula: """
                CI = (2/μ) Σ p (x − μ)(r − ½), x the number of places in the catchment, r the middle rank by the share \
                of the group in the cell; cells of the same share have one rank
                """,
            limits: """
                In small cells the share jumps, and protected numbers make it uncertain; both draw the value towards 0. \
                Where the share is the same everywhere there is no value. Fewer than five inhabited cells allow no \
                judgement. The band shows three quarters and five quarters of the catchment. \
                \(DrawnInterval.english) \
                Where the group is counted in other places than all residents, nothing is computed.
                """,
            here: "In {town} the index is {value} ({category}){range}."))
}
