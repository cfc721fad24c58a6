import Overlay
import Planar
import TestSupport
import Testing

@Suite struct QuarterAssignmentTests {
    static func assign(_ x: Double, _ y: Double, tolerance: Double = 50) throws -> Assignment? {
        let quarters = [try rectangle(0, 0, 1_000, 1_000), try rectangle(1_000, 0, 2_000, 1_000)]
        return QuarterAssignment.assign(xs: [x], ys: [y], quarters: quarters, borderTolerance: tolerance).first
    }

    @Test(arguments: [
        (500.0, 500.0, Int32(0), Situation.inside), (1_500, 500, 1, .inside), (1_000, 500, 0, .inside),
        (0, 0, 0, .inside), (2_000, 1_000, 1, .inside), (-50, 500, 0, .nearBorder), (-50.000001, 500, -1, .outside),
        (2_050, 500, 1, .nearBorder), (2_051, 500, -1, .outside), (1_200, 1_050, 1, .nearBorder),
        (999, 1_010, 0, .nearBorder), (1_001, 1_010, 1, .nearBorder), (1_000, 1_010, 0, .nearBorder),
        (-30, -40, 0, .nearBorder), (-31, -40, -1, .outside), (9_000, 9_000, -1, .outside),
    ])
    func workedExamples(_ x: Double, _ y: Double, _ quarter: Int32, _ situation: Situation) throws {
        #expect(try QuarterAssignmentTests.assign(x, y) == Assignment(quarter: quarter, situation: situation))
    }

    @Test func withoutToleranceOnlyTheInsideCounts() throws {
        #expect(try QuarterAssignmentTests.assign(0, 500, tolerance: 0)?.situation == .inside)
        #expect(try QuarterAssignmentTests.assign(-1e-9, 500, tolerance: 0)?.situation == .outside)
    }

    @Test func aHoleIsOutsideAndHasABorderToo() throws {
        let ring = try polygon([0, 0, 1_000, 0, 1_000, 1_000, 0, 1_000], [200, 200, 200, 800, 800, 800, 800, 200])
        let found = QuarterAssignment.assign(
            xs: [100, 210, 500], ys: [500, 500, 500], quarters: [ring], borderTolerance: 20)
        #expect(found.map(\.situation) == [.inside, .nearBorder, .outside])
        #expect(found.map(\.quarter) == [0, 0, -1])
    }

    @Test func everyPartOfAQuarterCounts() throws {
        let parts = try Geometry(joining: [rectangle(0, 0, 10, 10), rectangle(100, 0, 110, 10)])
        let found = QuarterAssignment.assign(
            xs: [5, 105, 55, 112], ys: [5, 5, 5, 5], quarters: [parts], borderTolerance: 3)
        #expect(found.map(\.situation) == [.inside, .inside, .outside, .nearBorder])
    }

    @Test func withoutQuartersEverythingIsOutside() {
        let found = QuarterAssignment.assign(xs: [1, 2], ys: [1, 2], quarters: [], borderTolerance: 100)
        #expect(found == [Assignment](repeating: Assignment(quarter: -1, situation: .outside), count: 2))
        #expect(QuarterAssignment.assign(xs: [], ys: [], quarters: [], borderTolerance: 1).isEmpty)
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func aWiderToleranceNeverTakesAPointAway(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let quarters = try randomCoverage(columns: 4, rows: 4, spacing: 100, using: &generator)
        let xs = (0..<300).map { _ in Double.random(in: -120...520, using: &generator) }
        let ys = (0..<300).map { _ in Double.random(in: -120...520, using: &generator) }
        let rank: [Situation: Int] = [.outside: 0, .nearBorder: 1, .inside: 2]
        var previous = [Int](repeating: 0, count: xs.count)
        for tolerance in [0.0, 5, 20, 60, 200] {
            let found = QuarterAssignment.assign(xs: xs, ys: ys, quarters: quarters, borderTolerance: tolerance)
            for (point, assignment) in found.enumerated() {
                let now = rank[assignment.situation] ?? -1
                #expect(now >= previous[point])
                previous[point] = now
                // Without a quarter exactly when outside.
                #expect((assignment.quarter == -1) == (assignment.situation == .outside))
                if assignment.situation == .nearBorder {
                    let distances = quarters.map { $0.boundaryDistance(x: xs[point], y: ys[point]) }
                    let own = distances[Int(assignment.quarter)]
                    #expect(own <= tolerance && own == distances.min())
                }
            }
        }
        #expect(previous.allSatisfy { $0 >= 1 })
    }

    @Test func assigningAgreesWithTheMembershipOfPoints() throws {
        var generator = SeededGenerator(seed: 17)
        let quarters = try randomCoverage(columns: 5, rows: 3, spacing: 80, using: &generator)
        let xs = (0..<500).map { _ in Double.random(in: -20...420, using: &generator) }
        let ys = (0..<500).map { _ in Double.random(in: -20...260, using: &generator) }
        let found = QuarterAssignment.assign(xs: xs, ys: ys, quarters: quarters, borderTolerance: 0)
        let membership = ArealTransfer.membership(xs: xs, ys: ys, areas: quarters, isCoverage: true)
        for quarter in quarters.indices {
            #expect(
                Array(membership.origins[membership.entries(ofArea: quarter)])
                    == xs.indices.filter { found[$0].quarter == Int32(quarter) }.map(Int32.init))
        }
    }
}
