import Planar
import TestSupport
import Testing
import Topology

@testable import Travel

/// Level sets of rasters that no town would make: noise, checkerboards, costs equal to the limit, jumps everywhere.
@Suite struct ContourTests {
    private static let engine = TopologyEngine()
    private static let side = 14

    /// A surface of random costs around the limit 10,000 with `unreached` points and costs of exactly the limit.
    private static func noise(using generator: inout SeededGenerator) -> [Int32] {
        (0..<side * side).map { index in
            let (row, column) = (index / side, index % side)
            guard row > 0, column > 0, row < side - 1, column < side - 1 else { return TravelTimeSurface.unreached }
            switch Int.random(in: 0..<10, using: &generator) {
            case 0: return TravelTimeSurface.unreached
            case 1: return 10_000
            case 2: return 10_001
            default: return Int32.random(in: 0...30_000, using: &generator)
            }
        }
    }

    private static func surface(_ costs: [Int32]) -> TravelTimeSurface {
        TravelTimeSurface(
            window: RasterWindow(step: 10, columns: 43_000..<43_000 + side, rows: 540_000..<540_000 + side),
            costs: costs, largestCost: 40_000, margin: TravelTimeSurface.margin(step: 10, legCostPerMetre: 900))
    }

    @Test func isAlwaysValid() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<200 {
            let surface = Self.surface(Self.noise(using: &generator))
            for catchment in surface.catchments(limits: [0, 10_000, 15_000, 40_000]) {
                #expect(try Self.engine.validity(catchment.geometry).isValid)
                #expect(catchment.geometry.kind == .multiPolygon)
            }
        }
    }

    @Test func growsWithTheLimitAndWithEveryLowerCost() throws {
        var generator = SeededGenerator(seed: 12)
        for _ in 0..<100 {
            let costs = Self.noise(using: &generator)
            let surface = Self.surface(costs)
            let catchments = surface.catchments(limits: [5_000, 9_999, 10_000, 10_001, 20_000]).map(\.geometry)
            for (smaller, larger) in zip(catchments, catchments.dropFirst()) where !smaller.isEmpty {
                #expect(try Self.engine.test(.covers, larger, smaller))
            }
            let lowered = costs.enumerated().map { index, cost in
                let isBorder =
                    index % Self.side == 0 || index % Self.side == Self.side - 1 || index / Self.side == 0
                    || index / Self.side == Self.side - 1
                return isBorder || index % 3 > 0 ? cost : min(cost, Int32.random(in: 0...20_000, using: &generator))
            }
            let grown = Self.surface(lowered).catchments(limits: [10_000])[0].geometry
            #expect(try Self.engine.test(.covers, grown, catchments[2]))
        }
    }

    /// Raster points are inside where their cost is at most the limit, never on the border.
    @Test func separatesRasterPoints() throws {
        var generator = SeededGenerator(seed: 13)
        for _ in 0..<20 {
            let surface = Self.surface(Self.noise(using: &generator))
            let geometry = surface.catchments(limits: [10_000])[0].geometry
            let xs = surface.costs.indices.map { surface.window.x(ofColumn: 43_000 + $0 % Self.side) }
            let ys = surface.costs.indices.map { surface.window.y(ofRow: 540_000 + $0 / Self.side) }
            let places = PolygonLocator([geometry]).places(xs: xs, ys: ys)
            for (index, cost) in surface.costs.enumerated() {
                #expect(places[index] == (cost <= 10_000 ? .inside(0) : .outside))
            }
        }
    }

    /// The area is that of the interpolation, triangle by triangle, up to the rounding to 1/256 m.
    @Test func hasTheAreaOfTheInterpolation() throws {
        var generator = SeededGenerator(seed: 14)
        for _ in 0..<20 {
            let surface = Self.surface(Self.noise(using: &generator))
            let area = surface.catchments(limits: [10_000])[0].geometry.area
            let cap = Double(2 * surface.margin + 1)
            let heights = surface.costs.map { min(max(2 * (Double($0) - 10_000) - 1, -cap), cap) }
            var expected = 0.0
            for row in 0..<Self.side - 1 {
                for column in 0..<Self.side - 1 {
                    let point = row * Self.side + column
                    let (a, b) = (heights[point], heights[point + 1])
                    let (c, d) = (heights[point + Self.side + 1], heights[point + Self.side])
                    expected += 50 * shareBelowZero([a, b, c]) + 50 * shareBelowZero([a, c, d])
                }
            }
            // Each crossing is at most 1/256 m off, and the border has at most 3 · 14² crossings 14 m apart.
            #expect((area - expected).magnitude < 3 * 196 * 14.2 / 256 * 0.5)
        }
    }

    /// The share of a triangle in which the linear interpolation of the corners' heights is below 0.
    private func shareBelowZero(_ heights: [Double]) -> Double {
        let below = heights.filter { $0 < 0 }
        switch below.count {
        case 0: return 0
        case 3: return 1
        case 1:
            let others = heights.filter { $0 > 0 }
            return below[0] / (below[0] - others[0]) * below[0] / (below[0] - others[1])
        default: return 1 - shareBelowZero(heights.map { -$0 })
        }
    }

    @Test func holesBelongToTheShellAroundThem() throws {
        // Two squares of reached points, the second with a hole that holds an island.
        var costs = [Int32](repeating: TravelTimeSurface.unreached, count: Self.side * Self.side)
        func fill(_ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>, _ cost: Int32) {
            for row in rows { for column in columns { costs[row * Self.side + column] = cost } }
        }
        fill(1...3, 1...3, 0)
        fill(5...12, 3...12, 0)
        fill(6...11, 5...10, TravelTimeSurface.unreached)
        fill(8...9, 7...8, 0)
        let geometry = Self.surface(costs).catchments(limits: [10_000])[0].geometry
        #expect(geometry.partEnds == [1, 3, 4])
        #expect((0..<4).map { geometry.isCounterClockwise(ring: $0) } == [true, true, false, true])
        #expect(try Self.engine.validity(geometry).isValid)
        // The points' own rectangle, half a cell on each side, less the two corners that the diagonals cut off.
        let first = geometry.elements[0]
        let depth = Double(2 * 10_000 + 1)
        let reach = 10 * depth / (depth + Double(2 * surfaceMargin + 1))
        #expect(isClose(first.envelope.width, 20 + 2 * reach, tolerance: 1.0 / 1_024))
    }

    private var surfaceMargin: Int32 { TravelTimeSurface.margin(step: 10, legCostPerMetre: 900) }

    @Test func nothingReachedIsEmpty() {
        let surface = Self.surface([Int32](repeating: TravelTimeSurface.unreached, count: Self.side * Self.side))
        #expect(surface.catchments(limits: [10_000, Int32.max])[1].geometry.isEmpty)
        let none = TravelTimeSurface(window: .empty(step: 10), costs: [], largestCost: 0, margin: 0)
        #expect(none.catchments(limits: [1]) == [Catchment(limit: 1, geometry: Geometry(emptyOf: .multiPolygon))])
    }

    @Test func coordinatesAreWholeUnitsAndNoThreeOnALine() throws {
        var generator = SeededGenerator(seed: 15)
        let surface = Self.surface(Self.noise(using: &generator))
        let geometry = surface.catchments(limits: [10_000])[0].geometry
        for value in geometry.xs + geometry.ys { #expect(value * 256 == (value * 256).rounded()) }
        for ring in geometry.ringEnds.indices {
            let positions = Array(geometry.positions(ofRing: ring))
            for index in positions.dropLast(2) {
                let turn = orientation(
                    ax: geometry.xs[index], ay: geometry.ys[index], bx: geometry.xs[index + 1],
                    by: geometry.ys[index + 1], cx: geometry.xs[index + 2], cy: geometry.ys[index + 2])
                #expect(turn != 0)
            }
        }
    }
}
