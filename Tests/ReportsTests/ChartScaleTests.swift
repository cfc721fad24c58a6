import TestSupport
import Testing
import Wording

@testable import Reports

@Suite struct ChartScaleTests {
    private func scale(_ values: [Double], zero: Bool = false) -> ChartScale {
        ChartScale(covering: values, includesZero: zero, pixels: 0...100)
    }

    @Test(arguments: [
        ([3, 17.0], false, [0.0, 5, 10, 15, 20]), ([3, 17], true, [0, 5, 10, 15, 20]),
        ([102, 109], false, [102, 104, 106, 108, 110]),
        ([102, 109], true, [0, 50, 100, 150]), ([0, 1], false, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        ([-4, 6], false, [-4, -2, 0, 2, 4, 6]),
        ([-3], true, [-3, -2, -1, 0]), ([], false, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        ([0], true, [0, 0.2, 0.4, 0.6, 0.8, 1]),
    ]) func ticksAreRound(_ values: [Double], _ includesZero: Bool, _ ticks: [Double]) {
        let found = scale(values, zero: includesZero).ticks
        #expect(found.count == ticks.count)
        for (left, right) in zip(found, ticks) { #expect(abs(left - right) < 1e-9, "\(found)") }
    }

    @Test(arguments: [(0.3, 0.5), (0.2, 0.2), (7, 10), (1, 1), (1.2, 2), (230, 500), (0, 1), (-1, 1)])
    func stepsAreOneTwoOrFive(_ least: Double, _ step: Double) {
        #expect(abs(ChartScale.roundStep(least) - step) < 1e-9 * step)
    }

    /// Whatever the numbers, the scale holds them, has few ticks, and no position leaves it.
    @Test(arguments: UInt64(1)...40) func scalesHoldTheirValues(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let exponent = Double.random(in: -12...12, using: &random)
        var size = 1.0
        for _ in 0..<Int(abs(exponent)) { size *= exponent < 0 ? 0.1 : 10 }
        let values = (0..<Int.random(in: 1...9, using: &random)).map { _ in
            Double.random(in: -size...size, using: &random)
        }
        for includesZero in [false, true] {
            let scale = scale(values, zero: includesZero)
            #expect((2...21).contains(scale.ticks.count))
            #expect(zip(scale.ticks, scale.ticks.dropFirst()).allSatisfy { $0 < $1 })
            let low = values.min() ?? 0
            let high = values.max() ?? 0
            #expect(scale.lower <= low + 1e-9 * size && scale.upper >= high - 1e-9 * size)
            if includesZero { #expect(scale.ticks.contains { abs($0) < 1e-9 * size }) }
            let positions = values.sorted().map(scale.position)
            #expect(positions.allSatisfy { $0 >= 0 && $0 <= 100 })
            #expect(zip(positions, positions.dropFirst()).allSatisfy { $0 <= $1 })
        }
    }

    @Test(arguments: [
        [-1.7e308, 1.7e308], [1e16, 1e16 + 2], [.leastNonzeroMagnitude], [.infinity, 3], [.nan], [1e300, 1e300], [-0.0],
        [1e-300, 2e-300],
        [123_456_789.123, 123_456_789.124],
    ]) func extremeNumbersDoNotBreakIt(_ values: [Double]) {
        for includesZero in [false, true] {
            let scale = scale(values, zero: includesZero)
            #expect((2...21).contains(scale.ticks.count))
            #expect(scale.ticks.allSatisfy { $0.isFinite })
            for value in values + [.nan, .infinity, -.infinity] {
                #expect((0...100).contains(scale.position(value)))
            }
            #expect((0...6).contains(scale.decimals))
        }
    }

    @Test func sharesAlwaysHaveTheSameScale() {
        let few = ChartUnit.share.scale([.number(0.01, text: "")], includesZero: true, pixels: 0...100)
        let many = ChartUnit.share.scale([.number(0.99, text: "")], includesZero: true, pixels: 0...100)
        #expect(few == many)
        #expect(few.position(0.25) == 25)
    }

    @Test(arguments: [([0, 10.0], 0), ([0, 1], 1), ([0, 0.05], 2), ([0, 1e-9], 6)])
    func decimalsTellTicksApart(_ values: [Double], _ decimals: Int) {
        #expect(scale(values).decimals == decimals)
    }

    @Test func boundsLieAroundTheNumber() {
        #expect(ChartValue.number(5, from: 6, to: 8, text: "").range == 5...8)
        #expect(ChartValue.number(5, from: 4, to: 4, text: "").range == nil)
        #expect(ChartValue.number(5, from: 8, to: 4, text: "").range == nil)
        #expect(ChartValue.number(5, from: 4, to: .infinity, text: "").range == nil)
        #expect(ChartValue.number(.nan, text: "x").content == .missing)
        #expect(ChartValue.hidden("x").extent.isEmpty)
        #expect(ChartValue.number(5, from: 4, to: 8, text: "").extent == [5, 4, 8])
    }
}

@Suite struct LorenzCurveTests {
    @Test func aWorkedExample() {
        // Two of four people have nothing, one has 1 of 4, the last 3 of 4.
        let curve = LorenzCurve(name: "", people: [1, 2, 1], amounts: [3, 0, 1])
        #expect(curve.corners == [(0, 0), (0.5, 0), (0.75, 0.25), (1, 1)].map { PixelPoint(x: $0.0, y: $0.1) })
        #expect(curve.share(ofFirst: 0.5) == 0)
        #expect(curve.share(ofFirst: 0.625) == 0.125)
        #expect(curve.share(ofFirst: 1) == 1)
    }

    @Test func evenSpreadIsTheDiagonal() {
        let curve = LorenzCurve(name: "", people: [300, 100, 700], amounts: [3, 1, 7])
        for corner in curve.corners { #expect(abs(corner.x - corner.y) < 1e-12) }
    }

    @Test(arguments: UInt64(1)...20) func curvesRiseAndSag(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...30, using: &random)
        let people = (0..<count).map { _ in Double.random(in: 0...1000, using: &random) }
        let amounts = (0..<count).map { _ in Double(Int.random(in: 0...9, using: &random)) }
        let corners = LorenzCurve(name: "", people: people, amounts: amounts + [4]).corners
        guard !corners.isEmpty else { return }
        #expect(corners.first == PixelPoint(x: 0, y: 0) && corners.last == PixelPoint(x: 1, y: 1))
        var slope = 0.0
        for (left, right) in zip(corners, corners.dropFirst()) where right.x - left.x > 1e-9 {
            #expect(right.y >= left.y && right.y <= right.x + 1e-9)
            let next = (right.y - left.y) / (right.x - left.x)
            #expect(next >= slope - 1e-6)
            slope = next
        }
    }

    @Test func nothingToSpreadMakesNoCurve() {
        #expect(LorenzCurve(name: "", people: [], amounts: []).corners.isEmpty)
        #expect(LorenzCurve(name: "", people: [1, 2], amounts: [0, 0]).corners.isEmpty)
        #expect(LorenzCurve(name: "", people: [0, 0], amounts: [1, 2]).corners.isEmpty)
        #expect(LorenzCurve(name: "", people: [1e308, 1e308], amounts: [1, 2]).corners.isEmpty)
        #expect(LorenzCurve(name: "", people: [.nan, 1], amounts: [1, -2]).corners.isEmpty)
        #expect(LorenzCurve(name: "", people: [.nan, 1], amounts: [1, 2]).share(ofFirst: 0.5) == 0.5)
    }
}
