internal import Features
internal import Formats
internal import GeoPackage
internal import Planar
internal import Project
internal import ReferenceSystems
internal import Spreadsheets

/// A file, or one of its tables, as `quartier init` looks at it.
struct DescribedFile {
    /// What the draft needs to know.
    var layer: LayerDescription
    /// The rows, where the file was read; for a map the boundaries of its quarters.
    var rows: Layer?
    /// Where it lies, in degrees; nil where nothing says so.
    var extent: Envelope?
    /// The box of coordinates whose system nothing names; empty for other files.
    var unplaced = Envelope.empty
    /// What of a map is looked at; nil for other files.
    var map: MapDescription?

    /// What a file holds: one description, or one for each table of a GeoPackage or workbook.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - name: How the project file will name it.
    ///   - clip: The box of a map to look at, in degrees; nil for all of it.
    static func all(in path: String, named name: String, clip: Envelope?) throws(Failure) -> [DescribedFile] {
        switch LayerEntry.Format(ofFile: name) {
        case .openStreetMap:
            var described = unknown(named: name)
            let map = try MapDescription(path: path, clip: clip)
            described.extent = map.extent
            described.map = map
            return [described]
        case .asciiGrid: return [unknown(named: name)]
        case .archive: return [try census(path, name) ?? unknown(named: name)]
        case .table:
            if let census = try census(path, name) { return [census] }
            return [try DescribedFile(path, name, table: nil)]
        case .geoPackage:
            let tables = try GeoPackageReader.layers(path: path).map(\.name)
            return try each(tables, path, name)
        case .spreadsheet:
            let sheets = try XLSXReader.sheets(path: path).filter { !$0.isHidden }.map(\.name)
            return try each(sheets, path, name)
        case .geoJSON, .shapefile: return [try DescribedFile(path, name, table: nil)]
        }
    }

    /// A file of which nothing is known but its name; the draft says that it fits nothing.
    static func unknown(named name: String) -> DescribedFile {
        DescribedFile(layer: LayerDescription(file: name, shapes: [], count: nil, columns: []))
    }

    private static func each(_ tables: [String], _ path: String, _ name: String) throws(Failure) -> [DescribedFile] {
        var described: [DescribedFile] = []
        for table in tables {
            described.append(try DescribedFile(path, name, table: tables.count > 1 ? table : nil))
        }
        return described
    }

    private init(layer: LayerDescription) { self.layer = layer }

    // MARK: Features and rows

    private init(_ path: String, _ name: String, table: String?) throws(Failure) {
        let rows = try FeatureFile.read(path: path, table: table).layer
        var shapes: Set<LayerDescription.Shape> = []
        for row in 0..<rows.count {
            switch rows.geometries[row]?.kind {
            case .point, .multiPoint: shapes.insert(.points)
            case .lineString, .multiLineString: shapes.insert(.lines)
            case .polygon, .multiPolygon: shapes.insert(.polygons)
            default: break
            }
        }
        layer = LayerDescription(
            file: name, shapes: shapes, count: rows.count, columns: rows.columns.map(DescribedFile.column))
        layer.table = table
        layer.latestYear = ProjectDraft.yearColumn(of: layer).flatMap { rows.column(named: $0) }.flatMap { column in
            (0..<column.count).compactMap { column.double(at: $0).flatMap { Int(exactly: $0) } }
                .filter { (1800...2200).contains($0) }.max()
        }
        if let groups = ProjectDraft.groupColumn(of: layer).flatMap({ rows.column(named: $0) }) {
            let words = Set((0..<groups.count).compactMap { groups.string(at: $0) })
            // More are no groups of people.
            if words.count <= 100 { layer.groupWords = words.sorted() }
        }
        self.rows = rows
        locate(shapes.isEmpty ? box(ofColumnsIn: rows) : rows.geometries.envelope, rows.crsText)
    }

    private static func column(_ column: Column) -> LayerDescription.Column {
        let info = FileInfo.describe(column)
        let areDays =
            info.type == "text"
            && (0..<column.count).allSatisfy { row in
                column.string(at: row).map { CalendarDate(text: $0.trimmed) != nil } ?? true
            }
        return LayerDescription.Column(
            name: column.name, values: info.type == "integer" ? .wholeNumbers : areDays ? .days : .other,
            distinctCount: info.distinct)
    }

    /// The box of the rows of a table by its columns of coordinates; empty without such columns. What stands at 0, 0 was
    /// not filled in.
    private func box(ofColumnsIn rows: Layer) -> Envelope {
        var box = Envelope.empty
        guard let names = ProjectDraft.positionColumns(of: layer), let x = rows.column(named: names.x),
            let y = rows.column(named: names.y)
        else { return box }
        for row in 0..<rows.count {
            if let x = x.double(at: row), let y = y.double(at: row), x.isFinite, y.isFinite, x != 0 || y != 0 {
                box.include(x: x, y: y)
            }
        }
        return box
    }

    /// Keeps where the file lies, or the box of its coordinates where their system is to be guessed.
    private mutating func locate(_ box: Envelope, _ crs: String?) {
        guard !box.isEmpty else { return }
        if let crs, crs != Layer.unknownReferenceSystem {
            extent = SystemGuess.inDegrees(box, crs)
        } else if crs == nil, box.minX >= -180, box.maxX <= 180, box.minY >= -90, box.maxY <= 90 {
            extent = box
        } else {
            unplaced = box
        }
    }

    // MARK: Census

    /// A table or archive of the census by its first lines; nil for anything else. Of an archive the finest cells count.
    private static func census(_ path: String, _ name: String) throws(Failure) -> DescribedFile? {
        let files = try CensusReader.files(path: path)
        guard let size = files.compactMap(\.cellSize).min() else { return nil }
        var described = unknown(named: name)
        let finest = files.filter { $0.cellSize == size }
        described.layer.census = LayerDescription.Census(
            year: finest.compactMap(\.edition?.rawValue).max(), cellSize: Int(size))
        described.layer.columns = finest.flatMap(\.characteristics).map { name in
            let measure = CensusMeasure(name: name)
            return LayerDescription.Column(
                name: name, values: measure == .count ? .wholeNumbers : measure == .share ? .shares : .other,
                distinctCount: 0)
        }
        return described
    }
}
