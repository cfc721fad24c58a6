internal import Parallel
public import Planar
public import Topology

/// Unites areas that belong together, such as the quarters of a district or all quarters of a town.
public enum Dissolve {
    /// The union of the areas of each group.
    ///
    /// Where the areas of a group share their borders position by position, as those of one map do, the common edges
    /// are dropped and no position moves: see `dissolveCoverage` in `Planar`. Any other group is united by overlay.
    ///
    /// - Parameters:
    ///   - groups: for each area its group; an area with a group outside `0..<groupCount` is left out.
    /// - Returns: one area for each group, empty where it has no members.
    public static func areas(
        _ areas: [Geometry], groups: [Int32], groupCount: Int, engine: TopologyEngine = TopologyEngine()
    ) throws(TopologyError) -> [Geometry] {
        let dissolved = dissolveCoverage(areas, groups: groups, groupCount: groupCount)
        var results: [Geometry] = []
        results.reserveCapacity(dissolved.count)
        for (group, area) in dissolved.enumerated() {
            if let area {
                results.append(area.geometry)
            } else {
                let members = zip(areas, groups).filter { Int($0.1) == group }.map(\.0)
                results.append(try engine.unaryUnion(of: members).value.arealPart)
            }
        }
        return results
    }

    /// The union of all areas.
    public static func all(
        _ areas: [Geometry], engine: TopologyEngine = TopologyEngine()
    ) throws(TopologyError) -> Geometry {
        try self.areas(
            areas, groups: [Int32](repeating: 0, count: areas.count), groupCount: 1, engine: engine)[0]
    }
}
