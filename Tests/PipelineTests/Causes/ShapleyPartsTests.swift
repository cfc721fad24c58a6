import Testing

@testable import Pipeline

@Suite struct ShapleyPartsTests {
    /// Shapley's own example, an airport's runway: three planes that need 1, 2 and 3 units pay 1/3, 5/6 and 11/6
    /// (Littlechild & Owen 1973).
    @Test func theRunwayIsShared() throws {
        let values: [Double] = [0, 1, 2, 2, 3, 3, 3, 3]
        let parts = try #require(ShapleyParts.parts(of: values, count: 3))
        let expected: [Double] = [1.0 / 3, 5.0 / 6, 11.0 / 6]
        for (part, expected) in zip(parts, expected) { #expect(abs(part - expected) < 1e-12) }
    }

    /// Price × quantity: each has its own contribution at the mean of the other.
    @Test func aProductIsSplitAtTheMeans() {
        #expect(ShapleyParts.parts(of: [2 * 10, 3 * 10, 2 * 14, 3 * 14], count: 2) == [12, 10])
    }

    @Test func noCauseHasNoParts() {
        #expect(ShapleyParts.parts(of: [7], count: 0) == [])
    }

    @Test func wrongNumbersOfSetsAreRefused() {
        #expect(ShapleyParts.parts(of: [1, 2, 3], count: 2) == nil)
        #expect(ShapleyParts.parts(of: [], count: 0) == nil)
        #expect(ShapleyParts.parts(of: [1], count: -1) == nil)
        #expect(ShapleyParts.parts(of: [1], count: 64) == nil)
    }

    /// Efficiency, the dummy, symmetry, and that swapping the dates turns all signs: the properties that define the parts.
    @Test(arguments: 1...40) func thePartsKeepTheirProperties(seed: Int) throws {
        var random = SystemFree(seed: UInt64(seed))
        let count = seed % 6 + 1
        let values = (0..<1 << count).map { _ in random.number() }
        let parts = try #require(ShapleyParts.parts(of: values, count: count))
        #expect(abs(parts.reduce(0, +) - (values[values.count - 1] - values[0])) < 1e-9)

        let turned = values.indices.map { values[values.count - 1 - $0] }
        let back = try #require(ShapleyParts.parts(of: turned, count: count))
        for (part, other) in zip(parts, back) { #expect(abs(part + other) < 1e-9) }

        // One cause more that changes nothing.
        let withDummy = try #require(ShapleyParts.parts(of: values + values, count: count + 1))
        #expect(abs(withDummy[count]) < 1e-9)
        for (part, other) in zip(parts, withDummy) { #expect(abs(part - other) < 1e-9) }
    }

    /// A small generator whose numbers are the same everywhere.
    private struct SystemFree {
        private var state: UInt64

        init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

        mutating func number() -> Double {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Double(state >> 11) / 9_007_199_254_740_992 * 200 - 100
        }
    }
}
