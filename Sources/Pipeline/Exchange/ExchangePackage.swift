internal import Features
internal import Formats
internal import Indicators
internal import Town

/// What a town gives to others: figures of its public edition, of the town as a whole and of all residents, and the notes
/// that it marked shareable. No counts of groups, no quarters, no places: what is not in the package cannot get out.
public struct ExchangePackage: Sendable, Hashable {
    /// A figure as it was released.
    struct Figure: Sendable, Hashable {
        /// The indicator's id.
        let indicator: String
        /// The version of its method.
        let methodVersion: Int
        /// The parameters in canonical form.
        let parameters: String
        /// The id of the sum of places or the built-in category; nil where the indicator has none.
        let category: String?
        /// The unit.
        let unit: String
        /// What it is worth.
        let status: Status
        /// The value as it was rounded; nil where there is none or it is hidden.
        let value: Double?
        /// The bounds, where some were shown.
        let lower: Double?
        let upper: Double?
    }

    /// What was tried or learnt.
    struct SharedNote: Sendable, Hashable {
        /// `trial` or `learnt`.
        let kind: NoteKind
        let title: String
        /// The day, as ISO 8601 has it.
        let date: String
        let text: String
    }

    /// The town's name, as its release has it.
    let town: String
    /// The class of size.
    let type: TownType
    /// The period that the figures describe.
    let period: String
    /// The figures, in the order of the release.
    let figures: [Figure]
    /// The notes, by date.
    let notes: [SharedNote]

    /// The first word of the format; its number rises whenever the form changes.
    static let format = "quartier-exchange/1"
    /// The file of a package that programs read.
    static let fileName = "exchange.json"
    /// The file that says to people what the package is.
    static let explanationName = "LIESMICH.md"

    /// The package as JSON.
    var json: JSONValue {
        [
            "format": .string(ExchangePackage.format), "town": .string(town), "town_type": .string(type.rawValue),
            "period": .string(period), "edition": "public", "level": "town", "group": "all",
            "figures": .array(figures.map(\.json)),
            "notes": .array(
                notes.map {
                    [
                        "kind": .string($0.kind.rawValue), "title": .string($0.title), "date": .string($0.date),
                        "text": .string($0.text),
                    ]
                }),
        ]
    }
}

extension ExchangePackage.Figure {
    fileprivate var json: JSONValue {
        [
            "indicator": .string(indicator), "method_version": .integer(methodVersion),
            "parameters": .string(parameters), "category": category.map(JSONValue.string) ?? .null,
            "unit": .string(unit), "status": .string(status.rawValue),
            "value": value.map(JSONValue.number) ?? .null, "lower": lower.map(JSONValue.number) ?? .null,
            "upper": upper.map(JSONValue.number) ?? .null,
        ]
    }
}

/// The class of a town by its residents, after the types of towns and municipalities of the BBSR; only towns of one class are
/// put side by side.
enum TownType: String, Sendable, Hashable, CaseIterable {
    /// Fewer than 5,000 residents.
    case ruralMunicipality = "rural_municipality"
    /// 5,000 to under 10,000.
    case smallSmallTown = "small_town_small"
    /// 10,000 to under 20,000.
    case largeSmallTown = "small_town_large"
    /// 20,000 to under 50,000.
    case smallMediumTown = "medium_town_small"
    /// 50,000 to under 100,000.
    case largeMediumTown = "medium_town_large"
    /// 100,000 and more.
    case city

    init(residents: Double) {
        switch residents {
        case ..<5_000: self = .ruralMunicipality
        case ..<10_000: self = .smallSmallTown
        case ..<20_000: self = .largeSmallTown
        case ..<50_000: self = .smallMediumTown
        case ..<100_000: self = .largeMediumTown
        default: self = .city
        }
    }
}
