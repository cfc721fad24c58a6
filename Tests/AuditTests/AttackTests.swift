@testable import Audit
import TestSupport
import Testing

@Suite("Intervals of hidden counts")
struct AttackTests {
    private func cell(_ name: String) -> AuditCell {
        AuditCell(period: "2024", level: "quarter", area: name, indicator: "residents")
    }

    @Test("a table with two hidden counts in a row and column is open, with one it is not")
    func sums() {
        // 10 = a + b, 20 = c + d, 12 = a + c: a in 0…10, and the others follow from it.
        var system = CountSystem()
        let unknowns = ["a", "b", "c", "d"].map { name in system.number(cell(name)) }
        let totals = [10.0, 20, 12].enumerated().map {
            system.number(cell("t\($0.offset)"), within: $0.element...$0.element)
        }
        system.sum(totals[0], [unknowns[0], unknowns[1]])
        system.sum(totals[1], [unknowns[2], unknowns[3]])
        system.sum(totals[2], [unknowns[0], unknowns[2]])
        for unknown in unknowns { system.aim(.hidden(atMost: .infinity), at: unknown) }
        #expect(IntervalAttack(system: system, rules: AuditRules(protection: 10)).hits().hits.isEmpty)
        let tight = IntervalAttack(system: system, rules: AuditRules(protection: 10.5)).hits().hits
        #expect(tight.map(\.number) == unknowns)
        #expect(tight.allSatisfy { abs($0.interval.width - 10) < 1e-6 })
    }

    @Test("counts that contradict each other a little are attacked all the same")
    func contradiction() throws {
        var system = CountSystem()
        let hidden = system.number(cell("a"), within: 0...50)
        let known = system.number(cell("b"), within: 7...8)
        let total = system.number(cell("t"), within: 100...100)
        system.sum(total, [hidden, known])
        system.aim(.hidden(atMost: .infinity), at: hidden)
        let result = IntervalAttack(system: system, rules: AuditRules()).hits()
        #expect(result.abandoned == 0)
        // The sum misses 42 persons at least; what comes nearest is all 50.
        #expect(abs(try #require(result.hits.first).interval.lowerBound - 50) < 1e-3)
    }

    @Test("an implied count is told only where it is above zero and below the minimum for certain")
    func implied() {
        for (range, isTold) in [(0.0...3.0, false), (1.0...4.0, true), (1.0...5.0, false), (6.0...6.0, false)] {
            var system = CountSystem()
            let number = system.number(cell("a"), within: range)
            system.aim(.implied, at: number)
            #expect(IntervalAttack(system: system, rules: AuditRules()).hits().hits.isEmpty != isTold)
        }
    }

    @Test("every interval told holds the true count: 60 random tables with random hidden counts")
    func truth() {
        var generator = SeededGenerator(seed: 2024)
        for _ in 0..<60 {
            let (width, height) = (Int.random(in: 2...5, using: &generator), Int.random(in: 2...5, using: &generator))
            var system = CountSystem()
            var values: [Int: Double] = [:]
            var table: [[Int]] = []
            for row in 0..<height {
                table.append(
                    (0..<width).map { column in
                        let value = Double(Int.random(in: 0...12, using: &generator))
                        let isHidden = Int.random(in: 0..<3, using: &generator) == 0
                        let number = system.number(
                            cell("\(row)-\(column)"), within: isHidden ? 0...Double.infinity : value...value)
                        values[number] = value
                        if isHidden { system.aim(.hidden(atMost: .infinity), at: number) }
                        return number
                    })
            }
            func add(_ parts: [Int], _ name: String) {
                let sum = parts.reduce(0.0) { $0 + (values[$1] ?? 0) }
                system.sum(system.number(cell(name), within: sum...sum), parts)
            }
            for row in 0..<height { add(table[row], "row\(row)") }
            for column in 0..<width { add(table.map { $0[column] }, "column\(column)") }
            for hit in IntervalAttack(system: system, rules: AuditRules()).hits().hits {
                let value = values[hit.number] ?? -1
                #expect(hit.interval.lowerBound - 1e-6 <= value && value <= hit.interval.upperBound + 1e-6)
                #expect(hit.interval.width < 5)
            }
        }
    }
}
