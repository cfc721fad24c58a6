internal import Features
internal import Overlay
internal import Planar
internal import Project
internal import Topology
internal import Town

/// Spreads counts of quarters and of large cells over squares of about 100 m, so that reach is measured from where people
/// can live and not from the middle of a quarter.
struct PeopleSpreading {
    /// The quarters.
    let quarters: AreaTable
    /// Their land; what several of them claim is the first one's.
    let territories: [Geometry]
    /// Where the quarters stand, for messages.
    let location: SourceLocation
    /// How counts are spread.
    let method: PopulationEntry.Spreading
    /// Whether the pieces get whole persons.
    let rounding: Disaggregation.Rounding
    /// What is known of the land; nil where nothing is.
    let land: (mask: DensityMask, name: String)?

    /// A source of where people live, by its name in the record of a run.
    typealias KnownMask = (mask: DensityMask, name: String)

    /// The side of the squares in metres; cells of the census of this size stay as they are.
    static let side = 100.0
    /// At most so many squares: larger towns get larger squares.
    static let largestCount = 40_000.0

    /// - Throws: `Failure` where the geometry layer could not unite the land.
    init(
        quarters: AreaTable, territories: [Geometry], location: SourceLocation, entry: PopulationEntry,
        buildings: [LoadedLayer], land: [LoadedLayer]
    ) throws(Failure) {
        self.quarters = quarters
        self.territories = territories
        self.location = location
        method = entry.spreading
        rounding = entry.wholeNumbers ? .wholePersons : .none
        var footprints: [Geometry] = []
        var floors: [Double?] = []
        for layer in buildings {
            let column = layer.column(.floors)
            for row in 0..<layer.metric.layer.count {
                guard let shape = layer.metric.layer.geometries[row], shape.dimension == 2 else { continue }
                footprints.append(shape)
                floors.append(column?.double(at: row))
            }
        }
        if !footprints.isEmpty {
            self.land = (DensityMask.buildings(footprints: footprints, floors: floors), "buildings")
            return
        }
        let areas = land.flatMap { layer in
            (0..<layer.metric.layer.count).compactMap { layer.metric.layer.geometries[$0] }.filter { $0.dimension == 2 }
        }
        self.land =
            areas.isEmpty
            ? nil
            : try (
                Self.attempt(location) { () throws(TopologyError) in try DensityMask.residentialLand(areas) },
                "residential_land"
            )
    }

    // MARK: Large cells

    /// Cells that are much larger than a walk is long, in squares of about 100 m; nil where they are small enough.
    func split(_ part: PopulationPart) throws(Failure) -> (part: PopulationPart, record: DisaggregationRecord)? {
        guard part.groups.contains(where: { $0 != nil }), let first = part.shapes.first,
            part.shapes.allSatisfy({ $0.dimension == 2 })
        else { return nil }
        let pieces = Int(exactly: (first.area.squareRoot() / PeopleSpreading.side).rounded()) ?? 1
        guard PeopleSpreading.isCoarse(first), pieces <= 100 else { return nil }
        let squares = part.shapes.flatMap { PeopleSpreading.squares(of: $0, pieces) }
        guard squares.count == part.shapes.count * pieces * pieces else { return nil }
        let masks = method == .dasymetric ? [land].compactMap(\.self) : []
        let spread = try spread(
            part.groups.map { $0?.counts ?? [] }, from: part.shapes, to: squares, masks: masks.map(\.mask),
            arePartsOfFirst: true)
        let groups = part.groups.enumerated().map { index, group in
            group.map { group in
                func share(_ column: [Double]) -> [Double] {
                    spread.following(column, like: index, counts: group.counts)
                }
                return (
                    counts: spread.columns[index],
                    spread: CountSpread(
                        // The parts of a cell have together the noise of the cell.
                        noiseVariances: share(group.spread.noiseVariances),
                        lowest: share(group.spread.lowest),
                        highest: share(group.spread.highest))
                )
            }
        }
        let location = part.location
        let file = SourceLocation(file: part.shapes.isEmpty ? self.location.file : location(0).file)
        return (
            PopulationPart(
                shapes: squares, groups: groups.map { $0.map { ($0.counts, $0.spread) } },
                coarseCells: squares.indices.map { square in
                    let cell = square / (pieces * pieces)
                    let isKnown =
                        spread.shares.masksOfSources.indices.contains(cell)
                        && spread.shares.masksOfSources[cell] >= 0
                    return isKnown ? -1 : Int32(truncatingIfNeeded: cell)
                },
                location: { location($0 / (pieces * pieces)) }),
            DisaggregationRecord(
                subject: DisaggregationRecord.cells, masks: masks.map(\.name), shares: spread.shares,
                record: spread.record, columns: part.groups.compactMap { $0?.counts }, location: file,
                name: { location($0).featureID ?? "\($0 + 1)" })
        )
    }

    /// Whether a cell is much larger than a walk is long, so that it matters where in it people live.
    static func isCoarse(_ cell: Geometry) -> Bool {
        cell.dimension == 2 && (cell.area.squareRoot() / side).rounded() > 2
    }

