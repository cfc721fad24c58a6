internal import Features
internal import Town
internal import Wording

extension ProjectFile {
    /// One entry of `layers`.
    static func readLayer(_ mapping: YAMLMapping, categories: PlaceCategoryTable) -> LayerEntry? {
        let kind: LayerEntry.Kind? = mapping.choice("kind", required: true)
        let file = readFile(mapping)
        guard let kind else {
            // Without a kind nobody knows which of these keys may stand here; others may nowhere.
            for key in ["crs", "source", "name", "columns", "category", "categories", "sensitive", "defaults"] {
                _ = mapping.node(key)
            }
            mapping.finish()
            return nil
        }
        let format = file.map(LayerEntry.Format.init) ?? .geoJSON
        checkFormat(mapping, kind, format)
        let source = mapping.text("source")
        let name = mapping.text("name", required: kind == .area)
        var entry = LayerEntry(
            kind: kind, file: file ?? "", name: name, source: source, columns: [:], defaults: LayerEntry.Defaults(),
            location: mapping.location)
        if format == .openStreetMap {
            readMapKeys(mapping, categories, into: &entry)
        } else {
            entry.crs = mapping.text("crs")
            if format == .geoJSON { entry.columns = readColumns(mapping, kind) }
            if kind == .places {
                entry.category = readLayerCategory(mapping, categories)
                if entry.category == nil, entry.columns[.category] == nil, mapping.node("category") == nil {
                    mapping.findings.add(.keyMissing, at: mapping.location, ["key": mapping.path("category")])
                }
            }
        }
        if kind == .focusAreas { entry.defaults = readDefaults(mapping) }
        mapping.finish()
        return file == nil ? nil : entry
    }

    /// Maps of OpenStreetMap hold streets, places, stops and barriers; heights stand in grids, and nothing else does.
    private static func checkFormat(_ mapping: YAMLMapping, _ kind: LayerEntry.Kind, _ format: LayerEntry.Format) {
        let isPossible =
            switch kind {
            case .streets, .places, .stops, .barriers: format != .asciiGrid
            case .heights: format == .asciiGrid
            case .quarters, .focusAreas, .population, .area: format == .geoJSON
            }
        if !isPossible {
            mapping.refuse("file", kind == .heights ? "expected_grid" : "format", ["kind": kind.rawValue])
        }
    }

    /// The keys of a map of OpenStreetMap, which has its own reference system, tags and categories.
    private static func readMapKeys(
        _ mapping: YAMLMapping, _ categories: PlaceCategoryTable, into entry: inout LayerEntry
    ) {
        for key in ["crs", "columns", "category"] where mapping.node(key) != nil { mapping.refuse(key, "map_knows") }
        guard entry.kind == .places else { return }
        for (node, path) in mapping.list("categories") ?? [] {
            guard let word = YAMLMapping.text(of: node, path: path, mapping.findings) else { continue }
            if let category = categories.category(for: word), !entry.categories.contains(category.id) {
                entry.categories.append(category.id)
            } else {
                mapping.findings.refuse(path, at: node.location, "category", hint(for: word, among: categories.ids))
            }
        }
        entry.takesSensitive = mapping.flag("sensitive") ?? false
    }

    private static func readFile(_ mapping: YAMLMapping) -> String? {
        guard let file = mapping.text("file", required: true) else { return nil }
        if file.hasSuffix("/") { mapping.refuse("file", "expected_file") }
        if ProjectPath.leavesFolder(file) {
            mapping.refuse("file", "outside", ["file": file], code: .fileOutsideProject)
        }
        return file
    }

    private static func readColumns(_ mapping: YAMLMapping, _ kind: LayerEntry.Kind) -> [LayerEntry.Role: String] {
        var columns: [LayerEntry.Role: String] = [:]
        guard let entries = mapping.mapping("columns") else { return columns }
        for role in LayerEntry.Role.allowed(in: kind) { columns[role] = entries.text(role.rawValue) }
        entries.finish()
        return columns
    }

    private static func readLayerCategory(_ mapping: YAMLMapping, _ categories: PlaceCategoryTable) -> String? {
        guard let word = mapping.text("category") else { return nil }
        if let category = categories.category(for: word) { return category.id }
        mapping.refuse("category", "category", hint(for: word, among: categories.ids))
        return nil
    }

    private static func readDefaults(_ mapping: YAMLMapping) -> LayerEntry.Defaults {
        var defaults = LayerEntry.Defaults()
        guard let entries = mapping.mapping("defaults") else { return defaults }
        defaults.basis = entries.choice("basis")
        defaults.role = entries.text("role")
        defaults.date = entries.date("date")
        defaults.reason = entries.text("reason")
        defaults.review = entries.date("review")
        if let date = defaults.date, let review = defaults.review, review < date {
            entries.refuse("review", "review_before_date")
        }
        entries.finish()
        return defaults
    }

    // MARK: Checks over several entries

    /// Quarters and places are the two layers without which there is nothing to report; the quarters are one layer.
    static func checkLayers(_ layers: [LayerEntry], _ root: YAMLMapping) {
        for kind in [LayerEntry.Kind.quarters, .places] where !layers.contains(where: { $0.kind == kind }) {
            root.findings.add(.layerMissing, at: root.location("layers"), ["kind": kind.rawValue])
        }
        for single in [LayerEntry.Kind.quarters, .focusAreas, .population] {
            for layer in layers.filter({ $0.kind == single }).dropFirst() {
                root.findings.refuse("layers", at: layer.location, "one_layer", ["kind": single.rawValue])
            }
        }
    }

    /// Layers name only sources that there are.
    static func checkReferences(_ layers: [LayerEntry], _ sources: [SourceEntry], _ findings: FindingList) {
        for layer in layers {
            guard let id = layer.source, !sources.contains(where: { $0.id == id }) else { continue }
            findings.refuse(
                "source", at: layer.location, "source", hint(for: id, among: sources.map(\.id)))
        }
    }

    /// An id: lower-case letters, digits, `_` and `-`, beginning with a letter or digit, at most 64 characters.
    static func identifier(_ mapping: YAMLMapping, _ key: String) -> String? {
        guard let text = mapping.text(key, required: true) else { return nil }
        let letters = "abcdefghijklmnopqrstuvwxyz0123456789"
        let isIdentifier = text.utf8.allSatisfy { letters.utf8.contains($0) || "_-".utf8.contains($0) }
        if isIdentifier, text.utf8.count <= 64, let first = text.utf8.first, letters.utf8.contains(first) {
            return text
        }
        mapping.refuse(key, "identifier", ["value": text])
        return nil
    }

    /// Reports ids that occur twice in the list of a key.
    static func unique(_ ids: [String], of mapping: YAMLMapping, _ key: String) {
        var seen: Set<String> = []
        for id in ids where !seen.insert(id).inserted {
            mapping.refuse(key, "id_twice", ["value": id])
        }
    }
}
