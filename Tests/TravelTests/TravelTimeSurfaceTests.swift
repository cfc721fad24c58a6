import Planar
import TestSupport
import Testing
import Topology

@testable import Travel

/// Surfaces and catchments of small towns, compared with plain computations of rule and guarantee.
@Suite struct TravelTimeSurfaceTests {
    private static let snapping = 90.0
    private static let engine = TopologyEngine()

    private static func surface(
        _ town: SmallTown, to destinations: [(x: Double, y: Double)], upTo largestCost: Int32 = 400_000, step: Int = 10,
        snapping: Double = snapping
    ) -> (surface: TravelTimeSurface, plain: PlainTravel) {
        let network = town.network
        let plain = PlainTravel(town, network, to: destinations, snapping: snapping)
        let surface = TravelTimeSurface(
            network: network, nodeCosts: plain.nodeCosts, attachments: plain.places, direction: .outward,
            snapping: snapping, barriers: town.barrierIndex,
            largestCost: largestCost, step: step)
        return (surface, plain)
    }

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func everyPointHasTheExactCost(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let town = SmallTown.random(
            side: 4, slowest: 2, oneWays: seed % 2 == 0 ? 0.4 : 0, barriers: 6, using: &generator)
        let destinations = (0..<3).map { _ in town.randomPosition(using: &generator) }
        let (surface, plain) = Self.surface(town, to: destinations)
        var reachedCount = 0
        for _ in 0..<600 {
            // One column and row beyond the window on each side as well.
            let column = Int.random(
                in: surface.window.columns.lowerBound - 1...surface.window.columns.upperBound, using: &generator)
            let row = Int.random(
                in: surface.window.rows.lowerBound - 1...surface.window.rows.upperBound, using: &generator)
            let exact = plain.cost(x: Double(column * 10), y: Double(row * 10), snapping: Self.snapping)
            let expected = exact.flatMap { $0 <= 400_000 ? $0 : nil } ?? TravelTimeSurface.unreached
            #expect(surface.cost(column: column, row: row) == expected)
            if expected < TravelTimeSurface.unreached { reachedCount += 1 }
        }
        #expect(reachedCount > 150)
    }

    /// From the destinations instead of to them: the same as to them with every one-way street turned round.
    @Test func directionTurnsOneWays() throws {
        var generator = SeededGenerator(seed: 21)
        let town = SmallTown.random(side: 4, oneWays: 0.5, using: &generator)
        var turned = town
        for index in town.streets.indices where !town.streets[index].backward {
            turned.streets[index].forward = false
            turned.streets[index].backward = true
        }
        let destination = [town.randomPosition(using: &generator)]
        let (surface, plain) = Self.surface(turned, to: destination)
        let from = TravelTimeSurface(
            network: town.network, nodeCosts: plain.nodeCosts, attachments: plain.places,
            direction: .inward, snapping: Self.snapping, barriers: town.barrierIndex, largestCost: 400_000, step: 10)
        #expect(from == surface)
        #expect(from != Self.surface(town, to: destination).surface)
    }

    @Test func catchmentsAreValidNestedAndTheSameAgain() throws {
        for seed in UInt64(30)..<36 {
            var generator = SeededGenerator(seed: seed)
            let town = SmallTown.random(side: 5, oneWays: 0.2, barriers: 8, using: &generator)
            let destinations = (0..<2).map { _ in town.randomPosition(using: &generator) }
            let (surface, _) = Self.surface(town, to: destinations)
            let limits: [Int32] = [30_000, 60_000, 120_000, 121_000, 240_000, 360_000]
            let catchments = surface.catchments(limits: limits)
            #expect(catchments.map(\.limit) == limits)
            #expect(catchments == Self.surface(town, to: destinations).surface.catchments(limits: limits))
            for (index, catchment) in catchments.enumerated() {
                #expect(try Self.engine.validity(catchment.geometry).isValid)
                guard index > 0, !catchments[index - 1].geometry.isEmpty else { continue }
                #expect(try Self.engine.test(.covers, catchment.geometry, catchments[index - 1].geometry))
            }
            #expect((catchments.last?.geometry.area ?? 0) > 50_000)
        }
    }

