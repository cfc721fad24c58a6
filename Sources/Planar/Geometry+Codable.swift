/// A geometry as its kind and columns. What is read keeps the promises of the type or is refused.
extension Geometry: Codable {
    private enum CodingKeys: CodingKey {
        case kind, xs, ys, ringEnds, partEnds, members
    }

    /// Reads a geometry.
    ///
    /// - Throws: what the decoder throws, and `DecodingError.dataCorrupted` for columns that are no geometry.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let kind = try values.decode(Kind.self, forKey: .kind)
        do {
            guard kind != .collection else {
                try self.init(collection: try values.decode([Geometry].self, forKey: .members))
                return
            }
            let xs = try values.decode([Double].self, forKey: .xs)
            let ys = try values.decode([Double].self, forKey: .ys)
            if xs.isEmpty, ys.isEmpty {
                self.init(emptyOf: kind)
                return
            }
            try self.init(
                kind: kind, xs: xs, ys: ys,
                ringEnds: try values.decodeIfPresent([Int32].self, forKey: .ringEnds) ?? [],
                partEnds: try values.decodeIfPresent([Int32].self, forKey: .partEnds) ?? [])
        } catch let error as GeometryError {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "\(error)"))
        }
    }

    /// Writes the kind and the columns that hold something.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(kind, forKey: .kind)
        guard kind != .collection else {
            try values.encode(members, forKey: .members)
            return
        }
        try values.encode(xs, forKey: .xs)
        try values.encode(ys, forKey: .ys)
        if !ringEnds.isEmpty { try values.encode(ringEnds, forKey: .ringEnds) }
        if !partEnds.isEmpty { try values.encode(partEnds, forKey: .partEnds) }
    }
}
