extension Geometry {
    /// The polygons of a geometry as one polygon or multipolygon; points and lines are left out. Empty (a polygon
    /// without positions) where there is no polygon.
    public var arealPart: Geometry {
        if kind == .polygon || kind == .multiPolygon { return self }
        let polygons = elements.filter { $0.kind == .polygon }
        guard polygons.count != 1 else { return polygons[0] }
        var xs: [Double] = []
        var ys: [Double] = []
        var ringEnds: [Int32] = []
        var partEnds: [Int32] = []
        for polygon in polygons {
            let start = Int32(xs.count)
            xs += polygon.xs
            ys += polygon.ys
            ringEnds += polygon.ringEnds.map { $0 + start }
            partEnds.append(Int32(ringEnds.count))
        }
        return (try? Geometry(kind: .multiPolygon, xs: xs, ys: ys, ringEnds: ringEnds, partEnds: partEnds))
            ?? Geometry(emptyOf: .polygon)
    }
}