    /// What a larger limit is asked for beside changes nothing.
    @Test func aCatchmentDoesNotDependOnTheOtherLimits() throws {
        var generator = SeededGenerator(seed: 41)
        let town = SmallTown.random(side: 4, barriers: 5, using: &generator)
        let destinations = [town.randomPosition(using: &generator)]
        let far = Self.surface(town, to: destinations, upTo: 400_000).surface
        let near = Self.surface(town, to: destinations, upTo: 150_000 + far.margin).surface
        #expect(near.window.count < far.window.count)
        #expect(near.catchments(limits: [150_000]) == far.catchments(limits: [150_000]))
    }

    @Test func addingAStreetOrAPlaceNeverShrinksIt() throws {
        var grownCount = 0
        for seed in UInt64(50)..<56 {
            var generator = SeededGenerator(seed: seed)
            let town = SmallTown.random(side: 4, oneWays: 0.2, barriers: 5, using: &generator)
            let destinations = (0..<2).map { _ in town.randomPosition(using: &generator) }
            let before = Self.surface(town, to: destinations).surface.catchments(limits: [100_000, 200_000])
            var larger = town
            for _ in 0..<3 {
                let one = town.streets[Int.random(in: town.streets.indices, using: &generator)]
                let other = town.streets[Int.random(in: town.streets.indices, using: &generator)]
                larger.streets.append(SmallStreet(xs: [one.xs[0], other.xs[4]], ys: [one.ys[0], other.ys[4]]))
            }
            let more = destinations + [town.randomPosition(using: &generator)]
            for after in [
                Self.surface(larger, to: destinations).surface.catchments(limits: [100_000, 200_000]),
                Self.surface(town, to: more).surface.catchments(limits: [100_000, 200_000]),
            ] {
                for (smaller, grown) in zip(before, after) where !smaller.geometry.isEmpty {
                    #expect(try Self.engine.test(.covers, grown.geometry, smaller.geometry))
                }
                if after[1].geometry.area > before[1].geometry.area { grownCount += 1 }
            }
        }
        #expect(grownCount > 6)
    }

    /// Well within the limit is inside; inside is near something within the limit.
    @Test func insideIsWithinTheLimitUpToACell() throws {
        var insideCount = 0
        for seed in UInt64(60)..<63 {
            var generator = SeededGenerator(seed: seed)
            let town = SmallTown.random(side: 4, using: &generator)
            let destinations = [town.randomPosition(using: &generator)]
            let (surface, plain) = Self.surface(town, to: destinations)
            let limit: Int32 = 180_000
            let geometry = surface.catchments(limits: [limit])[0].geometry
            let box = geometry.envelope.expanded(by: 20)
            let xs = (0..<500).map { _ in Double.random(in: box.minX...box.maxX, using: &generator) }
            let ys = (0..<500).map { _ in Double.random(in: box.minY...box.maxY, using: &generator) }
            let places = PolygonLocator([geometry]).places(xs: xs, ys: ys)
            for index in xs.indices {
                // The snapping limit shortened by a diagonal: no corner of the cell may lie beyond it.
                if let cost = plain.cost(x: xs[index], y: ys[index], snapping: Self.snapping - 15),
                    cost <= limit - surface.margin
                {
                    #expect(places[index] == .inside(0))
                    insideCount += 1
                }
                guard places[index] != .outside else { continue }
                let (column, row) = (Int(xs[index] / 10), Int(ys[index] / 10))
                let corners = [(0, 0), (1, 0), (0, 1), (1, 1)].map {
                    surface.cost(column: column + $0.0, row: row + $0.1)
                }
                #expect(corners.contains { $0 <= limit })
            }
        }
        #expect(insideCount > 150)
    }
}

