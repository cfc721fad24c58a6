internal import Town
internal import Wording

/// What a file seems to be, with the columns that it seems to have.
struct LayerGuess {
    var layer: LayerDescription
    var kind: LayerEntry.Kind
    var columns: [LayerEntry.Role: String]
    var category: String?

    /// The guesses for all files that can be anything, in the order of the kinds; of quarters, focus areas and
    /// population only the likeliest file is kept, other polygons are other areas.
    static func all(_ layers: [LayerDescription]) -> [LayerGuess] {
        var guesses: [LayerGuess] = []
        for single in [LayerEntry.Kind.focusAreas, .population, .quarters] {
            let free = layers.filter { layer in !guesses.contains { $0.layer == layer } }
            let ranked = free.enumerated().map { (rank: likelihood($1, single), offset: $0, layer: $1) }
                .filter { $0.rank > 0 }
            guard let best = ranked.max(by: { ($0.rank, -$0.offset) < ($1.rank, -$1.offset) }) else { continue }
            guesses.append(LayerGuess(best.layer, single))
        }
        for layer in layers where !guesses.contains(where: { $0.layer == layer }) {
            if layer.format == .openStreetMap {
                guesses += [.places, .streets, .stops].map { LayerGuess(layer, $0) }
            } else if layer.format == .asciiGrid {
                guesses.append(LayerGuess(layer, .heights))
            } else if layer.shapes.contains(.lines), isNamed(layer, .barriers) {
                guesses.append(LayerGuess(layer, .barriers))
            } else if layer.shapes == [.points], isNamed(layer, .stops) {
                guesses.append(LayerGuess(layer, .stops))
            } else if layer.shapes == [.polygons] {
                guesses.append(LayerGuess(layer, .area))
            } else if layer.shapes == [.lines] {
                guesses.append(LayerGuess(layer, .streets))
            } else if layer.shapes.contains(.points) {
                guesses.append(LayerGuess(layer, .places))
            }
        }
        let order = Dictionary(uniqueKeysWithValues: LayerEntry.Kind.allCases.enumerated().map { ($1, $0) })
        return guesses.sorted { left, right in
            (order[left.kind] ?? 0, left.layer.file) < (order[right.kind] ?? 0, right.layer.file)
        }
    }

    private init(_ layer: LayerDescription, _ kind: LayerEntry.Kind) {
        self.layer = layer
        self.kind = kind
        columns = ColumnGuess.roles(of: layer, as: kind)
        if kind == .places, layer.format == .geoJSON, columns[.category] == nil {
            category = LayerGuess.category(of: layer)
        }
    }

    /// How likely a file is the one layer of a kind: 0 not at all, 2 by its shapes, 3 also by its name.
    private static func likelihood(_ layer: LayerDescription, _ kind: LayerEntry.Kind) -> Int {
        switch kind {
        case .quarters:
            return layer.shapes != [.polygons] || (layer.count ?? 0) > 500 ? 0 : isNamed(layer, .quarters) ? 3 : 2
        case .focusAreas:
            return layer.shapes == [.polygons] && isNamed(layer, .focusAreas) ? 3 : 0
        case .population:
            // Kitas and schools count groups and places, too: a file named after a kind of place holds places.
            let hasGroups = category(of: layer) == nil && !ColumnGuess.groups(of: layer).isEmpty
            guard hasGroups, layer.shapes == [.polygons] || layer.shapes == [.points] else { return 0 }
            return isNamed(layer, .population) ? 3 : isNamed(layer, .quarters) ? 0 : 2
        default:
            return 0
        }
    }

    /// Whether a file is called as such layers are.
    private static func isNamed(_ layer: LayerDescription, _ kind: LayerEntry.Kind) -> Bool {
        let name = Folding.key(layer.stem)
        return (words[kind] ?? []).contains { name.contains($0) }
    }

    /// The category that a file's name speaks of: the whole name, or one of its words.
    private static func category(of layer: LayerDescription) -> String? {
        let table = PlaceCategoryTable.builtIn
        for word in [layer.stem] + Folding.words(layer.stem) {
            if let category = table.category(for: word) { return category.id }
        }
        return nil
    }

    private static let words: [LayerEntry.Kind: [String]] = [
        .quarters: ["stadtteil", "quartier", "bezirk", "quarter", "ortsteil", "district", "viertel"],
        .focusAreas: ["schwerpunkt", "focus", "sozial"],
        .population: [
            "einwohner", "bevoelkerung", "population", "residents", "zellen", "cells", "raster", "grid", "zensus",
        ],
        .stops: ["haltestelle", "haltepunkt", "bahnhoefe", "stops", "stations", "oepnv"],
        .barriers: ["barriere", "barrier", "gleis", "bahnlinie", "railway", "gewaesser", "fluss", "river", "water"],
    ]
}