    /// A four-cornered cell in rows of smaller ones; none where it has another shape. The sides of the cell are straight
    /// in its own system and all but straight in this one: over a kilometre they bend by millimetres.
    private static func squares(of cell: Geometry, _ pieces: Int) -> [Geometry] {
        guard cell.kind == .polygon, cell.xs.count == 5 else { return [] }
        func corner(_ column: Int, _ row: Int) -> (x: Double, y: Double) {
            let (u, v) = (Double(column) / Double(pieces), Double(row) / Double(pieces))
            func mix(_ values: [Double]) -> Double {
                (1 - u) * ((1 - v) * values[0] + v * values[3]) + u * ((1 - v) * values[1] + v * values[2])
            }
            return (mix(cell.xs), mix(cell.ys))
        }
        var squares: [Geometry] = []
        for row in 0..<pieces {
            for column in 0..<pieces {
                let corners = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { corner(column + $0.0, row + $0.1) }
                if let square = try? Geometry(
                    kind: .polygon, xs: corners.map(\.x), ys: corners.map(\.y), ringEnds: [5])
                {
                    squares.append(square)
                }
            }
        }
        return squares
    }

    // MARK: Quarters

    /// The figures of quarters in the squares that the quarters are cut into.
    ///
    /// - Parameter masks: Other sources of people, such as the census, that say where in a quarter they live.
    func spread(
        _ figures: QuarterFigures, _ groups: [ProjectFile.GroupEntry], masks: [PopulationPart]
    ) throws(Failure) -> (part: PopulationPart, records: [DisaggregationRecord]) {
        let pieces = try quarterPieces()
        let location = figures.tables.first.map { SourceLocation(file: $0.layer.source.path) } ?? location
        var columns: [(counts: [Double], spread: CountSpread)?] = []
        var records: [DisaggregationRecord] = []
        let all = figures.byGroup[0]
        for index in groups.indices {
            guard let entries = figures.byGroup[index] else {
                columns.append(nil)
                continue
            }
            let known = known(for: index, masks)
            let counts = entries.map { max($0.value ?? 0, 0) }
            // What is not shown is at least nobody and at most everybody.
            let most = entries.indices.map { quarter -> Double in
                if let value = entries[quarter].value { return max(value, 0) }
                return index > 0 ? all?[quarter].value ?? CountSpread.unbounded : CountSpread.unbounded
            }
            let spread = try spread(
                [counts], from: territories, to: pieces.shapes, masks: known.map(\.mask), owners: pieces.quarters,
                limit: columns.first.flatMap { $0?.counts })
            let isComplete = entries.allSatisfy { $0.value != nil }
            columns.append(
                (
                    spread.columns[0],
                    isComplete
                        ? .none
                        : CountSpread(
                            lowest: spread.columns[0], highest: spread.following(most, like: 0, counts: counts))
                ))
            records.append(
                DisaggregationRecord(
                    subject: groups[index].id, masks: known.map(\.name), shares: spread.shares,
                    record: spread.record, columns: [counts], location: location, name: { quarters.names[$0] }))
        }
        return (
            PopulationPart(
                shapes: pieces.shapes, groups: columns, quarters: pieces.quarters, location: { _ in location }),
            records
        )
    }

    /// What says where in a quarter the people of a group live, the best first: other counts of the group, other counts of
    /// all, what is known of the land. Each quarter is spread by the first that shows anybody in it.
    private func known(for group: Int, _ parts: [PopulationPart]) -> [KnownMask] {
        guard method == .dasymetric else { return [] }
        var known: [KnownMask] = []
        for candidate in group == 0 ? [0] : [group, 0] {
            for part in parts {
                guard let counts = part.groups[candidate]?.counts, counts.contains(where: { $0 > 0 }),
                    part.shapes.allSatisfy({ $0.dimension == 2 })
                else { continue }
                known.append(
                    (
                        DensityMask.counts(counts, in: part.shapes),
                        candidate == group ? "census" : "census_all_residents"
                    ))
                break
            }
        }
        return known + [land].compactMap(\.self)
    }

