internal import Features
internal import Planar
internal import Project
internal import Topology
internal import Town

/// Puts together where people live: layers of points or cells with a column for each group, cells of the census, and
/// figures per quarter that are spread over where people can live.
enum PopulationReading {
    /// The population of a study: the table, the cells as shapes (nil for points) and where each origin was said.
    struct Population {
        var table: PopulationTable
        var cells: [Geometry]?
        /// The origins whose quarter a register says, ascending, with the quarter.
        var quarters: [(origin: Int32, quarter: Int32)] = []
        /// Where the source of an origin says it, for messages.
        var location: (Int) -> SourceLocation
        /// How counts came to smaller areas.
        var disaggregations: [DisaggregationRecord] = []
        /// The groups that come from another source than all residents do.
        var groupsOfOtherSources: [Int] = []
        /// The noise that protects counts; nil where no source is protected so.
        var noise: UsedNoise?
    }

    /// Joins the sources, points and cells alike. Nobody is counted twice: a group is taken from registers of the quarters,
    /// else from the first layer that knows it, and what other layers say of it is left out, as is a second census.
    /// Missing and unusable counts are 0 with a finding, rows without a place are reported and left out.
    ///
    /// - Parameters:
    ///   - layers: The layers of points or cells.
    ///   - figures: What registers say of the quarters; a group that they know is taken from them alone.
    ///   - spreading: How counts are spread over smaller areas.
    static func read(
        _ layers: [LoadedLayer], figures: QuarterFigures, spreading: PeopleSpreading, project: ProjectFile,
        findings: inout [Diagnostic]
    ) throws(Failure) -> Population? {
        let groups = project.groups
        let layers = OneCensus.layers(layers, groups, findings: &findings)
        guard !layers.isEmpty || !figures.isEmpty else {
            reportMissingColumns([], [], figures, groups, findings: &findings)
            return nil
        }
        let noise = UsedNoise(project.population)
        var parts: [PopulationPart] = []
        var records: [DisaggregationRecord] = []
        for layer in layers {
            let part =
                if let grid = layer.census {
                    CensusPeople.part(layer, grid, groups, noise: noise.noise)
                } else {
                    part(layer, groups, findings: &findings)
                }
            parts.append(part)
        }
        reportMissingColumns(layers, parts, figures, groups, findings: &findings)
        checkGroups(parts, groups, findings: &findings)
        takeEachGroupOnce(&parts)
        let masks = parts
        // What a register counts is not counted again by cells, which only say where in a quarter people live.
        for index in parts.indices {
            for group in groups.indices where figures.byGroup[group] != nil { parts[index].groups[group] = nil }
        }
        for index in parts.indices {
            if layers[index].census != nil, let finer = try spreading.split(parts[index]) {
                parts[index] = finer.part
                records.append(finer.record)
            } else {
                parts[index].markCoarseCells()
            }
        }
        if !figures.isEmpty {
            let spread = try spreading.spread(figures, groups, masks: masks)
            parts.append(spread.part)
            records += spread.records
        }
        findings += records.flatMap(\.findings)
        var population = population(parts.map { $0.withoutEmptyShapes() }, groups.count, records)
        if layers.contains(where: { $0.census != nil }) { population.noise = noise }
        population.groupsOfOtherSources = groupsOfOtherSources(masks, figures, groups.count)
        return population
    }

    /// The groups whose counts stand in another table or layer than those of all residents.
    private static func groupsOfOtherSources(
        _ parts: [PopulationPart], _ figures: QuarterFigures, _ groupCount: Int
    ) -> [Int] {
        func source(_ group: Int) -> Int? {
            figures.byGroup[group] != nil ? -1 : parts.firstIndex { $0.groups[group] != nil }
        }
        guard let all = source(0) else { return [] }
        return (1..<max(1, groupCount)).filter { source($0) != nil && source($0) != all }
    }

    /// Leaves each group to the first part that knows it.
    static func takeEachGroupOnce(_ parts: inout [PopulationPart]) {
        var known: Set<Int> = []
        for part in parts.indices {
            for group in parts[part].groups.indices where parts[part].groups[group] != nil {
                if !known.insert(group).inserted { parts[part].groups[group] = nil }
            }
        }
    }

    /// All parts in one table; a group that a part does not know counts nobody there.
    private static func population(
        _ parts: [PopulationPart], _ groupCount: Int, _ records: [DisaggregationRecord]
    ) -> Population {
        var table = PopulationTable(xs: [], ys: [], counts: [], areCells: false)
        let shapes = parts.flatMap(\.shapes)
        for shape in shapes {
            let origin = origin(of: shape) ?? (0, 0)
            table.xs.append(origin.x)
            table.ys.append(origin.y)
        }
        for group in 0..<groupCount {
            var (counts, variances, lowest, highest): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
            for part in parts {
                let zeros = [Double](repeating: 0, count: part.shapes.count)
                let known = part.groups[group]
                let own = known?.counts ?? zeros
                counts += own
                variances += known.map { $0.spread.noiseVariances.isEmpty ? zeros : $0.spread.noiseVariances } ?? zeros
                lowest += known.map { $0.spread.lowest.isEmpty ? own : $0.spread.lowest } ?? zeros
                highest += known.map { $0.spread.highest.isEmpty ? own : $0.spread.highest } ?? zeros
            }
            let isRanged = zip(lowest, highest).contains { $0 != $1 }
            table.counts.append(counts)
            table.spreads.append(
                CountSpread(
                    noiseVariances: variances, lowest: isRanged ? lowest : [], highest: isRanged ? highest : []))
        }
        if !table.isProtected { table.spreads = [] }
        table.coarseCells = coarseCells(parts)
        table.areCells = shapes.contains { $0.dimension == 2 }
        var ends: [Int] = []
        for part in parts { ends.append((ends.last ?? 0) + part.shapes.count) }
        var quarters: [(origin: Int32, quarter: Int32)] = []
        for (part, end) in zip(parts, ends) {
            let start = end - part.shapes.count
            for (index, quarter) in part.quarters.enumerated() {
                quarters.append((Int32(truncatingIfNeeded: start + index), quarter))
            }
        }
        return Population(
            table: table, cells: table.areCells ? shapes : nil, quarters: quarters,
            location: { origin in
                let index = ends.firstIndex { origin < $0 } ?? 0
                return parts[index].location(origin - (index == 0 ? 0 : ends[index - 1]))
            }, disaggregations: records)
    }

