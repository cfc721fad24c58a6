public import Features
internal import GRDB
internal import struct Foundation.Data

extension HistoryStore {
    /// What became of a run.
    public enum Outcome: Sendable, Hashable {
        /// It was added under this number.
        case recorded(run: Int)
        /// It says the same as the newest one, from the same files with the same methods: nothing was added.
        case unchanged(run: Int)
    }

    /// Adds a run, in one transaction that is on the disk when this returns.
    /// - Parameter note: What is to be known of it; empty for nothing.
    /// - Throws: `.unreadable` where the disk is full, `.temporary` where another process holds the store for long,
    ///   `.malformedData` where an area has a measure twice or a number is none.
    @discardableResult
    public func append(_ run: HistoryRun, note: String = "") throws(Failure) -> Outcome {
        let content = RunContent(run)
        let refusal = content.repeated ?? (content.hasImpossibleNumber ? "NaN" : nil)
        if let refusal { throw HistoryError.failure(.malformedData, .internalInconsistency, path, ["detail": refusal]) }
        return try write { database in
            let last = try StoreRows(database).map(
                "SELECT run, content, chain FROM seals ORDER BY run DESC LIMIT 1"
            ) { (run: try $0[0].integer, content: try $0[1].text, chain: try $0[2].text) }.first
            if let last, last.content == content.checksum { return .unchanged(run: last.run) }
            let id = (last?.run ?? 0) + 1
            try Self.insert(content.run, id, into: database)
            if !note.isEmpty { try Self.insert(note, of: id, at: run.recordedAt, into: database) }
            let chain = RunContent.chain(
                after: last?.chain ?? "", content: content.checksum, recordedAt: run.recordedAt)
            try database.execute(
                sql: "INSERT INTO seals VALUES (?, ?, ?)", arguments: [id, content.checksum, chain])
            return .recorded(run: id)
        }
    }

    /// Adds a note, to a run or to the whole history. Notes are never changed: a correction is a further note.
    public func append(note: String, to run: Int?, recordedAt: Int) throws(Failure) {
        if let run { _ = try summary(of: run) }
        try write { try Self.insert(note, of: run, at: recordedAt, into: $0) }
    }

    private static func insert(
        _ note: String, of run: Int?, at recordedAt: Int, into database: Database
    ) throws {
        try database.execute(
            sql: "INSERT INTO notes (run, recorded_at, note) VALUES (?, ?, ?)",
            arguments: [run, recordedAt, RunContent.clean(note)])
    }

    private static func insert(_ run: HistoryRun, _ id: Int, into database: Database) throws {
        try database.execute(
            sql: "INSERT INTO runs VALUES (?, ?, ?, ?, ?)",
            arguments: [id, run.period, run.recordedAt, run.town, run.projectChecksum])
        for (component, version) in SortedTexts.of(run.versions) {
            try database.execute(sql: "INSERT INTO versions VALUES (?, ?, ?)", arguments: [id, component, version])
        }
        for (position, input) in run.inputs.enumerated() {
            try database.execute(
                sql: "INSERT INTO inputs VALUES (?, ?, ?, ?, ?, ?, ?)",
                arguments: [id, position, input.file, input.kind, input.bytes, input.sha256, input.count])
        }
        var interning = try Interning(database)
        let statement = try database.makeStatement(
            sql: "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        for figure in run.figures {
            try statement.execute(arguments: [
                id, interning.measure(figure.measure), interning.area(figure.area), interning.word(figure.status),
                interning.word(figure.reason), figure.value, figure.lower, figure.upper, figure.n, figure.bandLower,
                figure.bandUpper, figure.unrecorded,
            ])
        }
        for place in run.places {
            try database.execute(
                sql: "INSERT INTO places_of_runs VALUES (?, ?)", arguments: [id, interning.place(place)])
        }
        if let boundaries = run.boundaries {
            try database.execute(
                sql: "INSERT INTO boundaries_of_runs VALUES (?, ?)",
                arguments: [id, try insert(boundaries, into: database)])
        }
    }

    /// The number of a set of outlines, which is added where it is new.
    private static func insert(_ boundaries: HistoryBoundaries, into database: Database) throws -> Int {
        let checksum = boundaries.checksum
        let known = try Int.fetchOne(database, sql: "SELECT id FROM boundaries WHERE sha256 = ?", arguments: [checksum])
        if let known { return known }
        try database.execute(
            sql: "INSERT INTO boundaries (sha256, system) VALUES (?, ?)", arguments: [checksum, boundaries.system])
        let id = Int(database.lastInsertedRowID)
        for outline in boundaries.outlines {
            try database.execute(
                sql: "INSERT INTO outlines VALUES (?, ?, ?)",
                arguments: [id, outline.id, Data(outline.wellKnownBinary)])
        }
        return id
    }

    /// Runs `body` in a transaction that holds the store from its start, so that two writers never work on the same state.
    private func write<Result>(_ body: (Database) throws -> Result) throws(Failure) -> Result {
        do {
            return try queue.writeWithoutTransaction { database in
                var result: Result?
                try database.inTransaction(.immediate) {
                    result = try body(database)
                    return .commit
                }
                guard let result else { throw DamagedRow(description: "COMMIT") }
                return result
            }
        } catch {
            throw HistoryError.failure(error, path)
        }
    }
}
