extension MethodSheet {
    /// See ``DistributionChange``.
    static let distributionChange = MethodSheet(
        german: Text(
            title: "Veränderung der räumlichen Verteilung, zerlegt",
            says: """
                Warum der zerlegbare Wert der räumlichen Verteilung (M, mutual_information) über die Quartiere heute ein \
                anderer ist als in einem früheren Jahr: weil Quartiere dazukamen (additions) oder wegfielen (removals), \
                weil Quartiere größer oder kleiner wurden (unit_margin), weil die Gruppe größer oder kleiner wurde \
                (group_margin), und was dann noch bleibt (structural). Nur dieser Rest sagt, ob die Gruppe anders verteilt \
                wohnt als früher: über 0 ungleicher, unter 0 gleichmäßiger. Verglichen wird das letzte Jahr mit dem \
                vorigen und mit dem ersten erfassten.
                """,
            saysNot: """
                Nicht, wer wohin gezogen ist und warum; auch Geburten, Sterbefälle und Einbürgerungen verändern Zahlen. \
                Nichts über Zusammenleben oder ein Soll.
                """,
            formula: """
                M₂ − M₁ = additions + removals + unit_margin + group_margin + structural, in Nats; first = M₁, \
                second = M₂. Die Teile sind Shapley-Werte über Tabellen mit den Randsummen des einen und den \
                Chancenverhältnissen des anderen Jahres (iteratives proportionales Anpassen).
                """,
            limits: """
                Braucht Zahlen der Quartiere für zwei Jahre, mit einer Spalte für das Jahr, nach denselben Grenzen und \
                derselben Abgrenzung der Gruppe. Quartiere, für die eine Zahl fehlt, bleiben in beiden Jahren außen vor; \
                mehr als ein Zehntel der Menschen darin macht den Wert unsicher. Ebenso, wenn der Zufall mehr als die Hälfte \
                von M in einem der Jahre ergäbe, und weniger als fünf Quartiere. Gruppen unter 100 Personen (least_people) \
                werden nicht gerechnet.
                """,
            here: "In {town} hat sich die Verteilung selbst (structural) um {value} Nats verändert."),
        english: Text(
            title: "Change of the spatial distribution, taken apart",
            says: """
                Why the figure of spatial distribution over the quarters that can be taken apart (M, mutual_information) \
                differs today from that of an earlier year: because quarters came (additions) or went (removals), because \
                quarters grew or shrank (unit_margin), because the group became larger or smaller (group_margin), and what \
                is left then (structural). Only this rest says whether the group is spread differently: above 0 less \
                evenly than before, below 0 more evenly. The last year is compared with the one before and with the first \
                one recorded.
                """,
            saysNot: """
                Not who moved where, nor why; births, deaths and naturalisations change numbers as well. Nothing about \
                living together or what should be.
                """,
            formula: """
                M₂ − M₁ = additions + removals + unit_margin + group_margin + structural, in nats; first = M₁, second = \
                M₂. The parts are Shapley values over tables with the margins of one year and the odds ratios of the other \
                (iterative proportional fitting).
                """,
            limits: """
                Needs numbers of the quarters for two years, with a column for the year, by the same borders and the same \
                definition of the group. Quarters without a number are left out of both years; more than a tenth of the \
                people in them make the value unreliable. So do chance, where it would make more than half of M in one of \
                the years, and fewer than five quarters. Groups under 100 people (least_people) are not computed.
                """,
            here: "In {town} the distribution itself (structural) has changed by {value} nats."))
}
