extension MethodSheet {
    /// See ``MutualInformation``.
    static let mutualInformation = MethodSheet(
        german: Text(
            title: "Räumliche Verteilung, zerlegbar (M)",
            says: """
                Wie viel das Quartier einer Wohnung über die Gruppe der Menschen darin verrät, in Nats; 0 heißt nichts. Es \
                lässt sich ohne Rest in Teile zerlegen, nach Quartieren, nach Gruppen und nach Gründen einer Veränderung: \
                neue oder weggefallene Quartiere, größere und kleinere Quartiere, größere und kleinere Gruppen, und was \
                dann noch anders ist.
                """,
            saysNot: """
                Nichts über Zusammenleben oder ein Soll. M steigt auch, wenn nur eine Gruppe größer wird; erst der \
                zerlegte Rest sagt, ob die Verteilung sich verändert hat.
                """,
            formula: """
                M = E·H = E − Σ (t/T)·e mit E = −Σ π·ln π über die Anteile π der Gruppen in der Stadt, e dasselbe je Einheit. \
                Zufall: etwa (G − 1)·(U − 1) / (2·T) bei G Gruppen und U Einheiten; ohne Zufall M weniger dieser Wert.
                """,
            limits: """
                M hat keine feste Obergrenze; anschaulicher ist H. Der Zufallswert ist eine Näherung. Macht er mehr als die \
                Hälfte aus, gilt die Zahl als unsicher.
                """,
            here: "In {town} verrät das Quartier {value}{range} Nats über die Gruppe."),
        english: Text(
            title: "Spatial distribution, to be taken apart (M)",
            says: """
                How much the quarter of a home tells of the group of the people in it, in nats; 0 means nothing. It can be \
                taken apart without a rest, by quarters, by groups and by the reasons of a change: quarters that came or \
                went, larger and smaller quarters, larger and smaller groups, and what differs beyond that.
                """,
            saysNot: """
                Nothing about living together or what should be. M rises also where a group only grows; only the last part \
                says whether the distribution has changed.
                """,
            formula: """
                M = E·H = E − Σ (t/T)·e with E = −Σ π·ln π over the shares π of the groups in the town, e the same of each \
                unit. Chance: about (G − 1)·(U − 1) / (2·T) for G groups and U units; without chance M less that.
                """,
            limits: """
                M has no fixed upper bound; H is easier to read. The value of chance is an approximation. Where it makes \
                more than half of it, the figure counts as unreliable.
                """,
            here: "In {town} the quarter tells {value}{range} nats of the group."))
}
