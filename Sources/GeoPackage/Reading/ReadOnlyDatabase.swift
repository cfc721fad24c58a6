internal import Features
internal import Formats
internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// A database from the bytes of a file, opened in memory: it takes no lock, leaves no file beside, sees no later change,
/// and can write nothing. Of what its schema says nothing is trusted.
final class ReadOnlyDatabase {
    /// The file as it was read.
    let source: SourceFile
    private let queue: DatabaseQueue
    /// The bytes the database lies in, until it is closed.
    private let memory: UnsafeMutableRawBufferPointer

    /// The largest text or blob in the file, bytes.
    private static let largestValue: Int32 = 256 << 20
    /// The longest statement of the schema, bytes.
    private static let longestStatement: Int32 = 1 << 20
    private static let magic = Array("SQLite format 3\0".utf8)
    private static let headerSize = 100

    /// Opens a file.
    convenience init(path: String) throws(Failure) {
        let (bytes, source) = try WholeFile.read(path: path)
        try self.init(bytes, source: source)
    }

    /// Opens the bytes of a file.
    init(_ bytes: [UInt8], source: SourceFile) throws(Failure) {
        self.source = source
        guard bytes.count >= ReadOnlyDatabase.headerSize, bytes.starts(with: ReadOnlyDatabase.magic) else {
            throw bytes.isEmpty
                ? Failure(.malformedData, Diagnostic(.fileEmpty, at: SourceLocation(file: source.path)))
                : source.malformed("header", found: source.path)
        }
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
        memory.copyBytes(from: bytes)
        // A database in memory cannot have a write-ahead log; 1 in these two bytes says that there is none.
        memory[18] = 1
        memory[19] = 1
        do {
            queue = try DatabaseQueue(configuration: ReadOnlyDatabase.configuration(memory))
            self.memory = memory
        } catch {
            memory.deallocate()
            throw source.failure(error)
        }
    }

    deinit {
        try? queue.close()
        memory.deallocate()
    }

    private static func configuration(_ memory: UnsafeMutableRawBufferPointer) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.foreignKeysEnabled = false
        // The pointer travels as a number, since pointers are not Sendable; the memory outlives the connection.
        let (address, count) = (UInt(bitPattern: memory.baseAddress), memory.count)
        configuration.prepareDatabase { database in
            let connection = database.sqliteConnection
            let start = UnsafeMutablePointer<UInt8>(bitPattern: address)
            let flags = UInt32(SQLITE_DESERIALIZE_READONLY)
            let code = sqlite3_deserialize(connection, "main", start, Int64(count), Int64(count), flags)
            guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
            sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, largestValue)
            sqlite3_limit(connection, SQLITE_LIMIT_SQL_LENGTH, longestStatement)
            sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0)
            sqlite3_limit(connection, SQLITE_LIMIT_TRIGGER_DEPTH, 0)
            sqlite3_limit(connection, SQLITE_LIMIT_EXPR_DEPTH, 100)
            sqlite3_limit(connection, SQLITE_LIMIT_VDBE_OP, 1_000_000)
            for setting in ["trusted_schema = OFF", "cell_size_check = ON", "query_only = ON", "mmap_size = 0"] {
                try database.execute(sql: "PRAGMA \(setting)")
            }
        }
        return configuration
    }

    /// Calls `body` with the values of each row of a query.
    ///
    /// Rows and their texts and blobs lie in the file: pages that stand in the tree again and again would give more than
    /// it holds, without end. Texts may be half as long again as in the file (UTF-16), so twice its size is the limit.
    func forEachRow(_ query: String, _ body: ([DatabaseValue]) -> Void) throws(Failure) {
        var room = 2 * memory.count
        do {
            try queue.unsafeRead { database in
                let rows = try Row.fetchCursor(database, sql: query)
                while let row = try rows.next() {
                    let values = Array(row.databaseValues)
                    // A row takes a byte for its length, one for its number, and one for each value's type.
                    room -= values.reduce(2) { $0 + 1 + $1.size }
                    guard room >= 0 else { throw source.malformed("database", found: source.path) }
                    body(values)
                }
            }
        } catch let failure as Failure {
            throw failure
        } catch {
            throw source.failure(error)
        }
    }

    /// All rows of a small table, as values.
    func rows(_ query: String) throws(Failure) -> [[DatabaseValue]] {
        var rows: [[DatabaseValue]] = []
        try forEachRow(query) { rows.append($0) }
        return rows
    }
}

extension DatabaseValue {
    /// The bytes of a text or blob.
    fileprivate var size: Int {
        switch storage {
        case .string(let text): text.utf8.count
        case .blob(let bytes): bytes.count
        case .null, .int64, .double: 0
        }
    }
}

extension SourceFile {
    /// The failure of a file that is no GeoPackage.
    func malformed(_ reason: String, found: String) -> Failure {
        Failure(
            .malformedData,
            Diagnostic(
                .geoPackageMalformed, at: SourceLocation(file: path),
                ["@reason": "geopackage.reason.\(reason)", "found": found]))
    }

    /// What SQLite says about a damaged database.
    fileprivate func failure(_ error: any Error) -> Failure {
        malformed("database", found: (error as? DatabaseError)?.message ?? "SQLite")
    }
}
