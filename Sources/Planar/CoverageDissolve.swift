internal import Parallel

/// What the polygons of one group make together: their union.
public struct DissolvedArea: Sendable, Equatable {
    /// A polygon or multipolygon, shells counter-clockwise, holes clockwise, every ring starting at its westernmost
    /// position; the empty multipolygon when there was nothing to dissolve.
    public let geometry: Geometry
    /// Its area.
    public let area: Double
    /// The length of all its rings.
    public let boundaryLength: Double

    init(_ geometry: Geometry) {
        self.geometry = geometry
        area = geometry.area
        boundaryLength = geometry.length
    }
}

/// Unites the polygons of each group where they form a coverage: polygons that do not overlap and whose common
/// borders have the same positions in both, bit for bit.
///
/// An edge that two polygons of a group share is inside the group and drops out; what remains is the boundary. This
/// takes O(n log n) of the number of positions and moves no position. The result is checked: where polygons of a
/// group overlap, cross, or meet along an edge with different positions, the group gets nil, and the caller needs a
/// general union. Polygons have to be valid themselves. Gaps between polygons stay gaps.
///
/// - Parameters:
///   - groups: for each polygon its group; a polygon with a group outside `0..<groupCount` is left out.
/// - Returns: for each group its union, or nil where it is not a coverage. Runs on all cores.
public func dissolveCoverage(_ polygons: [Geometry], groups: [Int32], groupCount: Int) -> [DissolvedArea?] {
    var members = [[Int]](repeating: [], count: max(groupCount, 0))
    for index in 0..<min(polygons.count, groups.count) where members.indices.contains(Int(groups[index])) {
        members[Int(groups[index])].append(index)
    }
    let memberLists = members
    return parallelMap(memberLists.count) { group in
        dissolve(memberLists[group].map { polygons[$0] })
    }
}

private func dissolve(_ polygons: [Geometry]) -> DissolvedArea? {
    guard let boundary = BoundaryEdges(of: polygons),
        !hasCrossings(boundary.edges),
        let rings = BoundaryRings(boundary),
        let geometry = nest(rings.rings(boundary))
    else { return nil }
    return DissolvedArea(geometry)
}
