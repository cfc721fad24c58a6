import Planar
import Testing

@testable import Travel

/// A town of square blocks, where walking times have closed forms.
@Suite struct GridTownSearchTests {
    /// 10 by 10 corners, 100 m apart; legs of at most 20 m, so that nobody walks across a block.
    private let travel = NetworkTravel(
        network: NetworkSketch.grid(columns: 10, rows: 10, spacing: 100).network, profileID: "walking", barriers: [],
        snapping: 20)

    /// The metres between two positions beside east–west streets: `x` along the street, the street `y`, the leg.
    private func metres(_ a: (x: Double, y: Double, leg: Double), _ b: (x: Double, y: Double, leg: Double)) -> Double {
        let legs = a.leg + b.leg
        if a.y == b.y { return legs + abs(a.x - b.x) }
        // By the corner west or east of the first, whichever is better: both lie in blocks of 100 m.
        let corners = [(a.x / 100).rounded(.down) * 100, (a.x / 100).rounded(.up) * 100]
        let across = corners.map { abs(a.x - $0) + abs($0 - b.x) }.min() ?? 0
        return legs + across + abs(a.y - b.y)
    }

    @Test func timesBetweenDoors() throws {
        var doors: [(x: Double, y: Double, leg: Double)] = []
        for x in [25.0, 50, 75, 250, 450, 775] {
            for (street, leg) in [(0.0, 10.0), (300, 5), (300, 12.5), (800, 0)] { doors.append((x, street, leg)) }
        }
        let xs = doors.map(\.x)
        let ys = doors.map { $0.y + $0.leg }
        let query = try ReachQuery(
            xs: xs, ys: ys, categories: xs.map { _ in 0 }, categoryCount: 1, limits: [])
        let times = try travel.travelTimes(originXs: xs, originYs: ys, query: query, limit: 7_200)
        for (from, origin) in doors.enumerated() {
            for (to, destination) in doors.enumerated() {
                // All positions are quarters of a block, so that nothing is rounded: 900 ms for each metre.
                #expect(times[from, to] == Int32(metres(origin, destination) * 900))
            }
        }
    }

    /// Within r blocks of a corner lie 1 + 2 r (r + 1) corners: 25 with r = 3.
    @Test func cornersInReach() throws {
        var xs: [Double] = []
        var ys: [Double] = []
        for row in 0..<10 {
            for column in 0..<10 {
                xs.append(Double(column) * 100)
                ys.append(Double(row) * 100)
            }
        }
        let query = try ReachQuery(
            xs: xs, ys: ys, categories: xs.map { _ in 0 }, categoryCount: 1, limits: [0, 90, 180, 270, 269.999])
        let reach = travel.reach(originXs: [500, 0], originYs: [400, 0], query: query)
        #expect(reach.nearest == [0, 0])
        // In the middle of town, and in its corner, where a quarter of the diamond remains.
        #expect(reach.counts == [1, 1, 5, 3, 13, 6, 25, 10, 13, 6])
    }

    @Test func aPlaceIsEnteredByItsNearestEntranceAndCountedOnce() throws {
        let entrances = ReachQuery.Entrances(ends: [3, 3], xs: [900, 200, 300], ys: [900, 5, 5])
        let query = try ReachQuery(
            xs: [450, 600], ys: [450, 0], categories: [0, 1], categoryCount: 2, limits: [1_000], entrances: entrances)
        let reach = travel.reach(originXs: [0], originYs: [0], query: query)
        // The place itself lies inside a block, 50 m from every street: only its entrances count.
        #expect(reach.nearest == [205 * 900, 600 * 900])
        #expect(reach.counts == [1, 1])
        #expect(travel.areConnected(query) == [true, true])
    }

    @Test func whoLivesInTheMiddleOfABlockIsNotConnected() throws {
        let query = try ReachQuery(xs: [0, 150], ys: [0, 150], categories: [0, 1], categoryCount: 3, limits: [60])
        let reach = travel.reach(originXs: [50, 50], originYs: [50, 20], query: query)
        #expect(reach.nearestCosts(category: 0) == [Reach.notConnected, 70 * 900])
        #expect(Array(reach.nearestCosts(category: 1)) == [Reach.notConnected, Reach.absent])
        #expect(Array(reach.nearestCosts(category: 2)) == [Reach.notConnected, Reach.absent])
        #expect(reach.counts.allSatisfy { $0 == 0 })
        #expect(travel.areConnected(query) == [true, false])
    }

