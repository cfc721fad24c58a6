extension MethodSheet {
    /// See ``FocusAreaAgreement``.
    static let focusAreaAgreement = MethodSheet(
        german: Text(
            title: "Gesetzte Schwerpunktbereiche und rechnerische Hinweise",
            says: """
                Welcher Teil der Menschen in Quartieren mit rechnerischem Hinweis in gesetzten Schwerpunktbereichen wohnt \
                (found_in_given), und welcher Teil der Menschen in gesetzten Bereichen in solchen Quartieren \
                (given_in_found); gezählt werden alle oder die Gruppe.
                """,
            saysNot: """
                Nicht, was von beidem richtig ist: Ortskenntnis und ein Beschluss haben Gründe, die keine Rechnung kennt.
                """,
            formula: "Σ P·g·f / Σ P·f und Σ P·g·f / Σ P·g mit g, f den Anteilen einer Zelle in beiden",
            limits: """
                Quartiere, die nicht beurteilbar sind, zählen nicht als Hinweis; ihr Anteil steht als nicht erfasst daneben.
                """,
            here: "In {town} beträgt der Anteil {value}."),
        english: Text(
            title: "Given focus areas and computed hints",
            says: """
                Which part of the people in quarters with a computed hint live in given focus areas (found_in_given), and \
                which part of the people in given areas live in such quarters (given_in_found); counted are all people, or \
                the group.
                """,
            saysNot: """
                Not which of them is right: local knowledge and a decision have reasons that no computation knows.
                """,
            formula: "Σ P·g·f / Σ P·f and Σ P·g·f / Σ P·g with g, f the shares of a cell in both",
            limits: """
                Quarters of which the data cannot tell do not count as a hint; their share stands beside as not recorded.
                """,
            here: "In {town} the share is {value}."))
}
