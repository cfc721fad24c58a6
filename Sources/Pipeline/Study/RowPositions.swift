internal import Features
internal import Planar
internal import Project
internal import Town

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

    /// The layer with a point for each row whose address the book knows; other rows have no geometry and a finding.
    static func place(
        _ layer: inout Layer, by columns: [LayerEntry.Role: String], in book: AddressBook
    ) -> [Diagnostic] {
        guard let names = addressColumns(columns), layer.column(named: names.street) != nil else { return [] }
        let (answers, findings) = book.find(layer, columns: names)
        layer.geometries = GeometryColumn(
            answers.map { answer in
                if case .found(let x, let y, _) = answer { try? Geometry(x: x, y: y) } else { nil }
            })
        return findings
    }

    /// Takes the addresses of a layer in metres into a book.
    static func add(_ layer: LoadedLayer, to book: inout AddressBook) {
        guard let names = addressColumns(layer.entry.columns) else { return }
        for row in 0..<layer.metric.layer.count {
            guard let point = layer.metric.layer.geometries[row], let x = point.xs.first, let y = point.ys.first,
                let street = layer.text(.street, row),
                let number = names.number == nil ? AddressText.split(street)?.number : layer.text(.houseNumber, row)
            else { continue }
            let name = names.number == nil ? AddressText.split(street)?.street ?? street : street
            book.add(street: name, number: number, postcode: layer.text(.postcode, row) ?? "", x: x, y: y)
        }
    }

    private static func addressColumns(_ columns: [LayerEntry.Role: String]) -> AddressBook.Columns? {
        columns[.street].map {
            AddressBook.Columns(street: $0, number: columns[.houseNumber], postcode: columns[.postcode])
        }
    }
}
