internal import Town
internal import Wording

/// Guesses which columns of a file mean what, from how such columns are called in German and English.
enum ColumnGuess {
    /// The columns for the roles that a kind of layer can have. No column is taken twice.
    static func roles(of layer: LayerDescription, as kind: LayerEntry.Kind) -> [LayerEntry.Role: String] {
        var result: [LayerEntry.Role: String] = [:]
        // What has a geometry needs no columns that say where it lies.
        let needless: [LayerEntry.Role] =
            layer.format.isTabular || kind.isTable
            ? [] : kind == .addresses ? [.x, .y] : [.x, .y, .street, .houseNumber, .postcode]
        // What places the rows of a table goes before an address that is only shown.
        let placing: [LayerEntry.Role] = layer.format.isTabular ? [.street, .houseNumber, .postcode] : []
        let allowed = LayerEntry.Role.allowed(in: kind)
        for role in allowed.filter(placing.contains) + allowed.filter({ !placing.contains($0) })
        where !needless.contains(role) {
            let free = layer.columns.filter {
                !result.values.contains($0.name) && !ContactColumn.isNamed($0.name)
            }
            // An id differs from row to row; coordinates that nobody filled in place nothing.
            let candidates =
                role == .id
                ? free.filter { $0.distinctCount > 0 && $0.distinctCount == layer.count }
                : [.x, .y].contains(role) ? free.filter { $0.distinctCount > 0 } : free
            result[role] = best(candidates, spellings[role] ?? [])?.name
        }
        return result
    }

    /// The group ids and columns of a layer of counts, all residents first; empty without a column for these.
    static func groups(of layer: LayerDescription) -> [(id: String, column: String)] {
        let counts = counts(in: layer, .wholeNumbers)
        return counts["all"] == nil ? [] : groupIDs.compactMap { id in counts[id].map { (id, $0) } }
    }

    /// The column of each group that a layer has, by the id of the group. A whole name goes before a word in a name, so
    /// that `foreign_born` is never taken for the column of foreign citizens.
    static func counts(in layer: LayerDescription, _ values: LayerDescription.Column.Values) -> [String: String] {
        let columns = countable(layer).filter { $0.values == values }
        var result: [String: String] = [:]
        for isWholeName in [true, false] {
            for (id, spellings) in groupSpellings where result[id] == nil {
                let free = columns.filter { !result.values.contains($0.name) }
                result[id] = (isWholeName ? named(free, spellings) : best(free, spellings))?.name
            }
        }
        return result
    }

    /// The columns that may count somebody: in tables whose rows or years say whom they count one for each group, elsewhere
    /// later years before earlier ones.
    private static func countable(_ layer: LayerDescription) -> [LayerDescription.Column] {
        if !layer.quarterColumns.isEmpty, !layer.groupWords.isEmpty {
            return layer.groupWords.map { .init(name: $0, values: .wholeNumbers, distinctCount: layer.count ?? 0) }
        }
        if let wide = YearColumns(layer) { return layer.columns.filter { !wide.names.contains($0.name) } + wide.groups }
        func year(_ column: LayerDescription.Column) -> Int { AreaTableLayout.year(in: column.name) ?? 0 }
        return layer.columns.enumerated().sorted { (-year($0.element), $0.offset) < (-year($1.element), $1.offset) }
            .map(\.element)
    }

    /// The word of a file's or table's name that says which group it counts.
    static func groupWord(in names: String?...) -> String? {
        let words = names.compactMap { $0 }.flatMap { $0.split { !$0.isLetter && !$0.isNumber } }.map(String.init)
        return words.first { word in
            groupSpellings.contains { $0.spellings.contains { Folding.key($0) == Folding.key(word) } }
        }
    }

    /// Whether a column is called after holidays: `Ferien`, `Schulferien`.
    static func speaksOfHolidays(_ name: String) -> Bool {
        ["ferien", "holiday"].contains { Folding.key(name).contains($0) }
    }

