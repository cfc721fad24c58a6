import LinearProgramming
import Testing

@testable import Disclosure

/// One row: 3 + 7 + 8 + 40 = 58, the total printed.
@Suite("Moving a cell at the least cost")
struct DisturbanceTests {
    private let system: LinkedCells = {
        var system = LinkedCells()
        for value in [3.0, 7, 8, 40] { _ = system.add(.init(value: value, loss: value)) }
        let total = system.add(.init(value: 58, loss: 58, role: .released))
        system.add(total, equalsSumOf: [0, 1, 2, 3])
        return system
    }()

    private func makeDisturbance() throws -> Disturbance {
        let knowledge = Knowledge(system, hidden: system.mayHide)
        return try Disturbance(system, knowledge, try #require(knowledge.parts.first))
    }

    @Test func theCheapestOtherCellMoves() throws {
        var disturbance = try makeDisturbance()
        // Five up: the second cell can give all of it.
        let up = try #require(try disturbance.cheapest(moving: 0, by: 5, split: 1, costs: [1, 2, 3, 4]))
        #expect(up.enumerated().allSatisfy { $0.element.isNear([5, -5, 0, 0][$0.offset]) })
        #expect(disturbance.moved(by: up, split: 1) == [0, 1])
        // Nine up: it gives seven, the third two.
        let more = try #require(try disturbance.cheapest(moving: 0, by: 9, split: 1, costs: [1, 2, 3, 4]))
        #expect(more.enumerated().allSatisfy { $0.element.isNear([9, -7, -2, 0][$0.offset]) })
        // Other costs, other cells.
        let other = try #require(try disturbance.cheapest(moving: 0, by: 9, split: 1, costs: [1, 9, 9, 4]))
        #expect(disturbance.moved(by: other, split: 1) == [0, 3])
    }

    @Test func theSplitDecidesHowFarTheOthersMustReach() throws {
        var disturbance = try makeDisturbance()
        // Fifteen in all: three down and twelve up; up alone the others give twelve fifteenths of what they give.
        let split = try #require(try disturbance.cheapest(moving: 0, by: 15, split: 0.8, costs: [1, 2, 300, 400]))
        #expect(split[1].isNear(-8.75) && split[2].isNear(-6.25) && split[3].isNear(0))
        // Down alone it cannot go further than three.
        #expect(try disturbance.cheapest(moving: 0, by: 5, split: 0, costs: [1, 2, 3, 4]) == nil)
        #expect(try disturbance.cheapest(moving: 0, by: 3, split: 0, costs: [1, 2, 3, 4]) != nil)
        // More than all others have cannot be given.
        #expect(try disturbance.cheapest(moving: 0, by: 56, split: 1, costs: [1, 2, 3, 4]) == nil)
    }

    @Test func theFurthestIsTheAttackersInterval() throws {
        var disturbance = try makeDisturbance()
        #expect(try disturbance.furthest(0, upTo: 100, isUp: true)[0].isNear(55))
        #expect(try disturbance.furthest(0, upTo: 5, isUp: true)[0].isNear(5))
        #expect(try disturbance.furthest(0, upTo: 100, isUp: false)[0].isNear(3))
        try disturbance.allow(0...0, at: 3)
        #expect(try disturbance.furthest(0, upTo: 100, isUp: true)[0].isNear(15))
        #expect(disturbance.allowed(at: 3) == 0...0)
    }

    @Test func aProofHoldsForAllCellsThatMoveFarEnough() throws {
        let knowledge = Knowledge(system, hidden: system.mayHide)
        var protector = try Protector(system, knowledge, try #require(knowledge.parts.first))
        let proof = try protector.prove(0, costs: [1, 2, 3, 4]) { Double($0.count) }
        #expect(proof == [0, 1])
        #expect(protector.proofs[1] == [0, 1] && protector.proofs[2] == nil)
        #expect(protector.forget(using: 1) == [0, 1])
        try protector.allow(0...0, at: 1)
        #expect(try protector.prove(0, costs: [1, 2, 3, 4]) { Double($0.count) } == [0, 2])
        for place in 1...3 { try protector.allow(0...0, at: place) }
        #expect(try protector.prove(0, costs: [1, 2, 3, 4]) { _ in 0 } == nil)
    }
}
