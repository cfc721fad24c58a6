public import Features
internal import GRDB

/// What the list of runs says of one.
public struct HistoryRunSummary: Sendable, Hashable {
    /// The number of the run, from 1 on in the order of recording.
    public var id: Int
    /// The year or date that the data describe.
    public var period: String
    /// When it was recorded, seconds after 1970-01-01 00:00:00 UTC.
    public var recordedAt: Int
    /// The town's name.
    public var town: String
    /// The SHA-256 of the project file.
    public var projectChecksum: String
    /// The SHA-256 of everything in it but the time.
    public var checksum: String
    /// What people noted of it, in order.
    public var notes: [String]
}

/// A note as it stands in the history.
public struct HistoryNote: Sendable, Hashable {
    /// The run it speaks of; nil where it speaks of the whole history.
    public var run: Int?
    /// When it was recorded, seconds after 1970-01-01 00:00:00 UTC.
    public var recordedAt: Int
    /// What it says.
    public var text: String
}

extension HistoryStore {
    /// All runs in the order of recording.
    public func runs() throws(Failure) -> [HistoryRunSummary] { try read { try Self.summaries($0) } }

    /// All notes in the order of recording.
    public func notes() throws(Failure) -> [HistoryNote] { try read { try Self.notes($0) } }

    /// The summary of one run.
    func summary(of id: Int) throws(Failure) -> HistoryRunSummary {
        guard let summary = try runs().first(where: { $0.id == id }) else { throw unknownRun("\(id)") }
        return summary
    }

    /// The run that a person means: its number, `latest`, `previous`, or a period, whose newest run it is.
    public func run(named name: String) throws(Failure) -> HistoryRunSummary {
        let runs = try runs()
        let found: HistoryRunSummary?
        switch name {
        case "latest": found = runs.last
        case "previous": found = runs.dropLast().last
        // A number may be a year as well: the period goes first, since that is what people see in reports.
        default: found = runs.last { $0.period == name } ?? runs.first { "\($0.id)" == name }
        }
        guard let found else { throw unknownRun(name) }
        return found
    }

    private func unknownRun(_ name: String) -> Failure {
        HistoryError.failure(.usage, .historyRunUnknown, path, ["run": name])
    }

    /// A whole run, as it was recorded.
    public func run(_ id: Int) throws(Failure) -> HistoryRun {
        let found = try read { database -> HistoryRun? in
            try Self.run(id, database, try HistoryDimensions(database))
        }
        guard let found else { throw unknownRun("\(id)") }
        return found
    }

    /// The outlines of a run's quarters; nil where they are not known.
    public func boundaries(ofRun id: Int) throws(Failure) -> HistoryBoundaries? {
        try read { try Self.boundaries(of: id, $0) }
    }

    static func run(_ id: Int, _ database: Database, _ dimensions: HistoryDimensions) throws -> HistoryRun? {
        let rows = StoreRows(database)
        let heads = try rows.map("SELECT period, recorded_at, town, project FROM runs WHERE id = ?", [id]) {
            HistoryRun(
                period: try $0[0].text, recordedAt: try $0[1].integer, town: try $0[2].text,
                projectChecksum: try $0[3].text)
        }
        guard var run = heads.first else { return nil }
        try rows.forEach("SELECT component, version FROM versions WHERE run = ?", [id]) {
            run.versions[try $0[0].text] = try $0[1].text
        }
        run.inputs = try rows.map(
            "SELECT file, kind, bytes, sha256, count FROM inputs WHERE run = ? ORDER BY position", [id]
        ) {
            HistoryRun.Input(
                file: try $0[0].text, kind: try $0[1].text, bytes: try $0[2].integer, sha256: try $0[3].text,
                count: try $0[4].integer)
        }
        run.figures = try rows.map(
            "SELECT \(HistoryDimensions.figureColumns) FROM figures WHERE run = ?", [id]
        ) { try dimensions.figure($0[...]) }
        run.places = try places(of: id, database)
        run.boundaries = try boundaries(of: id, database)
        return run
    }

    static func places(of id: Int, _ database: Database) throws -> [HistoryRun.Place] {
        try StoreRows(database).map(
            """
            SELECT code, name, category, x, y, details FROM places_of_runs JOIN places ON id = place
            WHERE run = ? ORDER BY code
            """, [id]
        ) {
            guard let x = try $0[3].number, let y = try $0[4].number else { throw DamagedRow(description: "places") }
            return HistoryRun.Place(
                id: try $0[0].text, name: try $0[1].text, category: try $0[2].text, x: x, y: y,
                details: try PlaceDetails.parse($0[5].text))
        }
    }

    /// The outlines of a run; nil where it has none.
    static func boundaries(of id: Int, _ database: Database) throws -> HistoryBoundaries? {
        guard try knowsBoundaries(database) else { return nil }
        let rows = StoreRows(database)
        let sets = try rows.map(
            """
            SELECT id, system FROM boundaries_of_runs JOIN boundaries ON id = boundaries WHERE run = ?
            """, [id]
        ) { (id: try $0[0].integer, system: try $0[1].text) }
        guard let set = sets.first else { return nil }
        return HistoryBoundaries(
            system: set.system,
            outlines: try rows.map("SELECT code, shape FROM outlines WHERE boundaries = ? ORDER BY code", [set.id]) {
                .init(id: try $0[0].text, wellKnownBinary: try $0[1].bytes)
            })
    }

    /// The checksum of the outlines of each run that has some.
    static func boundaryChecksums(_ database: Database) throws -> [Int: String] {
        guard try knowsBoundaries(database) else { return [:] }
        var checksums: [Int: String] = [:]
        try StoreRows(database).forEach(
            "SELECT run, sha256 FROM boundaries_of_runs JOIN boundaries ON id = boundaries"
        ) { checksums[try $0[0].integer] = try $0[1].text }
        return checksums
    }

    /// A store of an older version that is only read stays as it is.
    private static func knowsBoundaries(_ database: Database) throws -> Bool {
        try database.tableExists("boundaries_of_runs")
    }

    static func summaries(_ database: Database) throws -> [HistoryRunSummary] {
        let notes = Dictionary(grouping: try notes(database), by: \.run)
        return try StoreRows(database).map(
            """
            SELECT id, period, recorded_at, town, project, content FROM runs JOIN seals ON run = id ORDER BY id
            """
        ) {
            let id = try $0[0].integer
            return HistoryRunSummary(
                id: id, period: try $0[1].text, recordedAt: try $0[2].integer, town: try $0[3].text,
                projectChecksum: try $0[4].text, checksum: try $0[5].text, notes: (notes[id] ?? []).map(\.text))
        }
    }

    private static func notes(_ database: Database) throws -> [HistoryNote] {
        try StoreRows(database).map("SELECT run, recorded_at, note FROM notes ORDER BY id") {
            HistoryNote(
                run: $0[0].isNull ? nil : try $0[0].integer, recordedAt: try $0[1].integer, text: try $0[2].text)
        }
    }

    /// Reads one state of the store, whatever others write meanwhile.
    func read<Result>(_ body: (Database) throws -> Result) throws(Failure) -> Result {
        do {
            return try queue.read(body)
        } catch {
            throw HistoryError.failure(error, path)
        }
    }
}
