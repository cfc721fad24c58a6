internal import GRDB

/// The table in which QGIS looks for the styles of a GeoPackage's layers, as QGIS itself makes it.
enum StyleTable {
    private static let name = "layer_styles"

    /// Makes the table where any layer has a style, and fills it.
    /// - Parameter tables: The names of the layers' tables.
    static func write(
        _ layers: [GeoPackageLayer], tables: [String], to database: Database, _ lastChange: String
    ) throws {
        let styled = zip(layers, tables).filter { $0.0.style != nil && $0.0.referenceSystem != nil }
        guard !styled.isEmpty else { return }
        try database.execute(
            sql: """
                CREATE TABLE "\(name)" (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
                  f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30),
                  styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
                  update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))
                """)
        try database.execute(
            sql: """
                INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change)
                VALUES (?, 'attributes', ?, '', ?)
                """, arguments: [name, name, lastChange])
        for (layer, table) in styled {
            guard let style = layer.style else { continue }
            // QGIS asks for an empty text as catalogue and schema, not for nothing.
            try database.execute(
                sql: """
                    INSERT INTO "\(name)" (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName,
                      styleQML, styleSLD, useAsDefault, description, owner, ui, update_time)
                    VALUES ('', '', ?, ?, ?, ?, ?, 1, '', '', NULL, ?)
                    """,
                arguments: [
                    table, TableWriter.geometryName, style.name, QMLWriter.write(style),
                    SLDWriter.write(style, layer: table), lastChange,
                ])
        }
    }
}
