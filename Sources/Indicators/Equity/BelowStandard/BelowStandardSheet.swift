extension MethodSheet {
    /// See ``BelowStandard``.
    static let belowStandard = MethodSheet(
        german: Text(
            title: "Anteil unter dem Ziel der Stadt",
            says: """
                Wie viele Einwohnerinnen und Einwohner weniger haben, als das Ziel der Stadt vorsieht (alpha=0), und \
                wie weit sie davon entfernt sind (alpha=1; mit mehr Gewicht auf weite Wege: alpha=2). Das Ziel ist der \
                Weg zum nächsten Ort dieser Art (standard): als Gehzeit, ohne Wegenetz als Luftlinie. Oder es ist eine \
                Zahl von Orten im Einzugsbereich (places).
                """,
            saysNot: "Nicht, ob das Ziel richtig gewählt ist, und nicht, ob jemand hingeht.",
            formula: """
                FGT_α = Σ p·s^α über alle mit s > 0; beim Weg ist s = (c − z)/c der Teil des Weges jenseits des Ziels z, \
                und 1, wo kein Ort zu erreichen ist; bei der Zahl der Orte ist s = (z − x)/z.
                """,
            limits: """
                Das Ziel setzt die Stadt. Ohne eigene Angabe gilt die größte Schwelle des Projekts; dann ist alpha=0 \
                das Gegenstück zum Anteil mit einem Ort in Reichweite. Genau am Ziel ist erreicht. Das Band zeigt das \
                Ziel mit drei Vierteln und fünf Vierteln des Weges. Die Spanne umfasst das Rauschen geschützter Zahlen, \
                aus seiner Varianz berechnet; ohne geschützte Zahlen gibt es keine.
                """,
            here: "In {town} leben {value} unter dem Ziel der Stadt ({category}){range}."),
        english: Text(
            title: "Share below the town's own standard",
            says: """
                How many residents have less than the town's own standard asks for (alpha=0), and how far they are \
                from it (alpha=1; with more weight on long ways: alpha=2). The standard is the way to the nearest place \
                of this kind (standard): as walking time, without a street network as straight-line distance. Or it is \
                a number of places in the catchment (places).
                """,
            saysNot: "Not whether the standard is well chosen, and not whether anybody goes.",
            formula: """
                FGT_α = Σ p·s^α over those with s > 0; for ways s = (c − z)/c is the part of the way beyond the standard \
                z, and 1 where no place can be reached; for a number of places s = (z − x)/z.
                """,
            limits: """
                The town sets the standard. Where it says nothing, the largest threshold of the project holds; alpha=0 \
                is then what the share with a place in reach leaves over. Exactly at the standard is within it. The \
                band shows the standard with three quarters and five quarters of the way. The range holds the noise of \
                protected counts, computed from its variance; without protected counts there is none.
                """,
            here: "In {town} {value} live below the town's own standard ({category}){range}."))
}
