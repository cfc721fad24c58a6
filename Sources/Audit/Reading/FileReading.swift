internal import Features
internal import Formats
internal import GeoPackage
internal import Planar
internal import Spreadsheets

/// What one file of a publication says.
struct FileContent: Sendable {
    /// The path.
    var file: String
    /// Its tables.
    var tables: [PublishedTable] = []
    /// Its texts outside tables.
    var fragments: [TextFragment] = []
    /// The whole file, where it is JSON and no GeoJSON.
    var json: JSONValue?
    /// The shapes of its features with the values by which an outsider knows what they are.
    var shapes: [PublishedShape] = []
    /// What is wrong with it.
    var findings: [AuditFinding] = []
}

/// A shape on the map and the attributes of its feature.
struct PublishedShape: Sendable {
    /// The layer or file.
    var layer: String
    /// The attributes by name.
    var values: [String: String]
    /// The shape, in the units of its file.
    var geometry: Geometry
}

extension FileContent {
    /// The kinds of files that a publication has, by extension.
    private static let texts: Set<String> = ["txt", "md", "css", "svg", "xml", "qml", "sld"]

    /// Reads a file; what cannot be read is a finding.
    init(reading path: String) {
        file = path
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let kind = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
        guard FolderListing.isPlainFile(path), !name.hasPrefix(".") else {
            findings = [AuditFinding(.unknownFile, file: path)]
            return
        }
        do throws(Failure) {
            switch kind {
            case "csv", "tsv": try readTable(name)
            case "geojson": try readGeoJSON(name)
            case "json", "jsonld": try readJSON()
            case "xlsx": try readWorkbook()
            case "gpkg": try readGeoPackage()
            case "html", "htm", "svg": try readPage()
            case _ where FileContent.texts.contains(kind) || name == "LICENSE" || name == "NOTICE": try readText()
            default: findings = [AuditFinding(.unknownFile, file: path)]
            }
        } catch {
            let reason = error.diagnostics.first?.code.rawValue ?? ""
            findings.append(AuditFinding(.unreadable, file: path, ["detail": reason]))
        }
    }

    private mutating func readTable(_ name: String) throws(Failure) {
        let layer = try CSVReader.read(path: file).takeLayer()
        tables = [FileContent.records(layer, file: file, name: layer.name)]
    }

    private mutating func readGeoJSON(_ name: String) throws(Failure) {
        let bytes = try WholeFile.read(path: file).bytes
        let layer = try GeoJSONReader.read(bytes, path: file).takeLayer()
        tables = [FileContent.records(layer, file: file, name: layer.name)]
        takeShapes(of: layer)
        // Members beside the features (attribution, totals) are read as JSON; the features are not.
        if case .object(let members)? = try? JSONValue(parsing: bytes) {
            json = .object(members.filter { !["features", "bbox", "geometry", "properties"].contains($0.key) })
        }
    }

    private mutating func readJSON() throws(Failure) {
        let bytes = try WholeFile.read(path: file).bytes
        do {
            json = try JSONValue(parsing: bytes)
        } catch {
            findings.append(AuditFinding(.unreadable, file: file, ["detail": "JSON"]))
        }
    }

    /// Every sheet, the hidden ones, too: whoever opens the file can show them.
    private mutating func readWorkbook() throws(Failure) {
        for sheet in try XLSXReader.sheets(path: file) {
            let layer = try XLSXReader.read(path: file, sheet: sheet.name).layer
            tables.append(FileContent.records(layer, file: file, name: sheet.name))
        }
    }

    private mutating func readGeoPackage() throws(Failure) {
        for table in try GeoPackageReader.plainTables(path: file) {
            tables.append(
                PublishedTable(
                    form: .records, file: file, name: table.name, columns: table.columns,
                    rows: table.rows.map { row in
                        table.columns.indices.map { .init(text: row.indices.contains($0) ? row[$0] ?? "" : "") }
                    }))
        }
    }

    private mutating func readPage() throws(Failure) {
        let page = HTMLPage(try WholeFile.read(path: file).bytes, file: file)
        tables = page.tables
        fragments = page.fragments
    }

    private mutating func readText() throws(Failure) {
        let text = String(decoding: try WholeFile.read(path: file).bytes, as: UTF8.self)
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.allSatisfy(\.isWhitespace) {
            fragments.append(TextFragment(kind: .prose, file: file, line: number + 1, text: String(line)))
        }
    }

    private mutating func takeShapes(of layer: Layer) {
        let telling = layer.columns.filter {
            ["id", "name", "area_id", "area_name", "quarter_id", "layer", "layer_title", "level"].contains($0.name)
        }
        for row in 0..<layer.count {
            guard let geometry = layer.geometries[row], geometry.dimension == 2 else { continue }
            var values: [String: String] = [:]
            for column in telling { values[column.name] = column.string(at: row) }
            guard !values.isEmpty else { continue }
            shapes.append(PublishedShape(layer: layer.name, values: values, geometry: geometry))
        }
    }

    /// A layer's attributes as a table; a sign that stands in place of a value (`nan`, `–`) counts as its text.
    private static func records(_ layer: Layer, file: String, name: String) -> PublishedTable {
        let columns = layer.columns + (layer.featureIDs.map { [$0] } ?? [])
        return PublishedTable(
            form: .records, file: file, name: name, columns: columns.map(\.name),
            rows: (0..<layer.count).map { row in
                columns.map { .init(text: $0.string(at: row) ?? $0.mark(at: row) ?? "") }
            }, lines: layer.lines.map(Int.init))
    }
}
