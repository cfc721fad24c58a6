import Disclosure
import LinearProgramming
import Testing

@Suite("What an outsider can work out")
struct BoundsTests {
    /// Two rows and two columns with their totals; all inner cells hidden.
    ///
    ///      1  9 | 10
    ///      4  6 | 10
    ///      5 15 | 20
    @Test func hiddenInnerCellsOfATwoByTwoTableMoveTogether() throws {
        var system = LinkedCells()
        let values: [Double] = [1, 9, 10, 4, 6, 10, 5, 15, 20]
        for value in values { _ = system.add(.init(value: value, loss: value)) }
        for row in 0..<3 { system.add(3 * row + 2, equalsSumOf: [3 * row, 3 * row + 1]) }
        for column in 0..<3 { system.add(6 + column, equalsSumOf: [column, 3 + column]) }
        let hidden = [0, 1, 3, 4].reduce(into: [Bool](repeating: false, count: 9)) { $0[$1] = true }
        let bounds = try system.bounds(hidden: hidden)
        // The first cell is between 0 and the lesser of its totals.
        #expect(bounds[0].lowerBound.isNear(0) && bounds[0].upperBound.isNear(5))
        #expect(bounds[1].lowerBound.isNear(5) && bounds[1].upperBound.isNear(10))
        #expect(bounds[3].lowerBound.isNear(0) && bounds[3].upperBound.isNear(5))
        #expect(bounds[4].lowerBound.isNear(5) && bounds[4].upperBound.isNear(10))
        #expect(bounds[8] == 20...20)
    }

    @Test func aHiddenCellAloneInItsEquationIsPinned() throws {
        var system = LinkedCells()
        let parts = [3.0, 7, 8].map { system.add(.init(value: $0, loss: 1)) }
        let total = system.add(.init(value: 18, loss: 1))
        system.add(total, equalsSumOf: parts)
        #expect(try system.bounds(hidden: [true, false, false, false])[0] == 3...3)
        #expect(try system.narrowCells(hidden: [true, false, false, false]) == [0])
    }

    @Test func contradictionsAndNonsenseAreRefused() throws {
        var system = LinkedCells(cells: [.init(value: 3, loss: 1), .init(value: 4, loss: 1)])
        #expect(throws: LinearFailure.malformed) { try system.bounds(hidden: []) }
        system.add(0, equalsSumOf: [1])
        #expect(throws: LinearFailure.infeasible) { try system.bounds(hidden: [false, false]) }
        system.relations = [.init([(7, 1)], equals: 0)]
        #expect(throws: LinearFailure.malformed) { try system.bounds(hidden: [false, false]) }
    }
}

extension Double {
    /// Whether two numbers are equal up to what the solver may be off.
    func isNear(_ other: Double) -> Bool { self == other || (self - other).magnitude < 1e-6 }
}