    /// The ids of the groups that are known, in the order of reports.
    static var groupIDs: [String] { groupSpellings.map(\.id) }

    /// The column whose whole name is the first possible spelling, else the one with such a word in its name.
    private static func best(_ columns: [LayerDescription.Column], _ spellings: [String]) -> LayerDescription.Column? {
        if let column = named(columns, spellings) { return column }
        for spelling in spellings {
            if let column = columns.first(where: { Folding.words($0.name).contains(spelling) }) { return column }
        }
        return nil
    }

    /// The column whose whole name is the first possible spelling.
    private static func named(_ columns: [LayerDescription.Column], _ spellings: [String]) -> LayerDescription.Column? {
        for spelling in spellings {
            if let column = columns.first(where: { Folding.key($0.name) == Folding.key(spelling) }) { return column }
        }
        return nil
    }

    private static let spellings: [LayerEntry.Role: [String]] = [
        .id: ["id", "kennung", "schluessel", "key", "nummer", "nr", "code", "objectid", "slug"],
        .name: ["name", "bezeichnung", "titel", "title", "facility", "einrichtung", "place", "label", "schulname"],
        .category: ["category", "kategorie", "amenity", "art", "typ", "type"],
        .capacity: ["capacity", "plaetze", "childcare_places", "kapazitaet", "places", "seats"],
        .hours: ["opening_hours", "oeffnungszeiten", "zeiten", "hours"],
        .operator: ["operator", "traeger", "betreiber", "institution", "schultraeger"],
        .languages: ["languages", "sprachen", "language", "sprache"],
        .wheelchair: ["wheelchair", "rollstuhl", "barrierefrei"],
        .fundedUntil: ["funded_until", "gefoerdert_bis", "foerderende", "befristet_bis"],
        .address: ["address", "adresse", "anschrift", "strasse", "street"],
        .basis: ["basis", "grundlage"],
        .role: ["role", "rolle", "stelle"],
        .date: ["date", "datum", "beschlussdatum", "stand"],
        .reason: ["reason", "begruendung", "grund"],
        .review: ["review", "pruefung", "wiedervorlage"],
        .mode: ["mode", "art", "verkehrsmittel", "typ", "type"],
        .departuresWeekday: ["departures_weekday", "abfahrten_werktag", "werktag", "weekday"],
        .departuresSaturday: ["departures_saturday", "abfahrten_samstag", "samstag", "saturday"],
        .departuresSunday: ["departures_sunday", "abfahrten_sonntag", "sonntag", "sunday"],
        .x: ["lon", "lng", "longitude", "laenge", "laengengrad", "x", "rechtswert", "ostwert", "easting", "e"],
        .y: ["lat", "latitude", "breite", "breitengrad", "y", "hochwert", "nordwert", "northing", "n"],
        .street: ["strasse", "street", "strassenname", "addr:street", "adresse", "anschrift"],
        .houseNumber: ["hausnummer", "hausnr", "hnr", "housenumber", "house_number", "addr:housenumber"],
        .postcode: ["plz", "postleitzahl", "postcode", "addr:postcode"],
        .year: ["jahr", "year", "berichtsjahr"],
        .group: ["gruppe", "group", "merkmal"],
        .value: ["wert", "anzahl", "value", "count"],
        .floors: ["geschosse", "floors", "building:levels", "levels", "anzahl_geschosse"],
        .roomArea: ["room_area", "raumflaeche", "flaeche_m2", "quadratmeter"],
        .operatorKind: ["operator_kind", "traegerart", "art_des_traegers"],
        .source: ["source", "quelle"],
        .kind: ["kind", "art", "angebotsart", "typ", "type"],
        .places: ["places", "orte", "ort", "place", "place_id", "ort_id"],
        .targetGroups: ["for_whom", "zielgruppe", "zielgruppen", "fuer_wen", "target_group"],
        .staff: ["staff", "hauptamt", "hauptamtlich"],
        .volunteers: ["volunteers", "ehrenamt", "ehrenamtlich"],
        .funding: ["funding", "finanzierung", "foerderung"],
        .decidedBy: ["decided_by", "entscheidet", "entscheidung", "geldgeber"],
        .succession: ["succession", "nachfolge", "nachfolge_gesichert"],
        .newcomers: ["newcomers", "offen_fuer_neue", "neue"],
        .backing: ["backing", "rueckhalt", "institution_dahinter"],
        .monday: ["monday", "montag"],
        .tuesday: ["tuesday", "dienstag"],
        .wednesday: ["wednesday", "mittwoch"],
        .thursday: ["thursday", "donnerstag"],
        .friday: ["friday", "freitag"],
        .saturday: ["saturday", "samstag", "sonnabend"],
        .sunday: ["sunday", "sonntag"],
        .place: ["place", "ort", "place_id", "ort_id", "haus", "gebaeude"],
        .room: ["room", "raum", "raumname"],
        .keyHolder: ["key_holder", "schluessel", "schluesselinhaber", "wer_hat_den_schluessel"],
        .validFrom: ["valid_from", "gueltig_von", "gueltig_ab", "von", "ab", "beginn", "from", "start"],
        .validUntil: ["valid_until", "gueltig_bis", "bis", "ende", "until", "to", "end"],
        .quarter: ["quarter", "quartier", "stadtteil", "ortsteil", "bezirk", "district"],
        .format: ["format", "form", "art_der_beteiligung", "beteiligungsform"],
        .result: ["result", "ergebnis"],
        .outcome: ["outcome", "was_daraus_wurde", "folge", "umsetzung"],
        .office: ["office", "zustaendig", "amt", "fachbereich"],
        .answeredOn: ["answered_on", "beantwortet_am", "antwort_am", "rueckmeldung_am"],
        .visibility: ["visibility", "sichtbar", "sichtbarkeit", "oeffentlich", "public"],
        .agreement: ["agreement", "vereinbarung", "nutzungsvereinbarung", "vertrag"],
    ]

