internal import Town
internal import Wording

/// What a file seems to be, with the columns that it seems to have.
struct LayerGuess {
    var layer: LayerDescription
    var kind: LayerEntry.Kind
    var columns: [LayerEntry.Role: String]
    var category: String?
    /// The tables of the census that are joined with it by their cells.
    var joined: [LayerDescription] = []

    /// The layer and those joined with it.
    var layers: [LayerDescription] { [layer] + joined }

    /// The guesses for all files that can be anything, in the order of the kinds; of quarters, focus areas, population
    /// and school holidays only the likeliest file is kept, other polygons are other areas.
    static func all(_ layers: [LayerDescription]) -> [LayerGuess] {
        var guesses: [LayerGuess] = []
        for single in [LayerEntry.Kind.focusAreas, .population, .quarters, .schoolHolidays] {
            let free = layers.filter { layer in !guesses.contains { $0.layer == layer } }
            let ranked = free.enumerated().map { (rank: likelihood($1, single), offset: $0, layer: $1) }
                .filter { $0.rank > 0 }
            guard let best = ranked.max(by: { ($0.rank, -$0.offset) < ($1.rank, -$1.offset) }) else { continue }
            guesses.append(LayerGuess(best.layer, single))
        }
        if !guesses.contains(where: { $0.kind == .population }) { guesses += CensusGuess.layers(layers) }
        let maps = layers.filter { $0.format == .openStreetMap }
        if let map = maps.first, !guesses.contains(where: { $0.kind == .quarters }) {
            guesses.append(LayerGuess(map, .quarters))
        }
        guesses += maps.flatMap { map in mapKinds.map { LayerGuess(map, $0) } }
        let hasAddresses = !maps.isEmpty || layers.contains(where: isAddressList)
        for layer in layers where !guesses.contains(where: { $0.layers.contains(layer) }) {
            let kind = layer.format.isTabular || layer.shapes.isEmpty ? tableKind(layer, hasAddresses) : kind(layer)
            if let kind { guesses.append(LayerGuess(layer, kind)) }
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

    init(_ layer: LayerDescription, _ kind: LayerEntry.Kind, joined: [LayerDescription] = []) {
        self.layer = layer
        self.kind = kind
        self.joined = joined
        columns = layer.census == nil ? ColumnGuess.roles(of: layer, as: kind) : [:]
        if kind == .quarterTable {
            columns[.id] = layer.quarterColumns[.id]
            columns[.name] = layer.quarterColumns[.name]
            columns[.group] = nil
            columns[.value] = nil
        }
        if kind == .places, layer.format != .openStreetMap, columns[.category] == nil {
            category = LayerGuess.category(of: layer)
        }
    }

    /// What a map of OpenStreetMap is taken for, besides quarters.
    private static let mapKinds: [LayerEntry.Kind] = [
        .places, .streets, .stops, .addresses, .residentialLand, .buildings,
    ]

    /// What a layer with geometries is, besides quarters, focus areas and population.
    private static func kind(_ layer: LayerDescription) -> LayerEntry.Kind? {
        if layer.shapes.contains(.lines), isNamed(layer, .barriers) { return .barriers }
        if layer.shapes == [.points] {
            return isNamed(layer, .stops) ? .stops : isAddressList(layer) ? .addresses : .places
        }
        if layer.shapes == [.polygons] {
            return isNamed(layer, .buildings) ? .buildings : isNamed(layer, .residentialLand) ? .residentialLand : .area
        }
        return layer.shapes == [.lines] ? .streets : layer.shapes.contains(.points) ? .places : nil
    }

    /// What rows without geometries are.
    private static func tableKind(_ layer: LayerDescription, _ hasAddresses: Bool) -> LayerEntry.Kind? {
        guard layer.census == nil else { return nil }
        if layer.format == .asciiGrid { return .heights }
        let offers = ColumnGuess.roles(of: layer, as: .offers)
        let telling: [LayerEntry.Role] = [.funding, .fundedUntil, .decidedBy, .targetGroups, .places]
        if isNamed(layer, .offers) || telling.count(where: { offers[$0] != nil }) > 1 { return .offers }
        let places = ColumnGuess.roles(of: layer, as: .places)
        if layer.format.isTabular, places[.x] != nil, places[.y] != nil {
            return isNamed(layer, .stops) ? .stops : isAddressList(layer) ? .addresses : .places
        }
        if !layer.quarterColumns.isEmpty, !ColumnGuess.counts(in: layer, .wholeNumbers).isEmpty,
            category(of: layer) == nil
        {
            return .quarterTable
        }
        return layer.format.isTabular && places[.street] != nil && hasAddresses ? .places : nil
    }

    /// Whether a file lists house numbers and nothing else of interest.
    private static func isAddressList(_ layer: LayerDescription) -> Bool {
        let roles = ColumnGuess.roles(of: layer, as: .addresses)
        guard isNamed(layer, .addresses), roles[.street] != nil else { return false }
        return layer.format.isTabular ? roles[.x] != nil && roles[.y] != nil : layer.shapes == [.points]
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
            guard layer.census == nil else { return 0 }
            let hasGroups = category(of: layer) == nil && !ColumnGuess.groups(of: layer).isEmpty
            guard hasGroups, layer.shapes == [.polygons] || layer.shapes == [.points] else { return 0 }
            return isNamed(layer, .population) ? 3 : isNamed(layer, .quarters) ? 0 : 2
        case .schoolHolidays:
            let names = layer.columns.map(\.name)
            let hasDays = CalendarEntry.HolidayColumn.allCases.allSatisfy { $0.found(in: names) != nil }
            return layer.format.isTabular && layer.table == nil && hasDays && isNamed(layer, .schoolHolidays) ? 3 : 0
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
        .addresses: ["adress", "address", "hausnummer", "hauskoordinaten", "housenumber"],
        .buildings: ["gebaeude", "building", "hausumring"],
        .residentialLand: ["wohnbau", "wohnflaeche", "siedlungsflaeche", "residentialland"],
        .offers: ["angebot", "offer"],
        .schoolHolidays: ["ferien", "schoolholiday"],
        .barriers: ["barriere", "barrier", "gleis", "bahnlinie", "railway", "gewaesser", "fluss", "river", "water"],
    ]
}
