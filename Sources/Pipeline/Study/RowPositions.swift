internal import Features
internal import Project

/// Places the rows of a table by the columns that say where they lie.
enum RowPositions {
    /// The layer with a point for each row whose two columns hold numbers; other rows have no geometry and a finding.
    /// Without the two columns mapped the layer stays as it is.
    static func place(_ layer: inout Layer, by columns: [LayerEntry.Role: String]) -> [Diagnostic] {
        guard let xName = columns[.x], let yName = columns[.y] else { return [] }
        var findings: [Diagnostic] = []
        guard let x = layer.column(named: xName), let y = layer.column(named: yName) else { return [] }
        var xs = [Double](repeating: 0, count: layer.count)
        var ys = xs
        var present: [UInt32] = []
        for row in 0..<layer.count {
            var coordinates: [Double] = []
            for (column, name) in [(x, xName), (y, yName)] {
                guard column.isPresent(at: row) else { continue }
                if let value = column.double(at: row), value.isFinite {
                    coordinates.append(value)
                } else {
                    findings.append(
                        Diagnostic(.valueNotNumeric, at: layer.location(ofFeature: row), ["column": name]))
                }
            }
            guard coordinates.count == 2 else { continue }
            (xs[row], ys[row]) = (coordinates[0], coordinates[1])
            present.append(UInt32(truncatingIfNeeded: row))
        }
        // Every number is finite and both columns are as long as the layer, so this always makes a column.
        if let points = try? GeometryColumn(xs: xs, ys: ys, presence: Presence(rows: present, of: layer.count)) {
            layer.geometries = points
        }
        return findings
    }
}
