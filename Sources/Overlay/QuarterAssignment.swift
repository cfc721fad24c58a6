public import Planar

/// Assigns points to quarters.
public enum QuarterAssignment {
    /// The quarter of each point. A point on a common border belongs to the quarter with the lowest index, so every
    /// point of a coverage is assigned exactly once; a point outside all quarters but not farther than
    /// `borderTolerance` (metres) from one is near the border of the nearest.
    ///
    /// Expected constant time a point; for points outside, linear in the borders near them.
    ///
    /// - Parameter locator: a locator over the quarters, where there is one already.
    public static func assign(
        xs: [Double], ys: [Double], quarters: [Geometry], borderTolerance: Double, locator: PolygonLocator? = nil
    ) -> [Assignment] {
        let owners = (locator ?? PolygonLocator(quarters)).owners(xs: xs, ys: ys)
        let boxes = quarters.map { $0.envelope.expanded(by: borderTolerance) }
        return xs.indices.map { point in
            if owners[point] >= 0 { return Assignment(quarter: owners[point], situation: .inside) }
            var nearest: (quarter: Int32, distance: Double) = (-1, .infinity)
            for (quarter, box) in boxes.enumerated() where box.contains(x: xs[point], y: ys[point]) {
                let distance = quarters[quarter].boundaryDistance(x: xs[point], y: ys[point])
                if distance < nearest.distance { nearest = (Int32(quarter), distance) }
            }
            return nearest.distance <= borderTolerance
                ? Assignment(quarter: nearest.quarter, situation: .nearBorder)
                : Assignment(quarter: -1, situation: .outside)
        }
    }
}
