extension CoordinateReferenceSystem {
    /// The indexes of positions outside the area the system is meant for, in order.
    ///
    /// Areas of use are stated to a hundredth of a degree, so that the datum does not matter. Positions that are not
    /// finite or have no longitude and latitude count as outside; a system without a stated area has nothing outside.
    /// Costs as much as a transform of copies of the columns.
    public func positionsOutsideAreaOfUse(xs: [Double], ys: [Double]) throws(ReferenceSystemError) -> [Int] {
        guard let areaOfUse else { return [] }
        var longitudes = xs
        var latitudes = ys
        if isProjected { _ = try CoordinateTransform(undoing: self).apply(xs: &longitudes, ys: &latitudes) }
        return (0..<min(xs.count, ys.count)).filter {
            !areaOfUse.contains(longitude: longitudes[$0], latitude: latitudes[$0])
        }
    }
}
