internal import Features
internal import OpenStreetMap
internal import Planar
internal import Project
internal import Topology
internal import Town
internal import Wording

/// Reads meeting places and services from all place layers into one table.
struct PlaceReading {
    /// The table as it grows.
    private(set) var table = PlaceTable()
    /// The layer and row of each place, for messages.
    private(set) var rows: [(layer: Int, row: Int)] = []
    private let known: PlaceCategoryTable
    private let asked: [PlaceTable.Category]
    private let periodStart: CalendarDate?
    private var categoryIndexes: [String: Int32] = [:]
    private var usedIDs: Set<String> = []

    /// - Parameters:
    ///   - categories: the town's own categories; those without a place read "none recorded".
    ///   - periodStart: the first day of the period; funding that ended before is reported.
    init(categories: [PlaceTable.Category], periodStart: CalendarDate?) {
        known = PlaceCategoryTable(overrides: categories)
        asked = categories
        self.periodStart = periodStart
        for category in categories { _ = index(of: category) }
    }

    /// Adds the places of one layer, which is number `number` of the place layers.
    mutating func add(_ loaded: LoadedLayer, number: Int, findings: inout [Diagnostic]) {
        let layer = loaded.metric.layer
        findings += loaded.missingColumns()
        findings += mixedColumns(loaded)
        for row in 0..<layer.count {
            guard let geometry = layer.geometries[row], !geometry.isEmpty else { continue }
            let position: (x: Double, y: Double)
            if geometry.kind == .point {
                position = (geometry.xs[0], geometry.ys[0])
            } else if geometry.dimension == 2, let middle = geometry.areaCentroid {
                // A park or a school ground: its middle stands for it, since the file knows no entrances.
                position = middle
            } else {
                findings.append(Diagnostic(.wrongKind, at: loaded.location(row), ["kind": "\(geometry.kind)"]))
                continue
            }
            append(loaded, number: number, row: row, at: position, findings: &findings)
        }
    }

    private mutating func append(
        _ loaded: LoadedLayer, number: Int, row: Int, at position: (x: Double, y: Double),
        findings: inout [Diagnostic]
    ) {
        let location = loaded.location(row)
        rows.append((number, row))
        table.ids.append(uniqueID(loaded.metric.ids[row], number))
        let name = loaded.text(.name, row) ?? ""
        // Most playgrounds of a map have no name; in a list of the town a missing one is a slip.
        if name.isEmpty, loaded.column(.name) != nil, loaded.entry.format == .geoJSON {
            findings.append(Diagnostic(.nameMissing, at: location))
        }
        table.names.append(name)
        table.categoryIndexes.append(category(loaded, row, location, &findings))
        table.xs.append(position.x)
        table.ys.append(position.y)
        table.capacities.append(measure(.capacity, loaded, row, location, &findings))
        table.roomAreas.append(measure(.roomArea, loaded, row, location, &findings))
        table.hours.append(hours(loaded, row, location, &findings))
        table.operators.append(loaded.text(.operator, row))
        table.operatorKinds.append(operatorKind(loaded, row, location, &findings))
        table.languages.append(
            (loaded.text(.languages, row) ?? "").split { ";,/".contains($0) }
                .map { String($0).trimmed }.filter { !$0.isEmpty })
        table.wheelchair.append(wheelchair(loaded, row, location, &findings))
        table.fundedUntil.append(fundedUntil(loaded, row, location, &findings))
        table.sources.append(loaded.text(.source, row))
        table.dates.append(day(.date, loaded, row, location, &findings))
        if row < loaded.entrances.count {
            let range = loaded.entrances.range(ofRow: row)
            table.entranceXs += loaded.entrances.xs[range]
            table.entranceYs += loaded.entrances.ys[range]
        }
        table.entranceEnds.append(Int32(truncatingIfNeeded: table.entranceXs.count))
    }

    /// Ids are unique within a layer already; over all layers a number in front tells them apart.
    private mutating func uniqueID(_ id: String, _ number: Int) -> String {
        var unique = id
        while !usedIDs.insert(unique).inserted { unique = "\(number + 1):\(unique)" }
        return unique
    }

    // MARK: Columns

    private mutating func category(
        _ loaded: LoadedLayer, _ row: Int, _ location: SourceLocation, _ findings: inout [Diagnostic]
    ) -> Int32 {
        guard let word = loaded.entry.category ?? loaded.text(.category, row) else {
            findings.append(Diagnostic(.categoryMissing, at: location))
            return index(of: PlaceReading.unknown)
        }
        if let category = known.category(for: word) { return index(of: category.category) }
        findings.append(
            Diagnostic(
                .categoryUnknown, at: location, hint(for: word, among: known.ids).merging(["category": word]) { $1 }))
        return index(
            of: PlaceTable.Category(
                id: word, names: [.german: word, .english: word], kind: .service, encounter: .everyday))
    }

    /// Places whose category nobody recorded.
    static let unknown = PlaceTable.Category(
        id: "uncategorised",
        names: [
            .german: Catalogue.of(.german).text("category.uncategorised"),
            .english: Catalogue.of(.english).text("category.uncategorised"),
        ], kind: .service, encounter: .everyday)

