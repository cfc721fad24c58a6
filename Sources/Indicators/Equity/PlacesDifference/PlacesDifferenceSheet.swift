extension MethodSheet {
    /// See ``PlacesDifference``.
    static let placesDifference = MethodSheet(
        german: Text(
            title: "Unterschied zwischen Gruppen: Zahl der Orte in Reichweite",
            says: """
                Wie viele erfasste Orte dieser Art ein Mensch einer Gruppe im Mittel mehr oder weniger im \
                Einzugsbereich hat als alle übrigen Einwohnerinnen und Einwohner. Einzugsbereich ist die größte \
                Schwelle des Projekts: die Gehzeit, ohne Wegenetz die Luftlinie. Zuerst steht im Bericht immer, wie es \
                um alle zusammen steht.
                """,
            saysNot: """
                Nicht, warum es einen Unterschied gibt, nicht, ob jemand hingeht, und nichts über einzelne Menschen. \
                Wer in der dichten Mitte wohnt, hat von allem mehr im Einzugsbereich.
                """,
            formula: """
                d = x̄_g − x̄_übrige mit x = Zahl der Orte im Einzugsbereich. Spanne: wie beim Unterschied der Anteile \
                (coverage_difference) durch Vertauschen ganzer Zellen oder Quartiere (unit), draws Ziehungen mit der \
                Startzahl seed: d − größtes d* bis d − kleinstes d* der mittleren 95 von 100. Enthält sie 0: kein \
                belastbarer Unterschied.
                """,
            limits: """
                Vertauscht werden Zellen oder Quartiere, nie einzelne Menschen; das Ergebnis gilt für die Einteilung, \
                die genannt ist. Jede der beiden Spannen kann zu eng sein; Verlass ist nur auf einen Unterschied, den \
                beide zeigen. Weniger als fünf Einheiten erlauben kein Urteil, auch nicht für die andere Einteilung. \
                Ist die Gruppe an anderen Stellen gezählt als alle Menschen, wird nichts verglichen. Ungenaue \
                Einwohnerzahlen (Zensus) sind in der Spanne nicht enthalten. Das Band zeigt den Unterschied mit drei \
                Vierteln und fünf Vierteln des Einzugsbereichs.
                """,
            here: "In {town} beträgt der Unterschied im Mittel {value} ({category}){range}."),
        english: Text(
            title: "Difference between groups: number of places in reach",
            says: """
                How many recorded places of this kind a person of a group has more or less in the catchment, on \
                average, than all other residents. The catchment is the largest threshold of the project: walking \
                time, without a street network the straight-line distance. A report always says first how all \
                residents fare.
                """,
            saysNot: """
                Not why there is a difference, not whether anybody goes, and nothing about single persons. Whoever \
                lives in the dense middle has more of everything in the catchment.
                """,
            formula: """
                d = x̄_g − x̄_rest with x = number of places in the catchment. Range: as with the difference of shares \
                (coverage_difference) by permuting whole cells or quarters (unit), draws times from the number seed: \
                d − largest d* to d − smallest d* of the middle 95 of 100. Where it holds 0: no reliable difference.
                """,
            limits: """
                Cells or quarters change places, never single persons; the result holds for the zoning that is named. \
                Each of the two ranges can be too narrow; only a difference that both show can be relied on. Fewer than five \
                units allow no judgement, nor one by the other unit. Where the group is counted in other places than all \
                residents, nothing is compared. Uncertain numbers of residents (census) are not part of the range. The band \
                shows the difference with three quarters and five quarters of the catchment.
                """,
            here: "In {town} the difference is {value} on average ({category}){range}."))
}
