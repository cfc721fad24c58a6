public import Features
internal import GRDB

/// What a look at a whole store found.
public struct HistoryVerification: Sendable, Hashable {
    /// The number of runs.
    public var runs: Int
    /// The number of figures.
    public var figures: Int
    /// What SQLite says of the file, line by line; empty where it is sound.
    public var damages: [String]
    /// The runs whose content is not what was recorded, or which do not follow the run before them.
    public var alteredRuns: [Int]

    /// Whether all is well.
    public var isSound: Bool { damages.isEmpty && alteredRuns.isEmpty }
}

extension HistoryStore {
    /// Looks at everything: the pages of the file, references, and the checksum of each run.
    /// - Throws: Where the store cannot be read at all.
    public func verify() throws(Failure) -> HistoryVerification {
        try read { database in
            var damages = try StoreRows(database).map("PRAGMA integrity_check(20)") { try $0[0].text }
            damages.removeAll { $0 == "ok" }
            damages += try StoreRows(database).map("PRAGMA foreign_key_check") { "\(try $0[0].text): foreign key" }
                .prefix(20)
            var result = HistoryVerification(runs: 0, figures: 0, damages: damages, alteredRuns: [])
            do {
                try Self.checkRuns(database, &result)
            } catch {
                result.damages.append("\(error)")
            }
            return result
        }
    }

    private static func checkRuns(_ database: Database, _ result: inout HistoryVerification) throws {
        let dimensions = try HistoryDimensions(database)
        let rows = StoreRows(database)
        let ids = try rows.map("SELECT id FROM runs ORDER BY id") { try $0[0].integer }
        var seals: [Int: (content: String, chain: String)] = [:]
        try rows.forEach("SELECT run, content, chain FROM seals") {
            seals[try $0[0].integer] = (try $0[1].text, try $0[2].text)
        }
        var chain = ""
        var altered = Set(seals.keys).subtracting(ids)
        for (position, id) in ids.enumerated() {
            guard let run = try run(id, database, dimensions), let seal = seals[id] else {
                altered.insert(id)
                continue
            }
            result.runs += 1
            result.figures += run.figures.count
            let content = RunContent(run).checksum
            chain = RunContent.chain(after: chain, content: content, recordedAt: run.recordedAt)
            if id != position + 1 || content != seal.content || chain != seal.chain { altered.insert(id) }
            // Those after an altered one are judged by themselves.
            chain = seal.chain
        }
        result.alteredRuns = altered.sorted()
    }

    /// Copies the store into a new file while others may go on writing; the copy is sound or not there.
    /// - Throws: `.cannotCreate` where the file exists or cannot be made; `.unreadable` where the disk is full.
    public func backup(to path: String) throws(Failure) {
        let target = try BackupFile(path)
        do {
            let copy = try DatabaseQueue(path: target.temporary)
            try queue.backup(to: copy)
            let answer = try copy.writeWithoutTransaction { database -> String? in
                // One file without a log beside it, so that it can be carried anywhere.
                try database.execute(sql: "PRAGMA journal_mode = DELETE")
                return try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
            }
            try copy.close()
            guard answer == "ok" else { throw DamagedRow(description: answer ?? "quick_check") }
        } catch {
            target.discard()
            throw HistoryError.failure(error, (error as? DatabaseError)?.resultCode == .SQLITE_FULL ? path : self.path)
        }
        try target.commit()
    }
}
