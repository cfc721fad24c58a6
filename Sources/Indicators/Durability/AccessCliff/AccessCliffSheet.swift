extension MethodSheet {
    /// See ``AccessCliff``.
    static let accessCliff = MethodSheet(
        german: Text(
            title: "Was an einem Tag endet",
            says: """
                Welcher Teil der Menschen an einem Tag das letzte sicher finanzierte Angebot in Reichweite verliert, \
                wenn nichts verlängert wird.
                """,
            saysNot: "Keine Vorhersage: Ob verlängert wird, entscheiden Menschen.",
            formula: "Σ w·P_g·1[letztes sicheres Ende in Reichweite = Tag] / Σ w·P_g",
            limits: """
                Wer auch ein Angebot ohne eingetragenes Ende erreicht, verliert vielleicht nichts: Der untere Wert \
                lässt diese Menschen weg. Einmaliges zählt nicht.
                """,
            here: "In {town} betrifft das erste Ende {value} der Menschen{range}."),
        english: Text(
            title: "What ends on a day",
            says: """
                Which part of the people loses the last surely funded offer in reach on a day if nothing is \
                prolonged.
                """,
            saysNot: "No forecast: whether it is prolonged is for people to decide.",
            formula: "Σ w·P_g·1[last certain end in reach = day] / Σ w·P_g",
            limits: """
                Those who also reach an offer without a recorded end may lose nothing: the lower value leaves them \
                out. What happens once does not count.
                """,
            here: "In {town} the first end concerns {value} of the people{range}."))
}
