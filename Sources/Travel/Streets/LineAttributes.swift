internal import Features

/// How attributes of lines become tags.
///
/// A column counts where its name is a key that the tables of the profiles ask for (`highway`, `foot`, `surface` …), in
/// any case, `_` for `:` allowed (`oneway_bicycle`), or one of a few German words: `breite` (width), `belag` (surface),
/// `steigung` (incline), `einbahn` (oneway). A column `other_tags`, where GDAL puts the tags of OpenStreetMap for which it
/// has no column, is taken apart (``TaggedText``). `name`, `bridge`, `tunnel` and `layer` are kept. Every other column is left out.
struct LineAttributes {
    /// German column names and the keys they stand for.
    static let germanKeys = [
        "breite": "width", "belag": "surface", "steigung": "incline", "einbahn": "oneway", "rollstuhl": "wheelchair",
        "fahrrad": "bicycle", "fuss": "foot",
    ]
    /// German values and what they stand for, whatever the key; values of OpenStreetMap stay as they are.
    static let germanValues = [
        "ja": "yes", "nein": "no", "privat": "private", "asphalt": "asphalt", "beton": "concrete",
        "pflaster": "paving_stones", "kopfsteinpflaster": "cobblestone", "schotter": "gravel", "kies": "gravel",
        "sand": "sand", "erde": "ground", "gras": "grass", "wassergebunden": "compacted",
    ]
    /// The tags of a line where no line has a `highway`: a road of an unknown kind, open to all.
    static let unknownRoad = ("highway", "road")

    /// The keys that profiles ask for of ways.
    private static let keys = Set(TravelProfile.all.flatMap(\.wayRules.keys)).union([
        "name", "bridge", "tunnel", "layer",
    ])

    private let columns: [(key: String, column: Column)]
    private let otherTags: Column?
    private let hasHighway: Bool

    /// The columns that become tags.
    init(_ columns: [Column]) {
        self.columns = columns.compactMap { column in LineAttributes.key(column.name).map { ($0, column) } }
        otherTags = columns.first { $0.name == "other_tags" }
        hasHighway = self.columns.contains { key, column in
            key == "highway" && (0..<column.count).contains { column.string(at: $0) != nil }
        }
    }

    /// The key that a column's name stands for; nil where it is none.
    static func key(_ name: String) -> String? {
        let plain = name.lowercased()
        if let key = germanKeys[plain] { return key }
        if keys.contains(plain) { return plain }
        let withColons = String(plain.map { $0 == "_" ? ":" : $0 })
        return keys.contains(withColons) ? withColons : nil
    }

    /// The tags of a feature.
    func tags(ofRow row: Int) -> TagSet {
        var pairs = hasHighway ? [] : [LineAttributes.unknownRoad]
        for (key, column) in columns {
            guard let value = column.string(at: row), !value.isEmpty else { continue }
            pairs.append((key, key == "name" ? value : LineAttributes.germanValues[value.lowercased()] ?? value))
        }
        if let text = otherTags?.string(at: row) {
            pairs += TaggedText.pairs(text).filter { LineAttributes.keys.contains($0.0) }
        }
        return TagSet(pairs)
    }
}
