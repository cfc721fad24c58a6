/// What a file seems to be, with the columns that it seems to have.
struct LayerGuess {
    var layer: LayerDescription
    var kind: LayerEntry.Kind
    var columns: [LayerEntry.Role: String]
    var category: String?
    /// What the columns of years of a table count, where their names do not say it.
    var subject: String?
    /// The tables of the census that are joined with it by their cells.
    var joined: [LayerDescription] = []

    /// The layer and those joined with it.
    var layers: [LayerDescription] { [layer] + joined }

    /// The guesses for all files that can be anything, in the order of the kinds; of quarters, focus areas and
    /// population only the likeliest file is kept, other polygons are other areas.
    static func all(_ described: [LayerDescription]) -> [LayerGuess] {
        let layers = described.filter { $0.twin == nil }
        let maps = layers.filter { $0.format == .openStreetMap }
        let hasAddresses = hasAddresses(layers)
        var guesses: [LayerGuess] = []
        for single in [LayerEntry.Kind.focusAreas, .population, .quarters] {
            let free = layers.filter { layer in !guesses.contains { $0.layer == layer } }
            let ranked = free.enumerated()
                .map { (rank: likelihood($1, single, hasAddresses), offset: $0, layer: $1) }.filter { $0.rank > 0 }
            guard let best = ranked.max(by: { ($0.rank, -$0.offset) < ($1.rank, -$1.offset) }) else { continue }
            guesses.append(LayerGuess(best.layer, single))
        }
        if !guesses.contains(where: { $0.kind == .population }) { guesses += CensusGuess.layers(layers) }
        if let map = maps.first, !guesses.contains(where: { $0.kind == .quarters }) {
            guesses.append(LayerGuess(map, .quarters))
        }
        guesses += maps.flatMap { map in mapKinds.map { LayerGuess(map, $0) } }
        for layer in layers where !guesses.contains(where: { $0.layers.contains(layer) }) {
            if !maps.isEmpty, layer.isFromMap { continue }
            let isTable = layer.format.isTabular || layer.shapes.isEmpty
            if let kind = isTable ? TableGuess.kind(layer, hasAddresses) : kind(layer) {
                guesses.append(LayerGuess(layer, kind))
            }
        }
        // Counts that no group of residents stands over cannot be used.
        if GroupGuess.all(guesses).isEmpty { guesses.removeAll { [.quarterTable, .population].contains($0.kind) } }
        let order = Dictionary(uniqueKeysWithValues: LayerEntry.Kind.allCases.enumerated().map { ($1, $0) })
        return guesses.enumerated().sorted { left, right in
            // Layers of the census stay in their order: the first one counts all residents.
            func key(_ guess: LayerGuess) -> String { guess.layer.census == nil ? guess.layer.file : "" }
            return (order[left.element.kind] ?? 0, key(left.element), left.offset)
                < (order[right.element.kind] ?? 0, key(right.element), right.offset)
        }.map(\.element)
    }

    /// Whether there are house numbers by which rows with an address can be placed.
    static func hasAddresses(_ layers: [LayerDescription]) -> Bool {
        layers.contains { layer in
            guard layer.format != .openStreetMap else { return true }
            let isPlaced = layer.format.isTabular || layer.shapes == [.points]
            return isPlaced && layer.twin == nil && TableGuess.isAddressList(layer)
        }
    }

    init(_ layer: LayerDescription, _ kind: LayerEntry.Kind, joined: [LayerDescription] = []) {
        self.layer = layer
        self.kind = kind
        self.joined = joined
        columns = layer.census == nil ? ColumnGuess.roles(of: layer, as: kind) : [:]
        if kind == .quarterTable {
            columns[.id] = layer.quarterColumns[.id]
            columns[.name] = layer.quarterColumns[.name]
            if layer.groupWords.isEmpty { columns[.group] = nil }
            if layer.groupWords.isEmpty { columns[.value] = nil }
            subject = YearColumns(layer)?.subject
        }
        if kind == .places, layer.format != .openStreetMap, columns[.category] == nil {
            category = layer.category
        }
    }

    /// What a map of OpenStreetMap is taken for, besides quarters.
    private static let mapKinds: [LayerEntry.Kind] = [
        .places, .streets, .stops, .addresses, .residentialLand, .buildings,
    ]

    /// What a layer with geometries is, besides quarters, focus areas and population.
    private static func kind(_ layer: LayerDescription) -> LayerEntry.Kind? {
        if layer.shapes.contains(.lines), layer.isNamed(.barriers) { return .barriers }
        if layer.shapes == [.points] {
            return TableGuess.isStops(layer) ? .stops : TableGuess.isAddressList(layer) ? .addresses : .places
        }
        if layer.shapes == [.polygons] {
            return layer.isNamed(.buildings) ? .buildings : layer.isNamed(.residentialLand) ? .residentialLand : .area
        }
        return layer.shapes == [.lines] ? .streets : layer.shapes.contains(.points) ? .places : nil
    }

    /// How likely a file is the one layer of a kind: 0 not at all, 2 by its shapes, 3 also by its name.
    private static func likelihood(_ layer: LayerDescription, _ kind: LayerEntry.Kind, _ hasAddresses: Bool) -> Int {
        switch kind {
        case .quarters:
            return layer.shapes != [.polygons] || (layer.count ?? 0) > 500 ? 0 : layer.isNamed(.quarters) ? 3 : 2
        case .focusAreas:
            return layer.shapes == [.polygons] && layer.isNamed(.focusAreas) ? 3 : 0
        case .population:
            // Kitas and schools count groups and places, too: a file named after a kind of place holds places.
            guard layer.census == nil else { return 0 }
            if layer.shapes.isEmpty {
                return TableGuess.kind(layer, hasAddresses) != .population ? 0 : layer.isNamed(.population) ? 3 : 2
            }
            let hasGroups = layer.category == nil && !ColumnGuess.groups(of: layer).isEmpty
            guard hasGroups, layer.shapes == [.polygons] || layer.shapes == [.points] else { return 0 }
            return layer.isNamed(.population) ? 3 : layer.isNamed(.quarters) ? 0 : 2
        default:
            return 0
        }
    }
}
