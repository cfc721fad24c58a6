import LinearProgramming
import Testing

@testable import Disclosure

@Suite("What is known at once")
struct KnowledgeTests {
    /// A chain of sums: c = a + b, e = c + d, g = e + f.
    private let chain: LinkedCells = {
        var system = LinkedCells()
        for value in [2.0, 3, 5, 4, 9, 1, 10] { _ = system.add(.init(value: value, loss: 1)) }
        system.add(2, equalsSumOf: [0, 1])
        system.add(4, equalsSumOf: [2, 3])
        system.add(6, equalsSumOf: [4, 5])
        return system
    }()

    private func hiding(_ cells: Int...) -> [Bool] { chain.cells.indices.map { cells.contains($0) } }

    @Test func whatEquationsPinIsKnownAlsoOverSeveral() {
        // g gives e, e gives c, c gives a.
        let knowledge = Knowledge(chain, hidden: hiding(0, 2, 4))
        #expect(knowledge.bounds.allSatisfy { $0 == 0...0 })
        #expect(knowledge.parts.isEmpty)
    }

    @Test func whatMovesTogetherIsOnePart() {
        let knowledge = Knowledge(chain, hidden: hiding(0, 1, 4, 5))
        #expect(knowledge.parts.map(\.cells) == [[0, 1]])
        #expect(knowledge.isKnown(4) && knowledge.isKnown(5))
        // b and f are printed: the totals move as a moves.
        let linked = Knowledge(chain, hidden: hiding(0, 2, 3, 4, 6))
        #expect(linked.parts.map(\.cells) == [[0, 2, 3, 4, 6]])
        // With b instead of the totals hidden, a moves against b and nothing else does.
        #expect(Knowledge(chain, hidden: hiding(0, 1)).parts.map(\.relations) == [[0]])
        // With c and d hidden as well all four hang together.
        #expect(Knowledge(chain, hidden: hiding(0, 1, 2, 3)).parts.map(\.cells) == [[0, 1, 2, 3]])
        #expect(Knowledge(chain, hidden: hiding(0, 1, 2, 3)).parts.map(\.relations) == [[0, 1]])
    }

    @Test func distancesAreFromTheTruthAndWithinWhatIsPrinted() {
        var system = chain
        system.cells[6].printedWithin = 8...12
        system.cells[6].range = 0...11
        system.cells[0].role = .released
        system.cells[1].role = .implied(protection: nil)
        let knowledge = Knowledge(system, hidden: system.cells.map { _ in true })
        #expect(knowledge.bounds[0] == 0...0, "what is out stays known, whatever is hidden")
        #expect(knowledge.bounds[1] == -3 ... .infinity)
        // Its exact parts give the rounded total; without them it is what its rounding leaves within its range.
        #expect(Knowledge(system, hidden: hiding()).isKnown(6))
        system.relations = []
        #expect(Knowledge(system, hidden: hiding()).bounds[6] == -2...1)
    }

    @Test func termsOfACellAreSummed() {
        let relation = LinkedCells.Relation([(3, 1), (1, 2), (3, -1), (1, 0.5)], equals: 0)
        #expect(relation.summed.map(\.cell) == [1, 3])
        #expect(relation.summed.map(\.factor) == [2.5, 0])
        // A cell that cancels out is not pinned by the equation.
        var system = LinkedCells(cells: [.init(value: 1, loss: 1), .init(value: 2, loss: 1)])
        system.relations = [.init([(0, 1), (0, -1), (1, 1)], equals: 2)]
        let knowledge = Knowledge(system, hidden: [true, true])
        #expect(!knowledge.isKnown(0) && knowledge.isKnown(1))
    }

    @Test func anInequalityBoundsButDoesNotPin() throws {
        // What is reached in five minutes is at most what is reached in ten.
        var system = LinkedCells(cells: [.init(value: 4, loss: 1), .init(value: 9, loss: 1)])
        system.relations = [.init([(1, 1), (0, -1)], within: 0...Double.infinity)]
        let bounds = try system.bounds(hidden: [true, false])
        #expect(bounds[0].lowerBound.isNear(0) && bounds[0].upperBound.isNear(9))
        let others = try system.bounds(hidden: [false, true])
        #expect(others[1].lowerBound.isNear(4) && others[1].upperBound == .infinity)
        // Both hidden: unbounded above, and still no lower than zero.
        let both = try system.bounds(hidden: [true, true])
        #expect(both[0].lowerBound.isNear(0) && both[0].upperBound == .infinity)
    }

    @Test func hostileNumbersAreRefused() {
        for value in [Double.nan, .infinity] {
            let system = LinkedCells(cells: [.init(value: value, printedWithin: 0...1, loss: 1)])
            #expect(throws: LinearFailure.malformed) { try system.suppression() }
        }
        for loss in [Double.nan, .infinity, -1] {
            let system = LinkedCells(cells: [.init(value: 1, loss: loss)])
            #expect(throws: LinearFailure.malformed) { try system.suppression() }
        }
        let negative = LinkedCells(cells: [.init(value: 1, loss: 1, role: .sensitive(protection: -1))])
        #expect(throws: LinearFailure.malformed) { try negative.suppression() }
        let outside = LinkedCells(cells: [.init(value: -1, loss: 1)])
        #expect(throws: LinearFailure.infeasible) { try outside.suppression() }
        var factor = LinkedCells(cells: [.init(value: 0, loss: 1)])
        factor.relations = [.init([(0, .nan)], equals: 0)]
        #expect(throws: LinearFailure.malformed) { try factor.suppression() }
    }

    @Test func nothingIsHiddenOfNothing() throws {
        for method in SuppressionMethod.allCases {
            let empty = try LinkedCells().suppression(by: method)
            #expect(empty == Suppression(hidden: [], loss: 0, lowerBound: 0))
            let open = try chain.suppression(by: method)
            #expect(open.hidden.allSatisfy { !$0 } && open.loss == 0 && open.ratio == 1)
        }
    }
}
