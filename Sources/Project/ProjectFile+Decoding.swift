public import Features
internal import Town
internal import Wording

extension ProjectFile {
    /// Reads a project file: YAML, or JSON as its subset.
    ///
    /// All findings are collected, in the order of the file. The project is nil as soon as one of them is an error.
    /// - Parameters:
    ///   - text: The text of the file.
    ///   - file: Its name as the user gave it, for the findings.
    public static func decode(_ text: String, file: String) -> (project: ProjectFile?, findings: [Diagnostic]) {
        let document = YAMLDocument(text, file: file)
        let findings = FindingList(document.findings)
        var project: ProjectFile?
        if let root = document.root, !root.isNull {
            project = YAMLMapping(root, path: "", findings: findings).flatMap(read)
        } else if document.findings.isEmpty {
            findings.add(.keyMissing, at: SourceLocation(file: file), ["key": "version, town, period, layers"])
        }
        let sorted = findings.findings.enumerated().sorted { left, right in
            let places = (left.element.location?.line ?? 0, right.element.location?.line ?? 0)
            return (places.0, left.offset) < (places.1, right.offset)
        }
        let hasError = findings.findings.contains { $0.severity == .error }
        return (hasError ? nil : project, sorted.map(\.element))
    }

    private static func read(_ root: YAMLMapping) -> ProjectFile? {
        if let version = root.text("version", required: true), version != "1" {
            root.refuse("version", "version", ["value": version])
        }
        let town = root.mapping("town", required: true).flatMap(readTown)
        let period = root.text("period", required: true)
        let earlier = readEarlier(root)
        let language: Language? = root.choice("language")
        let understanding = readUnderstanding(root)
        let categories = root.mappings("categories").compactMap(readCategory)
        unique(categories.map(\.id), of: root, "categories")
        let layerMappings = root.mappings("layers", required: true)
        let table = PlaceCategoryTable(overrides: categories)
        var layers = layerMappings.compactMap { readLayer($0, categories: table) }
        let groups = readGroups(root)
        let population = readPopulation(root)
        let calendar = readCalendar(root)
        let notes = readFolder(root, "notes")
        let thresholds = readThresholds(root)
        let travel = readTravel(root)
        let indicators = readIndicators(root)
        let disclosure = readDisclosure(root)
        let history = readFile(root, "history")
        let update = readUpdate(root)
        let notify = readNotify(root)
        let openData = readOpenData(root)
        let report = readReport(root)
        let sources = root.mappings("sources").compactMap(readSource)
        unique(sources.map(\.id), of: root, "sources")
        root.finish()

        // A layer that could not be read may be the one that seems to be missing.
        if layers.count == layerMappings.count { checkLayers(layers, root) }
        if let holidays = calendar.schoolHolidays { layers.append(holidays) }
        checkReferences(layers, sources, root.findings)
        if groups.isEmpty, let people = layers.first(where: { [.population, .quarterTable].contains($0.kind) }) {
            root.findings.add(.keyMissing, at: people.location, ["key": "groups"])
        }
        guard let town, let period else { return nil }
        return ProjectFile(
            town: town, period: period, earlier: earlier, language: language, understanding: understanding,
            layers: layers,
            groups: groups, population: population, calendar: calendar, notes: notes, categories: categories,
            thresholds: thresholds, travel: travel, indicators: indicators, disclosure: disclosure, openData: openData,
            history: history, update: update, notify: notify, report: report, sources: sources)
    }

    // MARK: Parts

    private static func readTown(_ mapping: YAMLMapping) -> TownEntry? {
        let name = mapping.text("name", required: true)
        var key: MunicipalKey?
        if let text = mapping.text("ags") {
            do throws(MunicipalKey.Defect) {
                key = try MunicipalKey(text)
            } catch {
                mapping.refuse("ags", "key_" + error.rawValue, ["value": text], code: .municipalKey)
            }
        }
        let crs = mapping.text("crs")
        mapping.finish()
        return name.map { TownEntry(name: $0, municipalKey: key, crs: crs) }
    }

    /// The project file of the date before: mostly in a folder beside this one's.
    private static func readEarlier(_ root: YAMLMapping) -> EarlierEntry? {
        guard let node = root.node("earlier"), let path = root.text("earlier") else { return nil }
        if path.hasSuffix("/") { root.refuse("earlier", "expected_file") }
        return EarlierEntry(path: path, location: node.location)
    }

    private static func readUnderstanding(_ root: YAMLMapping) -> Understanding? {
        guard let node = root.node("understanding") else {
            root.findings.add(.understandingEmpty, at: SourceLocation(file: root.location.file))
            return nil
        }
        guard let mapping = YAMLMapping(node, path: "understanding", findings: root.findings) else { return nil }
        let adoptedBy = mapping.text("adopted_by")
        let adoptedOn = mapping.date("adopted_on")
        let goals = mapping.mappings("goals").compactMap(readGoal)
        unique(goals.map(\.id), of: mapping, "goals")
        var text = ""
        if let node = mapping.node("text") {
            text = YAMLMapping.text(of: node, path: mapping.path("text"), root.findings) ?? ""
        }
        mapping.finish()
        if text.allSatisfy(\.isWhitespace) {
            root.findings.add(.understandingEmpty, at: mapping.location("text"))
            if goals.isEmpty { return nil }
        }
        return Understanding(text: text, adoptedBy: adoptedBy, adoptedOn: adoptedOn, goals: goals)
    }

