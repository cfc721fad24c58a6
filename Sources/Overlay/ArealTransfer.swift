public import Planar
public import Topology

/// Brings counts of points or cells into areas.
public enum ArealTransfer {
    /// Points in areas, weight 1. Areas may overlap each other: then a point is in both. Points on a border count for
    /// each area that has the border, except where `isCoverage` promises that areas do not overlap: then for the first.
    ///
    /// - Parameter locator: a locator over the areas of a coverage, where there is one already.
    public static func membership(
        xs: [Double], ys: [Double], areas: [Geometry], isCoverage: Bool, locator: PolygonLocator? = nil
    ) -> AreaMembership {
        if isCoverage {
            let owners = (locator ?? PolygonLocator(areas)).owners(xs: xs, ys: ys)
            return AreaMembership(owners: owners, areaCount: areas.count)
        }
        var membership = AreaMembership()
        for area in areas {
            let inside = PolygonLocator([area]).owners(xs: xs, ys: ys)
            let members = inside.indices.filter { inside[$0] >= 0 }.map(Int32.init)
            membership.appendArea(origins: members, weights: [Double](repeating: 1, count: members.count))
        }
        return membership
    }

    /// Cells in areas, each weighted with the share of its own area that lies in the area: counts are spread evenly
    /// over a cell (areal weighting, Goodchild & Lam 1980). Over areas that do not overlap the total is preserved: the
    /// shares of a cell and what lies outside add up to 1. Where `isCoverage` promises that areas do not overlap and they
    /// do all the same, the later of them gets what the earlier leave of a cell, so that nobody counts twice.
    ///
    /// - Throws: what the geometry layer could not do even on a coarser grid.
    public static func membership(
        cells: [Geometry], areas: [Geometry], isCoverage: Bool = false, engine: TopologyEngine = TopologyEngine()
    ) throws(TopologyError) -> AreaMembership {
        let pairs = boxPairs(left: areas.map(\.envelope), right: cells.map(\.envelope)).pairs
        let pieces = try engine.intersectionPieces(of: areas, with: cells, pairs: pairs, keepGeometry: false)
        let cellAreas = cells.map(\.area)
        var shares = [[(cell: Int32, share: Double)]](repeating: [], count: areas.count)
        for (pair, piece) in zip(pairs, pieces) {
            if let failure = piece.failure { throw failure }
            let cellArea = cellAreas[Int(pair.1)]
            guard piece.area > 0, cellArea > 0 else { continue }
            // A quotient of areas is 1 only within rounding.
            let share = piece.area / cellArea
            shares[Int(pair.0)].append((pair.1, share > 1 - 1e-9 ? 1 : share))
        }
        var membership = AreaMembership()
        var left = [Double](repeating: 1, count: cells.count)
        for var members in shares {
            if isCoverage {
                for index in members.indices {
                    let cell = Int(members[index].cell)
                    members[index].share = min(members[index].share, left[cell])
                    left[cell] -= members[index].share
                }
            }
            let sorted = members.filter { $0.share > 1e-9 }.sorted { $0.cell < $1.cell }
            membership.appendArea(origins: sorted.map(\.cell), weights: sorted.map(\.share))
        }
        return membership
    }
}
