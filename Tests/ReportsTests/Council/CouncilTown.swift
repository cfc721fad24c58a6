import Disclosure
import Town
import Wording

@testable import Reports

/// The small town with all that the page for the council tells of.
enum CouncilTown {
    static let offers = [
        ["Sprachcafé", "p1", "Verein Miteinander e. V.", "Verein", "befristet bis 2025-12-31", "Land"],
        ["Nähtreff", "p5", "Verein Miteinander e. V.", "Verein", "befristet bis 2024-06-30", "Stadt"],
        ["Beratung", "p3", "Stadt", "Stadt", "", "Stadt"],
        ["Chor", "p1", "Gemeinde", "Kirche", "dauerhaft", ""],
    ]

    static func slot(_ place: String, _ hours: String, _ holder: String) throws -> RoomSlot {
        try RoomSlot(
            placeID: place, room: "Saal", hours: hours, keyHolder: holder, validFrom: "", validUntil: "", agreement: "")
    }

    static func town(_ language: Language, _ edition: Edition, isTimed: Bool = true) throws -> SmallTown {
        var town = SmallTown()
        town.language = language
        town.edition = edition
        town.isTimed = isTimed
        town.isUncertain = edition == .internal
        town.offers = offers
        town.rooms = RoomSlots([
            try slot("p1", "Mo 18:00-20:00", "one_group"), try slot("p5", "Tu 10:00-11:00", ""),
        ])
        return town
    }

    /// A town in which every text is too long and there is more of everything than fits.
    static func hostile(_ language: Language, _ edition: Edition, text: String) throws -> SmallTown {
        var town = try town(language, edition)
        town.townName = text
        town.quarterNames = Array(repeating: text, count: 3)
        town.placeNames = Array(repeating: text, count: 6)
        town.understanding = Understanding(
            text: text, adoptedBy: text, adoptedOn: text,
            goals: (0..<9).map { Understanding.Goal(id: "\($0)", text: text, indicators: []) })
        town.confirmation = edition == .internal ? nil : PlacesConfirmation(on: text, by: text)
        town.offers = (0..<40).map {
            [
                text, "p1", text, "Verein", "befristet bis 2025-12-\($0 % 28 + 1 < 10 ? "0" : "")\($0 % 28 + 1)",
                "Stadt, Land, Bund, EU",
            ]
        }
        town.sources = [SourceNote(name: text, attribution: text)]
        return town
    }

    static let longTexts = [
        String(repeating: "W", count: 10_000), String(repeating: "Wort mit Mühe ", count: 700),
        String(repeating: "👩‍👩‍👧‍👦", count: 1_000), String(repeating: "م", count: 10_000),
        String(repeating: "{{{x}}}", count: 1_400),
    ]
}
