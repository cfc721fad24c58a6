public import Features

/// How long an offer is paid for. An empty field is "not recorded", never permanent.
public enum Funding: Sendable, Codable, Hashable {
    /// Without an end.
    case permanent
    /// Until a day, that day included; nil where only that it ends is recorded.
    case limited(until: CalendarDate?)
    /// It takes place once, on a day; that it ends is no loss.
    case oneOff(on: CalendarDate?)
    /// Nobody wrote it down.
    case notRecorded

    /// The kinds of funding without their days, as tables have them.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case permanent, limited
        case oneOff = "one_off"
        case notRecorded = "not_recorded"
    }

    /// Which kind it is.
    public var kind: Kind {
        switch self {
        case .permanent: .permanent
        case .limited: .limited
        case .oneOff: .oneOff
        case .notRecorded: .notRecorded
        }
    }

    /// The last day, or the only one; nil where there is none or nobody wrote it down.
    public var day: CalendarDate? {
        switch self {
        case .limited(let day), .oneOff(let day): day
        case .permanent, .notRecorded: nil
        }
    }

    /// Whether the offer is paid for on a day; nil where nobody can tell.
    public func isRunning(on date: CalendarDate) -> Bool? {
        switch self {
        case .permanent: true
        case .limited(let until): until.map { date <= $0 }
        case .oneOff(let day): day.map { date == $0 }
        case .notRecorded: nil
        }
    }

    static let words = ValueWords<Kind>([
        (
            .permanent,
            [
                "dauerhaft", "permanent", "unbefristet", "fest", "laufend", "Regelfinanzierung", "Regelangebot",
                "verstetigt", "institutionell", "ongoing", "unlimited",
            ]
        ),
        (
            .limited,
            [
                "befristet", "limited", "Projekt", "Projektförderung", "projektfinanziert", "zeitlich befristet",
                "project", "temporary", "fixed-term",
            ]
        ),
        (.oneOff, ["einmalig", "one-off", "Einzelveranstaltung", "Veranstaltung", "once", "event"]),
        (.notRecorded, ValueWords<Kind>.nothingRecorded),
    ])
}

/// Who decides whether the money goes on. An offer may have several.
public enum FundingDecider: String, Sendable, Codable, Hashable, CaseIterable {
    case town, county, state, federal
    /// The European Union.
    case europeanUnion = "eu"
    case foundation, other

    /// The words for each; nil stands for "not recorded".
    static let words = ValueWords<FundingDecider?>([
        (
            .town,
            [
                "Stadt", "town", "Gemeinde", "Kommune", "Rat", "Stadtrat", "Gemeinderat", "Stadtverwaltung",
                "municipality", "municipal", "council", "city",
            ]
        ),
        (.county, ["Kreis", "county", "Landkreis", "Kreistag", "district", "Landratsamt"]),
        (.state, ["Land", "state", "Bundesland", "Landesregierung", "Landesministerium", "Landesmittel"]),
        (.federal, ["Bund", "federal", "Bundesregierung", "Bundesministerium", "BAMF", "Bundesmittel"]),
        (.europeanUnion, ["EU", "European Union", "Europäische Union", "ESF", "ESF+", "AMIF", "EFRE"]),
        (.foundation, ["Stiftung", "foundation", "Stiftungen"]),
        (.other, ["sonstige", "other", "andere", "Spenden", "Eigenmittel", "Mitgliedsbeiträge", "donations"]),
        (nil, ValueWords<FundingDecider?>.nothingRecorded),
    ])
}
