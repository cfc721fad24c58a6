import TestSupport
import Testing

@testable import Travel

/// Destinations with entrances, through the air.
@Suite struct EntranceTests {
    @Test(arguments: 1...8) func theAirGoesToTheNearestEntranceAndCountsOnce(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        func positions(_ count: Int) -> [Double] {
            (0..<count).map { _ in Double(Int.random(in: 0...40, using: &generator)) * 25 }
        }
        let (originXs, originYs) = (positions(300), positions(300))
        var ends: [Int32] = []
        for _ in 0..<60 { ends.append((ends.last ?? 0) + Int32(Int.random(in: 0...3, using: &generator))) }
        let entrances = Int(ends.last ?? 0)
        let query = try ReachQuery(
            xs: positions(60), ys: positions(60), categories: (0..<60).map { Int32($0 % 3) }, categoryCount: 4,
            limits: [250, 0, 75], entrances: .init(ends: ends, xs: positions(entrances), ys: positions(entrances)))
        let reach = StraightLine().reach(originXs: originXs, originYs: originYs, query: query)
        for origin in 0..<300 {
            for category in 0..<4 {
                let squares = (0..<60).filter { query.categories[$0] == category }.map { destination in
                    let doors = query.entrances(of: destination)
                    let xs = doors.isEmpty ? [query.xs[destination]] : doors.map { query.entrances.xs[$0] }
                    let ys = doors.isEmpty ? [query.ys[destination]] : doors.map { query.entrances.ys[$0] }
                    return zip(xs, ys).map { x, y in
                        (x - originXs[origin]) * (x - originXs[origin]) + (y - originYs[origin])
                            * (y - originYs[origin])
                    }.min() ?? .infinity
                }
                let nearest = squares.min().map { Int32(($0.squareRoot() * 1_000).rounded(.toNearestOrEven)) }
                #expect(reach.nearestCosts(category: category)[category * 300 + origin] == nearest ?? Reach.absent)
                for (index, limit) in query.limits.enumerated() {
                    let column = reach.counts(category: category, limit: index)
                    #expect(Int(column[column.startIndex + origin]) == squares.count { $0 <= limit * limit })
                }
            }
        }
    }

    @Test func oneEntranceForEachIsAMovedDestination() throws {
        let moved = try ReachQuery(xs: [10, 500], ys: [0, 0], categories: [0, 0], categoryCount: 1, limits: [20])
        let entered = try ReachQuery(
            xs: [900, 900], ys: [900, 900], categories: [0, 0], categoryCount: 1, limits: [20],
            entrances: .init(ends: [1, 2], xs: [10, 500], ys: [0, 0]))
        let xs = [0.0, 490, 900]
        #expect(
            StraightLine().reach(originXs: xs, originYs: [0, 0, 0], query: entered)
                == StraightLine().reach(originXs: xs, originYs: [0, 0, 0], query: moved))
    }

    @Test func entrancesMustFit() {
        func query(_ entrances: ReachQuery.Entrances) throws(ReachQueryError) {
            _ = try ReachQuery(
                xs: [0, 1], ys: [0, 1], categories: [0, 0], categoryCount: 1, limits: [], entrances: entrances)
        }
        for entrances: ReachQuery.Entrances in [
            .init(ends: [1], xs: [0], ys: [0]), .init(ends: [0, 1], xs: [], ys: []), .init(ends: [], xs: [0], ys: [0]),
            .init(ends: [2, 1], xs: [0], ys: [0]), .init(ends: [-1, 0], xs: [], ys: []),
            .init(ends: [0, 1], xs: [0], ys: [0, 1]), .init(ends: [0, 1, 1], xs: [0], ys: [0]),
        ] {
            #expect(throws: ReachQueryError.entrancesDoNotFit) { try query(entrances) }
        }
        #expect(throws: ReachQueryError.positionNotFinite) { try query(.init(ends: [0, 1], xs: [.nan], ys: [0])) }
        #expect(throws: Never.self) { try query(.init(ends: [0, 0])) }
    }
}
