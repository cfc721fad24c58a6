internal import Town
internal import Wording

/// What the name of a file, or of one of its tables, says of what it holds.
extension LayerDescription {
    /// The file's name without folders and without what follows its first point.
    var stem: String {
        let name = file.split(separator: "/").last ?? ""
        return String(name.prefix { $0 != "." })
    }

    /// The names to look at: that of the table first, where a file holds several.
    private var names: [String] { [table, stem].compactMap(\.self) }

    /// Whether it is called as such layers are.
    func isNamed(_ kind: LayerEntry.Kind) -> Bool {
        names.contains { name in
            let key = Folding.key(name)
            return (FileNameWords.byKind[kind] ?? []).contains { key.contains($0) }
        }
    }

    /// The category that the name speaks of: the whole name, or one of its words.
    var category: String? {
        let table = PlaceCategoryTable.builtIn
        for word in names.flatMap({ [$0] + Folding.words($0) }) {
            if let category = table.category(for: word) { return category.id }
        }
        return nil
    }
}

/// The words that files are called by.
enum FileNameWords {
    /// Folded beginnings and parts of words, by the kind that they speak of.
    static let byKind: [LayerEntry.Kind: [String]] = [
        .quarters: ["stadtteil", "quartier", "bezirk", "quarter", "ortsteil", "district", "viertel"],
        .focusAreas: ["schwerpunkt", "focus", "sozial"],
        .population: [
            "einwohner", "bevoelkerung", "population", "residents", "zellen", "cells", "raster", "grid", "zensus",
        ],
        .stops: ["haltestelle", "haltepunkt", "bahnhoefe", "stops", "stations", "oepnv"],
        .addresses: ["adress", "address", "hausnummer", "hauskoordinaten", "housenumber"],
        .buildings: ["gebaeude", "building", "hausumring"],
        .residentialLand: ["wohnbau", "wohnflaeche", "siedlungsflaeche", "residentialland"],
        .offers: ["angebot", "offer"],
        .roomSlots: ["raumzeit", "raumbelegung", "belegung", "roomslot", "schluesselzeit"],
        .participation: ["beteiligung", "participation"],
        .schoolHolidays: ["ferien", "holiday"],
        .barriers: ["barriere", "barrier", "gleis", "bahnlinie", "railway", "gewaesser", "fluss", "river", "water"],
    ]

    /// Further words that say what a file is, not of which town: folded, whole.
    static let common: Set<String> = [
        "orte", "places", "strassen", "streets", "wege", "karte", "map", "osm", "daten", "data", "stadt", "town",
        "gemeinde", "liste", "list", "tabelle", "table", "stand", "zensus", "census", "gitter", "100m", "1km", "10km",
        "utm", "wgs84", "etrs89", "export", "neu", "final", "kopie", "copy", "alle", "all", "hilfe", "notizen",
        "beteiligung", "vorlage", "by", "je", "nach", "und", "and", "der", "die", "das", "in", "von", "mit", "for",
    ]

    /// Whether a folded word may be a town's name: long enough, no number, and no word for a kind, a category or a group.
    static func mayName(_ word: String) -> Bool {
        word.count > 2 && !word.contains(where: \.isNumber) && !common.contains(word)
            && !byKind.values.contains { $0.contains { word.contains($0) } }
            && PlaceCategoryTable.builtIn.category(for: word) == nil && ColumnGuess.groupWord(in: word) == nil
    }
}
