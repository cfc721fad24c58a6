internal import Features
internal import Formats
internal import Planar
internal import Project
internal import Town

/// People in the cells of a census, with what the census does not say exactly.
enum CensusPeople {
    /// The cells with the counts of each group that the grid knows.
    ///
    /// - Parameter noise: what protects each count. A share is the quotient of two protected counts, so the count made of
    ///   it is as uncertain as the protected count; that the share was rounded is its range.
    static func part(
        _ loaded: LoadedLayer, _ grid: CensusGrid, _ groups: [ProjectFile.GroupEntry], noise: CountNoise
    ) -> PopulationPart {
        let rows = (0..<loaded.metric.layer.count).filter { loaded.metric.layer.geometries[$0]?.dimension == 2 }
        return PopulationPart(
            shapes: rows.compactMap { loaded.metric.layer.geometries[$0] },
            groups: groups.indices.map { index in
                counts(grid, groups, index).map { counts in
                    let read = CountSpread.reading(
                        rows.map { counts.values[$0] }, lowest: rows.map { counts.lowest[$0] },
                        // Where there is a least, but no most, there is no bound.
                        highest: rows.map { row in
                            counts.highest[row] ?? counts.lowest[row].map { _ in Double.infinity }
                        }, noise: noise)
                    guard groups[index].isShare else { return read }
                    let variances = rows.map { counts.values[$0] ?? 0 > 0 ? noise.variance : 0 }
                    return (
                        read.counts,
                        CountSpread(
                            noiseVariances: variances, lowest: read.spread.lowest, highest: read.spread.highest)
                    )
                }
            }, location: { loaded.location(rows[$0]) })
    }

    private static func counts(
        _ grid: CensusGrid, _ groups: [ProjectFile.GroupEntry], _ index: Int
    ) -> (values: [Double?], lowest: [Double?], highest: [Double?])? {
        let group = groups[index]
        let holds = { (name: String) in grid.characteristic(named: name) != nil }
        guard let column = group.column(where: holds) else { return nil }
        let all = groups[0].column(where: holds) ?? groups[0].column
        let known =
            group.isShare
            ? grid.counts(share: column, of: all)
            : index > 0 ? grid.counts(of: column, within: all) : nil
        if let known { return (known.values, known.lowest, known.highest) }
        guard !group.isShare, let characteristic = grid.characteristic(named: column),
            characteristic.measure == .count
        else {
            return nil
        }
        return (characteristic.values, characteristic.lowest, characteristic.highest)
    }
}
