public import Features
internal import Formats
internal import GRDB
internal import GRDBSQLite
internal import ReferenceSystems

/// Writes GeoPackages 1.3 (OGC 12-128r17) with spatial indexes, and with styles for QGIS.
///
/// The same layers give the same bytes with the same version of SQLite: tables are made in a fixed order on fresh pages,
/// and the time of the last change is the caller's word.
public enum GeoPackageWriter {
    /// The time of the last change where the caller has none to give.
    public static let noTime = "1970-01-01T00:00:00.000Z"

    /// Writes a whole file, or leaves the old one as it was.
    /// - Parameters:
    ///   - lastChange: When the data last changed, UTC, as `2026-01-31T12:00:00.000Z`.
    ///   - overwrite: Whether a file of that path may be replaced.
    /// - Throws: `.cannotCreate` where it exists and may not be replaced, or cannot be made; `.unreadable` where the disk
    ///   is full; `.malformedData` where a reference system cannot be described.
    public static func write(
        _ layers: [GeoPackageLayer], to path: String, lastChange: String = noTime, overwrite: Bool = false
    ) throws(Failure) {
        try AtomicFile.write(bytes(layers, path: path, lastChange: lastChange), to: path, overwrite: overwrite)
    }

    /// The bytes of such a file; `path` is its name for messages.
    public static func bytes(
        _ layers: [GeoPackageLayer], path: String = "-", lastChange: String = noTime
    ) throws(Failure) -> [UInt8] {
        let location = SourceLocation(file: path)
        do {
            let systems = try SystemTable(layers.compactMap(\.referenceSystem))
            let queue = try DatabaseQueue()
            try queue.inDatabase { database in
                for setting in ["page_size = 4096", "application_id = 0x47504B47", "user_version = 10300"] {
                    try database.execute(sql: "PRAGMA \(setting)")
                }
                try database.inTransaction {
                    try database.execute(sql: CoreTables.statements)
                    try systems.write(to: database)
                    var names = UniqueNames(taken: CoreTables.reservedNames)
                    for layer in layers {
                        var writer = TableWriter(layer, systems: systems, names: &names)
                        try writer.write(to: database, lastChange: lastChange)
                    }
                    try StyleTable.write(layers, tables: TableWriter.names(of: layers), to: database, lastChange)
                    return .commit
                }
            }
            let bytes = try queue.inDatabase(serialized)
            try queue.close()
            return bytes
        } catch let error as ReferenceSystemError {
            throw Failure(.malformedData, MetricLayer.diagnostic(for: error, location))
        } catch {
            let reason = (error as? DatabaseError)?.message ?? "SQLite"
            throw Failure(.cannotCreate, Diagnostic(.outputUnwritable, at: location, ["reason": reason]))
        }
    }

    /// The pages of a database in memory as those of a file.
    private static func serialized(_ database: Database) throws -> [UInt8] {
        var size: Int64 = 0
        guard let start = sqlite3_serialize(database.sqliteConnection, "main", &size, 0) else {
            throw DatabaseError(resultCode: .SQLITE_NOMEM)
        }
        defer { sqlite3_free(start) }
        return Array(UnsafeBufferPointer(start: start, count: Int(size)))
    }
}