/// Surfaces and catchments as one call makes them.
@Suite struct NetworkCatchmentTests {
    /// A surface says at each of its points what the measure says to an origin there.
    @Test(arguments: [TravelDirection.outward, .inward])
    func surfaceAndReachAgree(direction: TravelDirection) throws {
        for seed in UInt64(70)..<73 {
            var generator = SeededGenerator(seed: seed)
            let town = SmallTown.random(side: 5, slowest: 1.5, oneWays: 0.3, barriers: 6, using: &generator)
            let travel = NetworkTravel(
                network: town.network, profileID: "test", barriers: town.barrierLines, snapping: 80,
                direction: direction)
            let places = (0..<4).map { _ in town.randomPosition(using: &generator) }
            let surface = travel.travelTimeSurface(xs: places.map(\.x), ys: places.map(\.y), within: 240)
            let points = surface.window.rows.flatMap { row in surface.window.columns.map { ($0, row) } }
            let reach = travel.reach(
                originXs: points.map { surface.window.x(ofColumn: $0.0) },
                originYs: points.map { surface.window.y(ofRow: $0.1) },
                query: try ReachQuery(
                    xs: places.map(\.x), ys: places.map(\.y), categories: [0, 0, 0, 0], categoryCount: 1, limits: []))
            for (cost, reached) in zip(surface.costs, reach.nearestCosts(category: 0)) {
                let isInReach = reached >= 0 && reached <= surface.largestCost
                #expect(cost == (isInReach ? reached : TravelTimeSurface.unreached))
            }
            #expect(surface.costs.count { $0 < TravelTimeSurface.unreached } > 1_000)
        }
    }

    @Test func severalPlacesReachWhatEachReaches() throws {
        var generator = SeededGenerator(seed: 80)
        let town = SmallTown.random(side: 5, barriers: 4, using: &generator)
        let travel = NetworkTravel(network: town.network, profileID: "test", barriers: town.barrierLines)
        let places = (0..<3).map { _ in town.randomPosition(using: &generator) }
        let all = travel.catchments(xs: places.map(\.x), ys: places.map(\.y), limits: [180, 90])
        #expect(all.step == NetworkTravel.defaultStep)
        #expect(all.catchments.map(\.limit) == [180_000, 90_000])
        for place in places {
            let one = travel.catchments(xs: [place.x], ys: [place.y], limits: [180, 90]).catchments
            for (small, large) in zip(one, all.catchments) {
                #expect(!small.geometry.isEmpty)
                #expect(try TopologyEngine().test(.covers, large.geometry, small.geometry))
            }
        }
    }

    @Test func placesBesideNothingAreEmptyAndNumbersThatAreNoneAreLeftOut() throws {
        let town = SmallTown(streets: [SmallStreet(xs: [0, 1_000], ys: [0, 0])])
        let travel = NetworkTravel(network: town.network, profileID: "test", barriers: [])
        #expect(travel.catchments(xs: [0], ys: [9_000], limits: [600]).catchments[0].geometry.isEmpty)
        #expect(travel.catchments(xs: [], ys: [], limits: [600]).catchments[0].geometry.isEmpty)
        #expect(travel.catchments(xs: [0], ys: [0], limits: []).catchments.isEmpty)
        let some = travel.catchments(xs: [500, .nan, 0], ys: [0, 0, .infinity], limits: [60, -1, .nan])
        #expect(some.catchments == travel.catchments(xs: [500], ys: [0], limits: [60, 0, 0]).catchments)
        #expect(!some.catchments[0].geometry.isEmpty)
    }

    /// A country's worth of street: the step grows, the times stay known up to the wider margin.
    @Test func aLongStreetHasALongerStep() throws {
        let town = SmallTown(streets: [SmallStreet(xs: [0, 60_000], ys: [0, 60_000])])
        let travel = NetworkTravel(network: town.network, profileID: "test", barriers: [], cap: 100_000)
        let (catchments, step) = travel.catchments(xs: [30_000], ys: [30_000], limits: [30_000], step: 5)
        #expect(step == 20)
        // The tapered strip at an angle of 45°: reach 33.3 km, half a step of 20 m more or less on both sides.
        let reach = 30_000_000.0 / 900
        #expect(isClose(catchments[0].geometry.area, 4 * 100 * (reach - 50), tolerance: 0.07))
        #expect(try TopologyEngine().validity(catchments[0].geometry).isValid)
    }
}

