extension Geometry {
    /// The polygons of a geometry as one polygon or multipolygon; points and lines are left out. An empty polygon
    /// where there is none.
    public var arealPart: Geometry {
        if kind == .polygon || kind == .multiPolygon { return self }
        let polygons = elements.filter { $0.kind == .polygon }
        guard !polygons.isEmpty, let joined = try? Geometry(joining: polygons) else {
            return Geometry(emptyOf: .polygon)
        }
        return joined
    }
}
