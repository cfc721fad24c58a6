import Foundation
import Planar
import TestSupport
import Testing

@testable import Workloads

@Suite struct CatchmentTests {
    /// The area of the regular polygon that stands for a circle.
    static func circle(radius: Double, quadrantSegments: Int) -> Double {
        let corners = Double(4 * quadrantSegments)
        return corners / 2 * radius * radius * sin(2 * .pi / corners)
    }

    @Test func oneCircle() throws {
        let catchment = try Catchment(xs: [1000], ys: [2000], radius: 500, quadrantSegments: 16)
        #expect(catchment.parts.count == 1)
        #expect(isClose(catchment.squareMetres, Self.circle(radius: 500, quadrantSegments: 16)))
        // As documented: 0.16 % less than the circle.
        #expect(isClose(catchment.squareMetres / (.pi * 500 * 500), 0.9984, tolerance: 5e-5))
    }

    @Test func overlapsCountOnce() throws {
        let single = Self.circle(radius: 10, quadrantSegments: 16)
        let apart = try Catchment(xs: [0, 100], ys: [0, 0], radius: 10)
        #expect(apart.parts.count == 2)
        #expect(isClose(apart.squareMetres, 2 * single))
        let twice = try Catchment(xs: [0, 0, 100], ys: [0, 0, 0], radius: 10)
        #expect(isClose(twice.squareMetres, 2 * single))
        let overlapping = try Catchment(xs: [0, 10], ys: [0, 0], radius: 10)
        #expect(overlapping.parts.count == 1)
        #expect(overlapping.squareMetres > single && overlapping.squareMetres < 2 * single)
    }

    @Test func areasShareIt() throws {
        let catchment = try Catchment(xs: [0], ys: [0], radius: 10)
        let areas = [
            try rectangle(-20, -20, 0, 20), try rectangle(0, -20, 20, 20), try rectangle(-1, -1, 1, 1),
            try rectangle(50, 50, 60, 60),
        ]
        let shares = try catchment.squareMetres(in: areas)
        #expect(isClose(shares[0], catchment.squareMetres / 2))
        #expect(isClose(shares[1], catchment.squareMetres / 2))
        #expect(isClose(shares[2], 4))
        #expect(shares[3] == 0)
    }

    @Test func nothingToReach() throws {
        let catchment = try Catchment(xs: [], ys: [], radius: 500)
        #expect(catchment.parts.isEmpty)
        #expect(catchment.squareMetres == 0)
        #expect(try catchment.squareMetres(in: [rectangle(0, 0, 1, 1)]) == [0])
    }

    @Test func sharesOfACoverageAddUp() throws {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<5 {
            let areas = try randomCoverage(columns: 5, rows: 4, spacing: 400, using: &generator)
            let xs = (0..<12).map { _ in Double.random(in: 500...1500, using: &generator) }
            let ys = (0..<12).map { _ in Double.random(in: 500...1100, using: &generator) }
            let catchment = try Catchment(xs: xs, ys: ys, radius: 300)
            let sum = try catchment.squareMetres(in: areas).reduce(0, +)
            #expect(isClose(sum, catchment.squareMetres))
        }
    }
}
