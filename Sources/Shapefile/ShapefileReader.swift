public import Features
public import Formats
internal import Planar
internal import ReferenceSystems

/// Reads shapefiles ("ESRI Shapefile Technical Description", 1998) through shapelib, and dBASE tables.
///
/// All files are taken into memory, and headers, places and sizes are checked against them before shapelib sees them: it
/// opens nothing itself and is never shown a record that does not lie in the file. Heights and measures are left out.
public enum ShapefileReader {
    /// Reads the shapefile of a `.shp` file and the files beside it, or only the table of a `.dbf` file.
    /// - Parameter name: The layer's name; by default the file name without folder and extension.
    /// - Throws: `.unreadable` where a file cannot be read, `.malformedData` (Q187) where a header cannot be. What is wrong
    ///   with a single feature is among the findings, and the feature keeps its row.
    public static func read(path: String, name: String? = nil) throws(Failure) -> ReadLayer {
        var parts = try ShapefileParts(path: path)
        if ShapefileParts.extensionOf(path) == "dbf" { (parts.shp, parts.shx, parts.prj) = (nil, nil, nil) }
        return try read(parts, path: path, name: name)
    }

    /// Reads a shapefile in memory; `path` is its name for messages. Without a `.shp` file the layer has no geometries.
    public static func read(
        _ parts: ShapefileParts, path: String, name: String? = nil
    ) throws(Failure) -> ReadLayer {
        var assembly = LayerAssembly(parts, path: path)
        return try assembly.read(name: name ?? ShapefileParts.stem(path))
    }
}

/// Joins shapes, attributes and reference system into one layer.
private struct LayerAssembly {
    private let parts: ShapefileParts
    private let path: String
    private var findings = FindingTally()
    private var geometries = GeometryColumn()
    private var file: SourceLocation { SourceLocation(file: path) }

    init(_ parts: ShapefileParts, path: String) {
        self.parts = parts
        self.path = path
    }

    mutating func read(name: String) throws(Failure) -> ReadLayer {
        let table = try openTable()
        let shapes = try openShapes()
        guard table != nil || shapes != nil else {
            throw Failure(.malformedData, Diagnostic(.fileEmpty, at: file))
        }
        let count = shapes?.index.records.count ?? table?.count ?? 0
        if let table, table.count != count || table.promised != table.count {
            findings.list(
                Diagnostic(
                    .recordsDiffer, at: file,
                    ["shapes": "\(shapes == nil ? table.promised : count)", "records": "\(table.count)"]))
        }
        let rows = (0..<count).filter { row in table.map { row >= $0.count || !$0.isDeleted(row) } ?? true }
        if let shapes {
            for (place, row) in rows.enumerated() { appendGeometry(shapes.reader, row, place) }
        } else {
            geometries = GeometryColumn(missing: rows.count)
        }
        let columns = table.map { self.columns(of: $0, rows: rows) } ?? []
        let layer = Layer(
            name: name, source: parts.source(path: path), crsText: shapes == nil ? nil : referenceSystem(),
            geometries: geometries, columns: columns)
        return ReadLayer(layer: layer, diagnostics: findings.diagnostics)
    }

    private func malformed(_ part: String, _ fault: ShapeIndex.Fault) -> Failure {
        Failure(
            .malformedData,
            Diagnostic(
                .shapefileMalformed, at: file,
                ["file": "." + part, "@reason": "shapefile.reason.\(fault.reason)", "found": fault.found]))
    }

    private mutating func reportMissing(_ part: String) {
        findings.list(
            Diagnostic(
                .shapefilePartMissing, at: file, ["part": "." + part, "@effect": "shapefile.effect.\(part)"]))
    }

    // MARK: Geometries

