import Testing

@testable import Disclosure

/// Parts in whole steps that add up.
@Suite struct PrintedPartsTests {
    @Test func partsAddUpToThePrintedDifference() throws {
        // 62.4 % → 70.6 %, printed 62 and 71: the parts lose a little less than rounding them one by one would say.
        let steps = try #require(
            PrintedParts.rounded([0.0545, 0.0375, -0.01], from: 0.624, to: 0.706, unit: "share"))
        #expect(steps == [6, 4, -1])
        #expect(PrintedParts.rounded([0.0545, 0.0545], from: 0.1, to: 0.209, unit: "share") == [6, 5])
        #expect(PrintedParts.rounded([2.4, -0.9], from: 8, to: 9.5, unit: "min") == [3, -1])
        #expect(PrintedParts.rounded([0.83, 0.01], from: 2.3, to: 3.14, unit: "per_1000") == [8, 0])
        #expect(PrintedParts.rounded([0.03, -0.03], from: 0.5, to: 0.5, unit: "share") == [3, -3])
    }

    @Test func numbersOutOfAllRangeAreRefused() {
        #expect(PrintedParts.rounded([.nan], from: 0, to: 1, unit: "share") == nil)
        #expect(PrintedParts.rounded([1e300, 1], from: 0, to: 1, unit: "m") == nil)
        #expect(PrintedParts.rounded([1], from: 0, to: .infinity, unit: "m") == nil)
        #expect(PrintedParts.rounded([], from: 0, to: 0, unit: "m") == nil)
        // Parts that have nothing to do with the difference.
        #expect(PrintedParts.rounded([1, 2], from: 0, to: 300, unit: "m") == nil)
    }

    /// Of all whole numbers with the right sum the nearest: no two differ from their parts by more than one step against
    /// each other. It is the property on which the disclosure rule rests.
    @Test func theNearestWholeNumbersAreTaken() throws {
        var random = SplitMix(state: 20)
        for _ in 0..<2_000 {
            let count = 2 + Int(random.next() % 5)
            let parts = (0..<count).map { _ in random.unit() * 0.4 - 0.2 }
            let before = 0.4 + random.unit() * 0.2
            let after = before + parts.reduce(0, +)
            let steps = try #require(PrintedParts.rounded(parts, from: before, to: after, unit: "share"))
            #expect(steps.reduce(0, +) == Int((after * 100).rounded()) - Int((before * 100).rounded()))
            let left = zip(parts, steps).map { $0 * 100 - Double($1) }
            for one in left { for other in left { #expect(one - other <= 1 + 1e-9) } }
        }
    }

    /// However the parts lie: whoever knows the difference exactly can shift the part of one of two causes by a whole step
    /// against the other without any printed number changing. Rounded one by one that can be next to nothing.
    @Test func aPartCannotBeNarrowedToLessThanAStep() throws {
        var random = SplitMix(state: 7)
        for _ in 0..<300 {
            let (first, second) = (random.unit() * 0.3 - 0.1, random.unit() * 0.3 - 0.1)
            let before = 0.3 + random.unit() * 0.2
            func printed(_ shift: Double) -> [Int]? {
                PrintedParts.rounded(
                    [first + shift, second - shift], from: before, to: before + first + second, unit: "share")
            }
            let own = try #require(printed(0))
            let same = stride(from: -0.011, through: 0.011, by: 0.0001).count { printed($0) == own }
            #expect(same >= 99, "a part is known to \(same) hundredths of a step")
        }
    }
}

private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    mutating func unit() -> Double { Double(next() >> 11) / Double(UInt64(1) << 53) }
}