/// Single streets and other cases that a formula gives.
@Suite struct CatchmentFormulaTests {
    private static let engine = TopologyEngine()

    private static func catchments(
        _ town: SmallTown, to destination: (x: Double, y: Double), limits: [Int32], snapping: Double = 150,
        step: Int = 10
    ) -> [Catchment] {
        let network = town.network
        let plain = PlainTravel(town, network, to: [destination], snapping: snapping)
        return TravelTimeSurface(
            network: network, nodeCosts: plain.nodeCosts, attachments: plain.places, direction: .outward,
            snapping: snapping, barriers: town.barrierIndex,
            largestCost: (limits.max() ?? 0) + 20_000, step: step
        ).catchments(limits: limits)
    }

    /// A street 3 km long whose middle is the destination: u along, w beside it, the catchment at T is |u| + |w| ≤ T/900,
    /// |w| ≤ the snapping limit: a strip that tapers towards both ends, of 4 s (r − s/2) m² for r = T/900 and s = 150.
    @Test(arguments: [0.0, 0.3, 0.785, 1.2])
    func aStreetIsATaperedStrip(angle: Double) throws {
        let (x, y) = (431_003.7, 5_400_001.1)
        let (eastward, northward) = (cosine(angle), sine(angle))
        let town = SmallTown(streets: [
            SmallStreet(
                xs: [x - 1_500 * eastward, x + 1_500 * eastward], ys: [y - 1_500 * northward, y + 1_500 * northward])
        ])
        for catchment in Self.catchments(town, to: (x, y), limits: [180_000, 360_000, 900_000]) {
            let reach = Double(catchment.limit) / 900
            let expected = 4 * 150 * (reach - 75)
            // Where the snapping limit ends it, along 4 (r − 150) m, the border is known to within half a step of the
            // raster, and it is rounded by as much where it is curved.
            #expect((catchment.geometry.area - expected).magnitude < 4 * reach * 5)
            #expect(catchment.geometry.partEnds == [1])
            #expect(try Self.engine.validity(catchment.geometry).isValid)
        }
    }

    /// The same beside raster lines: the snapping limit lies half-way between two rows, where the border is put. Exact to
    /// what the kink along the street (a straight line between two rows) takes away.
    @Test func aStreetBetweenTwoRowsOfTheRaster() throws {
        let town = SmallTown(streets: [SmallStreet(xs: [429_000, 433_000], ys: [5_400_005, 5_400_005])])
        let catchment = Self.catchments(town, to: (431_000, 5_400_005), limits: [360_000])[0]
        #expect(isClose(catchment.geometry.area, 4 * 150 * (400 - 75), tolerance: 2e-3))
        let box = catchment.geometry.envelope
        #expect(isClose(box.minY, 5_400_005 - 150, tolerance: 1e-9) && isClose(box.maxY, 5_400_005 + 150))
        // At the tips the street runs between two rows with a cost of 4.5 s more: 5 m are missing.
        #expect(isClose(box.minX, 430_605, tolerance: 1e-7) && isClose(box.maxX, 431_395, tolerance: 1e-7))
    }

    /// Shorter steps come nearer to the formula.
    @Test func shorterStepsAreMoreExact() throws {
        let town = SmallTown(streets: [SmallStreet(xs: [430_000, 432_000], ys: [5_399_900, 5_400_200])])
        let expected = 4 * 150 * (300.0 - 75)
        let errors = [20, 4].map { step in
            (Self.catchments(town, to: (431_000, 5_400_050), limits: [270_000], step: step)[0].geometry.area
                - expected).magnitude / expected
        }
        #expect(errors[0] < 0.04)
        #expect(errors[1] < 0.004)
    }

    /// A one-way street is reached from before the destination only.
    @Test func aOneWayStreetIsReachedFromBehind() throws {
        let town = SmallTown(streets: [
            SmallStreet(xs: [430_000, 432_000], ys: [5_400_005, 5_400_005], backward: false)
        ])
        let box = Self.catchments(town, to: (431_000, 5_400_005), limits: [360_000])[0].geometry.envelope
        #expect(isClose(box.minX, 430_605, tolerance: 1e-7))
        #expect(box.maxX < 431_010)
    }

