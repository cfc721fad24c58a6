internal import Features
internal import GRDB

/// What a GeoPackage says about its tables.
struct TableCatalogue {
    /// A table with features or only attributes.
    struct Table {
        /// The name in the database.
        var name: String
        /// The title for people.
        var title: String?
        /// The column of geometries; nil for a table without.
        var geometry: GeometryColumnEntry?
    }

    /// A row of `gpkg_geometry_columns`.
    struct GeometryColumnEntry {
        var column: String
        /// The kind in capitals: `MULTIPOLYGON`, or `GEOMETRY` for any.
        var kind: String
        /// The number of the reference system in this file.
        var system: Int64
    }

    /// The tables in the order of the file.
    let tables: [Table]
    /// Kind (`table`, `view`) and statement of everything in the schema, by its name folded for SQL.
    private let schema: [String: (kind: String, statement: String)]
    /// What the file calls its reference systems, by number.
    private let systems: [Int64: String]

    /// Reads the lists of a GeoPackage.
    init(_ database: ReadOnlyDatabase) throws(Failure) {
        var schema: [String: (kind: String, statement: String)] = [:]
        for row in try database.rows("SELECT name, type, sql FROM sqlite_schema") {
            guard let name = row[0].text, let kind = row[1].text, kind == "table" || kind == "view" else { continue }
            schema[name.foldedForSQL] = (kind, row[2].text ?? "")
        }
        self.schema = schema
        func list(_ table: String, _ columns: String) throws(Failure) -> [[DatabaseValue]] {
            guard schema[table].map(TableCatalogue.isPlain) == true else { return [] }
            return try database.rows("SELECT \(columns) FROM \(table)")
        }
        guard schema["gpkg_contents"].map(TableCatalogue.isPlain) == true else {
            throw database.source.malformed("contents", found: "gpkg_contents")
        }
        var geometries: [String: GeometryColumnEntry] = [:]
        for row in try list("gpkg_geometry_columns", "table_name, column_name, geometry_type_name, srs_id") {
            guard let table = row[0].text, let column = row[1].text, let system = row[3].integer else { continue }
            geometries[table.foldedForSQL] = GeometryColumnEntry(
                column: column, kind: row[2].text ?? "GEOMETRY", system: system)
        }
        var tables: [Table] = []
        for row in try list("gpkg_contents", "table_name, data_type, identifier") {
            guard let name = row[0].text, let type = row[1].text?.foldedForSQL else { continue }
            // The table of styles is QGIS's own.
            guard name.foldedForSQL != "layer_styles" else { continue }
            let geometry = geometries[name.foldedForSQL]
            // "aspatial" is what old versions of GDAL called attributes.
            guard type == "features" && geometry != nil || type == "attributes" || type == "aspatial" else { continue }
            tables.append(Table(name: name, title: row[2].text, geometry: type == "features" ? geometry : nil))
        }
        self.tables = tables
        var systems: [Int64: String] = [:]
        let columns = "srs_id, organization, organization_coordsys_id, definition"
        for row in try list("gpkg_spatial_ref_sys", columns) {
            guard let number = row[0].integer, number > 0 else { continue }
            if let organization = row[1].text?.foldedForSQL, organization == "epsg", let code = row[2].integer {
                systems[number] = "EPSG:\(code)"
            } else if let definition = row[3].text, definition.foldedForSQL != "undefined" {
                systems[number] = definition
            }
        }
        self.systems = systems
    }

    /// What the file calls a reference system; nil where it does not say.
    func referenceSystem(_ number: Int64) -> String? { systems[number] }

    /// Whether a name stands for a table whose rows lie in the file: no view, whose statement would be run, and no
    /// virtual table, whose module would.
    func isPlainTable(_ name: String) -> Bool {
        schema[name.foldedForSQL].map(TableCatalogue.isPlain) ?? false
    }

    private static func isPlain(_ entry: (kind: String, statement: String)) -> Bool {
        guard entry.kind == "table" else { return false }
        let words = entry.statement.prefix(200).foldedForSQL.split { " \t\n\r\u{0C}".contains($0) }
        return words.first == "create" && words.dropFirst().first == "table"
    }
}

extension Substring {
    fileprivate var foldedForSQL: String { String(self).foldedForSQL }
}

extension DatabaseValue {
    /// The text, where it is one.
    var text: String? {
        if case .string(let text) = storage { return text }
        return nil
    }

    /// The whole number, where it is one.
    var integer: Int64? {
        if case .int64(let number) = storage { return number }
        return nil
    }
}