    private mutating func index(of category: PlaceTable.Category) -> Int32 {
        if let index = categoryIndexes[category.id] { return index }
        let index = Int32(table.categories.count)
        table.categories.append(category)
        categoryIndexes[category.id] = index
        return index
    }

    /// A number from 0 on; what is none is reported.
    private func measure(
        _ role: LayerEntry.Role, _ loaded: LoadedLayer, _ row: Int, _ location: SourceLocation,
        _ findings: inout [Diagnostic]
    ) -> Double? {
        guard let text = loaded.text(role, row) else { return nil }
        guard let value = loaded.column(role)?.double(at: row) ?? Double(text), value.isFinite, value >= 0 else {
            findings.append(
                Diagnostic(
                    .capacityUnreadable, at: location,
                    ["value": text, "column": loaded.entry.columns[role] ?? ""]))
            return nil
        }
        return value
    }

    private func hours(
        _ loaded: LoadedLayer, _ row: Int, _ location: SourceLocation, _ findings: inout [Diagnostic]
    ) -> String? {
        guard let text = loaded.text(.hours, row) else {
            let (hours, finding) = Diagnostic.weekdayHours(
                LayerEntry.Role.weekdays.map { loaded.text($0, row) }, at: location)
            if let finding { findings.append(finding) }
            return hours
        }
        if let finding = Diagnostic.unreadableHours(text, at: location) { findings.append(finding) }
        return text
    }

    private func wheelchair(
        _ loaded: LoadedLayer, _ row: Int, _ location: SourceLocation, _ findings: inout [Diagnostic]
    ) -> PlaceTable.Wheelchair {
        guard let text = loaded.text(.wheelchair, row) else { return .unknown }
        switch text.lowercased().trimmed {
        case "yes", "ja", "true", "1", "designated": return .yes
        case "limited", "teilweise", "eingeschränkt", "bedingt": return .limited
        case "no", "nein", "false", "0": return .no
        case "unknown", "unbekannt": return .unknown
        default:
            findings.append(Diagnostic(.wheelchairUnknown, at: location, ["value": text]))
            return .unknown
        }
    }

    private func fundedUntil(
        _ loaded: LoadedLayer, _ row: Int, _ location: SourceLocation, _ findings: inout [Diagnostic]
    ) -> String? {
        guard let date = day(.fundedUntil, loaded, row, location, &findings) else { return nil }
        if let periodStart, date < periodStart {
            findings.append(Diagnostic(.fundingEnded, at: location, ["date": "\(date)"]))
        }
        return "\(date)"
    }

    /// A day; what is none is reported.
    private func day(
        _ role: LayerEntry.Role, _ loaded: LoadedLayer, _ row: Int, _ location: SourceLocation,
        _ findings: inout [Diagnostic]
    ) -> CalendarDate? {
        guard let text = loaded.text(role, row) else { return nil }
        let day = CalendarDate(text: text.trimmed)
        if day == nil {
            findings.append(
                Diagnostic(
                    .dateUnreadable, at: location, ["value": text, "column": loaded.entry.columns[role] ?? ""]))
        }
        return day
    }

    private func operatorKind(
        _ loaded: LoadedLayer, _ row: Int, _ location: SourceLocation, _ findings: inout [Diagnostic]
    ) -> OperatorKind {
        guard let text = loaded.text(.operatorKind, row) else { return .notRecorded }
        if let kind = OperatorKind(word: text) { return kind }
        findings.append(
            Diagnostic(
                .wordUnknown, at: location,
                OperatorKind.hint(text).merging(
                    ["value": text, "column": loaded.entry.columns[.operatorKind] ?? ""]
                ) { $1 }))
        return .notRecorded
    }

    /// Mapped columns in which the file mixes numbers and texts, reported at the first value of the rarer type.
    private func mixedColumns(_ loaded: LoadedLayer) -> [Diagnostic] {
        loaded.entry.columns.values.sorted().compactMap { name -> Diagnostic? in
            guard let column = loaded.metric.layer.column(named: name), case .mixed(let kinds, _) = column.storage
            else { return nil }
            let texts = kinds.indices.filter { column.isPresent(at: $0) && kinds[$0] == .text }
            let others = kinds.indices.filter { column.isPresent(at: $0) && kinds[$0] != .text }
            guard let first = (texts.count < others.count ? texts : others).first else { return nil }
            return Diagnostic(.mixedTypes, at: loaded.location(first), ["column": name])
        }
    }

    /// The table with categories sorted by id, as all outputs show them.
    func finished() -> PlaceTable {
        var result = table
        let order = table.categories.indices.sorted { table.categories[$0].id < table.categories[$1].id }
        var newIndex = [Int32](repeating: 0, count: order.count)
        for (new, old) in order.enumerated() { newIndex[old] = Int32(new) }
        result.categories = order.map { table.categories[$0] }
        result.categoryIndexes = table.categoryIndexes.map { newIndex[Int($0)] }
        return result
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text = text.dropFirst() }
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return String(text)
    }
}