    @Test func beyondTheCapNothingIsInReach() throws {
        let capped = NetworkTravel(finder: travel.finder, profileID: "child", cap: 270)
        let query = try ReachQuery(xs: [300, 400], ys: [0, 0], categories: [0, 1], categoryCount: 2, limits: [9_000])
        let reach = capped.reach(originXs: [0], originYs: [0], query: query)
        #expect(reach.nearest == [270_000, Reach.absent] && reach.counts == [1, 0])
        #expect(capped.methodName == "child" && capped.unit == .seconds && capped.methodVersion == 1)
        #expect(
            NetworkTravel.milliseconds(.infinity, atMost: 7) == 7 && NetworkTravel.milliseconds(.nan, atMost: 7) == 0)
    }

    // MARK: Barriers

    @Test func aLegDoesNotCrossTheRiver() throws {
        // The street along y = 0 is 10 m away across the river, that along y = 100 is 90 m away.
        let river = try Geometry(kind: .lineString, xs: [-500, 1_500], ys: [5, 5])
        let network = travel.network
        let query = try ReachQuery(xs: [50], ys: [0], categories: [0], categoryCount: 1, limits: [])
        func nearest(_ barriers: [Geometry], snapping: Double) -> [Int32] {
            NetworkTravel(network: network, profileID: "walking", barriers: barriers, snapping: snapping)
                .reach(originXs: [50], originYs: [10], query: query).nearest
        }
        #expect(nearest([], snapping: 20) == [10 * 900])
        #expect(nearest([river], snapping: 20) == [Reach.notConnected])
        // North along x = 0 or 100 (50 m beside), over the bridge, and back to the middle of the block.
        #expect(nearest([river], snapping: 90) == [(50 + 10 + 50) * 900])
        // An outline of a lake is a barrier, a point is none.
        let lake = try Geometry(
            kind: .polygon, xs: [45, 55, 55, 45, 45], ys: [4, 4, 6, 6, 4], ringEnds: [5])
        #expect(nearest([lake], snapping: 20) == [Reach.notConnected])
        #expect(nearest([try Geometry(x: 50, y: 5)], snapping: 20) == [10 * 900])
        // A railway that ends exactly at the leg touches it.
        let siding = try Geometry(kind: .lineString, xs: [-50, 50], ys: [5, 5])
        #expect(nearest([siding], snapping: 20) == [Reach.notConnected])
        let shorter = try Geometry(kind: .lineString, xs: [-50, 50.0.nextDown], ys: [5, 5])
        #expect(nearest([shorter], snapping: 20) == [10 * 900])
    }
}

/// Whether two segments share a position, in every kind of meeting.
@Suite struct BarrierIndexTests {
    typealias Segment = BarrierIndex.Segment
    static let cases: [(Segment, Bool)] = [
        (Segment(ax: 5, ay: -1, bx: 5, by: 1), true), (Segment(ax: 5, ay: 0, bx: 5, by: 1), true),
        (Segment(ax: 0, ay: 0, bx: 0, by: 9), true), (Segment(ax: 10, ay: 0, bx: 20, by: 0), true),
        (Segment(ax: 2, ay: 0, bx: 3, by: 0), true), (Segment(ax: -5, ay: 0, bx: 50, by: 0), true),
        (Segment(ax: 4, ay: 0, bx: 4, by: 0), true), (Segment(ax: 4, ay: 1, bx: 4, by: 1), false),
        (Segment(ax: 11, ay: 0, bx: 20, by: 0), false), (Segment(ax: 5, ay: 0.001, bx: 5, by: 1), false),
        (Segment(ax: 0, ay: 1, bx: 10, by: 1), false), (Segment(ax: 11, ay: -1, bx: 11, by: 1), false),
        (Segment(ax: 9, ay: 2, bx: 12, by: -1), false), (Segment(ax: -1, ay: -1, bx: 1, by: 1), true),
    ]

    @Test(arguments: cases.indices) func meetings(_ index: Int) {
        let (other, touches) = Self.cases[index]
        let base = Segment(ax: 0, ay: 0, bx: 10, by: 0)
        #expect(base.touches(other) == touches)
        #expect(other.touches(base) == touches)
        let turned = Segment(ax: other.bx, ay: other.by, bx: other.ax, by: other.ay)
        #expect(base.touches(turned) == touches)
    }

    /// On a line of slope 1/3 no double lies exactly, so that rounding would decide; the exact sign does.
    @Test func touchingIsDecidedExactly() {
        let base = Segment(ax: 0, ay: 0, bx: 3, by: 1)
        #expect(base.touches(Segment(ax: 1.5, ay: 0.5, bx: 1.5, by: 2)))
        #expect(!base.touches(Segment(ax: 1.5, ay: 0.5.nextUp, bx: 1.5, by: 2)))
        #expect(base.touches(Segment(ax: 1.5, ay: 0.5.nextDown, bx: 1.5, by: 2)))
    }

    @Test func findsThePiecesOfAllKindsOfBarriers() throws {
        let lines = try Geometry(kind: .multiLineString, xs: [0, 1, 5, 6, 7], ys: [0, 0, 5, 5, 5], ringEnds: [2, 5])
        let area = try Geometry(kind: .polygon, xs: [20, 22, 21, 20], ys: [20, 20, 22, 20], ringEnds: [4])
        let index = BarrierIndex([lines, try Geometry(collection: [area, try Geometry(x: 3, y: 3)])])
        let everywhere = Envelope(minX: -100, minY: -100, maxX: 100, maxY: 100)
        #expect(index.segments(meeting: everywhere).count == 6 && !index.isEmpty)
        #expect(
            index.segments(meeting: Envelope(minX: 6.5, minY: 4, maxX: 8, maxY: 6)) == [
                Segment(ax: 6, ay: 5, bx: 7, by: 5)
            ])
        #expect(BarrierIndex([]).isEmpty && BarrierIndex([]).segments(meeting: everywhere).isEmpty)
    }
}
