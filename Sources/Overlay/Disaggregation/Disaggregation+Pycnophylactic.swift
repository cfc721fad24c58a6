public import Planar
public import Topology

extension Disaggregation {
    /// The most cells that a surface is computed on; beyond it cells are made larger.
    static let maximumCellCount = 4_000_000.0

    /// Brings columns of counts from sources to targets over a smooth surface for each column, see
    /// ``PycnophylacticSurface``. A cell belongs to the source and to the target that hold its middle.
    ///
    /// A source without any such cell in a target, or whose surface is 0 in all of them, is divided by area, see
    /// ``Record/fallbackSources``.
    ///
    /// - Parameters:
    ///   - columns: for each column the count of each source.
    ///   - sources: areas that do not overlap.
    ///   - targets: areas that do not overlap.
    ///   - cellSize: the size of a cell in metres, doubled until there are at most four million.
    ///   - limits: when smoothing ends.
    ///   - rounding: whether results are whole.
    ///   - arePartsOfFirst: whether every column counts some of the people of the first one.
    ///   - owners: the source that each target belongs to, where that is known.
    ///   - limit: the most people of each target, see ``init(_:by:method:rounding:arePartsOfFirst:limit:)``.
    /// - Throws: what the geometry layer could not do even on a coarser grid.
    public init(
        pycnophylactic columns: [[Double]], sources: [Geometry], targets: [Geometry], cellSize: Double = 25,
        limits: PycnophylacticSurface.Limits = PycnophylacticSurface.Limits(), rounding: Rounding = .none,
        arePartsOfFirst: Bool = false, owners: [Int32]? = nil, limit: [Double]? = nil,
        engine: TopologyEngine = TopologyEngine()
    ) throws(TopologyError) {
        let areas = try SourceShares.areal(sources: sources, targets: targets, owners: owners, engine: engine)
        let raster = ZoneRaster(sources: sources, targets: targets, cellSize: cellSize)
        let clean = columns.map { Disaggregation.clean($0, sourceCount: sources.count, rounding) }
        let surfaces = clean.map {
            PycnophylacticSurface(zones: raster.sources, columns: raster.columns, totals: $0, limits: limits)
        }
        let shares = zip(clean, surfaces).map { column, surface in
            raster.shares(surface.values, areas: areas, hasPeople: column.map { $0 > 0 })
        }
        self.init(
            columns, by: shares, areas: areas, method: .pycnophylactic, rounding: rounding,
            arePartsOfFirst: arePartsOfFirst, limit: limit,
            smoothing: Smoothing(
                cellSize: raster.cellSize, rounds: surfaces.map(\.rounds), lastChanges: surfaces.map(\.lastChange)))
    }
}

/// A grid over the sources with the source and the target of each cell.
private struct ZoneRaster {
    let cellSize: Double
    let columns: Int
    let sources: [Int32]
    let targets: [Int32]

    init(sources: [Geometry], targets: [Geometry], cellSize: Double) {
        var box = Envelope.empty
        for source in sources { box.include(source.envelope) }
        guard box.minX < box.maxX, box.minY < box.maxY else {
            (self.cellSize, columns, self.sources, self.targets) = (cellSize, 0, [], [])
            return
        }
        let (width, height) = (box.maxX - box.minX, box.maxY - box.minY)
        var size = cellSize > 0 && cellSize.isFinite ? cellSize : 25
        while (width / size).rounded(.up) * (height / size).rounded(.up) > Disaggregation.maximumCellCount { size *= 2 }
        let columns = Int(exactly: (width / size).rounded(.up)) ?? 0
        let rows = Int(exactly: (height / size).rounded(.up)) ?? 0
        var (xs, ys): ([Double], [Double]) = ([], [])
        for row in 0..<rows {
            for column in 0..<columns {
                xs.append(box.minX + (Double(column) + 0.5) * size)
                ys.append(box.minY + (Double(row) + 0.5) * size)
            }
        }
        self.cellSize = size
        self.columns = columns
        self.sources = PolygonLocator(sources).owners(xs: xs, ys: ys)
        self.targets = PolygonLocator(targets).owners(xs: xs, ys: ys)
    }

    /// The parts of a surface, divided by area where a source with people has nothing of it in a target. The parts are
    /// those of `areas`, so that all columns have the same entries; what a cell adds beyond them is less than a cell wide.
    func shares(_ values: [Double], areas: SourceShares, hasPeople: [Bool]) -> SourceShares {
        var parts: [SourceShares.Part] = []
        for source in 0..<areas.sourceCount {
            for entry in areas.entries(ofSource: source) {
                parts.append(
                    SourceShares.Part(
                        source: Int32(truncatingIfNeeded: source), target: areas.targets[entry],
                        area: areas.shares[entry], weight: hasPeople[source] ? 0 : areas.shares[entry]))
            }
        }
        for cell in values.indices where sources[cell] >= 0 && targets[cell] >= 0 {
            let source = Int(sources[cell])
            guard hasPeople[source] else { continue }
            var entries = areas.entries(ofSource: source)
            while entries.count > 1 {
                let middle = entries.lowerBound + entries.count / 2
                entries =
                    areas.targets[middle] <= targets[cell]
                    ? middle..<entries.upperBound : entries.lowerBound..<middle
            }
            if let entry = entries.first, areas.targets[entry] == targets[cell] { parts[entry].weight += values[cell] }
        }
        return SourceShares(parts: parts, sourceCount: areas.sourceCount, targetCount: areas.targetCount)
    }
}
