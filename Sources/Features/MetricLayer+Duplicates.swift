internal import Planar

extension MetricLayer {
    /// One note where lines or rings hold the same position twice in a row: how many geometries, and the first.
    static func repeatedPositions(_ layer: Layer) -> [Diagnostic] {
        guard layer.geometries.sparsePoints == nil else { return [] }
        let rows = (0..<layer.count).filter { row in layer.geometries[row].map(repeatsPosition) ?? false }
        guard let first = rows.first else { return [] }
        return [Diagnostic(.duplicatePositions, at: layer.location(ofFeature: first), ["count": "\(rows.count)"])]
    }

    /// Whether a line or ring of the geometry holds the same position twice in a row.
    private static func repeatsPosition(_ geometry: Geometry) -> Bool {
        switch geometry.kind {
        case .point, .multiPoint: return false
        case .collection: return geometry.members.contains(where: repeatsPosition)
        case .lineString, .polygon, .multiLineString, .multiPolygon:
            let (xs, ys) = (geometry.xs, geometry.ys)
            var lineEnds = geometry.ringEnds[...]
            for index in xs.indices.dropFirst() {
                if let end = lineEnds.first, index == Int(end) {
                    // The first position of the next ring or line has none before it.
                    lineEnds.removeFirst()
                } else if xs[index] == xs[index - 1], ys[index] == ys[index - 1] {
                    return true
                }
            }
            return false
        }
    }
}