    private mutating func openShapes() throws(Failure) -> (index: ShapeIndex, reader: ShapeReader)? {
        guard let shp = parts.shp else { return nil }
        let index: ShapeIndex
        do {
            index = try ShapeIndex(shp: shp, shx: parts.shx)
        } catch {
            throw malformed("shp", error)
        }
        if !index.isFromIndex { reportMissing("shx") }
        guard let reader = ShapeReader(shp: shp, index: index) else {
            throw malformed("shp", ShapeIndex.Fault(reason: "library", found: "shp"))
        }
        return (index, reader)
    }

    private mutating func appendGeometry(_ reader: ShapeReader, _ row: Int, _ place: Int) {
        let location = SourceLocation(file: path, feature: place)
        do throws(ShapeReader.Fault) {
            guard let (geometry, hasHeights) = try reader.geometry(row), !geometry.isEmpty else {
                findings.list(Diagnostic(.geometryMissing, at: location))
                geometries.append(nil)
                return
            }
            if hasHeights { findings.count(Diagnostic(.zIgnored, at: location)) }
            geometries.append(geometry)
        } catch {
            findings.list(LayerAssembly.diagnostic(error, at: location))
            geometries.append(nil)
        }
    }

    private static func diagnostic(_ fault: ShapeReader.Fault, at location: SourceLocation) -> Diagnostic {
        switch fault {
        case .unreadable(let reason, let offset):
            Diagnostic(
                .geometryUnreadable, at: location, ["@reason": "geometry.reason.\(reason)", "offset": "\(offset)"])
        case .geometry(.tooFewPositions(let ring)):
            Diagnostic(.tooFewPositions, at: location, ["ring": "\(ring)"])
        case .geometry(.ringNotClosed(let ring)):
            Diagnostic(.ringNotClosed, at: location, ["ring": "\(ring)"])
        case .geometry:
            Diagnostic(.geometryUnreadable, at: location, ["@reason": "geometry.reason.form", "offset": "0"])
        }
    }

    /// What the `.prj` file says, as a code where there is one.
    private mutating func referenceSystem() -> String {
        let text = parts.prj.map { String(decoding: $0, as: UTF8.self) } ?? ""
        guard text.contains(where: { !$0.isWhitespace }) else {
            // Only noted: the project file may name the system.
            findings.list(Diagnostic(.crsMissing, at: file, severity: .note))
            return Layer.unknownReferenceSystem
        }
        return (try? CoordinateReferenceSystem(text))?.code ?? text
    }

    // MARK: Attributes

    private mutating func openTable() throws(Failure) -> DBaseTable? {
        guard let dbf = parts.dbf else {
            reportMissing("dbf")
            return nil
        }
        do {
            return try DBaseTable(dbf)
        } catch {
            throw malformed("dbf", error)
        }
    }

    private mutating func columns(of table: DBaseTable, rows: [Int]) -> [Column] {
        let encoding = encoding(of: table)
        for name in table.unreadColumns(encoding) {
            findings.list(Diagnostic(.columnNotRead, at: file, ["column": name]))
        }
        let (columns, misencoded) = table.columns(rows: rows, encoding: encoding)
        if let misencoded {
            findings.list(
                Diagnostic(.notUTF8, at: SourceLocation(file: path, feature: misencoded), severity: .warning))
        }
        return columns
    }

    /// What the `.cpg` file says, else the header of the table; where neither does, UTF-8 if all texts are, else
    /// Windows-1252, which is noted where it matters.
    private mutating func encoding(of table: DBaseTable) -> TableEncoding {
        if let stated = parts.cpg.flatMap(TableEncoding.init(codePageText:))
            ?? TableEncoding(languageDriver: table.languageDriver)
        {
            return stated
        }
        var isASCII = true
        var isUTF8 = true
        table.forEachText { bytes in
            guard bytes.contains(where: { $0 >= 0x80 }) else { return }
            isASCII = false
            isUTF8 = isUTF8 && String(validating: bytes, as: UTF8.self) != nil
        }
        let assumed = isUTF8 ? TableEncoding.utf8 : .singleByte(.windows1252)
        if !isASCII { findings.list(Diagnostic(.encodingAssumed, at: file, ["encoding": assumed.name])) }
        return assumed
    }
}
