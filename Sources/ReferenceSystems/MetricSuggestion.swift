extension CoordinateReferenceSystem {
    /// The code of a metric system that suits a box in degrees: the UTM zone of its centre, on ETRS89 in Europe
    /// (EPSG:25831–25833), else on WGS 84 (EPSG:32601–32660, south of the equator EPSG:32701–32760).
    ///
    /// Nil for a box that is not finite or lies beyond the globe or UTM's latitudes (80°S…84°N).
    public static func suggestedMetricCode(
        minLongitude: Double, minLatitude: Double, maxLongitude: Double, maxLatitude: Double
    ) -> String? {
        let longitude = (minLongitude + maxLongitude) / 2
        let latitude = (minLatitude + maxLatitude) / 2
        guard (-180.0...180.0).contains(longitude), (-80.0...84.0).contains(latitude) else { return nil }
        let zone = min(60, Int(((longitude + 180) / 6).rounded(.down)) + 1)
        // Zones 31–33 from Sicily to the North Cape.
        if (31...33).contains(zone), (36.0...72.0).contains(latitude) { return "EPSG:\(25_800 + zone)" }
        return "EPSG:\((latitude >= 0 ? 32_600 : 32_700) + zone)"
    }
}
