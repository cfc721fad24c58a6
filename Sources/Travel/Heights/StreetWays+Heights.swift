public import Features
public import Planar
public import ReferenceSystems

extension StreetWays {
    /// Gives every node its height from a grid, nan where the grid knows none. Where no grid is given, the nodes that have
    /// a tag `ele` get what it says.
    ///
    /// - Parameters:
    ///   - grid: heights in metres.
    ///   - gridSystem: the system of the grid's coordinates.
    ///   - system: the system of the nodes.
    ///   - source: where the grid comes from, for findings.
    /// - Returns: Q526 where nodes have no height, with their number; the finding of the transform where there is none
    ///   between the systems: then no node has a height.
    public mutating func setHeights(
        from grid: NumberGrid, in gridSystem: CoordinateReferenceSystem, nodesIn system: CoordinateReferenceSystem,
        source: SourceLocation, transforms: TransformCache = TransformCache()
    ) -> [Diagnostic] {
        var (gridXs, gridYs) = (xs, ys)
        do {
            // Positions without an image become nan, and nan has no height.
            let transform = try transforms.transform(from: system, to: gridSystem, missingGrid: .allowLessAccurate)
            _ = transform.apply(xs: &gridXs, ys: &gridYs)
        } catch {
            heights = []
            return [MetricLayer.diagnostic(for: error, source)]
        }
        heights = zip(gridXs, gridYs).map { grid.value(x: $0, y: $1) }
        return missingHeights(at: source)
    }

    /// Gives the nodes that have a tag `ele` its height; the others have none. Returns Q526 where some have and some have
    /// not. Nothing happens where no node has one.
    public mutating func setHeightsFromTags(source: SourceLocation) -> [Diagnostic] {
        var heights = [Double](repeating: .nan, count: xs.count)
        var count = 0
        for (node, tags) in nodeTags where tagSets.indices.contains(Int(tags)) && heights.indices.contains(Int(node)) {
            guard let height = tagSets[Int(tags)]["ele"].flatMap(TagMeasure.height) else { continue }
            heights[Int(node)] = height
            count += 1
        }
        guard count > 0 else { return [] }
        self.heights = heights
        return missingHeights(at: source)
    }

    private func missingHeights(at source: SourceLocation) -> [Diagnostic] {
        let missing = heights.count { $0.isNaN }
        guard missing > 0 else { return [] }
        return [Diagnostic(.heightsMissing, at: source, ["count": "\(missing)", "total": "\(heights.count)"])]
    }
}
