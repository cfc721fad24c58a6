import LinearProgramming
import TestSupport
import Testing

@testable import Disclosure

@Suite("Conditions that every safe suppression satisfies")
struct CutTests {
    /// A random table of two rows and two columns with small numbers.
    private func table(seed: UInt64) -> LinkedCells {
        var generator = SeededGenerator(seed: seed)
        let inner = (0..<2).map { _ in (0..<2).map { _ in Double(Int.random(in: 0...12, using: &generator)) } }
        var system = PublishedTable(inner, sensitive: [(row: 0, column: 0, protection: 4)]) { 1 + $0 }.system
        system.protection = Double(Int.random(in: 1...4, using: &generator))
        return system
    }

    private func problem(_ system: LinkedCells) throws -> ProtectionProblem {
        let knowledge = Knowledge(system, hidden: system.mayHide)
        let part = try #require(knowledge.parts.first)
        return ProtectionProblem(system, knowledge, part, exempt: [])
    }

    @Test(arguments: 1...25) func noSafeChoiceFailsOne(seed: UInt64) throws {
        let system = table(seed: seed)
        let problem = try problem(system)
        var cuts = problem.equationCuts()
        var separation = try Separation(problem)
        var generator = SeededGenerator(seed: seed &+ 100)
        for _ in 0..<6 {
            let choice = problem.isFree.map { $0 ? Double.random(in: 0...1, using: &generator) * 0.7 : 1 }
            cuts += try separation.cuts(choice)
        }
        #expect(!cuts.isEmpty)
        let free = problem.cells.indices.filter { problem.isFree[$0] }
        for mask in 0..<(1 << free.count) {
            var choice = problem.cells.map { _ in 1.0 }
            for (bit, place) in free.enumerated() { choice[place] = mask >> bit & 1 == 1 ? 1 : 0 }
            var hidden = system.cells.map(\.role.isSensitive)
            for (place, cell) in problem.cells.enumerated() where choice[place] > 0.5 { hidden[cell] = true }
            let isSafe = try system.narrowCells(hidden: hidden).isEmpty
            if isSafe { #expect(cuts.allSatisfy { $0.violation(choice) < 1e-6 }) }
            // And the other way round: an unsafe choice fails one that is found for it.
            #expect(try separation.cuts(choice).isEmpty == isSafe)
        }
    }

    @Test func theEquationsOfACellSayHowMuchMustBeHidden() throws {
        // 3 + 7 + 1 = 11 with the first sensitive at 5.
        var system = LinkedCells(protection: 1)
        _ = system.add(.init(value: 3, loss: 1, role: .sensitive(protection: 5)))
        _ = system.add(.init(value: 7, loss: 1))
        _ = system.add(.init(value: 1, range: 0...2, loss: 1))
        _ = system.add(.init(value: 11, loss: 1, role: .released))
        system.add(3, equalsSumOf: [0, 1, 2])
        let cuts = try problem(system).equationCuts()
        let own = try #require(cuts.first { $0.condition == nil })
        // The second alone is enough; the third gives two of the five.
        #expect(own.demand == 5)
        #expect(own.terms.map(\.place) == [1, 2] && own.terms.map(\.weight) == [5, 2])
        #expect(own.violation([1, 1, 0]).isNear(0) && own.violation([1, 0, 1]).isNear(0.6))
        // The others hang on the sensitive cell, which is hidden anyway and bounded by nothing: no condition for them.
        #expect(cuts.count == 1)
    }

    @Test func theRelaxationIsTheLeastFractionalLoss() throws {
        var system = LinkedCells(protection: 1)
        _ = system.add(.init(value: 3, loss: 0, role: .sensitive(protection: 5)))
        for _ in 0..<2 { _ = system.add(.init(value: 2, range: 0...4, loss: 10)) }
        _ = system.add(.init(value: 7, loss: 0, role: .released))
        system.add(3, equalsSumOf: [0, 1, 2])
        var relaxation = Relaxation(try problem(system))
        // Each of the two gives four of the five: one and a quarter of them.
        #expect(try relaxation.satisfyEquations().isNear(12.5))
        #expect(try relaxation.optimum(fixed: [1: 0]) == nil)
        #expect(try #require(try relaxation.optimum(fixed: [1: 1])).loss.isNear(12.5))
        #expect(try system.suppression(by: .exact).loss == 20)
    }
}
