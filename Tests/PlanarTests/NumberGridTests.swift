import Testing

@testable import Planar

/// Sampling a raster of numbers between its points.
@Suite struct NumberGridTests {
    /// Points at x = 10, 20, 30 and y = 110, 100 (north first).
    private func grid(_ values: [Float] = [1, 2, 3, 5, 6, 7]) throws -> NumberGrid {
        try #require(NumberGrid(columns: 3, rows: 2, westX: 10, southY: 100, spacing: 10, values: values))
    }

    @Test(
        arguments: [
            (10, 110, 1), (20, 110, 2), (30, 110, 3), (10, 100, 5), (20, 100, 6), (30, 100, 7),
            // Between two points, and between four.
            (15, 110, 1.5), (10, 105, 3), (15, 105, 3.5), (25, 102.5, 5.5),
            // In the outer half cell the nearest points count.
            (5, 110, 1), (35, 95, 7), (15, 115, 1.5), (5, 115, 1),
        ] as [(Double, Double, Double)])
    func worked(x: Double, y: Double, expected: Double) throws {
        #expect(try grid().value(x: x, y: y) == expected)
    }

    @Test(
        arguments: [
            (4.9, 110), (35.1, 110), (10, 94.9), (10, 115.1), (.nan, 110), (10, .nan), (.infinity, 100), (-1e300, 100),
        ] as [(Double, Double)])
    func outsideNothingIsKnown(x: Double, y: Double) throws {
        #expect(try grid().value(x: x, y: y).isNaN)
    }

    /// An unknown point makes its surroundings unknown, not the other points.
    @Test func unknownPoints() throws {
        let grid = try grid([1, .nan, 3, 5, 6, 7])
        #expect(grid.value(x: 15, y: 110).isNaN)
        #expect(grid.value(x: 15, y: 105).isNaN)
        #expect(grid.value(x: 20, y: 110).isNaN)
        #expect(grid.value(x: 10, y: 110) == 1)
        #expect(grid.value(x: 30, y: 110) == 3)
        #expect(grid.value(x: 15, y: 100) == 5.5)
    }

    /// A plane is sampled without error wherever one asks, and every sample lies between the least and the largest number.
    @Test func aPlaneStaysAPlane() throws {
        let plane = { (x: Double, y: Double) in 2 * x + 3 * y }
        var values: [Float] = []
        for row in 0..<5 {
            for column in 0..<8 { values.append(Float(plane(Double(column), Double(4 - row)))) }
        }
        let grid = NumberGrid(columns: 8, rows: 5, westX: 0, southY: 0, spacing: 1, values: values)
        let sampled = try #require(grid)
        var generator = SeededGenerator(seed: 122)
        for _ in 0..<1_000 {
            let x = Double.random(in: 0...7, using: &generator)
            let y = Double.random(in: 0...4, using: &generator)
            let difference = sampled.value(x: x, y: y) - plane(x, y)
            #expect(difference.magnitude < 1e-9)
        }
    }

    @Test func aSinglePointIsACell() throws {
        let grid = try #require(NumberGrid(columns: 1, rows: 1, westX: 0, southY: 0, spacing: 2, values: [4]))
        #expect(grid.value(x: 0.9, y: -0.9) == 4)
        #expect(grid.value(x: 1.1, y: 0).isNaN)
    }

    @Test func partsThatDoNotFit() {
        #expect(NumberGrid(columns: 2, rows: 2, westX: 0, southY: 0, spacing: 1, values: [1, 2, 3]) == nil)
        #expect(NumberGrid(columns: 0, rows: 0, westX: 0, southY: 0, spacing: 1, values: []) == nil)
        #expect(NumberGrid(columns: -1, rows: -1, westX: 0, southY: 0, spacing: 1, values: [1]) == nil)
        #expect(NumberGrid(columns: .max, rows: .max, westX: 0, southY: 0, spacing: 1, values: [1]) == nil)
        for spacing in [0, -1, .nan, .infinity] {
            #expect(NumberGrid(columns: 1, rows: 1, westX: 0, southY: 0, spacing: spacing, values: [1]) == nil)
        }
        #expect(NumberGrid(columns: 1, rows: 1, westX: .nan, southY: 0, spacing: 1, values: [1]) == nil)
    }
}
