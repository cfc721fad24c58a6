internal import Features
internal import Town
internal import Wording

extension ProjectFile {
    /// One entry of `layers`.
    static func readLayer(_ mapping: YAMLMapping, categories: PlaceCategoryTable) -> LayerEntry? {
        let kind = readKind(mapping)
        let file = readFile(mapping, "file", required: true)
        guard let kind else {
            // Without a kind nobody knows which of these keys may stand here; others may nowhere.
            for key in [
                "crs", "source", "name", "columns", "category", "categories", "sensitive", "defaults", "table",
                "joined",
                "cell_size", "admin_level",
            ] {
                _ = mapping.node(key)
            }
            mapping.finish()
            return nil
        }
        let format = file.map(LayerEntry.Format.init) ?? .geoJSON
        checkFormat(mapping, "file", kind, format)
        let source = mapping.text("source")
        let name = mapping.text("name", required: kind == .area)
        var entry = LayerEntry(
            kind: kind, file: file ?? "", name: name, source: source, columns: [:], defaults: LayerEntry.Defaults(),
            location: mapping.location)
        if format == .openStreetMap {
            readMapKeys(mapping, categories, into: &entry)
        } else {
            entry.crs = mapping.text("crs")
            if format.hasColumns { entry.columns = readColumns(mapping, kind) }
            if [.geoPackage, .spreadsheet].contains(format) { entry.table = mapping.text("table") }
            if format == .table { entry.options = readTableOptions(mapping) }
            if kind == .population, [.table, .archive].contains(format) { readCensusKeys(mapping, into: &entry) }
            checkPositions(mapping, entry)
            if kind == .roomSlots {
                for role in [LayerEntry.Role.place, .hours] where entry.columns[role] == nil {
                    mapping.findings.add(
                        .keyMissing, at: mapping.location, ["key": mapping.path("columns.\(role.rawValue)")])
                }
            }
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

    private static func readKind(_ mapping: YAMLMapping) -> LayerEntry.Kind? {
        let kind: LayerEntry.Kind? = mapping.choice("kind", required: true, among: LayerEntry.Kind.listed)
        if kind == .schoolHolidays { mapping.refuse("kind", "in_calendar") }
        return kind == .schoolHolidays ? nil : kind
    }

    /// What can hold which kind of layer: a register has no streets, a grid nothing but heights.
    static func checkFormat(
        _ mapping: YAMLMapping, _ key: String, _ kind: LayerEntry.Kind, _ format: LayerEntry.Format
    ) {
        let isPossible =
            switch kind {
            case .streets, .barriers, .quarters, .residentialLand, .buildings:
                format.hasGeometries || format == .openStreetMap
            case .places, .stops, .addresses: format.hasColumns || format == .openStreetMap
            case .heights: format == .asciiGrid
            case .focusAreas, .area: format.hasGeometries
            case .population: format.hasColumns || format == .archive
            case .quarterTable: format.isTabular || format == .geoPackage
            case .offers, .roomSlots, .participation, .schoolHolidays: format.hasColumns
            }
        if !isPossible {
            mapping.refuse(key, kind == .heights ? "expected_grid" : "format", ["kind": kind.rawValue])
        }
    }

    /// How a table of text is written: one mapping, for the rare file that is not recognised.
    private static func readTableOptions(_ mapping: YAMLMapping) -> LayerEntry.TableOptions {
        var options = LayerEntry.TableOptions()
        guard let entries = mapping.mapping("table") else { return options }
        options.separator = sign(entries, "separator", among: [";", ",", "\t", "|"])
        options.decimal = sign(entries, "decimal", among: [",", "."])
        let encoding: TableEncodingName? = entries.choice("encoding")
        options.encoding = encoding?.rawValue
        options.header = entries.flag("header")
        entries.finish()
        return options
    }

    /// The encodings that can be named.
    private enum TableEncodingName: String, CaseIterable {
        case utf8 = "utf-8"
        case windows1252 = "windows-1252"
        case utf16LittleEndian = "utf-16le"
        case utf16BigEndian = "utf-16be"
    }

    /// One of a few signs; a tab may be written as `tab`.
    private static func sign(_ mapping: YAMLMapping, _ key: String, among signs: [String]) -> Character? {
        guard let node = mapping.node(key), case .scalar(let text, _) = node.content else { return nil }
        let sign = text == "tab" ? "\t" : text
        if signs.contains(sign) { return sign.first }
        mapping.refuse(key, "not_listed", ["value": text])
        return nil
    }

    /// Tables of the census come in several files, and in several sizes of cells.
    private static func readCensusKeys(_ mapping: YAMLMapping, into entry: inout LayerEntry) {
        for (node, path) in mapping.list("joined") ?? [] {
            guard let file = YAMLMapping.text(of: node, path: path, mapping.findings) else { continue }
            if ProjectPath.leavesFolder(file) {
                mapping.findings.refuse(
                    path, at: node.location, "outside", ["file": file], code: .fileOutsideProject)
            } else {
                entry.joined.append(file)
            }
        }
        if let text = mapping.text("cell_size") {
            let sizes = ["100m": 100, "1km": 1_000, "10km": 10_000]
            entry.cellSize = sizes[text]
            if entry.cellSize == nil {
                mapping.refuse("cell_size", "not_listed", hint(for: text, among: sizes.keys.sorted()))
            }
        }
    }

    /// A table of places says where they lie: by coordinates or by address.
    private static func checkPositions(_ mapping: YAMLMapping, _ entry: LayerEntry) {
        guard LayerEntry.Format(ofFile: entry.file).isTabular, [.places, .stops, .addresses].contains(entry.kind) else {
            return
        }
        let hasCoordinates = entry.columns[.x] != nil && entry.columns[.y] != nil
        let hasAddress = entry.kind != .addresses && entry.columns[.street] != nil
        if !hasCoordinates && !hasAddress {
            mapping.findings.add(.keyMissing, at: mapping.location, ["key": mapping.path("columns.x, columns.y")])
        }
    }

    /// The keys of a map of OpenStreetMap, which has its own reference system, tags and categories.
    private static func readMapKeys(
        _ mapping: YAMLMapping, _ categories: PlaceCategoryTable, into entry: inout LayerEntry
    ) {
        for key in ["crs", "columns", "category"] where mapping.node(key) != nil { mapping.refuse(key, "map_knows") }
        if entry.kind == .quarters, let level = mapping.positiveNumber("admin_level", limit: 12) {
            entry.adminLevel = Int(exactly: level.rounded())
        }
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

    /// A file that a key names, inside of the project's folder.
    static func readFile(_ mapping: YAMLMapping, _ key: String, required: Bool = false) -> String? {
        guard let file = mapping.text(key, required: required) else { return nil }
        if file.hasSuffix("/") { mapping.refuse(key, "expected_file") }
        if ProjectPath.leavesFolder(file) {
            mapping.refuse(key, "outside", ["file": file], code: .fileOutsideProject)
        }
        return file
    }

    /// A folder that a key names, inside of the project's folder.
    static func readFolder(_ mapping: YAMLMapping, _ key: String) -> String? {
        guard let folder = mapping.text(key) else { return nil }
        if ProjectPath.leavesFolder(folder) {
            mapping.refuse(key, "outside", ["file": folder], code: .fileOutsideProject)
        }
        return folder
    }

    private static func readColumns(_ mapping: YAMLMapping, _ kind: LayerEntry.Kind) -> [LayerEntry.Role: String] {
        var columns: [LayerEntry.Role: String] = [:]
        guard let entries = mapping.mapping("columns") else { return columns }
        for role in LayerEntry.Role.allowed(in: kind) {
            guard let name = entries.text(role.rawValue) else { continue }
            if ContactColumn.isNamed(name) {
                mapping.findings.add(.contactColumn, at: entries.location(role.rawValue), ["column": name])
            } else {
                columns[role] = name
            }
        }
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
    /// People may stand in several, since not every size of census cells has all groups.
    static func checkLayers(_ layers: [LayerEntry], _ root: YAMLMapping) {
        for kind in [LayerEntry.Kind.quarters, .places] where !layers.contains(where: { $0.kind == kind }) {
            root.findings.add(.layerMissing, at: root.location("layers"), ["kind": kind.rawValue])
        }
        for single in [LayerEntry.Kind.quarters, .focusAreas] {
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
