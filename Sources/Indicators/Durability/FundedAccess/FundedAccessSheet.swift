extension MethodSheet {
    /// See ``FundedAccess``.
    static let fundedAccess = MethodSheet(
        german: Text(
            title: "Angebote, die an einem Tag noch bezahlt sind",
            says: """
                Welcher Teil der Menschen an einem Stichtag mindestens ein Angebot in Reichweite hat, dessen \
                Finanzierung mindestens bis zu diesem Tag feststeht.
                """,
            saysNot: """
                Nicht, dass Angebote ohne eingetragenes Ende auslaufen, und nicht, dass befristete nicht verlängert \
                werden.
                """,
            formula: "Σ w·P_g·1[ein Angebot in Reichweite mit Ende ≥ Stichtag] / Σ w·P_g",
            limits: """
                Der obere Wert zählt auch Angebote mit, deren Ende nicht erfasst ist. Einmaliges zählt nicht: Sein \
                Ende ist kein Verlust. Wann Angebote begonnen haben, ist nicht erfasst.
                """,
            here: """
                In {town} haben am ersten Stichtag {value} der Menschen ein sicher finanziertes Angebot in \
                Reichweite{range}.
                """),
        english: Text(
            title: "Offers that are still paid for on a day",
            says: """
                Which part of the people has, on a given day, at least one offer in reach whose funding is certain \
                at least until that day.
                """,
            saysNot: """
                Not that offers without a recorded end will stop, nor that limited ones will not be prolonged.
                """,
            formula: "Σ w·P_g·1[an offer in reach with end ≥ day] / Σ w·P_g",
            limits: """
                The upper value also counts offers whose end is not recorded. What happens once does not count: its \
                end is no loss. When offers began is not recorded.
                """,
            here: "In {town} {value} of the people have a surely funded offer in reach on the first day{range}."))
}
