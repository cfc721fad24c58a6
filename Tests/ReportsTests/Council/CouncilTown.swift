import Disclosure
import Features
import Indicators
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

    /// The same after a release two years before, so that each figure has its last value.
    static func released(_ language: Language, _ edition: Edition, isTimed: Bool = true) throws -> UnprotectedInput {
        var input = try town(language, edition, isTimed: isTimed).input()
        input.released = input.indicators.values.filter { $0.level == .town }.map { value in
            ReleasedValue(
                period: "2022", key: value.key, value: value.value.map { $0 * 0.9 }, status: value.status,
                methodVersion: value.methodVersion)
        }
        input.releasedOffers = [
            ReleasedOffers(period: "2022", funding: [.permanent, .limited(until: .init(iso: "2023-05-01"))])
        ]
        return input
    }

    /// The same with participation, a logo, and every text of the page as long as a town's own wording may be.
    static func ownTexts(_ language: Language, _ edition: Edition) throws -> UnprotectedInput {
        var input = try released(language, edition)
        input.study.memory = MemorySketch.memory
        let catalogue = Catalogue.of(language)
        var texts: [String: String] = [:]
        for key in catalogue.ownableKeys where catalogue.isOnCouncilPage(key) {
            let blanks = Catalogue.blanks(of: catalogue.template(key) ?? "").map { "{\($0)} " }.joined()
            let filling = String(repeating: "Wort mit Mühe ", count: 60)
            texts[key] = blanks + filling.prefix(max(0, catalogue.mostSigns(for: key) - blanks.count - 1)) + "."
        }
        let logo = #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 104 38"><path d="M0 0h104v38z"/></svg>"#
        input.look = Look(logo: try Logo(Array(logo.utf8)), texts: [language: texts])
        return input
    }

    static let longTexts = [
        String(repeating: "W", count: 10_000), String(repeating: "Wort mit Mühe ", count: 700),
        String(repeating: "👩‍👩‍👧‍👦", count: 1_000), String(repeating: "م", count: 10_000),
        String(repeating: "{{{x}}}", count: 1_400),
    ]
}