    /// The large cells of all parts, each with its own number.
    private static func coarseCells(_ parts: [PopulationPart]) -> CoarseCells {
        var cells: [Int32] = []
        var next: Int32 = 0
        for part in parts {
            let own = part.coarseCells.isEmpty ? part.shapes.map { _ in -1 } : part.coarseCells
            cells += own.map { $0 < 0 ? -1 : $0 + next }
            next += (own.max() ?? -1) + 1
        }
        return CoarseCells(cellsOfOrigins: cells)
    }

    /// The position to measure from: the point, or the middle of the cell.
    private static func origin(of geometry: Geometry) -> (x: Double, y: Double)? {
        if geometry.kind == .point { return (geometry.xs[0], geometry.ys[0]) }
        guard geometry.dimension == 2 else { return nil }
        return geometry.areaCentroid
    }

    // MARK: Layers of points or cells

    private static func part(
        _ loaded: LoadedLayer, _ groups: [ProjectFile.GroupEntry], findings: inout [Diagnostic]
    ) -> PopulationPart {
        var shapes: [Geometry] = []
        var rows: [Int] = []
        for row in 0..<loaded.metric.layer.count {
            guard let geometry = loaded.metric.layer.geometries[row], !geometry.isEmpty else { continue }
            guard origin(of: geometry) != nil else {
                findings.append(Diagnostic(.wrongKind, at: loaded.location(row), ["kind": "\(geometry.kind)"]))
                continue
            }
            shapes.append(geometry)
            rows.append(row)
        }
        var columns = groups.map { column($0, of: loaded, findings: &findings) }
        for (index, group) in groups.enumerated() where group.isShare {
            if let shares = columns[index], let row = rows.first(where: { shares[$0] > 100 }) {
                findings.append(
                    Diagnostic(
                        .groupExceedsAll, at: loaded.location(row), ["group": group.id, "column": group.column]))
            }
            // Shares of nobody knows how many are no counts.
            columns[index] = columns[index].flatMap { shares in
                columns[0].map { all in zip(shares, all).map { min($0, 100) / 100 * $1 } }
            }
        }
        return PopulationPart(
            shapes: shapes,
            groups: columns.map { column in
                column.map { column in (rows.map { column[$0] }, CountSpread.none) }
            }, location: { loaded.location(rows[$0]) })
    }

    /// One group's numbers; nil where the column is missing.
    private static func column(
        _ group: ProjectFile.GroupEntry, of loaded: LoadedLayer, findings: inout [Diagnostic]
    ) -> [Double]? {
        let layer = loaded.metric.layer
        guard let name = group.column(where: { layer.column(named: $0) != nil }),
            let column = layer.column(named: name)
        else { return nil }
        var fractions = 0
        var firstFraction: Int?
        var counts = [Double](repeating: 0, count: layer.count)
        for row in 0..<layer.count {
            let arguments = ["column": name]
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
        if let firstFraction, !group.isShare {
            findings.append(
                Diagnostic(
                    .valueNotWhole, at: loaded.location(firstFraction),
                    ["column": name, "count": "\(fractions)"]))
        }
        return counts
    }

    // MARK: Checks

    /// A group whose column no source has; it is told of the first layer, or else of the first table.
    private static func reportMissingColumns(
        _ layers: [LoadedLayer], _ parts: [PopulationPart], _ figures: QuarterFigures,
        _ groups: [ProjectFile.GroupEntry], findings: inout [Diagnostic]
    ) {
        for (index, group) in groups.enumerated()
        where figures.byGroup[index] == nil && !parts.contains(where: { $0.groups[index] != nil }) {
            if let layer = layers.first {
                findings.append(layer.columnMissing(group.column))
            } else if let table = figures.tables.first {
                findings.append(table.columnMissing(group.column))
            }
        }
    }

    /// No group can be larger than all residents.
    private static func checkGroups(
        _ parts: [PopulationPart], _ groups: [ProjectFile.GroupEntry], findings: inout [Diagnostic]
    ) {
        for group in groups.indices.dropFirst() {
            for part in parts {
                guard let all = part.groups[0], let own = part.groups[group] else { continue }
                for shape in part.shapes.indices where own.counts[shape] > all.counts[shape] {
                    // A range is no count that could be wrong.
                    if !all.spread.highest.isEmpty, all.spread.highest[shape] >= own.counts[shape] { continue }
                    findings.append(
                        Diagnostic(
                            .groupExceedsAll, at: part.location(shape),
                            ["group": groups[group].id, "column": groups[group].column]))
                }
            }
        }
    }
}
