import TestSupport
import Testing

@testable import Audit

@Suite("Intervals whose bounds are known by hand or by trying everything")
struct IntervalTests {
    private func cell(_ name: String) -> AuditCell {
        AuditCell(period: "2024", level: "quarter", area: name, indicator: "residents")
    }

    /// Every finite interval of a hidden count, by the name of its area.
    private func intervals(_ system: CountSystem) -> [String: ClosedRange<Double>] {
        let hits = IntervalAttack(system: system, rules: AuditRules(protection: 1e9)).hits()
        #expect(hits.abandoned == 0)
        var found: [String: ClosedRange<Double>] = [:]
        for hit in hits.hits {
            #expect(hit.isHidden)
            found[system.cells[hit.number].area] = hit.interval
        }
        return found
    }

    private func expect(_ interval: ClosedRange<Double>?, _ lower: Double, _ upper: Double, _ comment: Comment? = nil) {
        guard let interval else {
            Issue.record("no interval")
            return
        }
        #expect(abs(interval.lowerBound - lower) < 1e-5 && abs(interval.upperBound - upper) < 1e-5, comment)
    }

    @Test(
        "two by two: Fréchet's bounds",
        arguments: [(10.0, 7.0, 12.0), (10, 9, 12), (3, 40, 50), (0, 5, 9), (6, 6, 6), (1e12, 7, 2e12)])
    func frechet(row: Double, column: Double, all: Double) {
        var system = CountSystem()
        let inner = ["a", "b", "c", "d"].map { system.number(cell($0)) }
        for (name, sum, parts) in [
            ("r1", row, [0, 1]), ("r2", all - row, [2, 3]), ("c1", column, [0, 2]), ("c2", all - column, [1, 3]),
        ] {
            system.sum(system.number(cell(name), within: sum...sum), parts.map { inner[$0] })
        }
        for number in inner { system.aim(.hidden(atMost: .infinity), at: number) }
        let found = intervals(system)
        let (lower, upper) = (max(0, row + column - all), min(row, column))
        guard all < 1e9 else {
            #expect(found["a"].map { abs($0.upperBound - upper) < 1 } ?? false)
            return
        }
        expect(found["a"], lower, upper)
        // The other three follow: each is a margin less the first.
        expect(found["b"], row - upper, row - lower)
        expect(found["c"], column - upper, column - lower)
        expect(found["d"], all - row - column + lower, all - row - column + upper)
    }

    @Test("between what is reached in 5 and in 15 minutes")
    func chain() {
        var system = CountSystem()
        let five = system.number(cell("5"), within: 100...101)
        let ten = system.number(cell("10"), within: 0...900)
        let fifteen = system.number(cell("15"), within: 102...103)
        for (less, more) in [(five, ten), (ten, fifteen)] {
            system.relate([(more, 1), (less, -1)], within: 0...Double.infinity)
        }
        system.aim(.hidden(atMost: .infinity), at: ten)
        expect(intervals(system)["10"], 100, 103)
    }

    @Test("the complement of a count is as narrow as the count")
    func complement() {
        var system = CountSystem()
        let all = system.number(cell("all"), within: 50...50)
        let (group, rest) = (system.number(cell("group")), system.number(cell("rest"), within: 46...48))
        system.sum(all, [group, rest])
        system.aim(.hidden(atMost: .infinity), at: group)
        expect(intervals(system)["group"], 2, 4)
    }

    @Test("a share of a hidden base leaves what both leave")
    func share() {
        // A tenth of 40 to 60 people, give or take half a per cent.
        var system = CountSystem()
        let (base, part) = (system.number(cell("base"), within: 40...60), system.number(cell("part")))
        system.relate([(part, 1), (base, -0.095)], within: 0...Double.infinity)
        system.relate([(base, 0.105), (part, -1)], within: 0...Double.infinity)
        system.aim(.hidden(atMost: .infinity), at: part)
        expect(intervals(system)["part"], 3.8, 6.3)
    }

    @Test("a count without any relation is as open as its range, one without an end is safe")
    func alone() {
        var system = CountSystem()
        for (name, range) in [("narrow", 3.0...5.0), ("open", 0...Double.infinity)] {
            system.aim(.hidden(atMost: .infinity), at: system.number(cell(name), within: range))
        }
        expect(intervals(system)["narrow"], 3, 5)
        #expect(intervals(system)["open"] == nil)
        #expect(IntervalAttack(system: CountSystem(), rules: AuditRules()).hits().hits.isEmpty)
    }

    @Test("a hidden count of few people altogether need not be wider than they are many")
    func small() {
        var system = CountSystem()
        system.aim(.hidden(atMost: 3), at: system.number(cell("a"), within: 0...3))
        system.aim(.hidden(atMost: 3), at: system.number(cell("b"), within: 1...3))
        let hits = IntervalAttack(system: system, rules: AuditRules()).hits().hits
        #expect(hits.map { system.cells[$0.number].area } == ["b"])
    }

    @Test("random tables: the bounds are those of all tables that there are", arguments: 1...40)
    func enumeration(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let (height, width) = (2, Int.random(in: 2...3, using: &generator))
        let truth = (0..<height).map { _ in (0..<width).map { _ in Int.random(in: 0...4, using: &generator) } }
        let isHidden = truth.map { $0.map { _ in Int.random(in: 0..<3, using: &generator) > 0 } }
        var system = CountSystem()
        var numbers: [[Int]] = []
        for row in 0..<height {
            numbers.append(
                (0..<width).map { column in
                    let value = Double(truth[row][column])
                    let number = system.number(
                        cell("\(row)\(column)"), within: isHidden[row][column] ? 0...Double.infinity : value...value)
                    if isHidden[row][column] { system.aim(.hidden(atMost: .infinity), at: number) }
                    return number
                })
        }
        let rows = truth.map { $0.reduce(0, +) }
        let columns = (0..<width).map { column in truth.reduce(0) { $0 + $1[column] } }
        for row in 0..<height {
            system.sum(system.number(cell("r\(row)"), within: Double(rows[row])...Double(rows[row])), numbers[row])
        }
        for column in 0..<width {
            let sum = Double(columns[column])
            system.sum(system.number(cell("c\(column)"), within: sum...sum), numbers.map { $0[column] })
        }
        // The tables of whole numbers with these margins; the bounds of such tables are whole.
        var least: [String: Int] = [:]
        var most: [String: Int] = [:]
        func fill(_ place: Int, _ table: [[Int]]) {
            guard place < height * width else {
                guard zip(table, rows).allSatisfy({ $0.reduce(0, +) == $1 }),
                    (0..<width).allSatisfy({ column in table.reduce(0) { $0 + $1[column] } == columns[column] })
                else { return }
                for row in 0..<height {
                    for column in 0..<width where isHidden[row][column] {
                        let name = "\(row)\(column)"
                        least[name] = min(least[name] ?? .max, table[row][column])
                        most[name] = max(most[name] ?? .min, table[row][column])
                    }
                }
                return
            }
            let (row, column) = (place / width, place % width)
            guard isHidden[row][column] else { return fill(place + 1, table) }
            for value in 0...min(rows[row], columns[column]) {
                var next = table
                next[row][column] = value
                fill(place + 1, next)
            }
        }
        fill(0, truth)
        let found = intervals(system)
        #expect(Set(found.keys) == Set(least.keys))
        for (name, lower) in least {
            expect(found[name], Double(lower), Double(most[name] ?? -1), "seed \(seed), \(name)")
        }
    }
}
