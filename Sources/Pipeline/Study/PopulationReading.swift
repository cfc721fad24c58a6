internal import Features
internal import Planar
internal import Project
internal import Topology
internal import Town

/// Reads where people live: one or more layers of points or cells with a column for each group.
enum PopulationReading {
    /// The population of a study: the table, the cells as shapes (nil for points) and the row of each origin, for
    /// messages.
    struct Population {
        var table: PopulationTable
        var cells: [Geometry]?
        var rows: [(layer: Int, row: Int)]
    }

    /// Joins the layers. All must be points, or all cells; missing and unusable counts are 0 with a finding, rows
    /// without a place are reported and left out.
    static func read(
        _ layers: [LoadedLayer], groups: [ProjectFile.GroupEntry], findings: inout [Diagnostic]
    ) -> Population? {
        guard !layers.isEmpty else { return nil }
        var table = PopulationTable(xs: [], ys: [], counts: groups.map { _ in [] }, areCells: false)
        var cells: [Geometry] = []
        var rows: [(layer: Int, row: Int)] = []
        for (index, loaded) in layers.enumerated() {
            let columns = groups.map { group -> [Double]? in
                column(group, of: loaded, findings: &findings)
            }
            for row in 0..<loaded.metric.layer.count {
                guard let geometry = loaded.metric.layer.geometries[row], !geometry.isEmpty else { continue }
                guard let origin = origin(of: geometry) else {
                    findings.append(
                        Diagnostic(.wrongKind, at: loaded.location(row), ["kind": "\(geometry.kind)"]))
                    continue
                }
                table.xs.append(origin.x)
                table.ys.append(origin.y)
                cells.append(geometry)
                rows.append((index, row))
                for group in groups.indices { table.counts[group].append(columns[group]?[row] ?? 0) }
            }
        }
        checkGroups(table, groups, layers, rows, findings: &findings)
        table.areCells = cells.contains { $0.dimension == 2 }
        return Population(table: table, cells: table.areCells ? cells : nil, rows: rows)
    }

    /// The position to measure from: the point, or the middle of the cell.
    private static func origin(of geometry: Geometry) -> (x: Double, y: Double)? {
        if geometry.kind == .point { return (geometry.xs[0], geometry.ys[0]) }
        guard geometry.dimension == 2 else { return nil }
        return geometry.areaCentroid
    }

    /// One group's counts; nil where the column is missing.
    private static func column(
        _ group: ProjectFile.GroupEntry, of loaded: LoadedLayer, findings: inout [Diagnostic]
    ) -> [Double]? {
        let layer = loaded.metric.layer
        guard let column = layer.column(named: group.column) else {
            findings.append(loaded.columnMissing(group.column))
            return nil
        }
        var fractions = 0
        var firstFraction: Int?
        var counts = [Double](repeating: 0, count: layer.count)
        for row in 0..<layer.count {
            let arguments = ["column": group.column]
            guard column.isPresent(at: row) else {
                findings.append(Diagnostic(.valueMissing, at: loaded.location(row), arguments))
                continue
            }
            guard let value = column.double(at: row), value.isFinite else {
                findings.append(Diagnostic(.valueNotNumeric, at: loaded.location(row), arguments))
                continue
            }
            guard value >= 0 else {
                findings.append(Diagnostic(.valueNegative, at: loaded.location(row), arguments))
                continue
            }
            if value != value.rounded() {
                fractions += 1
                firstFraction = firstFraction ?? row
            }
            counts[row] = value
        }
        if let firstFraction {
            findings.append(
                Diagnostic(
                    .valueNotWhole, at: loaded.location(firstFraction),
                    ["column": group.column, "count": "\(fractions)"]))
        }
        return counts
    }

    /// No group can be larger than all residents.
    private static func checkGroups(
        _ table: PopulationTable, _ groups: [ProjectFile.GroupEntry], _ layers: [LoadedLayer],
        _ rows: [(layer: Int, row: Int)], findings: inout [Diagnostic]
    ) {
        for group in groups.indices.dropFirst() {
            for origin in rows.indices where table.counts[group][origin] > table.counts[0][origin] {
                findings.append(
                    Diagnostic(
                        .groupExceedsAll, at: layers[rows[origin].layer].location(rows[origin].row),
                        ["group": groups[group].id, "column": groups[group].column]))
            }
        }
    }
}
