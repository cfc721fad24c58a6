internal import Features
internal import Formats
internal import Parallel
internal import Planar
internal import ReferenceSystems
internal import Reports

/// What W8 found about each quarter, and the files it writes of it: CSV, a page with a table, GeoJSON.
struct QuarterTable: Sendable {
    /// A column: counts are whole, means are not.
    enum Values: Sendable {
        case counts([Int64])
        case means([Double])
    }

    /// The decimals of a mean on the page.
    private static let decimals = 2

    private(set) var names: [String] = []
    private(set) var columns: [Values] = []
    /// The number of quarters.
    let count: Int

    init(count: Int) { self.count = count }

    /// Adds a column, as many values as quarters.
    mutating func add(_ name: String, _ values: Values) {
        names.append(name)
        columns.append(values)
    }

    /// Adds a column of counts.
    mutating func add(_ name: String, counts: [Int64]) { add(name, .counts(counts)) }

    /// Adds a column of means.
    mutating func add(_ name: String, means: [Double]) { add(name, .means(means)) }

    /// The sum of each column.
    var sums: [JSONValue] {
        columns.map { column in
            switch column {
            case .counts(let counts): .integer(counts.reduce(0) { $0 + Int($1) })
            case .means(let means): .number(means.reduce(0, +))
            }
        }
    }

    /// Writes the three files into a folder.
    ///
    /// - Parameters:
    ///   - quarters: their areas, in metres of `system`.
    ///   - folder: a folder that is there.
    func write(quarters: [Geometry], in system: CoordinateReferenceSystem, to folder: String) throws {
        // The map takes the longest.
        let names = ["quarters.geojson", "quarters.html", "quarters.csv"]
        _ = try parallelMap(names.count) { file in
            let bytes = file == 0 ? try geoJSON(quarters, system) : file == 1 ? page : sheet
            try AtomicFile.write(bytes, to: "\(folder)/\(names[file])", overwrite: true)
        }
    }

    private var sheet: [UInt8] {
        var writer = CSVWriter(.standard, header: names)
        for row in 0..<count {
            writer.append(
                columns.map { column in
                    switch column {
                    case .counts(let counts): .integer(Int(counts[row]))
                    case .means(let means): .number(means[row])
                    }
                })
        }
        return writer.bytes
    }

    private var page: [UInt8] {
        let rows = (0..<count).map { row in
            columns.map { column in
                switch column {
                case .counts(let counts): String(counts[row])
                case .means(let means): NumberText.fixed(means[row], decimals: QuarterTable.decimals)
                }
            }
        }
        return Array(TablePage.html(title: "Quarters", columns: names, rows: rows).utf8)
    }

    private func geoJSON(_ quarters: [Geometry], _ system: CoordinateReferenceSystem) throws -> [UInt8] {
        let transform = try CoordinateTransform(from: system, to: .wgs84)
        var geometries = GeometryColumn(quarters)
        guard geometries.movePositions({ transform.apply(xs: &$0, ys: &$1) }).isEmpty else {
            throw WorkloadError.valueMissing("geometry")
        }
        return GeoJSONWriter.collection(
            geometries: geometries,
            columns: zip(names, columns).map { name, column in
                switch column {
                case .counts(let counts): Column(name: name, storage: .int64(counts))
                case .means(let means): Column(name: name, storage: .doubles(means))
                }
            })
    }
}
