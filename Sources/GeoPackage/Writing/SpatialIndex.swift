internal import Features
internal import GRDB
internal import Planar

/// The R-tree of a table (OGC 12-128r17, annex F.3): a row in the list of extensions, the tree, and the triggers that keep
/// it right when others change the table. They call functions (`ST_MinX` …) which those who write GeoPackages bring.
struct SpatialIndex {
    let table: String
    let key: String
    let geometry: String

    private var name: String { "rtree_\(table)_\(geometry)" }

    /// Makes and fills the tree.
    func write(_ geometries: GeometryColumn, keys: [Int64], to database: Database) throws {
        try database.execute(
            sql: "INSERT INTO gpkg_extensions VALUES (?, ?, ?, ?, ?)",
            arguments: [
                table, geometry, "gpkg_rtree_index", "http://www.geopackage.org/spec120/#extension_rtree",
                "write-only",
            ])
        try database.execute(
            sql: "CREATE VIRTUAL TABLE \(quoted(name)) USING rtree(id, minx, maxx, miny, maxy)")
        let statement = try database.makeStatement(sql: "INSERT INTO \(quoted(name)) VALUES (?, ?, ?, ?, ?)")
        for (row, key) in keys.enumerated() {
            guard let box = geometries[row]?.envelope, !box.isEmpty else { continue }
            try statement.execute(arguments: [key, box.minX, box.maxX, box.minY, box.maxY])
        }
        for trigger in triggers { try database.execute(sql: trigger) }
    }

    /// The triggers as annex F.3 has them.
    private var triggers: [String] {
        let (tree, table, key, geometry) = (quoted(name), quoted(table), quoted(key), quoted(geometry))
        let isThere = "(NEW.\(geometry) NOTNULL AND NOT ST_IsEmpty(NEW.\(geometry)))"
        let isNotThere = "(NEW.\(geometry) ISNULL OR ST_IsEmpty(NEW.\(geometry)))"
        let insertion = """
            INSERT OR REPLACE INTO \(tree) VALUES (NEW.\(key), ST_MinX(NEW.\(geometry)), ST_MaxX(NEW.\(geometry)), \
            ST_MinY(NEW.\(geometry)), ST_MaxY(NEW.\(geometry)));
            """
        let deletion = "DELETE FROM \(tree) WHERE id = OLD.\(key);"
        func trigger(_ suffix: String, _ event: String, when condition: String, _ actions: String) -> String {
            """
            CREATE TRIGGER \(quoted(name + suffix)) AFTER \(event) ON \(table) WHEN \(condition) BEGIN \(actions) END;
            """
        }
        return [
            trigger("_insert", "INSERT", when: isThere, insertion),
            trigger(
                "_update1", "UPDATE OF \(geometry)", when: "OLD.\(key) = NEW.\(key) AND \(isThere)", insertion),
            trigger("_update2", "UPDATE OF \(geometry)", when: "OLD.\(key) = NEW.\(key) AND \(isNotThere)", deletion),
            trigger(
                "_update3", "UPDATE", when: "OLD.\(key) != NEW.\(key) AND \(isThere)", deletion + " " + insertion),
            trigger(
                "_update4", "UPDATE", when: "OLD.\(key) != NEW.\(key) AND \(isNotThere)",
                "DELETE FROM \(tree) WHERE id IN (OLD.\(key), NEW.\(key));"),
            trigger("_delete", "DELETE", when: "OLD.\(geometry) NOT NULL", deletion),
        ]
    }
}