    /// A wall beside the street: nothing behind it is reached, though it lies within the snapping limit.
    @Test func aBarrierCutsIt() throws {
        var town = SmallTown(streets: [SmallStreet(xs: [430_000, 432_000], ys: [5_400_005, 5_400_005])])
        let open = Self.catchments(town, to: (431_000, 5_400_005), limits: [360_000])[0].geometry
        town.barriers = [(429_000, 5_400_045, 433_000, 5_400_045)]
        let cut = Self.catchments(town, to: (431_000, 5_400_005), limits: [360_000])[0].geometry
        #expect(isClose(cut.envelope.maxY, 5_400_045) && isClose(cut.envelope.minY, open.envelope.minY))
        // The strip above the wall is missing: 2 s (r − s/2) less 2 w (r − w/2) for s = 150, w = 40.
        #expect(isClose(open.area - cut.area, 2 * 150 * 325 - 2 * 40 * 380, tolerance: 5e-3))
        #expect(try Self.engine.test(.covers, open, cut))
    }

    /// A river with one bridge: the far side is reached over the bridge, and only as far as time is left.
    @Test func aBridgeLeadsAcross() throws {
        let streets = [
            SmallStreet(xs: [431_000, 431_200], ys: [5_400_000, 5_400_000]),
            SmallStreet(xs: [431_200, 431_200], ys: [5_400_000, 5_400_100]),
            SmallStreet(xs: [431_200, 431_000], ys: [5_400_100, 5_400_100]),
        ]
        let river = (ax: 430_000.0, ay: 5_400_053.0, bx: 432_000.0, by: 5_400_053.0)
        let town = SmallTown(streets: streets, barriers: [river])
        let geometry = Self.catchments(town, to: (431_001, 5_400_000), limits: [270_000])[0].geometry
        let places = PolygonLocator([geometry]).places(
            // 40 m beside the destination; opposite of it, 530 m around; behind the bridge, 264 m away.
            xs: [431_001, 431_000, 431_195], ys: [5_400_040, 5_400_065, 5_400_060])
        #expect(places == [.inside(0), .outside, .inside(0)])
    }

    /// No streets, no destinations, or none near a street: nothing, and no trap.
    @Test func nothingIsReached() throws {
        let none = SmallTown(streets: [])
        #expect(Self.catchments(none, to: (0, 0), limits: [360_000])[0].geometry.isEmpty)
        let town = SmallTown(streets: [SmallStreet(xs: [0, 100], ys: [0, 0])])
        #expect(Self.catchments(town, to: (0, 5_000), limits: [360_000, 0, -1]).allSatisfy { $0.geometry.isEmpty })
        let far = SmallTown(streets: [SmallStreet(xs: [1e15, 1e15 + 100], ys: [0, 0])])
        #expect(Self.catchments(far, to: (1e15, 0), limits: [360_000])[0].geometry.isEmpty)
    }

    @Test func theStepGrowsUntilThePointsFit() {
        let box = Envelope(minX: 0, minY: 0, maxX: 100_000, maxY: 100_000)
        let window = RasterWindow(around: box, step: 10)
        #expect(window.step == 40)
        #expect(window.count <= RasterWindow.largestCount)
        #expect(RasterWindow(around: box, step: 10, largestCount: 1_000).step == 5_120)
        let town = RasterWindow(around: Envelope(minX: 1, minY: -1, maxX: 9, maxY: 1), step: 10)
        #expect(town.columns == -1..<3 && town.rows == -2..<3)
        #expect(RasterWindow(around: .empty, step: 10).count == 0)
        #expect(RasterWindow(around: Envelope(minX: 0, minY: 0, maxX: .infinity, maxY: 1), step: 10).count == 0)
    }
}

/// Taylor's series, exact enough for angles up to 2.
private func sine(_ angle: Double) -> Double {
    var (sum, term) = (angle, angle)
    for order in 1..<15 {
        term *= -angle * angle / Double(2 * order * (2 * order + 1))
        sum += term
    }
    return sum
}

private func cosine(_ angle: Double) -> Double { sine(angle + .pi / 2) }
