internal import CPROJ

extension CoordinateTransform {
    /// The transform from a system to longitude and latitude of its own datum: a map projection undone, nothing else.
    convenience init(toDegreesOf system: CoordinateReferenceSystem) throws(ReferenceSystemError) {
        try self.init(from: system, to: .wgs84, area: nil, missingGrid: .allowLessAccurate, ledger: .shared)
    }
}

extension CoordinateReferenceSystem {
    /// The indexes of positions outside the area the system is meant for, in order.
    ///
    /// Positions that are not finite or have no longitude and latitude count as outside. A system without a stated area
    /// has nothing outside. Costs as much as a transform to WGS 84 of copies of the columns.
    public func positionsOutsideAreaOfUse(xs: [Double], ys: [Double]) throws(ReferenceSystemError) -> [Int] {
        guard let areaOfUse else { return [] }
        var longitudes = xs
        var latitudes = ys
        _ = try CoordinateTransform(toDegreesOf: self).apply(xs: &longitudes, ys: &latitudes)
        return (0..<min(xs.count, ys.count)).filter {
            !areaOfUse.contains(longitude: longitudes[$0], latitude: latitudes[$0])
        }
    }
}
