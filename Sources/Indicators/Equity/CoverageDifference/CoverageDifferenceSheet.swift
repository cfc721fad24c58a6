extension MethodSheet {
    /// See ``CoverageDifference``.
    static let coverageDifference = MethodSheet(
        german: Text(
            title: "Unterschied zwischen Gruppen: Anteil mit einem Ort in Reichweite",
            says: """
                Um wie viel der Anteil derer, die einen erfassten Ort dieser Art im Einzugsbereich haben, in einer \
                Gruppe größer oder kleiner ist als bei allen übrigen Einwohnerinnen und Einwohnern. Einzugsbereich ist \
                die größte Schwelle des Projekts: die Gehzeit, ohne Wegenetz die Luftlinie. Zuerst steht im Bericht \
                immer, wie es um alle zusammen steht.
                """,
            saysNot: """
                Nicht, warum es einen Unterschied gibt, nicht, ob jemand hingeht, und nichts über einzelne Menschen.
                """,
            formula: """
                d = x̄_g − x̄_übrige mit x = 1 bei mindestens einem Ort im Einzugsbereich, sonst 0. Spanne: die Werte \
                x̄_u ganzer Zellen oder Quartiere u (unit) werden zufällig untereinander vertauscht (draws Ziehungen, \
                Startzahl seed), was innerhalb einer Einheit verschieden ist, wechselt je Einheit zufällig das \
                Vorzeichen; von den so entstandenen Unterschieden d* bleiben die mittleren 95 von 100. Die Spanne von d \
                ist d − größtes d* bis d − kleinstes d*. Enthält sie 0, macht auch der Zufall einen solchen \
                Unterschied: kein belastbarer Unterschied.
                """,
            limits: """
                Vertauscht werden Zellen oder Quartiere, nie einzelne Menschen; das Ergebnis gilt für die Einteilung, \
                die genannt ist. Benachbarte Zellen sind einander ähnlich, darum kann die Spanne über Zellen zu eng sein; \
                bei wenigen Quartieren ist es die andere. Verlass ist nur auf einen Unterschied, den beide zeigen. \
                Sonst heißt es in beiden Zeilen: kein belastbarer Unterschied. Weniger als fünf Einheiten erlauben kein \
                Urteil, auch nicht für die andere Einteilung. Ist die Gruppe an anderen Stellen gezählt als alle Menschen, \
                wird nichts verglichen. Adressen sind in Quadraten von 100 m zusammengefasst. Ungenaue \
                Einwohnerzahlen (Zensus) sind in der Spanne nicht enthalten. Das Band zeigt den Unterschied mit drei \
                Vierteln und fünf Vierteln des Einzugsbereichs.
                """,
            here: "In {town} beträgt der Unterschied {value} ({category}){range}."),
        english: Text(
            title: "Difference between groups: share with a place in reach",
            says: """
                By how much the share of those with a recorded place of this kind in their catchment is larger or \
                smaller in a group than among all other residents. The catchment is the largest threshold of the \
                project: walking time, without a street network the straight-line distance. A report always says first \
                how all residents fare.
                """,
            saysNot: """
                Not why there is a difference, not whether anybody goes, and nothing about single persons.
                """,
            formula: """
                d = x̄_g − x̄_rest with x = 1 with at least one place in the catchment, else 0. Range: the values x̄_u \
                of whole cells or quarters u (unit) change places at random (draws times, from the number seed); what \
                differs inside of a unit changes its sign at random, unit by unit; of the differences d* that result \
                the middle 95 of 100 are kept. The range of d is d − largest d* to d − smallest d*. Where it holds 0, \
                chance makes such a difference as well: no reliable difference.
                """,
            limits: """
                Cells or quarters change places, never single persons; the result holds for the zoning that is named. \
                Cells close to each other are alike, so the range over cells can be too narrow; with few quarters it is the \
                other one. Only a difference that both show can be relied on. Otherwise both rows say: no \
                reliable difference. Fewer than five units allow no judgement, nor one by the other \
                unit. Where the group is counted in other places than all residents, nothing is compared. Addresses are \
                taken together in squares of 100 m. Uncertain numbers of residents (census) are not part of the range. The \
                band shows the difference with three quarters and five quarters of the catchment.
                """,
            here: "In {town} the difference is {value} ({category}){range}."))
}