    private static func readGoal(_ mapping: YAMLMapping) -> Goal? {
        let id = identifier(mapping, "id")
        let text = mapping.text("text", required: true)
        let indicators = (mapping.list("indicators") ?? []).compactMap {
            YAMLMapping.text(of: $0, path: $1, mapping.findings)
        }
        mapping.finish()
        guard let id, let text else { return nil }
        return Goal(id: id, text: text, indicators: indicators, location: mapping.location)
    }

    private static func readCategory(_ mapping: YAMLMapping) -> PlaceTable.Category? {
        let id = identifier(mapping, "id")
        let known = id.flatMap { PlaceCategoryTable.builtIn.category(for: $0) }.flatMap {
            $0.id == id ? $0.category : nil
        }
        let names = mapping.names("name", required: known == nil)
        let kind: PlaceTable.Category.Kind? = mapping.choice("kind", required: known == nil)
        let encounter: PlaceTable.Category.Encounter? = mapping.choice("encounter")
        let level: PlaceTable.Category.Level? = mapping.choice("level")
        let isSensitive = mapping.flag("sensitive")
        mapping.finish()
        guard let id, let kind = kind ?? known?.kind, let names = names ?? known?.names else { return nil }
        return PlaceTable.Category(
            id: id, names: names, kind: kind, encounter: encounter ?? known?.encounter ?? .organised,
            level: level ?? known?.level ?? .quarter, isSensitive: isSensitive ?? known?.isSensitive ?? false)
    }

    private static func readGroups(_ root: YAMLMapping) -> [GroupEntry] {
        let mappings = root.mappings("groups")
        let groups = mappings.compactMap { mapping -> GroupEntry? in
            let id = identifier(mapping, "id")
            let share = columnNames(mapping, "share")
            let column = columnNames(mapping, "column", required: share == nil)
            if column != nil, share != nil { mapping.refuse("share", "share_and_column") }
            let names = mapping.names("name", required: true)
            let isInternal = mapping.flag("internal") ?? false
            let isStatus = mapping.flag("status") ?? false
            let definition: PopulationGroup.Definition? = mapping.choice("definition")
            mapping.finish()
            guard let id, let columns = column ?? share, let first = columns.first, let names else { return nil }
            return GroupEntry(
                id: id, column: first, otherColumns: Array(columns.dropFirst()), isShare: share != nil,
                isInternal: isInternal, isStatus: isStatus, definition: definition, names: names,
                location: mapping.location)
        }
        unique(groups.map(\.id), of: root, "groups")
        // All residents are the addressees, so they come first in every table.
        if groups.count == mappings.count, let first = groups.first {
            if first.id != "all" { root.findings.refuse("groups[1].id", at: first.location, "first_group") }
            if first.isShare { root.findings.refuse("groups[1].share", at: first.location, "all_as_share") }
            if first.isInternal { root.findings.refuse("groups[1].internal", at: first.location, "all_internal") }
        }
        return groups
    }

    /// The name of a column, or a list of the names that it has in several sources; nil where there is none.
    private static func columnNames(_ mapping: YAMLMapping, _ key: String, required: Bool = false) -> [String]? {
        guard let node = mapping.node(key), case .sequence = node.content else {
            return mapping.text(key, required: required).map { [$0] }
        }
        let names = (mapping.list(key) ?? []).compactMap { YAMLMapping.text(of: $0, path: $1, mapping.findings) }
        if names.isEmpty || names.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
            mapping.refuse(key, "empty")
            return nil
        }
        return names
    }

    private static func readThresholds(_ root: YAMLMapping) -> Thresholds {
        var thresholds = Thresholds()
        guard let mapping = root.mapping("thresholds") else { return thresholds }
        thresholds.distances = mapping.ascendingNumbers("distances", limit: 100_000) ?? thresholds.distances
        thresholds.border = mapping.positiveNumber("border", limit: 100_000) ?? thresholds.border
        thresholds.minimumOverlap =
            mapping.positiveNumber("minimum_overlap", limit: 1_000_000) ?? thresholds.minimumOverlap
        mapping.finish()
        return thresholds
    }

    private static func readSource(_ mapping: YAMLMapping) -> SourceEntry? {
        let id = identifier(mapping, "id")
        let name = mapping.text("name", required: true)
        let url = mapping.text("url")
        if let url, !url.hasPrefix("https://"), !url.hasPrefix("http://") { mapping.refuse("url", "expected_address") }
        let licence = mapping.text("licence")
        let date = mapping.date("date")
        let attribution = mapping.text("attribution")
        mapping.finish()
        guard let id, let name else { return nil }
        return SourceEntry(id: id, name: name, licence: licence, date: date, url: url, attribution: attribution)
    }
}
