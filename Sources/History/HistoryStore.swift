public import Features
internal import GRDB
internal import GRDBSQLite
internal import Glibc

/// The history of a town in one SQLite file: runs are added and never changed.
///
/// Writing is in write-ahead mode, each run in one transaction that is on the disk when the call returns; so a run is there
/// wholly or not at all, whenever the process is killed. Several processes may read while one writes.
public final class HistoryStore: Sendable {
    /// The file as the user named it.
    public let path: String
    let queue: DatabaseQueue

    /// How long another process is waited for, seconds.
    static let patience = 10.0

    private init(_ queue: DatabaseQueue, _ path: String) {
        self.queue = queue
        self.path = path
    }

    deinit { try? queue.close() }

    /// Opens a store to add to it; makes it where there is none.
    /// - Throws: `.malformedData` where the file is something else, damaged, or of a newer version; `.temporary` where
    ///   another process holds it; `.cannotCreate` or `.unreadable` where the system refuses.
    public static func open(_ path: String) throws(Failure) -> HistoryStore {
        try open(path, migrations: HistorySchema.migrations)
    }

    /// Opens a store with these migrations, and with room for so many pages where that is said.
    static func open(
        _ path: String, migrations: [String], largestPageCount: Int? = nil, patience: Double = patience
    ) throws(Failure) -> HistoryStore {
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration(patience, largestPageCount))
            let store = HistoryStore(queue, path)
            try queue.writeWithoutTransaction { database in
                // SQLite opens a protected file all the same and says so at the first change only, after all the work.
                guard sqlite3_db_readonly(database.sqliteConnection, "main") == 0 else {
                    throw DatabaseError(resultCode: .SQLITE_READONLY)
                }
                var version = try schemaVersion(of: database, path, newest: migrations.count)
                guard version < migrations.count else { return }
                try enterWriteAheadMode(database, patience)
                try database.inTransaction(.immediate) {
                    // Another process may have been faster.
                    version = try schemaVersion(of: database, path, newest: migrations.count)
                    try HistorySchema.migrate(database, from: version, migrations)
                    return .commit
                }
            }
            return store
        } catch {
            throw openingFailure(error, path)
        }
    }

    /// Opens a store only to read it. Where the folder cannot be written, nobody else writes either, and the file is read
    /// into memory.
    /// - Throws: As ``open(_:)``, and `.unreadable` where there is no store.
    public static func openReadOnly(_ path: String) throws(Failure) -> HistoryStore {
        guard access(path, F_OK) == 0 else { throw HistoryError.failure(.unreadable, .historyMissing, path) }
        do {
            return try openReadOnly(path, configuration(patience))
        } catch {
            var information = stat()
            let hasLog = stat(path + "-wal", &information) == 0 && information.st_size > 0
            let code = (error as? DatabaseError)?.resultCode
            guard !hasLog, code == .SQLITE_CANTOPEN || code == .SQLITE_READONLY else {
                throw HistoryError.failure(error, path)
            }
        }
        return try openInMemory(path)
    }

    /// A store in memory as the file is now.
    static func openInMemory(_ path: String) throws(Failure) -> HistoryStore {
        do {
            return try openReadOnly(nil, MemoryCopy.configuration(of: path), named: path)
        } catch {
            throw HistoryError.failure(error, path)
        }
    }

    private static func openReadOnly(
        _ path: String?, _ configuration: Configuration, named name: String? = nil
    ) throws -> HistoryStore {
        var configuration = configuration
        configuration.readonly = true
        let queue: DatabaseQueue
        if let path {
            queue = try DatabaseQueue(path: path, configuration: configuration)
        } else {
            queue = try DatabaseQueue(configuration: configuration)
        }
        let store = HistoryStore(queue, path ?? name ?? "")
        let version = try queue.read {
            try schemaVersion(of: $0, store.path, newest: HistorySchema.migrations.count)
        }
        guard version > 0 else { throw HistoryError.failure(.unreadable, .historyMissing, store.path) }
        return store
    }

    private static func configuration(_ patience: Double, _ largestPageCount: Int? = nil) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            // FULL: what is committed outlives a power cut, also in write-ahead mode.
            for setting in ["trusted_schema = OFF", "cell_size_check = ON", "synchronous = FULL"] {
                try database.execute(sql: "PRAGMA \(setting)")
            }
            if let largestPageCount { try database.execute(sql: "PRAGMA max_page_count = \(largestPageCount)") }
        }
        return configuration
    }

    /// The version of the schema, 0 for an empty file.
    private static func schemaVersion(of database: Database, _ path: String, newest: Int) throws -> Int {
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if application == 0, version == 0, try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0 {
            return 0
        }
        guard application == HistorySchema.applicationID, version > 0 else {
            throw HistoryError.failure(.malformedData, .historyNotAStore, path)
        }
        guard version <= newest else {
            throw HistoryError.failure(
                .malformedData, .historyNewer, path, ["version": "\(version)", "known": "\(newest)"])
        }
        return version
    }

    /// Two processes that begin a store at once may meet in changing the mode, where SQLite does not wait by itself.
    private static func enterWriteAheadMode(_ database: Database, _ patience: Double) throws {
        let pause: UInt32 = 20_000
        var left = Int(patience * 1e6) / Int(pause)
        while true {
            do {
                return try database.execute(sql: "PRAGMA journal_mode = WAL")
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && left > 0 {
                left -= 1
                usleep(pause)
            }
        }
    }

    /// A folder that is missing or closed cannot be told from one another by SQLite's answer.
    private static func openingFailure(_ error: any Error, _ path: String) -> Failure {
        let failure = HistoryError.failure(error, path)
        guard failure.diagnostics.first?.code == .historyUnreadable, access(path, F_OK) != 0 || access(path, W_OK) != 0
        else { return failure }
        return HistoryError.failure(.cannotCreate, .historyReadOnly, path)
    }
}

