import Testing

@testable import Pipeline

/// The difference of differences and its interval, by numbers that can be worked out by hand.
@Suite struct ComparisonQuartersTests {
    /// Comparison quarters that changed by 1 … 10: mean 5.5; the deviation of j from the mean of the others is
    /// j − (55 − j) / 9 = (10 j − 55) / 9, so from −5 to 5.
    private let tenChanges = (1...10).map(Double.init)

    @Test func theDifferenceAndItsIntervalAreAsWorkedOut() throws {
        let found = try ComparisonQuarters(measured: [8.5], others: tenChanges)
        #expect(found.change == 8.5 && found.comparison == 5.5 && found.difference == 3 && found.count == 10)
        // Of ten, the extremes hold 9 of 11 cases: D − 5 … D + 5.
        #expect(abs(found.interval.lowerBound - (3 - 5)) < 1e-12)
        #expect(abs(found.interval.upperBound - (3 + 5)) < 1e-12)
    }

    @Test func moreQuartersLeaveExtremesOut() throws {
        // (n + 1 − 2k) / (n + 1) ≥ 0.8 for k = leftOut + 1.
        for count in 10...200 {
            let k = ComparisonQuarters.leftOut(of: count) + 1
            #expect(5 * (count + 1 - 2 * k) >= 4 * (count + 1))
            #expect(5 * (count + 1 - 2 * (k + 1)) < 4 * (count + 1))
        }
        // 19 quarters with one that is far off: it is the one left out.
        var changes = (0..<19).map { Double($0 % 3) }
        let calm = try ComparisonQuarters(measured: [1], others: changes)
        changes[0] = 1_000
        let wild = try ComparisonQuarters(measured: [1], others: changes)
        #expect(calm.interval.contains(calm.difference))
        #expect(wild.interval.upperBound - wild.interval.lowerBound < 100)
    }

    @Test func quartersThatAllChangeAlikeDifferByNothing() throws {
        let found = try ComparisonQuarters(measured: [2], others: [Double](repeating: 2, count: 12))
        #expect(found.difference == 0 && found.interval == 0...0)
    }

    @Test func aConstantForAllChangesNothingAndASignTurns() throws {
        let changes = [0.3, -1.2, 4.0, 0.0, 2.2, 0.9, -0.4, 1.1, 3.3, 0.7, 0.2]
        let found = try ComparisonQuarters(measured: [2.5], others: changes)
        let shifted = try ComparisonQuarters(measured: [2.5 + 7], others: changes.map { $0 + 7 })
        #expect(abs(found.difference - shifted.difference) < 1e-12)
        #expect(abs(found.interval.lowerBound - shifted.interval.lowerBound) < 1e-12)
        let turned = try ComparisonQuarters(measured: [-2.5], others: changes.map { -$0 })
        #expect(abs(found.difference + turned.difference) < 1e-12)
        #expect(abs(found.interval.lowerBound + turned.interval.upperBound) < 1e-12)
    }

    @Test func theOrderOfQuartersDoesNotMatter() throws {
        let changes = [0.3, -1.2, 4.0, 0.0, 2.2, 0.9, -0.4, 1.1, 3.3, 0.7, 0.2, 5]
        let found = try ComparisonQuarters(measured: [2.5, 1], others: changes)
        #expect(try ComparisonQuarters(measured: [2.5, 1], others: changes.reversed()) == found)
        #expect(found.change == 1.75)
        // Two quarters together stray less than one alone.
        let single = try ComparisonQuarters(measured: [1.75], others: changes)
        let (pair, one) = (found.interval, single.interval)
        #expect(pair.upperBound - pair.lowerBound < one.upperBound - one.lowerBound)
    }

    /// Quarters of which none is special: the interval of the one that is called so holds nothing in at least 8 of 10 cases.
    @Test func theIntervalHoldsNothingAsOftenAsItSays() throws {
        var state: UInt64 = 7
        func random() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(UInt64(1) << 53)
        }
        var held = 0
        for _ in 0..<2_000 {
            let changes = (0..<13).map { _ in random() + random() + random() }
            let found = try ComparisonQuarters(measured: [changes[0]], others: Array(changes.dropFirst()))
            if found.interval.contains(0) { held += 1 }
        }
        // With 12 quarters the extremes hold 11 of 13 cases, 1 692 of 2 000; four standard deviations are 64.
        #expect((1_628...1_756).contains(held), "\(held)")
    }

    @Test func tooFewAreRefusedWithTheirNumber() {
        func refusal(_ measured: [Double?], _ others: Int) -> ComparisonQuarters.Refusal? {
            do throws(ComparisonQuarters.Refusal) {
                _ = try ComparisonQuarters(measured: measured, others: (0..<others).map(Double.init))
                return nil
            } catch {
                return error
            }
        }
        #expect(refusal([1], 9) == .tooFew(9))
        #expect(refusal([1], 10) == nil)
        #expect(refusal([1, 2], 10) == .tooFew(10))
        #expect(refusal([1, 2], 11) == nil)
        #expect(refusal([], 20) == .wholeTown)
        #expect(refusal([1, nil], 20) == .noValue)
    }
}
