import Disclosure
import LinearProgramming
import TestSupport
import Testing

@Suite("Rounding to a base")
struct RoundingTests {
    @Test func nearestAndUnbiased() throws {
        let nearest = try #require(BaseRounding(base: 5, method: .nearest))
        #expect(
            [0, 1, 2, 3, 4, 5, 7, 8, -1, -3].map { nearest.rounded($0, identity: "") } == [
                0, 0, 0, 5, 5, 5, 5, 10, 0, -5,
            ])
        let even = try #require(BaseRounding(base: 4, method: .nearest))
        #expect((0...8).map { even.rounded($0, identity: "") } == [0, 0, 4, 4, 4, 4, 8, 8, 8])
        #expect(BaseRounding(base: 1, method: .nearest) == nil)
        let unbiased = try #require(BaseRounding(base: 5, method: .unbiased(seed: 4)))
        for count in 10...15 {
            let values = (0..<20_000).map { unbiased.rounded(count, identity: "cell \($0)") }
            #expect(values.allSatisfy { $0 == 10 || $0 == 15 })
            #expect((Double(values.reduce(0, +)) / 20_000 - Double(count)).magnitude < 0.1)
        }
    }

    @Test(arguments: 2...9) func theIntervalHoldsExactlyTheCountsThatRoundThere(base: Int) throws {
        let nearest = try #require(BaseRounding(base: base, method: .nearest))
        for count in 0...60 {
            let interval = nearest.interval(of: nearest.rounded(count, identity: ""))
            #expect(interval.contains(Double(count)))
            #expect(interval.upperBound - interval.lowerBound == Double(base - 1))
        }
        let unbiased = try #require(BaseRounding(base: base, method: .unbiased(seed: 1)))
        for count in 0...60 {
            #expect(unbiased.interval(of: unbiased.rounded(count, identity: "\(count)")).contains(Double(count)))
        }
    }

    @Test(arguments: 1...25) func tablesKeepTheirTotals(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let columns = Int.random(in: 2...6, using: &generator)
        let inner = (0..<Int.random(in: 2...6, using: &generator)).map { _ in
            (0..<columns).map { _ in Double(Int.random(in: 0...30, using: &generator)) }
        }
        let system = PublishedTable(inner, sensitive: []).system
        let result = try system.rounded(toBase: 3, seed: seed)
        #expect(result.broken.isEmpty && result.reach == 1)
        for (cell, value) in zip(system.cells, result.values) {
            #expect((cell.value - value).magnitude < 3)
            #expect((value / 3).rounded() == value / 3)
            if cell.value == 0 { #expect(value == 0) }
        }
        for relation in system.relations {
            #expect(relation.terms.reduce(0) { $0 + $1.factor * result.values[$1.cell] } == 0)
        }
        #expect(result == (try system.rounded(toBase: 3, seed: seed)))
    }

    @Test(arguments: 1...10) func townsSayWhichTotalsTheyDoNotKeep(seed: UInt64) throws {
        let town = SketchTown(.init(quarters: 4, groups: 3, years: 3, areas: 2), seed: seed)
        let result = try town.system.rounded(toBase: 5, seed: seed)
        for (number, relation) in town.system.relations.enumerated() {
            let sum = relation.terms.reduce(0) { $0 + $1.factor * result.values[$1.cell] }
            #expect((sum == 0) != result.broken.contains(number))
        }
        #expect(result.values.allSatisfy { ($0 / 5).rounded() == $0 / 5 })
    }

    @Test func aBaseOfOneIsRefused() {
        #expect(throws: LinearFailure.malformed) { try LinkedCells().rounded(toBase: 1, seed: 1) }
    }

    @Test func whereNoNeighbouringMultiplesFitCellsGoFurtherOrTheEquationIsNamed() throws {
        // Three times 2 is 6: neither 0 nor 5 thrice is 5 or 10, but nothing thrice is nothing.
        var system = LinkedCells(cells: [.init(value: 2, loss: 1), .init(value: 6, loss: 1)])
        system.relations = [.init([(0, 3), (1, -1)], equals: 0)]
        let further = try system.rounded(toBase: 5, seed: 1)
        #expect(further.reach == 2 && further.broken.isEmpty)
        #expect(3 * further.values[0] == further.values[1])
        // Seven times 2 is 14: nothing fits within two multiples.
        system.cells[1] = .init(value: 14, loss: 1)
        system.relations = [.init([(0, 7), (1, -1)], equals: 0)]
        let broken = try system.rounded(toBase: 5, seed: 1)
        #expect(broken.broken == [0] && broken.reach == 1)
        #expect([0, 5].contains(broken.values[0]) && [10, 15].contains(broken.values[1]))
    }

    @Test func controlledRoundingIsNearlyUnbiased() throws {
        // 1 of 3 in four cells under a total of 4: the mean over many seeds is near the truth.
        let system = PublishedTable([[1, 1], [1, 1]], sensitive: []).system
        var sums = [Double](repeating: 0, count: system.cells.count)
        for seed in 1...400 {
            for (cell, value) in try system.rounded(toBase: 3, seed: UInt64(seed)).values.enumerated() {
                sums[cell] += value / 400
            }
        }
        for (cell, mean) in zip(system.cells, sums) { #expect((mean - cell.value).magnitude < 0.6) }
    }
}
