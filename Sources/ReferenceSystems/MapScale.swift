internal import CPROJ

extension CoordinateReferenceSystem {
    /// How many times larger areas are on the map plane than on the globe at a place: 0.9992 on the central meridian of
    /// UTM, 2.7 in Germany for Web Mercator, 1 everywhere for an equal-area projection.
    ///
    /// - Returns: nil for geographic systems and where the projection is not defined.
    public func arealScale(longitude: Double, latitude: Double) throws(ReferenceSystemError) -> Double? {
        guard isProjected, (-180.0...180.0).contains(longitude), (-90.0...90.0).contains(latitude) else { return nil }
        let context = try ProjContext()
        let object = try makeObject(in: context)
        // PROJ 9.1 returns nonsense for systems that state northings first.
        guard let eastFirst = object.eastFirst() else { return nil }
        let place = PJ_COORD(v: (longitude * .pi / 180, latitude * .pi / 180, 0, 0))
        let scale = unsafe context.proj.factors(eastFirst.pointer, place).areal_scale
        return scale.isFinite && scale > 0 ? scale : nil
    }
}
