internal import Formats
internal import GRDB

/// The ids of what is kept once: looked up, and added where new. Texts are compared by their bytes.
struct Interning {
    private let database: Database
    private var words: [[UInt8]: Int] = [:]
    private var areas: [[UInt8]: Int] = [:]
    private var measures: [[UInt8]: Int] = [:]

    /// Loads what the store has.
    init(_ database: Database) throws {
        self.database = database
        let tables = try HistoryDimensions(database)
        for (id, word) in tables.words { words[Array(word.utf8)] = id }
        for (id, area) in tables.areas { areas[Self.key(area)] = id }
        for (id, measure) in tables.measures { measures[Self.key(measure)] = id }
    }

    mutating func word(_ word: String) throws -> Int {
        try Self.id(&words, Array(word.utf8)) { id in
            try database.execute(sql: "INSERT INTO words VALUES (?, ?)", arguments: [id, word])
        }
    }

    mutating func area(_ area: HistoryRun.Area) throws -> Int {
        try Self.id(&areas, Self.key(area)) { id in
            try database.execute(
                sql: "INSERT INTO areas VALUES (?, ?, ?, ?)", arguments: [id, area.level, area.id, area.name])
        }
    }

    mutating func measure(_ measure: HistoryRun.Measure) throws -> Int {
        try Self.id(&measures, Self.key(measure)) { id in
            try database.execute(
                sql: "INSERT INTO measures VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    id, measure.indicator, measure.methodVersion, measure.parameters, measure.unit, measure.group,
                    measure.category, measure.isInternal,
                ])
        }
    }

    /// The state of a place. Looked up one by one, since over the years there are many more than a run has.
    func place(_ place: HistoryRun.Place) throws -> Int {
        let details = PlaceDetails.text(place.details)
        let state: StatementArguments = [place.id, place.name, place.category, place.x, place.y, details]
        let known = try Int.fetchOne(
            database,
            sql: """
                SELECT id FROM places
                WHERE code = ? AND name = ? AND category = ? AND x = ? AND y = ? AND details = ?
                """, arguments: state)
        if let known { return known }
        try database.execute(
            sql: "INSERT INTO places (code, name, category, x, y, details) VALUES (?, ?, ?, ?, ?, ?)", arguments: state)
        return Int(database.lastInsertedRowID)
    }

    private static func id(
        _ table: inout [[UInt8]: Int], _ key: [UInt8], insert: (Int) throws -> Void
    ) throws -> Int {
        if let id = table[key] { return id }
        let id = table.count + 1
        try insert(id)
        table[key] = id
        return id
    }

    private static func key(_ area: HistoryRun.Area) -> [UInt8] { key([area.level, area.id, area.name]) }

    private static func key(_ measure: HistoryRun.Measure) -> [UInt8] {
        key([
            measure.indicator, "\(measure.methodVersion)", measure.parameters, measure.unit, measure.group,
            measure.category, measure.isInternal ? "1" : "0",
        ])
    }

    private static func key(_ texts: [String]) -> [UInt8] { Array(texts.joined(separator: "\0").utf8) }
}

/// What else is recorded of a place, as a JSON object with sorted keys.
enum PlaceDetails {
    static func text(_ details: [String: String]) -> String {
        JSONValue.object(SortedTexts.of(details).map { JSONValue.Member($0.key, .string($0.value)) }).text()
    }

    static func parse(_ text: String) throws -> [String: String] {
        guard case .object(let members) = try JSONValue(parsing: text) else { throw DamagedRow(description: "details") }
        var details: [String: String] = [:]
        for member in members {
            guard let text = member.value.string else { throw DamagedRow(description: "details") }
            details[member.key] = text
        }
        return details
    }
}
