import Features
import TestSupport
import Testing

@testable import Formats

/// The types of columns and the names of headers, against independent accounts of what they should be.
@Suite struct ColumnTypeTests {
    /// The forms of numbers as expressions, an account of its own beside the reader that goes byte by byte.
    private static func form(_ text: String) -> NumberShape {
        let text = String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        func matches(_ expression: some RegexComponent) -> Bool { text.wholeMatch(of: expression) != nil }
        if matches(/-?0\d+/) { return .key }
        if matches(/-?(0|[1-9]\d{0,17})/) { return .whole }
        if matches(/-?[1-9]\d{0,2}\.\d{3}/) { return .eitherPoint }
        if matches(/-?[1-9]\d{0,2},\d{3}/) { return .eitherComma }
        if matches(/-?[1-9]\d{0,2}(\.\d{3}){2,}/) { return .groupedByPoints }
        if matches(/-?[1-9]\d{0,2}(,\d{3}){2,}/) { return .groupedByCommas }
        if matches(/-?(0|[1-9]\d*|[1-9]\d{0,2}(,\d{3})+)\.\d+/) { return .decimalPoint }
        if matches(/-?(0|[1-9]\d*|[1-9]\d{0,2}(\.\d{3})+),\d+/) { return .decimalComma }
        if matches(/–|—|-|\.|\.\.\.|…|\/|x|X/) { return .placeholder }
        return .text
    }

    @Test(arguments: 1...6) func formsAreAsTheExpressionsSay(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed &* 503)
        let signs = Array("0011234567899.,.,- ")
        var seen: NumberShape = []
        for _ in 0..<6000 {
            let text = String(
                (0..<Int.random(in: 1...10, using: &generator)).compactMap { _ in
                    signs.randomElement(using: &generator)
                })
            if text.allSatisfy({ $0 == " " }) { continue }
            let shape = Array(text.utf8).withUnsafeBufferPointer { NumberShape($0) }
            #expect(shape == Self.form(text), "\(text.debugDescription)")
            seen.formUnion(shape)
        }
        #expect(seen.isSuperset(of: [.whole, .key, .decimalPoint, .decimalComma, .eitherPoint, .eitherComma, .text]))
    }

    /// From the narrowest type to the widest; texts hold everything.
    private func rank(_ column: Column) -> Int {
        switch column.storage {
        case .empty: 0
        case .int32: 1
        case .int64: 2
        case .doubles: 3
        default: 4
        }
    }

    private func column(_ cells: [String]) throws -> Column {
        let text = "k;v\n" + cells.enumerated().map { "r\($0);\($1)\n" }.joined()
        let choice = TableDialect.Choice(separator: 0x3B, decimal: .comma, hasHeader: true)
        return try #require(try readTable(text, choice).get().layer.column(named: "v"))
    }

    /// A column of two parts has the wider type of the two, and whoever is a number in both keeps the value.
    @Test(arguments: 1...6) func twoPartsHaveTheWiderType(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &* 509)
        let pools = [
            ["1", "-7", "0", ""], ["3000000000", "–"], ["1,5", "0,25"], ["03", "0461"], ["Alt", "Neu"], [""],
        ]
        for _ in 0..<40 {
            let parts = try (0..<2).map { _ in
                let pool = try #require(pools.randomElement(using: &generator))
                return (0..<5).map { _ in pool.randomElement(using: &generator) ?? "" }
            }
            let (first, second) = (try column(parts[0]), try column(parts[1]))
            let both = try column(parts[0] + parts[1])
            #expect(rank(both) == max(rank(first), rank(second)), "\(parts)")
            for (offset, part) in [(0, first), (5, second)] {
                for row in 0..<5 {
                    if rank(both) == 4 {
                        let cell = parts[offset / 5][row]
                        #expect(both.string(at: offset + row) == (cell.isEmpty ? nil : cell), "\(parts)")
                    } else {
                        #expect(both.isPresent(at: offset + row) == part.isPresent(at: row))
                        #expect(both.mark(at: offset + row) == part.mark(at: row))
                    }
                }
            }
        }
    }

    /// Whatever the header holds, every column that is kept has a name of its own, and names that occur once stay.
    @Test(arguments: 1...8) func headersNameEveryColumnOnce(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed &* 521)
        let pool = ["id", "ID", " id", "id_2", "", "name", "Straße", "column_1", "column_3", "x\ny", "a;b", "\"q\""]
        for _ in 0..<40 {
            let names = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
                pool.randomElement(using: &generator) ?? ""
            }
            let header = names.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";")
            let row = names.indices.map { "w\($0)" }.joined(separator: ";")
            let choice = TableDialect.Choice(separator: 0x3B, titleRecords: 0, hasHeader: true)
            guard names.contains(where: { !$0.isEmpty }) else { continue }
            let read = try readTable(header + "\n" + row + "\n", choice).get()
            let found = read.layer.columns.map(\.name)
            #expect(found.count == names.count && Set(found).count == names.count && !found.contains(""), "\(names)")
            let clean = names.map { name in
                name.split(whereSeparator: \.isNewline).joined(separator: " ").drop { $0 == " " }
            }
            for (index, name) in clean.enumerated() where !name.isEmpty {
                if clean.count(where: { $0 == name }) == 1 { #expect(found[index] == name, "\(names)") }
                #expect(found[index].hasPrefix(name), "\(names)")
            }
            // Every change is told, and nothing else.
            let changed = zip(found, clean).count { $0 != String($1) }
            #expect(read.diagnostics.count { $0.code == .tableColumnRenamed } == changed, "\(names)")
            #expect((0..<names.count).allSatisfy { read.layer.columns[$0].string(at: 0) == "w\($0)" })
        }
    }
}
