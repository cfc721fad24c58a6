extension Geometry {
    /// One geometry of single elements (points, lines or polygons): the multi-geometry where all are of one kind, the
    /// element itself where there is one, an empty collection where there is none, else a collection.
    public init(joining elements: [Geometry]) throws(GeometryError) {
        guard let first = elements.first else {
            self.init(emptyOf: .collection)
            return
        }
        guard elements.count > 1 else {
            self = first
            return
        }
        let multi: Kind? =
            switch first.kind {
            case .point: .multiPoint
            case .lineString: .multiLineString
            case .polygon: .multiPolygon
            default: nil
            }
        guard let multi, elements.allSatisfy({ $0.kind == first.kind && !$0.isEmpty }) else {
            try self.init(collection: elements)
            return
        }
        try self.init(multi: multi, of: elements)
    }

    /// The multi-geometry of a kind from its elements, all of that kind and none empty.
    init(multi: Kind, of elements: [Geometry]) throws(GeometryError) {
        var xs: [Double] = []
        var ys: [Double] = []
        var ringEnds: [Int32] = []
        var partEnds: [Int32] = []
        for element in elements {
            let start = Int32(xs.count)
            xs += element.xs
            ys += element.ys
            guard xs.count <= Int(Int32.max) else { throw .malformed("more than 2³¹ positions") }
            if multi == .multiLineString { ringEnds.append(Int32(xs.count)) }
            if multi == .multiPolygon {
                ringEnds += element.ringEnds.map { $0 + start }
                partEnds.append(Int32(ringEnds.count))
            }
        }
        try self.init(kind: multi, xs: xs, ys: ys, ringEnds: ringEnds, partEnds: partEnds)
    }
}
