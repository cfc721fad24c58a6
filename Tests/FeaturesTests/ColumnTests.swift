import Features
import TestSupport
import Testing

/// Every storage of a column through every way to read it.
@Suite struct ColumnTests {
    static func arena(_ texts: [String]) -> TextArena {
        var arena = TextArena()
        for text in texts { arena.append(text.utf8) }
        return arena
    }

    /// What a row of a column says in each form.
    struct Reading: Equatable, Sendable {
        var value: ColumnValue?
        var string: String?
        var double: Double?
        var integer: Int?
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var storage: Column.Storage
        var readings: [Reading]
        var testDescription: String { name }
    }

    private static func number(_ value: Int) -> Reading {
        Reading(value: .integer(value), string: "\(value)", double: Double(value), integer: value)
    }

    private static func text(_ text: String, _ double: Double? = nil, _ integer: Int? = nil) -> Reading {
        Reading(value: .text(text), string: text, double: double, integer: integer)
    }

    private static let nothing = Reading(value: nil, string: nil, double: nil, integer: nil)

    /// A whole number of more than 64 bits, as the file gave it.
    private static let huge = "123456789012345678901234567890"

    static let cases: [Case] = [
        Case(name: "empty", storage: .empty(2), readings: [nothing, nothing]),
        Case(
            name: "int32", storage: .int32([0, -7, .max, .min]),
            readings: [number(0), number(-7), number(2_147_483_647), number(-2_147_483_648)]),
        Case(
            name: "int64", storage: .int64([1, .max, .min]),
            readings: [number(1), number(.max), number(.min)]),
        Case(
            name: "doubles", storage: .doubles([3, 0.5, -1e300, 12.25, 1e19]),
            readings: [
                Reading(value: .double(3), string: "3", double: 3, integer: 3),
                Reading(value: .double(0.5), string: "0.5", double: 0.5, integer: nil),
                Reading(value: .double(-1e300), string: "-1e+300", double: -1e300, integer: nil),
                Reading(value: .double(12.25), string: "12.25", double: 12.25, integer: nil),
                Reading(value: .double(1e19), string: "1e+19", double: 1e19, integer: nil),
            ]),
        Case(
            name: "booleans", storage: .booleans([1, 0]),
            readings: [
                Reading(value: .boolean(true), string: "true", double: nil, integer: nil),
                Reading(value: .boolean(false), string: "false", double: nil, integer: nil),
            ]),
        Case(
            name: "texts",
            storage: .texts(
                arena([
                    "", "Größe", "12", "-3.5e1", "012", "1,5", " 1", "nan", "inf", "0x10", "1e999", "+1", "12.0",
                    "9007199254740993",
                    "--1", "1e", huge,
                ])),
            readings: [
                text(""), text("Größe"), text("12", 12, 12), text("-3.5e1", -35, -35), text("012", 12, 12),
                text("1,5"), text(" 1"), text("nan"), text("inf"), text("0x10"), text("1e999"), text("+1"),
                text("12.0", 12, 12),
                // Whole numbers are read digit for digit, not by way of a double.
                text("9007199254740993", 9_007_199_254_740_992, 9_007_199_254_740_993), text("--1"), text("1e"),
                text(huge, 1.2345678901234568e29),
            ]),
        Case(
            name: "codes", storage: .codes(values: arena(["Kita", "7"]), rows: [1, 0, 0, 1]),
            readings: [text("7", 7, 7), text("Kita"), text("Kita"), text("7", 7, 7)]),
        Case(
            name: "mixed",
            storage: .mixed(
                kinds: [.integer, .double, .boolean, .boolean, .text, .json, .json, .integer, .double],
                texts: arena(["5", "2.5", "true", "false", "5", "[1, 2]", huge, huge, "?"])),
            readings: [
                number(5), Reading(value: .double(2.5), string: "2.5", double: 2.5, integer: nil),
                Reading(value: .boolean(true), string: "true", double: nil, integer: nil),
                Reading(value: .boolean(false), string: "false", double: nil, integer: nil), text("5", 5, 5),
                Reading(value: .json("[1, 2]"), string: "[1, 2]", double: nil, integer: nil),
                Reading(value: .json(huge), string: huge, double: 1.2345678901234568e29, integer: nil),
                // What is no number of its kind is passed on digit for digit.
                Reading(value: .json(huge), string: huge, double: 1.2345678901234568e29, integer: nil),
                Reading(value: .json("?"), string: "?", double: nil, integer: nil),
            ]),
        Case(
            name: "sparse numbers", storage: .sparse(rows: [1, 4], values: .int32([10, 40]), count: 6),
            readings: [nothing, number(10), nothing, nothing, number(40), nothing]),
        Case(
            name: "sparse texts", storage: .sparse(rows: [0, 2], values: .texts(arena(["a", "2"])), count: 3),
            readings: [text("a"), nothing, text("2", 2, 2)]),
        Case(
            name: "sparse without rows", storage: .sparse(rows: [], values: .doubles([]), count: 2),
            readings: [nothing, nothing]),
    ]

