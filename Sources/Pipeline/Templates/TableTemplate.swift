/// An empty table for a town to fill in: its columns, each with an example.
public struct TableTemplate: Sendable, Hashable {
    /// One column.
    public struct Column: Sendable, Hashable {
        /// The role in the project file, in ASCII; the help stands in the catalogues under `template.TABLE.ROLE`.
        public let id: String
        /// The name in the header row.
        public let header: String
        /// What stands in the example row.
        public let example: String
        /// The only words allowed; empty where anything is.
        public let words: [String]
        /// The width in characters.
        public let width: Int

        init(_ id: String, _ header: String, _ example: String, words: [String] = [], width: Int = 16) {
            self.id = id
            self.header = header
            self.example = example
            self.words = words
            self.width = width
        }
    }

    /// The id, which begins the keys of the texts.
    public let id: String
    /// The file name without ending.
    public let file: String
    /// The columns in their order.
    public let columns: [Column]

    /// All templates: places, offers, room slots, participation.
    public static let all = [places, offers, roomSlots, participation]

    private static let yesOrNo = ["ja", "nein", "nicht erfasst"]
    private static let operatorKinds = [
        "städtisch", "Verein", "Kirche", "Unternehmen", "privat", "sonstige", "nicht erfasst",
    ]

    private static let places = TableTemplate(
        id: "places", file: "orte",
        columns: [
            Column("id", "Kennung", "BEISPIEL-1", width: 14),
            Column("name", "Name", "BEISPIEL: Bürgerhaus Nord", width: 30),
            Column("category", "Kategorie", "Bürgerhaus", width: 20),
            Column("street", "Straße", "Musterstraße", width: 22),
            Column("house_number", "Hausnummer", "12a", width: 12),
            Column("postcode", "PLZ", "01234", width: 8),
            Column("x", "x", "", width: 12),
            Column("y", "y", "", width: 12),
            Column("capacity", "Plätze", "80", width: 8),
            Column("room_area", "Raumfläche m²", "120", width: 14),
            Column("hours", "Öffnungszeiten", "Mo-Fr 09:00-18:00; PH off", width: 28),
            Column("operator", "Träger", "Stadt Musterstadt", width: 22),
            Column("operator_kind", "Art des Trägers", "städtisch", words: operatorKinds),
            Column("languages", "Sprachen", "Deutsch, Türkisch", width: 20),
            Column("wheelchair", "Rollstuhl", "ja", words: ["ja", "eingeschränkt", "nein", "nicht erfasst"]),
            Column("source", "Quelle", "Hausliste des Kulturamts", width: 24),
            Column("date", "Stand", "2024-12-31", width: 12),
        ])

    private static let offers = TableTemplate(
        id: "offers", file: "angebote",
        columns: [
            Column("id", "Kennung", "BEISPIEL-A1", width: 14),
            Column("name", "Name", "BEISPIEL: Sprachcafé", width: 30),
            Column("kind", "Art", "Treff", width: 14),
            Column("places", "Orte", "BEISPIEL-1", width: 20),
            Column("hours", "Zeiten", "Tu 15:00-18:00", width: 24),
            Column("for_whom", "Für wen", "alle", width: 20),
            Column("languages", "Sprachen", "Deutsch, Arabisch", width: 20),
            Column("operator", "Träger", "Nachbarschaftsverein e. V.", width: 26),
            Column("operator_kind", "Art des Trägers", "Verein", words: operatorKinds),
            Column("staff", "Hauptamtlich", "4 h", width: 14),
            Column("volunteers", "Ehrenamtlich", "6 h", width: 14),
            Column(
                "funding", "Förderung", "befristet", words: ["dauerhaft", "befristet", "einmalig", "nicht erfasst"]),
            Column("funded_until", "Gefördert bis", "2025-12-31", width: 14),
            Column(
                "decided_by", "Entscheidet", "Land",
                words: ["Stadt", "Kreis", "Land", "Bund", "EU", "Stiftung", "sonstige", "nicht erfasst"]),
            Column("succession", "Nachfolge gesichert", "nein", words: yesOrNo),
            Column("newcomers", "Offen für Neue", "ja", words: yesOrNo),
            Column("backing", "Institution dahinter", "ja", words: yesOrNo),
            Column("source", "Quelle", "Gespräch mit dem Träger", width: 24),
            Column("date", "Stand", "2024-12-31", width: 12),
        ])

    private static let roomSlots = TableTemplate(
        id: "room_slots", file: "raumzeiten",
        columns: [
            Column("place", "Ort", "BEISPIEL-1", width: 14),
            Column("room", "Raum", "BEISPIEL: Saal", width: 20),
            Column("hours", "Zeiten", "We 17:00-20:00", width: 24),
            Column(
                "key_holder", "Schlüssel", "eine Gruppe",
                words: ["offen für alle", "eine Gruppe", "mehrere Gruppen", "nicht erfasst"]),
            Column("valid_from", "Gültig ab", "2024-09-01", width: 12),
            Column("valid_until", "Gültig bis", "2025-07-31", width: 12),
            Column("agreement", "Vereinbarung", "ja", words: yesOrNo),
        ])

    private static let participation = TableTemplate(
        id: "participation", file: "beteiligung",
        columns: [
            Column("id", "Kennung", "BEISPIEL-B1", width: 14),
            Column("date", "Datum", "2024-05-14", width: 12),
            Column("quarter", "Quartier", "Nordstadt", width: 18),
            Column("place", "Ort", "", width: 14),
            Column(
                "format", "Form", "aufsuchend",
                words: ["Gesprächsrunde", "Werkstatt", "aufsuchend", "Fest", "online", "sonstige", "nicht erfasst"]),
            Column("role", "Rolle der Bürgerinnen und Bürger", "gefragt", width: 20),
            Column("languages", "Sprachen", "Deutsch, Arabisch", width: 20),
            Column("result", "Ergebnis", "BEISPIEL: Bank an der Haltestelle gewünscht", width: 36),
            Column(
                "outcome", "Was daraus wurde", "umgesetzt",
                words: ["offen", "umgesetzt", "teilweise umgesetzt", "nicht übernommen"]),
            Column("reason", "Begründung", "im Haushalt 2025", width: 30),
            Column("office", "Zuständig", "Tiefbauamt", width: 20),
            Column("answered_on", "Beantwortet am", "2024-09-01", width: 14),
            Column("visibility", "Sichtbar", "öffentlich", words: ["öffentlich", "intern"]),
        ])
}
