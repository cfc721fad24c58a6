extension MethodSheet {
    /// See ``VolunteerReliance``.
    static let volunteerReliance = MethodSheet(
        german: Text(
            title: "Anteil des Ehrenamts an den Angeboten in Reichweite",
            says: "Welcher Teil der Arbeit hinter den erreichbaren Angeboten ehrenamtlich getan wird.",
            saysNot: "Nicht, wie viele Menschen sich einsetzen, und nicht, wie lange sie es noch tun.",
            formula: """
                Mittel des Anteils der Ehrenamtlichen über die Angebote in Reichweite, gemittelt über die Menschen
                """,
            limits: "Nur Angebote, bei denen es erfasst ist; der Anteil der anderen steht daneben.",
            here: "In {town} tragen Ehrenamtliche {value} der Arbeit hinter den erreichbaren Angeboten{range}."),
        english: Text(
            title: "Share of volunteers in the offers in reach",
            says: "Which part of the work behind the offers in reach is done by volunteers.",
            saysNot: "Not how many people volunteer, nor how long they will go on.",
            formula: "mean share of volunteers over the offers in reach, averaged over the people",
            limits: "Only offers of which it is recorded; the share of the others stands beside.",
            here: "In {town} volunteers carry {value} of the work behind the offers in reach{range}."))
}
