internal import Wording

/// What kind of body runs a place or an offer.
public enum OperatorKind: String, Sendable, Codable, Hashable, CaseIterable {
    /// The town itself.
    case municipal
    /// An association, also a welfare organisation.
    case association
    /// A church or another religious community.
    case church
    case company
    /// A person. Such operators are never shown in public.
    case `private`
    case other
    case notRecorded = "not_recorded"

    static let words = ValueWords<OperatorKind>([
        (
            .municipal,
            [
                "städtisch", "municipal", "Stadt", "Kommune", "kommunal", "Gemeinde", "Stadtverwaltung", "öffentlich",
                "public", "town", "city",
            ]
        ),
        (
            .association,
            [
                "Verein", "association", "e. V.", "eingetragener Verein", "Verband", "Wohlfahrtsverband",
                "freier Träger", "Initiative", "gemeinnützig", "non-profit", "NGO", "club",
            ]
        ),
        (
            .church,
            [
                "Kirche", "church", "kirchlich", "Kirchengemeinde", "Kirchenkreis", "Religionsgemeinschaft",
                "Moscheegemeinde", "religiös", "religious",
            ]
        ),
        (.company, ["Unternehmen", "company", "Firma", "Betrieb", "gewerblich", "GmbH", "business", "commercial"]),
        (.private, ["privat", "private", "Privatperson", "Person", "Einzelperson", "Familie"]),
        (.other, ["sonstige", "other", "andere", "sonstiger", "sonstiges"]),
        (.notRecorded, ValueWords<OperatorKind>.nothingRecorded),
    ])

    /// The kind that a word of a table names; nil for a word that nobody knows.
    public init?(word: String) {
        guard let kind = OperatorKind.words.value(word) else { return nil }
        self = kind
    }

    /// The arguments of a finding about a word that nobody knows.
    public static func hint(_ word: String) -> [String: String] { words.hint(word) }

    /// Whether a text that names an operator looks like a person's name, or holds a way to reach a person. A guess on
    /// the safe side: what looks so is not shown in public.
    public static func looksLikePerson(_ text: String) -> Bool {
        if text.contains("@") { return true }
        var digits = 0
        for character in text where !" -/()".contains(character) {
            digits = character.isNumber ? digits + 1 : 0
            // A telephone number; years and house numbers are shorter.
            if digits >= 6 { return true }
        }
        let words = text.split { !$0.isLetter }.map { Folding.key(String($0)) }
        // „Familie Yılmaz“, but not „Familie und Beruf e. V.“ nor a foundation that has a person's name.
        guard let title = words.firstIndex(where: personTitles.contains), title + 1 < words.count else { return false }
        return !words.contains(where: bodyWords.contains)
    }

    private static let personTitles: Set<String> = [
        "frau", "fr", "herr", "herrn", "hr", "familie", "fam", "eheleute", "mr", "mrs", "ms", "miss",
    ]
    private static let bodyWords: Set<String> = [
        "ev", "verein", "stiftung", "gmbh", "verband", "zentrum", "haus", "association", "foundation", "und", "and",
        "bildung", "beratung",
    ]
}