    /// Every quarter in squares, those on a border cut by it, so that each piece lies in one quarter.
    private func quarterPieces() throws(Failure) -> (shapes: [Geometry], quarters: [Int32]) {
        var box = Envelope.empty
        var area = 0.0
        for quarter in territories {
            box.include(quarter.envelope)
            area += quarter.area
        }
        let side = max(PeopleSpreading.side, (area / PeopleSpreading.largestCount).squareRoot().rounded(.up))
        let first = (x: (box.minX / side).rounded(.down), y: (box.minY / side).rounded(.down))
        guard let width = Int(exactly: (box.maxX / side).rounded(.up) - first.x),
            let height = Int(exactly: (box.maxY / side).rounded(.up) - first.y),
            // Quarters far from each other leave most of their box empty.
            width.multipliedReportingOverflow(by: height).partialValue <= 4_000_000, width >= 0, height >= 0
        else { return (territories, territories.indices.map { Int32(truncatingIfNeeded: $0) }) }
        var squares: [Geometry] = []
        for row in 0..<height {
            for column in 0..<width {
                let (x, y) = ((first.x + Double(column)) * side, (first.y + Double(row)) * side)
                if let square = try? Geometry(
                    kind: .polygon, xs: [x, x + side, x + side, x, x], ys: [y, y, y + side, y + side, y],
                    ringEnds: [5])
                {
                    squares.append(square)
                }
            }
        }
        let meeting = boxPairs(left: territories.map(\.envelope), right: squares.map(\.envelope))
        let pairs = Array(zip(meeting.left, meeting.right))
        let engine = TopologyEngine()
        let pieces = try Self.attempt(location) { () throws(TopologyError) in
            try engine.intersectionPieces(of: territories, with: squares, pairs: pairs)
        }
        var shapes: [Geometry] = []
        var owners: [Int32] = []
        for (pair, piece) in zip(pairs, pieces) {
            if let failure = piece.failure { throw overlayFailed(failure) }
            guard piece.area > 0.01, let shape = piece.geometry?.arealPart, !shape.isEmpty else { continue }
            shapes.append(shape)
            owners.append(pair.0)
        }
        return (shapes, owners)
    }

    // MARK: Together

    /// Counts in smaller areas, and how they came there.
    private struct Spread {
        var columns: [[Double]]
        var shares: SourceShares
        var record: Disaggregation.Record

        private func target(_ entry: Int) -> Int { Int(shares.targets[entry]) }

        /// What belongs to the counts of a column, such as a bound, divided like these counts; by the shares of the areas
        /// where nobody was counted. So what is exact in the whole is exact in its parts, whatever the method.
        func following(_ column: [Double], like index: Int, counts: [Double]) -> [Double] {
            if column.isEmpty { return [] }
            var owners = [Int](repeating: -1, count: shares.targetCount)
            var largest = [Double](repeating: 0, count: shares.targetCount)
            for source in column.indices {
                for entry in shares.entries(ofSource: source) where shares.shares[entry] > largest[target(entry)] {
                    (owners[target(entry)], largest[target(entry)]) = (source, shares.shares[entry])
                }
            }
            var parts = [Double](repeating: 0, count: shares.targetCount)
            for source in column.indices {
                let entries = shares.entries(ofSource: source)
                // A neighbour may meet a target in rounding, but its people are not there.
                let own = entries.filter { owners[target($0)] == source }
                let counted = own.reduce(0) { $0 + columns[index][target($1)] }
                let isCounted = counts.indices.contains(source) && counts[source] > 0 && counted > 0
                if isCounted {
                    for entry in own {
                        parts[target(entry)] += column[source] * (columns[index][target(entry)] / counted)
                    }
                } else {
                    for entry in entries { parts[target(entry)] += column[source] * shares.shares[entry] }
                }
            }
            return parts
        }
    }

    private func spread(
        _ columns: [[Double]], from sources: [Geometry], to targets: [Geometry], masks: [DensityMask],
        owners: [Int32]? = nil, arePartsOfFirst: Bool = false, limit: [Double]? = nil
    ) throws(Failure) -> Spread {
        if masks.isEmpty, method == .pycnophylactic {
            let result = try Self.attempt(location) { () throws(TopologyError) in
                try Disaggregation(
                    pycnophylactic: columns, sources: sources, targets: targets, rounding: rounding,
                    arePartsOfFirst: arePartsOfFirst, owners: owners, limit: limit)
            }
            // Where nobody was counted ranges follow the area: they have no smooth surface.
            let shares = try Self.attempt(location) { () throws(TopologyError) in
                try SourceShares.areal(sources: sources, targets: targets, owners: owners)
            }
            return Spread(columns: result.counts, shares: shares, record: result.record)
        }
        let shares = try Self.attempt(location) { () throws(TopologyError) in
            if masks.isEmpty {
                return try SourceShares.areal(sources: sources, targets: targets, owners: owners)
            }
            return try SourceShares.dasymetric(sources: sources, targets: targets, masks: masks, owners: owners)
        }
        let result = Disaggregation(
            columns, by: shares, method: masks.isEmpty ? .areal : .dasymetric, rounding: rounding,
            arePartsOfFirst: arePartsOfFirst, limit: limit)
        return Spread(columns: result.counts, shares: shares, record: result.record)
    }

    private static func attempt<Value>(
        _ location: SourceLocation, _ body: () throws(TopologyError) -> Value
    ) throws(Failure) -> Value {
        do {
            return try body()
        } catch {
            throw Failure(.malformedData, Diagnostic(.overlayFailed, at: location, ["detail": error.detail]))
        }
    }

    private func overlayFailed(_ error: TopologyError) -> Failure {
        Failure(.malformedData, Diagnostic(.overlayFailed, at: location, ["detail": error.detail]))
    }
}
