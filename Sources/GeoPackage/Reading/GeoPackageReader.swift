public import Features
public import Formats
internal import GRDB
internal import Glibc

/// Reads GeoPackages (OGC 12-128): tables with features, and tables with attributes only.
///
/// A file is taken into memory and opened there: no lock, no file beside it, no change. Only tables whose rows lie in the
/// file are read, no views and no virtual tables, so nothing that its schema says is run; its triggers and functions are
/// not, since nothing is written and the schema is not trusted.
public enum GeoPackageReader {
    /// A table of a GeoPackage.
    public struct Table: Sendable, Hashable {
        /// The name, which ``read(path:layer:)`` takes.
        public var name: String
        /// The title for people; nil where there is none.
        public var title: String?
        /// The kind of its geometries in capitals (`MULTIPOLYGON`, `GEOMETRY` for any); nil for a table without.
        public var geometryKind: String?
        /// What the file says about its reference system (`EPSG:25832` or well-known text); nil for a table without
        /// geometries and where the file does not say it.
        public var crsText: String?
    }

    /// The tables with features or attributes, in the order of the file's list.
    /// - Throws: `.unreadable` where the file cannot be read, `.malformedData` (Q181) where it is no GeoPackage.
    public static func layers(path: String) throws(Failure) -> [Table] {
        let catalogue = try TableCatalogue(try ReadOnlyDatabase(path: path))
        return catalogue.tables.map { table in
            Table(
                name: table.name, title: table.title, geometryKind: table.geometry?.kind,
                crsText: table.geometry.flatMap { catalogue.referenceSystem($0.system) })
        }
    }

    /// Reads one table.
    /// - Parameter layer: Its name or title; nil for the only table with features, or else the only table.
    /// - Throws: `.unreadable` where the file cannot be read, `.malformedData` where it is no GeoPackage (Q181), has
    ///   several layers of which none is named (Q182), or has none of that name (Q183). What is wrong with a single
    ///   feature is among the findings, and the feature keeps its row.
    public static func read(path: String, layer: String? = nil) throws(Failure) -> ReadLayer {
        let database = try ReadOnlyDatabase(path: path)
        return try read(database, layer: layer)
    }

    /// Reads one table of a file in memory; `path` is its name for messages.
    public static func read(_ bytes: [UInt8], path: String, layer: String? = nil) throws(Failure) -> ReadLayer {
        let source = SourceFile(path: path, bytes: bytes.count, sha256: Checksum.sha256(bytes))
        return try read(try ReadOnlyDatabase(bytes, source: source), layer: layer)
    }

    private static func read(_ database: ReadOnlyDatabase, layer: String?) throws(Failure) -> ReadLayer {
        let source = database.source
        let catalogue = try TableCatalogue(database)
        let table = try choose(layer, among: catalogue.tables, source)
        guard catalogue.isPlainTable(table.name) else { throw source.malformed("view", found: table.name) }
        var reader = TableReader(table, source: source)
        if let geometry = table.geometry { reader.setSystem(catalogue.referenceSystem(geometry.system)) }
        let log = source.path + "-wal"
        var information = stat()
        if stat(log, &information) == 0, information.st_size > 0 {
            reader.findings.list(
                Diagnostic(.changesPending, at: SourceLocation(file: source.path), ["file": fileName(log)]))
        }
        return try reader.read(database)
    }

    private static func choose(
        _ name: String?, among tables: [TableCatalogue.Table], _ source: SourceFile
    ) throws(Failure) -> TableCatalogue.Table {
        let location = SourceLocation(file: source.path)
        let found = tables.map(\.name).joined(separator: ", ")
        guard let name else {
            let features = tables.filter { $0.geometry != nil }
            if let only = features.count == 1 ? features.first : tables.count == 1 ? tables.first : nil { return only }
            guard tables.isEmpty else {
                throw Failure(.malformedData, Diagnostic(.layerNotNamed, at: location, ["found": found]))
            }
            throw source.malformed("contents", found: "gpkg_contents")
        }
        if let table = tables.first(where: { $0.name == name }) ?? tables.first(where: { $0.title == name })
            ?? tables.first(where: { $0.name.foldedForSQL == name.foldedForSQL })
        {
            return table
        }
        throw Failure(.malformedData, Diagnostic(.layerNotFound, at: location, ["layer": name, "found": found]))
    }

    private static func fileName(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
