internal import GRDB

/// What is kept once, by its id.
struct HistoryDimensions {
    private(set) var words: [Int: String] = [:]
    private(set) var areas: [Int: HistoryRun.Area] = [:]
    private(set) var measures: [Int: HistoryRun.Measure] = [:]

    init(_ database: Database) throws {
        let rows = StoreRows(database)
        try rows.forEach("SELECT id, word FROM words") { words[try $0[0].integer] = try $0[1].text }
        try rows.forEach("SELECT id, level, code, name FROM areas") {
            areas[try $0[0].integer] = HistoryRun.Area(level: try $0[1].text, id: try $0[2].text, name: try $0[3].text)
        }
        try rows.forEach(
            """
            SELECT id, indicator, method_version, parameters, unit, population_group, category, is_internal
            FROM measures
            """
        ) {
            measures[try $0[0].integer] = HistoryRun.Measure(
                indicator: try $0[1].text, methodVersion: try $0[2].integer, parameters: try $0[3].text,
                unit: try $0[4].text, group: try $0[5].text, category: try $0[6].text,
                isInternal: try $0[7].integer != 0)
        }
    }

    func word(_ id: Int) throws -> String { try Self.found(words[id]) }
    func area(_ id: Int) throws -> HistoryRun.Area { try Self.found(areas[id]) }
    func measure(_ id: Int) throws -> HistoryRun.Measure { try Self.found(measures[id]) }

    private static func found<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw DamagedRow(description: "REFERENCES?") }
        return value
    }

    /// A figure from the columns measure, area, status, reason and the seven numbers.
    func figure(_ row: ArraySlice<DatabaseValue>) throws -> HistoryRun.Figure {
        let columns = Array(row)
        guard columns.count == 11 else { throw DamagedRow(description: "figures") }
        return HistoryRun.Figure(
            area: try area(columns[1].integer), measure: try measure(columns[0].integer),
            status: try word(columns[2].integer), value: try columns[4].number, lower: try columns[5].number,
            upper: try columns[6].number, n: try columns[7].number, bandLower: try columns[8].number,
            bandUpper: try columns[9].number, unrecorded: try columns[10].number,
            reason: try word(columns[3].integer))
    }

    /// The columns that ``figure(_:)`` takes.
    static let figureColumns =
        "measure, area, status, reason, value, lower, upper, n, band_lower, band_upper, unrecorded"
}

/// Goes through the rows of a query, whose values are checked one by one.
struct StoreRows {
    private let database: Database

    init(_ database: Database) { self.database = database }

    func forEach(
        _ query: String, _ arguments: StatementArguments = StatementArguments(),
        _ body: ([DatabaseValue]) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(database, sql: query, arguments: arguments)
        while let row = try rows.next() { try body(Array(row.databaseValues)) }
    }

    func map<Element>(
        _ query: String, _ arguments: StatementArguments = StatementArguments(),
        _ body: ([DatabaseValue]) throws -> Element
    ) throws -> [Element] {
        var elements: [Element] = []
        try forEach(query, arguments) { elements.append(try body($0)) }
        return elements
    }
}
