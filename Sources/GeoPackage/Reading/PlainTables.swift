public import Features
internal import GRDB

extension GeoPackageReader {
    /// A table as it lies in the file: all values as text, nothing interpreted.
    public struct PlainTable: Sendable, Hashable {
        /// The name in the database.
        public var name: String
        /// The columns, in their order.
        public var columns: [String]
        /// The values of each row; nil where there is none, and for the bytes of geometries and pictures.
        public var rows: [[String?]]
    }

    /// All tables whose rows lie in the file, those that the file's own list conceals among them, sorted by name; the
    /// tables of the format and of its indexes are left out.
    /// - Throws: `.unreadable` where the file cannot be read, `.malformedData` where it is no database.
    public static func plainTables(path: String) throws(Failure) -> [PlainTable] {
        let database = try ReadOnlyDatabase(path: path)
        var tables: [PlainTable] = []
        let names = try database.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        for row in names {
            guard let name = row[0].text, !isOfTheFormat(name), let statement = row[1].text,
                !statement.foldedForSQL.hasPrefix("create virtual")
            else { continue }
            let quoted = "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            let columns = try database.rows("PRAGMA table_xinfo(\(quoted)\")").compactMap {
                $0.count > 1 ? $0[1].text : nil
            }
            var table = PlainTable(name: name, columns: columns, rows: [])
            try database.forEachRow("SELECT * FROM \(quoted)\"") { values in
                table.rows.append(values.map(\.plainText))
            }
            tables.append(table)
        }
        return tables
    }

    private static func isOfTheFormat(_ name: String) -> Bool {
        let folded = name.foldedForSQL
        return ["gpkg_", "rtree_", "sqlite_"].contains { folded.hasPrefix($0) }
    }
}

extension DatabaseValue {
    /// Texts and numbers as text.
    fileprivate var plainText: String? {
        switch storage {
        case .string(let text): text
        case .int64(let number): "\(number)"
        case .double(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
        case .null, .blob: nil
        }
    }
}
