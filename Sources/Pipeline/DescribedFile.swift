internal import Features
internal import Formats
internal import GeoPackage
internal import OpenStreetMap
internal import Planar
internal import Project
internal import ReferenceSystems
internal import Spreadsheets
internal import Travel

/// A file, or one of its tables, as `quartier init` looks at it.
struct DescribedFile {
    /// What the draft needs to know.
    var layer: LayerDescription
    /// The rows, where the file was read; boundaries for a map.
    var rows: Layer?
    /// Where it lies, in degrees; nil where nothing says so.
    var extent: Envelope?

    /// What a file holds: one description, or one for each table of a GeoPackage or workbook.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - name: How the project file will name it.
    static func all(in path: String, named name: String) throws(Failure) -> [DescribedFile] {
        let plain = LayerDescription(file: name, shapes: [], count: nil, columns: [])
        switch LayerEntry.Format(ofFile: name) {
        case .openStreetMap: return [try map(path, plain)]
        case .asciiGrid: return [DescribedFile(layer: plain)]
        case .archive: return [try census(path, plain) ?? DescribedFile(layer: plain)]
        case .table:
            if let census = try census(path, plain) { return [census] }
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

    private init(layer: LayerDescription, rows: Layer? = nil, extent: Envelope? = nil) {
        self.layer = layer
        self.rows = rows
        self.extent = extent
    }

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
        let columns = rows.columns.map { column in
            let info = FileInfo.describe(column)
            return LayerDescription.Column(
                name: column.name, values: info.type == "integer" ? .wholeNumbers : .other,
                distinctCount: info.distinct)
        }
        var layer = LayerDescription(file: name, shapes: shapes, count: rows.count, columns: columns)
        layer.table = table
        layer.latestYear = ProjectDraft.yearColumn(of: layer).flatMap { rows.column(named: $0) }.flatMap { column in
            (0..<column.count).compactMap { column.double(at: $0).flatMap { Int(exactly: $0) } }
                .filter { (1800...2200).contains($0) }.max()
        }
        self.layer = layer
        self.rows = rows
        extent = DescribedFile.inDegrees(rows.geometries.envelope, rows.crsText)
        if shapes.isEmpty { placeByColumns() }
    }

    /// Where a table with two columns of coordinates lies, and in which system: degrees, or metres of a zone that their
    /// size tells.
    private mutating func placeByColumns() {
        guard let rows, let names = ProjectDraft.positionColumns(of: layer), let x = rows.column(named: names.x),
            let y = rows.column(named: names.y)
        else { return }
        var box = Envelope.empty
        for row in 0..<rows.count {
            if let x = x.double(at: row), let y = y.double(at: row), x.isFinite, y.isFinite { box.include(x: x, y: y) }
        }
        guard !box.isEmpty else { return }
        if box.minX >= -180, box.maxX <= 180, box.minY >= -90, box.maxY <= 90 {
            extent = box
        } else {
            layer.crs = DescribedFile.germanSystem(of: box)
            extent = layer.crs.flatMap { DescribedFile.inDegrees(box, $0) }
        }
    }

    /// The system of coordinates in metres as German offices write them: the zone stands in front of the easting (UTM
    /// 4647, 5650; Gauß-Krüger), or is that of the west or east of the country, which plain UTM does not say.
    private static func germanSystem(of box: Envelope) -> String? {
        guard box.minY > 5_200_000, box.maxY < 6_150_000 else { return nil }
        switch box.minX {
        case 32_000_000..<33_000_000: return "EPSG:4647"
        case 33_000_000..<34_000_000: return "EPSG:5650"
        case 2_400_000..<5_700_000:
            let zone = Int((box.minX / 1_000_000).rounded(.down))
            return "EPSG:\(31464 + zone)"
        case 250_000..<950_000: return "EPSG:25832"
        default: return nil
        }
    }

    /// The extent in degrees; nil without positions, or in a system that has no way to degrees.
    private static func inDegrees(_ extent: Envelope, _ crs: String?) -> Envelope? {
        guard !extent.isEmpty else { return nil }
        guard let crs, let system = try? CoordinateReferenceSystem(crs), !system.isGeographic else { return extent }
        var box = Envelope.empty
        for (x, y) in [(extent.minX, extent.minY), (extent.maxX, extent.maxY)] {
            guard let place = MetricLayer.longitudeLatitude(x: x, y: y, in: system) else { return nil }
            box.include(x: place.longitude, y: place.latitude)
        }
        return box
    }

    // MARK: Census and maps

    /// A table or archive of the census by its first lines; nil for anything else. Of an archive the finest cells count.
    private static func census(_ path: String, _ plain: LayerDescription) throws(Failure) -> DescribedFile? {
        let files = try CensusReader.files(path: path)
        guard let size = files.compactMap(\.cellSize).min() else { return nil }
        var layer = plain
        let finest = files.filter { $0.cellSize == size }
        layer.census = LayerDescription.Census(
            year: finest.compactMap(\.edition?.rawValue).max(), cellSize: Int(size))
        layer.columns = finest.flatMap(\.characteristics).map { name in
            let measure = CensusMeasure(name: name)
            return LayerDescription.Column(
                name: name, values: measure == .count ? .wholeNumbers : measure == .share ? .shares : .other,
                distinctCount: 0)
        }
        return DescribedFile(layer: layer)
    }

    /// A map by its boundaries and where its streets lie.
    private static func map(_ path: String, _ plain: LayerDescription) throws(Failure) -> DescribedFile {
        var selection = MapSelection(objects: MapAreas.boundaryTags)
        selection.barriers = []
        let data = try OpenStreetMapReader.read(path: path, selection: selection)
        var described = DescribedFile(layer: plain)
        for level in MapAreas.quarterLevels where described.rows == nil {
            let boundaries = MapAreas.boundaries(data.objects, level: level, source: SourceFile(path: path))
            // One alone would leave the rest of the town out.
            guard boundaries.count > 1 else { continue }
            described.layer.boundaryLevel = level
            described.rows = boundaries
            described.extent = boundaries.geometries.envelope
        }
        if described.rows == nil {
            var box = Envelope.empty
            for (x, y) in zip(data.streets.xs, data.streets.ys) { box.include(x: x, y: y) }
            described.extent = box.isEmpty ? nil : box
        }
        return described
    }
}