    /// As registers call their columns, and the census of 2022 (`AnteilAuslaender`) and of 2011 (`Auslaender_A`, in its
    /// long form `STAATSANGE_KURZ:Ausland`).
    private static let groupSpellings: [(id: String, spellings: [String])] = [
        (
            "all",
            [
                "einwohner", "residents", "population", "pop", "ew", "einw", "bevoelkerung", "insgesamt", "total",
                "all",
                "insgesamt_bevoelkerung", "bevoelkerung_insgesamt", "einwohner_insgesamt", "einwohnerzahl",
                "bevoelkerungszahl", "insgesamt_einheiten_insgesamt",
            ]
        ),
        (
            "foreign",
            [
                "auslaender", "foreign", "foreigners", "nichtdeutsche", "foreign_citizenship", "foreign_citizens",
                "auslaenderinnen", "nichtdeutsch", "staatsangehoerigkeit_ausland", "staatsange_kurz_ausland",
            ]
        ),
        (
            "foreign_born",
            ["foreign_born", "born_abroad", "im_ausland_geboren", "ausland_geboren", "geburtsland_ausland"]
        ),
        (
            "migration_background",
            ["migration_background", "migrationshintergrund", "mit_migrationshintergrund", "einwanderungsgeschichte"]
        ),
        (
            "under18",
            [
                "unter18", "u18", "under18", "unter_18", "under_18", "age_under_18", "unter_18_jahre",
                "alter_kurz_unter_18",
            ]
        ),
        ("60plus", ["ab60", "60plus", "ue60", "over60", "ab_60", "ueber60", "age_60_and_above", "60_und_aelter"]),
        (
            "65plus",
            [
                "ab65", "65plus", "ue65", "over65", "ab_65", "ueber65", "a65undaelter", "age_65_and_above",
                "65_und_aelter", "alter_kurz_65_und_aelter",
            ]
        ),
    ]
}
