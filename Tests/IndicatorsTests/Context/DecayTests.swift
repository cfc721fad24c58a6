import Testing

@testable import Indicators

/// Forms of decay: what they are at the door and at their half value, and that they only fall.
@Suite struct DecayTests {
    @Test(arguments: Decay.forms(half: 7.5)) func everyFormIsOneAtTheDoorAndFalls(_ decay: Decay) {
        #expect(abs(decay.weight(0) - 1) < 1e-12)
        var last = 1.0
        for step in 0...400 {
            let weight = decay.weight(Double(step) / 10)
            #expect((0...1).contains(weight) && weight <= last + 1e-15)
            last = weight
        }
        #expect(decay.weight(.infinity) == 0)
    }

    @Test(arguments: [1, 7.5, 400]) func theHalfValueIsTheOneThatWasAskedFor(_ half: Double) throws {
        for decay in Decay.forms(half: half) {
            let solved = try #require(decay.halfValue(farthest: 10 * half))
            // Steps fall from 0.68 to 0.22 at the half value, all others are half there.
            #expect(abs(solved - half) <= 1e-9 * half, "\(decay.name)")
            if case .stepped = decay { continue }
            #expect(abs(decay.weight(half) - 0.5) < 1e-9, "\(decay.name)")
        }
    }

    /// The logistic's half value is not its median: f(15) = 0.502 for m = 15, s = 5.
    @Test func theHalfValueOfTheLogisticIsNotItsMedian() throws {
        let logistic = Decay.logistic(median: 15, deviation: 5)
        #expect(abs(logistic.weight(15) - 0.502) < 0.0005)
        let half = try #require(logistic.halfValue(farthest: 60))
        #expect(half > 15 && half < 15.1 && abs(logistic.weight(half) - 0.5) < 1e-9)
    }

    @Test func anInversePowerNeverExceedsOne() {
        // Uncapped, c → 0 would explode.
        let power = Decay.inversePower(full: 2, exponent: 2)
        #expect(power.weight(0) == 1 && power.weight(1e-9) == 1 && power.weight(2) == 1)
        #expect(abs(power.weight(4) - 0.25) < 1e-15)
    }

    @Test func thresholdsAreIncluded() {
        #expect(Decay.binary(limit: 10).weight(10) == 1)
        #expect(Decay.binary(limit: 10).weight(10.000_001) == 0)
        let steps = Decay.stepped(limits: [10, 20, 30], weights: [1, 0.68, 0.22])
        #expect([10, 20, 30, 30.1].map(steps.weight) == [1, 0.68, 0.22, 0])
    }

    @Test func whatNeverFallsToHalfHasNoHalfValue() {
        #expect(Decay.binary(limit: 10).halfValue(farthest: 5) == nil)
    }
}
