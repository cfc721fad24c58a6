internal import Features
internal import Foundation
internal import GRDB
internal import Planar

/// Writes one layer as a table, with its rows in the lists and its spatial index.
struct TableWriter {
    private let content: GeoPackageLayer
    private let table: String
    private let system: Int32?
    /// The numbers of the rows: the layer's column `fid` or its ids where they are distinct whole numbers, else from 1.
    private let keys: [Int64]
    /// The columns to write, with names that are unique in the table.
    private let columns: [(name: String, column: Features.Column)]
    private let kind: GeometryKind
    private static let keyName = "fid"
    /// The name of the column of geometries.
    static let geometryName = "geom"

    /// Chooses names. Layers must come in the order in which they are written.
    init(_ content: GeoPackageLayer, systems: SystemTable, names: inout UniqueNames) {
        self.content = content
        table = TableWriter.claimName(of: content, &names)
        system = content.referenceSystem.map(systems.number)
        let layer = content.layer
        var rest = layer.columns
        var keys: [Int64]?
        if let index = rest.firstIndex(where: { $0.name == TableWriter.keyName }),
            let numbers = TableWriter.distinctNumbers(rest[index])
        {
            keys = numbers
            rest.remove(at: index)
        } else if let ids = layer.featureIDs {
            keys = TableWriter.distinctNumbers(ids)
            if keys == nil, !rest.contains(where: { $0.name.foldedForSQL == "id" }) {
                rest.insert(Features.Column(name: "id", storage: ids.storage, presence: ids.presence), at: 0)
            }
        }
        self.keys = keys ?? (0..<layer.count).map { Int64($0) + 1 }
        var columnNames = UniqueNames(
            taken: system == nil ? [TableWriter.keyName] : [TableWriter.keyName, TableWriter.geometryName])
        columns = rest.map { (columnNames.claim($0.name, orElse: "column"), $0) }
        kind = GeometryKind(of: layer.geometries)
    }

    /// The names of the tables of some layers.
    static func names(of layers: [GeoPackageLayer]) -> [String] {
        var names = UniqueNames(taken: CoreTables.reservedNames)
        return layers.map { claimName(of: $0, &names) }
    }

    /// The name of a table; prefixes that belong to SQLite, to the standard or to indexes are set off.
    private static func claimName(of content: GeoPackageLayer, _ names: inout UniqueNames) -> String {
        let name = content.layer.name
        let isReserved = ["gpkg_", "sqlite_", "rtree_"].contains { name.foldedForSQL.hasPrefix($0) }
        return names.claim(isReserved ? "layer_" + name : name, orElse: "layer")
    }

    private static func distinctNumbers(_ column: Features.Column) -> [Int64]? {
        guard column.presence.absentCount == 0 else { return nil }
        switch column.storage {
        case .int32(let values): return Set(values).count == values.count ? values.map(Int64.init) : nil
        case .int64(let values): return Set(values).count == values.count ? values : nil
        default: return nil
        }
    }

    /// Makes and fills the table.
    mutating func write(to database: Database, lastChange: String) throws {
        try database.execute(sql: creation)
        let layer = content.layer
        let extent = layer.geometries.envelope
        let hasExtent = system != nil && !extent.isEmpty
        try database.execute(
            sql: "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                table, system == nil ? "attributes" : "features", content.title ?? table, content.text, lastChange,
                hasExtent ? extent.minX : nil, hasExtent ? extent.minY : nil, hasExtent ? extent.maxX : nil,
                hasExtent ? extent.maxY : nil, system,
            ])
        if let system {
            try database.execute(
                sql: "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)",
                arguments: [table, TableWriter.geometryName, kind.name, system])
        }
        try fill(database)
        guard system != nil else { return }
        try SpatialIndex(table: table, key: TableWriter.keyName, geometry: TableWriter.geometryName)
            .write(layer.geometries, keys: keys, to: database)
    }

    private var creation: String {
        var parts = ["\(quoted(TableWriter.keyName)) INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
        if system != nil { parts.append("\(quoted(TableWriter.geometryName)) \(kind.name)") }
        parts += columns.map { "\(quoted($0.name)) \($0.column.storage.typeName)" }
        return "CREATE TABLE \(quoted(table)) (\(parts.joined(separator: ", ")))"
    }

    private func fill(_ database: Database) throws {
        let count = columns.count + (system == nil ? 1 : 2)
        let places = [String](repeating: "?", count: count).joined(separator: ", ")
        let statement = try database.makeStatement(sql: "INSERT INTO \(quoted(table)) VALUES (\(places))")
        for (row, key) in keys.enumerated() {
            var values = [key.databaseValue]
            if let system {
                values.append(
                    content.layer.geometries[row].map {
                        DatabaseValue(blob: GeometryBlob.write(kind.cast($0), system: system))
                    } ?? .null)
            }
            for (_, column) in columns { values.append(column.databaseValue(at: row)) }
            try statement.execute(arguments: StatementArguments(values))
        }
    }
}

extension DatabaseValue {
    fileprivate init(blob: [UInt8]) {
        self = Data(blob).databaseValue
    }
}

extension Features.Column {
    /// The value of a row as SQLite keeps it; nested values as their JSON text.
    fileprivate func databaseValue(at row: Int) -> DatabaseValue {
        if case .mixed = storage { return string(at: row)?.databaseValue ?? .null }
        return switch value(at: row) {
        case .integer(let value): value.databaseValue
        case .double(let value): value.isNaN ? .null : value.databaseValue
        case .boolean(let value): (value ? 1 : 0).databaseValue
        case .text(let text), .json(let text): text.databaseValue
        case nil: .null
        }
    }
}

extension Features.Column.Storage {
    /// The type of a column in a GeoPackage (OGC 12-128r17, table 1).
    fileprivate var typeName: String {
        switch self {
        case .int32: "MEDIUMINT"
        case .int64: "INTEGER"
        case .doubles: "DOUBLE"
        case .booleans: "BOOLEAN"
        case .sparse(_, let values, _): values.typeName
        case .empty, .texts, .codes, .mixed: "TEXT"
        }
    }
}