    private static func reading(_ column: Column, _ row: Int) -> Reading {
        Reading(
            value: column.value(at: row), string: column.string(at: row), double: column.double(at: row),
            integer: column.integer(at: row))
    }

    @Test(arguments: cases) func everyWayToRead(_ example: Case) {
        let column = Column(name: "x", storage: example.storage)
        #expect(column.count == example.readings.count)
        for (row, expected) in example.readings.enumerated() {
            #expect(Self.reading(column, row) == expected, "row \(row)")
            #expect(column.isPresent(at: row) == (expected.value != nil), "row \(row)")
        }
        // All at once is the same as one by one.
        #expect(column.doubles() == example.readings.map(\.double))
        #expect(column.integers() == example.readings.map(\.integer))
        let doubles = example.readings.compactMap(\.double)
        #expect(column.gaplessDoubles() == (doubles.count == column.count ? doubles : nil))
    }

    @Test(arguments: cases) func rowsOutsideHoldNothing(_ example: Case) {
        let column = Column(name: "x", storage: example.storage)
        for row in [-1, column.count, .max, .min] { #expect(Self.reading(column, row) == Self.nothing) }
    }

    /// Where the presence says that a row is absent, what the storage holds there is not read.
    @Test(arguments: cases) func absentRowsHoldNothing(_ example: Case) {
        let rows = example.readings.indices.map { $0.isMultiple(of: 2) }
        let column = Column(name: "x", storage: example.storage, presence: Presence(rows))
        switch example.storage {
        // These say themselves which rows have a value.
        case .empty, .sparse: #expect(column == Column(name: "x", storage: example.storage))
        default:
            for (row, expected) in example.readings.enumerated() {
                #expect(Self.reading(column, row) == (rows[row] ? expected : Self.nothing), "row \(row)")
            }
            #expect(column.doubles() == zip(rows, example.readings).map { $0 ? $1.double : nil })
            #expect(column.integers() == zip(rows, example.readings).map { $0 ? $1.integer : nil })
        }
    }

    /// A sparse column says of each row what a full one would.
    @Test func sparseAndFullColumnsSayTheSame() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<50 {
            let count = Int.random(in: 1...200, using: &generator)
            let isPresent = (0..<count).map { _ in Int.random(in: 0..<10, using: &generator) == 0 }
            let values = (0..<count).map { _ in Int32.random(in: -9...9, using: &generator) }
            let rows = isPresent.indices.filter { isPresent[$0] }
            let full = Column(name: "x", storage: .int32(values), presence: Presence(isPresent))
            let sparse = Column(
                name: "x",
                storage: .sparse(rows: rows.map { UInt32($0) }, values: .int32(rows.map { values[$0] }), count: count))
            #expect(full.presence == sparse.presence)
            #expect(full.integers() == sparse.integers() && full.doubles() == sparse.doubles())
        }
    }
}