/// A store in memory, from the bytes of a file in a folder that cannot be written.
private enum MemoryCopy {
    static func configuration(of path: String) throws -> Configuration {
        let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw DatabaseError(resultCode: .SQLITE_CANTOPEN) }
        defer { close(file) }
        var information = stat()
        guard fstat(file, &information) == 0, information.st_size >= 100 else {
            throw DatabaseError(resultCode: .SQLITE_NOTADB)
        }
        let size = Int(information.st_size)
        guard let start = sqlite3_malloc64(sqlite3_uint64(size)) else { throw DatabaseError(resultCode: .SQLITE_NOMEM) }
        var count = 0
        while count < size {
            let step = read(file, start + count, size - count)
            if step < 0, errno == EINTR { continue }
            guard step > 0 else { break }
            count += step
        }
        guard count == size else {
            sqlite3_free(start)
            throw DatabaseError(resultCode: .SQLITE_IOERR)
        }
        // A database in memory cannot have a write-ahead log; 1 in these two bytes says that there is none.
        start.storeBytes(of: 0x0101, toByteOffset: 18, as: UInt16.self)
        // The pointer travels as a number, since pointers are not Sendable; SQLite frees it with the database.
        let address = UInt(bitPattern: start)
        var configuration = Configuration()
        configuration.prepareDatabase { database in
            let bytes = UnsafeMutablePointer<UInt8>(bitPattern: address)
            let flags = UInt32(SQLITE_DESERIALIZE_READONLY | SQLITE_DESERIALIZE_FREEONCLOSE)
            let code = sqlite3_deserialize(
                database.sqliteConnection, "main", bytes, Int64(size), Int64(size), flags)
            guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
            for setting in ["trusted_schema = OFF", "cell_size_check = ON"] {
                try database.execute(sql: "PRAGMA \(setting)")
            }
        }
        return configuration
    }
}
