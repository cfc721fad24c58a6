extension MethodSheet {
    /// See ``OpenAccess``.
    static let openAccess = MethodSheet(
        german: Text(
            title: "Abends und am Wochenende erreichbar",
            says: """
                Welcher Teil der Menschen in einem Abschnitt der Woche (vormittags, nachmittags, abends, samstags, \
                sonntags) mindestens einen Ort in Reichweite hat, der dann lange genug am Stück offen ist (stay).
                """,
            saysNot: """
                Nicht, dass der Ort einladend oder bezahlbar ist. Zeiten, die eine Gruppe für sich hat, sind \
                geschützter Raum und zählen hier nicht dagegen.
                """,
            formula: "Σ w·P_g·1[ein Ort mit c ≤ T ist im Abschnitt offen] / Σ w·P_g",
            limits: """
                Orte ohne erfasste Zeiten sind weder offen noch zu: Der obere Wert zählt sie mit, ihr Anteil steht \
                daneben. Gerechnet wird mit einer Woche ohne Feiertage.
                """,
            here: """
                In {town} erreichen im ersten Abschnitt {value} der Menschen einen offenen Ort ({category}){range}.
                """),
        english: Text(
            title: "Within reach in the evening and at weekends",
            says: """
                Which part of the people has, in a part of the week (morning, afternoon, evening, Saturday, Sunday), \
                at least one place in reach that is then open long enough without a break (stay).
                """,
            saysNot: """
                Not that the place is inviting or affordable. Hours that a group has to itself are protected space \
                and do not count against anybody.
                """,
            formula: "Σ w·P_g·1[a place with c ≤ T is open in the part of the week] / Σ w·P_g",
            limits: """
                Places without recorded hours are neither open nor closed: the upper value counts them, their share \
                stands beside. The week is one without holidays.
                """,
            here: """
                In {town} {value} of the people reach an open place in the first part of the week \
                ({category}){range}.
                """))
}
