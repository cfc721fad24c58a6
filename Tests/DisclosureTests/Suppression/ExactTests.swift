import Disclosure
import LinearProgramming
import TestSupport
import Testing

@Suite("The cheapest suppression")
struct ExactTests {
    /// Investments by activity (rows) and region (columns): the table of M. Fischetti and J. J. Salazar-González,
    /// *Solving the cell suppression problem on tabular data with linear constraints*, Management Science 47 (2001), with
    /// activity II in region C sensitive.
    static let investments = PublishedTable(
        [[20, 50, 10], [8, 19, 22], [17, 32, 12]], sensitive: [(row: 1, column: 2, protection: 10)])

    @Test func theTextbookTableIsHiddenAsInTheTextbook() throws {
        let table = Self.investments
        let hidden = [table[1, 0], table[1, 2], table[2, 0], table[2, 2]]
        for method in [SuppressionMethod.exact, .linear] {
            let result = try table.system.suppression(by: method)
            #expect(result.hidden.indices.filter { result.hidden[$0] } == hidden)
            #expect(result.loss == 8 + 22 + 17 + 12)
        }
        let bounds = try table.system.bounds(
            hidden: table.system.cells.indices.map { hidden.contains($0) })
        // The article's intervals: [5, 30] in the sensitive cell.
        #expect(bounds[table[1, 2]].lowerBound.isNear(5) && bounds[table[1, 2]].upperBound.isNear(30))
        #expect(try table.system.suppression(by: .exact).ratio == 1)
    }

    @Test func bruteForceFindsNothingCheaperInTheTextbookTable() throws {
        #expect(try Self.investments.system.leastLossByBruteForce() == 59)
    }

    @Test(arguments: 1...30)
    func bruteForceFindsNothingCheaperInRandomTables(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let rows = Int.random(in: 2...3, using: &generator)
        let inner = (0..<rows).map { _ in (0..<2).map { _ in Double(Int.random(in: 0...25, using: &generator)) } }
        var sensitive: [(row: Int, column: Int, protection: Double)] = []
        for (row, values) in inner.enumerated() {
            for (column, value) in values.enumerated() where value > 0 && value < 8 {
                sensitive.append((row, column, Double(Int.random(in: 3...8, using: &generator))))
            }
        }
        var system = PublishedTable(inner, sensitive: sensitive) { 1 + $0.squareRoot() }.system
        system.protection = 3
        if seed % 3 == 0 { system.cells[system.cells.count - 1].role = .released }
        let least = try system.leastLossByBruteForce()
        let exact = try system.suppression(by: .exact)
        let linear = try system.suppression(by: .linear)
        let greedy = try system.suppression(by: .greedy)
        guard least < .infinity else {
            #expect(!exact.unprotectable.isEmpty)
            return
        }
        #expect((exact.loss - least).magnitude < 1e-9)
        #expect(exact.unprotectable.isEmpty)
        for result in [exact, linear, greedy] {
            #expect(result.loss >= least - 1e-9)
            #expect(try system.narrowCells(hidden: result.hidden).isEmpty)
        }
        for rounds in [0, 1, 5] {
            let bound = try system.lowerBound(rounds: rounds)
            #expect(bound <= least + 1e-6, "a lower bound above the least loss after \(rounds) rounds")
        }
    }

    @Test(arguments: 1...12)
    func bruteForceFindsNothingCheaperInSmallTowns(seed: UInt64) throws {
        let system = SketchTown(.init(quarters: 2, groups: 1, years: 1, areas: 2), seed: seed).system
        let least = try system.leastLossByBruteForce()
        let exact = try system.suppression(by: .exact)
        guard least < .infinity else {
            #expect(!exact.unprotectable.isEmpty)
            return
        }
        #expect((exact.loss - least).magnitude < 1e-9 && exact.unprotectable.isEmpty)
        #expect(try system.narrowCells(hidden: exact.hidden).isEmpty)
        #expect(try system.lowerBound(rounds: 3) <= least + 1e-6)
        #expect(exact.ratio.map { $0 < 1 + 1e-6 } == true)
    }

    @Test func partsThatAreTooLargeAreLeftToTheLinearMethod() throws {
        let system = SketchTown(.init(quarters: 8, groups: 3, years: 1), seed: 3).system
        let free = system.cells.count { $0.role == .open }
        #expect(free > LinkedCells.exactLimit)
        let exact = try system.suppression(by: .exact)
        #expect(exact.hidden == (try system.suppression(by: .linear).hidden))
        #expect(try #require(exact.ratio) >= 1)
    }
}
