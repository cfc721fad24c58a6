internal import Wording

/// The words by which an outsider knows what a text is about, in both languages, folded (`ä` as `ae`, lower case).
enum Vocabulary {
    /// Words for people, by their beginning.
    private static let personStems = [
        "mensch", "einwohner", "bewohner", "bevoelkerung", "auslaender", "gefluechtete", "resident", "inhabitant",
    ]
    /// Words for people as they stand: their beginnings are those of places, too (`Kindergarten`).
    private static let personWords: Set<String> = [
        "person", "personen", "persons", "people", "population", "kind", "kinder", "kindern", "jugendliche",
        "jugendlichen", "frau", "frauen", "mann", "maenner", "maennern", "child", "children", "women", "men", "familie",
        "familien", "family", "families",
    ]

    /// Whether a folded word is one for people.
    static func isPerson(_ word: some StringProtocol) -> Bool {
        personWords.contains(String(word)) || personStems.contains { word.hasPrefix($0) }
    }

    /// Whether a folded text speaks of people.
    static func mentionsPersons(_ folded: String) -> Bool { words(folded).contains { isPerson($0) } }

    /// Words before a number that make it a base, a rule or a part, and no count of persons.
    static let bases = [
        "je", "pro", "per", "mindestens", "weniger", "unter", "ab", "hoechstens", "fewer", "least", "under", "below",
        "minimum", "than", "every", "von", "out", "mehr", "ueber", "more", "over",
    ]
    /// Words of headers whose numbers are no counts of persons.
    static let otherMeasures = [
        "nr", "no", "je", "pro", "per", "anteil", "share", "flaeche", "surface", "area", "ha", "minuten", "minutes",
        "stunden",
        "hours",
        "plaetze", "seats", "orte", "places", "km", "metres", "meter", "ratio", "verhaeltnis", "vergleich", "index",
    ]
    /// Words for a share.
    static let shares = ["anteil", "share"]
    /// Words for the whole town.
    static let town = ["gesamtstadt", "stadtweit", "citywide"]
    /// The same in several words.
    static let townPhrases = ["ganze stadt", "ganzen stadt", "whole town"]
    /// Whether a cell says, in a word, that its figure is hidden, as workbooks do.
    static func isWordForHidden(_ text: String) -> Bool { ["geschuetzt", "protected"].contains(folded(text)) }

    /// Numbers in words.
    static let numbers: [String: Double] = [
        "ein": 1, "eine": 1, "einer": 1, "einem": 1, "zwei": 2, "drei": 3, "vier": 4, "fuenf": 5, "sechs": 6,
        "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
        "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    ]
    /// Words by which a sentence speaks of the average person, not of one whom it counts.
    static let averages = ["im mittel", "im durchschnitt", "durchschnittlich", "on average", "the average"]
    /// Words for groups that are often published, by the id that they mostly have. What a publication calls its groups
    /// beyond these is learnt from its tables.
    static let groups: [(stems: [String], ids: [String])] = [
        (["auslaendisch", "auslaender", "foreign"], ["foreign", "foreigners", "auslaender"]),
        (["unter 18", "under 18", "minderjaehrig"], ["under18", "u18", "minors"]),
        (["65 jahre", "65 und", "aged 65", "65 years", "65 and"], ["aged65", "over65", "65plus"]),
        (["im ausland gebor", "born abroad"], ["born_abroad", "foreign_born"]),
        (["migrationshintergrund", "migration background"], ["migration", "migration_background"]),
        (["einwanderungsgeschichte", "immigration history"], ["immigrants", "immigration_history"]),
        (["gefluechtet", "refugee"], ["refugees"]),
    ]
    /// Parts of words that name places which need protection.
    static let sensitivePlaces = [
        "gemeinschaftsunterkunft", "gefluechtetenunterkunft", "fluechtlingsunterkunft", "fluechtlingsheim",
        "unterkunft fuer gefluechtete", "asylunterkunft", "asylbewerber", "asylheim", "erstaufnahme", "ankunftszentrum",
        "notunterkunft", "obdachlosenunterkunft", "frauenhaus", "schutzhaus", "schutzwohnung", "zufluchtswohnung",
        "refugee accommodation", "refugee_accommodation", "refugee site", "refugee_site", "refugee shelter",
        "asylum", "homeless shelter", "homeless_shelter", "women's refuge", "womens_refuge", "women's shelter",
    ]
    /// Categories that need protection, as a whole value.
    static let sensitiveCategories = ["shelter", "unterkunft"]
    /// Columns that hold contacts.
    static let contactColumns = [
        "contact", "kontakt", "email", "e_mail", "e-mail", "mail", "phone", "telefon", "tel", "mobil", "handy", "fax",
        "ansprechpartner", "ansprechpartnerin", "ansprechperson", "contact_person",
    ]
    /// Parts before `@` of the addresses of offices, which a page may show.
    static let offices = [
        "info", "kontakt", "contact", "post", "poststelle", "rathaus", "stadt", "stadtplanung", "office", "buero",
        "verwaltung", "gemeinde", "quartier", "statistik", "planung", "presse", "datenschutz",
    ]
    /// Indicators for internal use.
    static let internalIndicators = [
        "local_likeness", "neighbourhood_surplus", "focus_area_agreement", "status_dynamics",
        "place_mix", "place_mix_distance", "operator_loss",
    ]
    /// Columns for internal use.
    static let internalColumns = [
        "internal", "intern", "is_internal", "internal_note", "interne_notiz", "confidential", "vertraulich",
        "rank_lower", "rank_upper",
    ]
    /// Words of figures that tell what is missing without an operator.
    static let dependency = [
        "traeger aufhoert", "ohne den traeger", "ohne diesen traeger", "operator stops", "without the operator",
        "without this operator", "abhaengigkeit von traeger", "operator_loss", "dependency on operator",
    ]

    /// A text folded, with single spaces; digits and signs stay.
    static func folded(_ text: String) -> String {
        var result = ""
        var wasSpace = true
        for character in text.lowercased() {
            switch character {
            case "ä": result += "ae"
            case "ö": result += "oe"
            case "ü": result += "ue"
            case "ß": result += "ss"
            case _ where character.isWhitespace:
                if !wasSpace { result += " " }
            default: result.append(character)
            }
            wasSpace = character.isWhitespace
        }
        return wasSpace ? String(result.dropLast(result.hasSuffix(" ") ? 1 : 0)) : result
    }

    /// The words of a folded text.
    static func words(_ folded: String) -> [Substring] {
        folded.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    }

    /// Whether a folded text has a word with one of the beginnings.
    static func mentions(_ folded: String, _ stems: [String]) -> Bool {
        words(folded).contains { word in stems.contains { word.hasPrefix($0) } }
    }

    /// Whether a folded text has one of the words.
    static func contains(_ folded: String, _ wanted: [String]) -> Bool {
        words(folded).contains { wanted.contains(String($0)) }
    }

    /// Whether a folded text names a place that needs protection.
    static func namesSensitivePlace(_ folded: String) -> Bool {
        // The shortest of the words has six letters; most cells of tables are shorter.
        guard folded.utf8.count > 5, folded.utf8.contains(where: { $0 >= 97 }) else { return false }
        let bytes = Array(folded.utf8)
        return sensitiveCategories.contains(folded) || sensitiveStems.contains { holds(bytes, $0) }
    }

    private static let sensitiveStems = sensitivePlaces.map { Array($0.utf8) }

    /// Whether bytes stand in bytes.
    private static func holds(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
        guard let first = wanted.first, bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { start in
            bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted)
        }
    }
}
