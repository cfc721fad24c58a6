public import Features

/// The sixteen German federal states by their codes of ISO 3166-2.
public enum FederalState: String, Sendable, Codable, Hashable, CaseIterable, Comparable {
    case badenWuerttemberg = "DE-BW"
    case bavaria = "DE-BY"
    case berlin = "DE-BE"
    case brandenburg = "DE-BB"
    case bremen = "DE-HB"
    case hamburg = "DE-HH"
    case hesse = "DE-HE"
    case mecklenburgVorpommern = "DE-MV"
    case lowerSaxony = "DE-NI"
    case northRhineWestphalia = "DE-NW"
    case rhinelandPalatinate = "DE-RP"
    case saarland = "DE-SL"
    case saxony = "DE-SN"
    case saxonyAnhalt = "DE-ST"
    case schleswigHolstein = "DE-SH"
    case thuringia = "DE-TH"

    /// The states in the order of the first two digits of municipal keys, 01 to 16.
    private static let byKey: [FederalState] = [
        .schleswigHolstein, .hamburg, .lowerSaxony, .bremen, .northRhineWestphalia, .hesse, .rhinelandPalatinate,
        .badenWuerttemberg, .bavaria, .saarland, .berlin, .brandenburg, .mecklenburgVorpommern, .saxony, .saxonyAnhalt,
        .thuringia,
    ]

    /// The state of a municipality.
    public init(_ key: MunicipalKey) {
        // A municipal key begins with 01 to 16, or it would not be one.
        let index = (Int(key.land) ?? 1) - 1
        self = FederalState.byKey.indices.contains(index) ? FederalState.byKey[index] : .schleswigHolstein
    }

    /// The order of the codes.
    public static func < (left: FederalState, right: FederalState) -> Bool { left.rawValue < right.rawValue }
}
