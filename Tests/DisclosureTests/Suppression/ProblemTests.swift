import LinearProgramming
import Testing

@testable import Disclosure

/// Problems of a few cells, worked out by hand.
@Suite("The choice of cells to hide, its conditions and its relaxation")
struct ProblemTests {
    /// 3 + 7 + 8 + 40 = 58: the first is sensitive, the total is printed to ten, twice the second is the fifth cell.
    private let system: LinkedCells = {
        var system = LinkedCells(protection: 4)
        _ = system.add(.init(value: 3, loss: 2, role: .sensitive(protection: 6)))
        for value in [7.0, 8, 40] { _ = system.add(.init(value: value, range: 0...100, loss: value)) }
        let total = system.add(.init(value: 58, printedWithin: 55...65, loss: 9, role: .released))
        let double = system.add(.init(value: 14, loss: 0, role: .implied(protection: 3)))
        system.add(total, equalsSumOf: [0, 1, 2, 3])
        system.relations.append(.init([(1, 1), (1, 1), (double, -1)], equals: 0))
        return system
    }()

    private func problem(_ system: LinkedCells, exempt: Set<Int> = []) throws -> ProtectionProblem {
        let knowledge = Knowledge(system, hidden: system.mayHide)
        return ProtectionProblem(system, knowledge, try #require(knowledge.parts.first), exempt: exempt)
    }

    @Test func aProblemSaysWhatIsKnownAndDemanded() throws {
        let problem = try problem(system)
        #expect(problem.cells == [0, 1, 2, 3, 4, 5])
        #expect(problem.isFree == [false, true, true, true, false, false])
        #expect(problem.losses == [2, 7, 8, 40, 9, 0])
        // A released number demands nothing; cells hidden for others ask for the system's protection.
        #expect(problem.demands == [6, 4, 4, 4, 0, 3])
        #expect(problem.printed[1] == 0...0 && problem.hidden[1] == -7...93)
        #expect(problem.printed[0] == problem.hidden[0] && problem.hidden[0].lowerBound == -3)
        #expect(problem.printed[4] == -3...7)
        // What stands twice in a relation is one term.
        #expect(problem.rows[1].map(\.factor) == [2, -1] && problem.rows[1].map(\.place) == [1, 5])
        #expect(problem.sums == [0...0, 0...0])
        let gain = problem.gain(1)
        #expect(gain.down == 7 && gain.up == 93)
        #expect(problem.gain(4).up == 0)
    }

    @Test func whatIsExemptDemandsNothing() throws {
        #expect(try problem(system, exempt: [0, 5]).demands == [0, 4, 4, 4, 0, 0])
        let all = try problem(system, exempt: [0, 1, 2, 3, 5])
        #expect(all.equationCuts().isEmpty)
        var relaxation = Relaxation(all)
        #expect(try relaxation.satisfyEquations() == 0)
    }

    @Test func anEquationAloneSaysHowMuchItsOthersMustGive() throws {
        // The total leaves ten open, more than the six of the first; of the fifth cell's three the second gives all.
        let cuts = try problem(system).equationCuts()
        #expect(cuts.map(\.condition) == [nil])
        let cut = try #require(cuts.first)
        #expect(cut.demand == 3 && cut.terms.map(\.place) == [1] && cut.terms.map(\.weight) == [3])
    }

    @Test func aConditionOnlyStandsWhereTheProofContradictsTheDemand() throws {
        let problem = try problem(system)
        #expect(ProtectionCut(problem, place: 0, constant: 6, weights: []) == nil)
        #expect(ProtectionCut(problem, place: 0, constant: 2, weights: [(0, 5)]) == nil)
        let cut = try #require(ProtectionCut(problem, place: 2, constant: 1, weights: [(1, 2), (3, 50), (2, 1)]))
        // Four less one less one of its own; nobody gives more than is missing.
        #expect(cut.demand == 2 && cut.condition == 2)
        #expect(cut.terms.map(\.place) == [1, 3] && cut.terms.map(\.weight) == [2, 2])
        #expect(cut.violation([1, 0, 1, 0, 0, 0]).isNear(1) && cut.violation([1, 0.5, 1, 0, 0, 0]).isNear(0.5))
        #expect(cut.violation([1, 0, 0, 0, 0, 0]).isNear(0) && cut.violation([1, 1, 1, 1, 0, 0]) < 0)
    }

    // MARK: separation

    @Test func theOutsidersProofIsACondition() throws {
        var exact = system
        exact.cells[4].printedWithin = 58...58
        let problem = try problem(exact)
        var separation = try Separation(problem)
        let places = problem.cells
        let nothing = places.map { exact.cells[$0].role == .open ? 0.0 : 1 }
        let cut = try #require(try separation.cut(0, choice: nothing))
        #expect(cut.condition == nil && cut.violation(nothing) > 0.9)
        #expect(cut.terms.allSatisfy { problem.isFree[$0.place] && $0.weight <= cut.demand + 1e-9 })
        // Each of the three others alone can give the six: 0 to 10 for the first and the second.
        for other in 1...3 {
            var choice = nothing
            choice[other] = 1
            #expect(cut.violation(choice) < 1e-6)
            #expect(try separation.cut(0, choice: choice) == nil)
        }
        // A third of each is enough of nothing, all of it is.
        #expect(try separation.cuts(nothing.map { $0 == 0 ? 0.1 : 1 }).isEmpty == false)
        #expect(try separation.cuts(places.map { _ in 1 }).isEmpty)
    }

    @Test func aCellThatNothingBoundsHasNoProofAgainstIt() throws {
        var open = LinkedCells(protection: 5)
        _ = open.add(.init(value: 3, loss: 1, role: .sensitive(protection: 5)))
        _ = open.add(.init(value: 9, loss: 1))
        open.relations.append(.init([(0, 1), (1, -1)], within: -6 ... .infinity))
        let problem = try problem(open)
        var separation = try Separation(problem)
        #expect(try separation.cut(0, choice: [1, 0]) == nil)
        #expect(problem.equationCuts().isEmpty)
        // Turned round it is bounded: 0 to 9, which is wide enough; 0 to 4 is not.
        var closed = open
        closed.relations = [.init([(1, 1), (0, -1)], within: 0 ... .infinity)]
        separation = try Separation(try self.problem(closed))
        #expect(try separation.cut(0, choice: [1, 0]) == nil)
        closed.cells[1] = .init(value: 4, loss: 1)
        separation = try Separation(try self.problem(closed))
        #expect(try separation.cut(0, choice: [1, 0]) != nil)
        #expect(try separation.cut(0, choice: [1, 1]) == nil)
    }

    // MARK: relaxation

    @Test func withoutAFreeCellThereIsOneChoice() throws {
        var fixed = LinkedCells(protection: 5)
        _ = fixed.add(.init(value: 3, loss: 1, role: .sensitive(protection: 5)))
        _ = fixed.add(.init(value: 2, range: 0...2, loss: 1, role: .sensitive(protection: 1)))
        _ = fixed.add(.init(value: 5, loss: 1, role: .released))
        fixed.add(2, equalsSumOf: [0, 1])
        let problem = try problem(fixed)
        var relaxation = Relaxation(problem)
        #expect(try #require(try relaxation.optimum()).choice == [1, 1])
        // The second cell gives two of the five: no choice satisfies that.
        relaxation.add(problem.equationCuts())
        #expect(try relaxation.optimum() == nil)
    }

    @Test func moreConditionsNeverLowerTheBoundAndNeverPassTheLeastLoss() throws {
        for seed in 1...12 {
            let values = (0..<3).map { row in (0..<3).map { Double((seed * (7 * row + 3 * $0 + 5)) % 17) } }
            let table = PublishedTable(values, sensitive: [(row: 1, column: 1, protection: 5)]) { 1 + $0 }.system
            let problem = try problem(table)
            var relaxation = Relaxation(problem)
            let equations = try relaxation.satisfyEquations()
            var last = equations
            for rounds in 0...3 {
                let loss = try relaxation.refine(rounds: rounds)
                #expect(loss >= last - 1e-6)
                last = loss
            }
            let exact = try table.suppression(by: .exact)
            let own = exact.hidden.indices.filter { table.cells[$0].role == .open && exact.hidden[$0] }
            #expect(equations >= 0)
            if exact.unprotectable.isEmpty { #expect(last <= own.reduce(0) { $0 + table.cells[$1].loss } + 1e-6) }
        }
    }

    // MARK: movements

    private func disturbance(_ system: LinkedCells) throws -> Disturbance {
        let knowledge = Knowledge(system, hidden: system.mayHide)
        return try Disturbance(system, knowledge, try #require(knowledge.parts.first))
    }

    @Test func whatRoundingLeavesOpenMovesAtNoCost() throws {
        var disturbance = try disturbance(system)
        // Six in all, half of it up: the total gives three up and three down within its ten.
        let half = try #require(try disturbance.cheapest(moving: 0, by: 6, split: 0.5, costs: [1, 1, 1, 1, 1, 1]))
        #expect(disturbance.moved(by: half, split: 0.5) == [0])
        #expect(half[4].isNear(6))
        // Nine up: seven by the total, two by another.
        let more = try #require(try disturbance.cheapest(moving: 0, by: 9, split: 1, costs: [1, 9, 2, 5, 1, 9]))
        #expect(more[4].isNear(7) && more[2].isNear(-2))
        #expect(disturbance.moved(by: more, split: 1) == [0, 2])
    }

    @Test func anInequalityGivesWhatItLeavesOpen() throws {
        var limits = LinkedCells(protection: 5)
        _ = limits.add(.init(value: 10, loss: 1))
        _ = limits.add(.init(value: 12, range: 0...20, loss: 1))
        limits.relations.append(.init([(1, 1), (0, -1)], within: 0 ... .infinity))
        var disturbance = try disturbance(limits)
        let free = try #require(try disturbance.cheapest(moving: 0, by: 2, split: 1, costs: [1, 1]))
        #expect(free[1].isNear(0))
        let pushed = try #require(try disturbance.cheapest(moving: 0, by: 5, split: 1, costs: [1, 1]))
        #expect(pushed[1].isNear(3))
        // The second ends at twenty, and so does the first.
        #expect(try disturbance.furthest(0, upTo: 100, isUp: true)[0].isNear(10))
        #expect(try disturbance.furthest(0, upTo: 100, isUp: false)[0].isNear(10))
        #expect(try disturbance.cheapest(moving: 0, by: 11, split: 1, costs: [1, 1]) == nil)
    }
}
