internal import Features
internal import Planar
internal import Project
internal import Town

/// Reads layers of named areas: quarters, focus areas, any other.
enum AreaReading {
    /// The areas of a layer and the row of each, for messages. Features that are no areas are reported and left out.
    static func read(
        _ loaded: LoadedLayer, title: String, findings: inout [Diagnostic]
    ) -> (table: AreaTable, rows: [Int]) {
        let layer = loaded.metric.layer
        findings += loaded.missingColumns()
        var table = AreaTable(title: title, ids: [], names: [], geometries: [])
        var rows: [Int] = []
        for row in 0..<layer.count {
            guard let geometry = layer.geometries[row], !geometry.isEmpty else { continue }
            guard geometry.dimension == 2 else {
                findings.append(Diagnostic(.wrongKind, at: loaded.location(row), ["kind": "\(geometry.kind)"]))
                continue
            }
            let name = loaded.text(.name, row)
            if name == nil, loaded.entry.columns[.name] != nil {
                findings.append(Diagnostic(.nameMissing, at: loaded.location(row)))
            }
            table.ids.append(loaded.metric.ids[row])
            table.names.append(name ?? loaded.metric.ids[row])
            table.geometries.append(geometry.arealPart)
            rows.append(row)
        }
        return (table, rows)
    }

    /// The focus areas with what they rest on: columns first, then the defaults of the project file.
    static func readFocusAreas(
        _ layers: [LoadedLayer], periodStart: CalendarDate?, findings: inout [Diagnostic]
    ) -> (table: FocusAreaTable, rows: [(layer: Int, row: Int)])? {
        guard !layers.isEmpty else { return nil }
        var result = FocusAreaTable(
            areas: AreaTable(title: "", ids: [], names: [], geometries: []), grounds: [])
        var rows: [(layer: Int, row: Int)] = []
        for (number, loaded) in layers.enumerated() {
            let (areas, areaRows) = read(loaded, title: loaded.entry.name ?? "", findings: &findings)
            result.areas.ids += distinct(areas.ids, from: result.areas.ids, layer: number)
            for (index, row) in areaRows.enumerated() {
                result.areas.names.append(areas.names[index])
                result.areas.geometries.append(areas.geometries[index])
                result.grounds.append(ground(loaded, row, periodStart, &findings))
                rows.append((number, row))
            }
        }
        return (result, rows)
    }

    /// Ids are unique within a layer; over several layers a number in front tells them apart.
    static func distinct(_ ids: [String], from taken: [String], layer number: Int) -> [String] {
        let taken = Set(taken)
        return ids.map { taken.contains($0) ? "\(number + 1):\($0)" : $0 }
    }

    private static func ground(
        _ loaded: LoadedLayer, _ row: Int, _ periodStart: CalendarDate?, _ findings: inout [Diagnostic]
    ) -> FocusAreaTable.Ground {
        let defaults = loaded.entry.defaults
        var basis = defaults.basis ?? .unknown
        if let word = loaded.text(.basis, row) {
            let known = FocusAreaTable.Basis(rawValue: word.trimmed.lowercased())
            if known == nil || known == .unknown {
                findings.append(Diagnostic(.basisUnknown, at: loaded.location(row), ["value": word]))
            }
            basis = known ?? .unknown
        } else if basis == .unknown {
            findings.append(Diagnostic(.basisUnknown, at: loaded.location(row), ["value": "–"]))
        }
        func date(_ role: LayerEntry.Role, _ fallback: CalendarDate?) -> CalendarDate? {
            guard let text = loaded.text(role, row) else { return fallback }
            let date = CalendarDate(text: text)
            if date == nil {
                findings.append(
                    Diagnostic(
                        .dateUnreadable, at: loaded.location(row),
                        ["value": text, "column": loaded.entry.columns[role] ?? ""]))
            }
            return date
        }
        let review = date(.review, defaults.review)
        if let review, let periodStart, review < periodStart {
            findings.append(Diagnostic(.reviewOverdue, at: loaded.location(row), ["date": "\(review)"]))
        }
        return FocusAreaTable.Ground(
            basis: basis, role: loaded.text(.role, row) ?? defaults.role,
            date: date(.date, defaults.date).map { "\($0)" },
            reason: loaded.text(.reason, row) ?? defaults.reason, review: review.map { "\($0)" })
    }
}
