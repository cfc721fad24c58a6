internal import GRDB

/// The tables of a store. Each migration raises `user_version` by one; they are never changed once released.
///
/// What repeats is kept once: an area, a measure, a word, the state of a place. A figure is then some small numbers, in
/// order of runs, so that a run is written to the end of the file and read in one piece.
enum HistorySchema {
    /// `QHIS` in the header of the file, by which `file` and others know it.
    static let applicationID = 0x5148_4953

    /// The statements of each version.
    static let migrations = [first, boundaries]

    private static let first =
        """
        CREATE TABLE runs (id INTEGER PRIMARY KEY, period TEXT NOT NULL, recorded_at INTEGER NOT NULL,
          town TEXT NOT NULL, project TEXT NOT NULL) STRICT;
        CREATE TABLE versions (run INTEGER NOT NULL REFERENCES runs, component TEXT NOT NULL, version TEXT NOT NULL,
          PRIMARY KEY (run, component)) STRICT, WITHOUT ROWID;
        CREATE TABLE inputs (run INTEGER NOT NULL REFERENCES runs, position INTEGER NOT NULL, file TEXT NOT NULL,
          kind TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, count INTEGER NOT NULL,
          PRIMARY KEY (run, position)) STRICT, WITHOUT ROWID;
        CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE areas (id INTEGER PRIMARY KEY, level TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL,
          UNIQUE (level, code, name)) STRICT;
        CREATE TABLE measures (id INTEGER PRIMARY KEY, indicator TEXT NOT NULL, method_version INTEGER NOT NULL,
          parameters TEXT NOT NULL, unit TEXT NOT NULL, population_group TEXT NOT NULL, category TEXT NOT NULL,
          is_internal INTEGER NOT NULL,
          UNIQUE (indicator, method_version, parameters, unit, population_group, category, is_internal)) STRICT;
        CREATE TABLE figures (run INTEGER NOT NULL REFERENCES runs, measure INTEGER NOT NULL REFERENCES measures,
          area INTEGER NOT NULL REFERENCES areas, status INTEGER NOT NULL REFERENCES words,
          reason INTEGER NOT NULL REFERENCES words, value REAL, lower REAL, upper REAL, n REAL, band_lower REAL,
          band_upper REAL, unrecorded REAL, PRIMARY KEY (run, measure, area)) STRICT, WITHOUT ROWID;
        CREATE TABLE places (id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, category TEXT NOT NULL,
          x REAL NOT NULL, y REAL NOT NULL, details TEXT NOT NULL,
          UNIQUE (code, name, category, x, y, details)) STRICT;
        CREATE TABLE places_of_runs (run INTEGER NOT NULL REFERENCES runs, place INTEGER NOT NULL REFERENCES places,
          PRIMARY KEY (run, place)) STRICT, WITHOUT ROWID;
        CREATE TABLE notes (id INTEGER PRIMARY KEY, run INTEGER REFERENCES runs, recorded_at INTEGER NOT NULL,
          note TEXT NOT NULL) STRICT;
        CREATE TABLE seals (run INTEGER PRIMARY KEY REFERENCES runs, content TEXT NOT NULL, chain TEXT NOT NULL)
          STRICT;
        """ + guards

    /// The outlines of quarters: a set of them is kept once, whatever runs have it.
    private static var boundaries: String {
        let tables = ["boundaries", "outlines", "boundaries_of_runs"]
        return """
            CREATE TABLE boundaries (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, system TEXT NOT NULL) STRICT;
            CREATE TABLE outlines (boundaries INTEGER NOT NULL REFERENCES boundaries, code TEXT NOT NULL,
              shape BLOB NOT NULL, PRIMARY KEY (boundaries, code)) STRICT, WITHOUT ROWID;
            CREATE TABLE boundaries_of_runs (run INTEGER PRIMARY KEY REFERENCES runs,
              boundaries INTEGER NOT NULL REFERENCES boundaries) STRICT;
            """ + unchangeable(tables)
                + trigger(
                    "boundaries_of_runs_sealed", "INSERT ON boundaries_of_runs",
                    when: "EXISTS (SELECT 1 FROM seals WHERE run = NEW.run)")
                + trigger(
                    "outlines_sealed", "INSERT ON outlines",
                    when: "EXISTS (SELECT 1 FROM boundaries_of_runs WHERE boundaries = NEW.boundaries)")
                + trigger(
                    "boundaries_insert", "INSERT ON boundaries",
                    when: "EXISTS (SELECT 1 FROM boundaries WHERE id = NEW.id OR sha256 = NEW.sha256)")
    }

    private static let tables = [
        "runs", "versions", "inputs", "words", "areas", "measures", "figures", "places", "places_of_runs", "notes",
        "seals",
    ]

    /// Nothing is changed or taken away, and a run that is sealed gets nothing more. What would replace a row is refused,
    /// too.
    private static var guards: String {
        var statements = unchangeable(tables)
        for table in ["versions", "inputs", "figures", "places_of_runs", "seals"] {
            statements += trigger(
                "\(table)_sealed", "INSERT ON \(table)", when: "EXISTS (SELECT 1 FROM seals WHERE run = NEW.run)")
        }
        for table in ["runs", "words", "areas", "measures", "places", "notes"] {
            statements += trigger(
                "\(table)_insert", "INSERT ON \(table)", when: "EXISTS (SELECT 1 FROM \(table) WHERE id = NEW.id)")
        }
        return statements
    }

    private static func unchangeable(_ tables: [String]) -> String {
        var statements = ""
        for table in tables {
            for change in ["UPDATE", "DELETE"] {
                statements += trigger("\(table)_\(change.lowercased())", "\(change) ON \(table)")
            }
        }
        return statements
    }

    private static func trigger(_ name: String, _ event: String, when condition: String? = nil) -> String {
        "\nCREATE TRIGGER \(name) BEFORE \(event)\(condition.map { " WHEN \($0)" } ?? "") "
            + "BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;"
    }

    /// Brings a store to the newest version, in the transaction that is open.
    static func migrate(_ database: Database, from version: Int, _ migrations: [String]) throws {
        for migration in migrations.dropFirst(version) { try database.execute(sql: migration) }
        try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(migrations.count)")
    }
}
