import Glibc
import TestSupport
import Testing
import Travel

/// Slope to time: worked values, and what holds of every model.
@Suite struct SlopeModelTests {
    /// W(s) = 6·exp(−3.5·|s + 0.05|) km/h, so 5.0367 km/h on the flat and 6 at 5 per cent downhill.
    @Test(arguments: [-0.4, -0.2, -0.1, -0.05, -0.02, 0, 0.02, 0.05, 0.1, 0.2, 0.4])
    func toblerIsItsOwnFormulaNormalised(slope: Double) {
        let flat = 6 * exp(-3.5 * 0.05)
        let there = 6 * exp(-3.5 * abs(slope + 0.05))
        #expect(isClose(flat, 5.036742124615245))
        #expect(isClose(SlopeModel.tobler.factor(slope: slope), flat / there))
    }

    @Test func toblerWorkedValues() {
        #expect(SlopeModel.tobler.factor(slope: 0) == 1)
        #expect(isClose(SlopeModel.tobler.factor(slope: 0.1), 1.4190675485932573))
        #expect(isClose(SlopeModel.tobler.factor(slope: -0.05), 0.8394570207692075))
        // The same at 10 per cent downhill as on the flat.
        #expect(isClose(SlopeModel.tobler.factor(slope: -0.1), 1))
    }

    @Test func bicycleWorkedValues() {
        #expect(isClose(SlopeModel.bicycle.factor(slope: 0.05), 1 / 0.665))
        #expect(isClose(SlopeModel.bicycle.factor(slope: -0.02), 1 / 1.08))
        #expect(isClose(SlopeModel.bicycle.factor(slope: -0.1), 1 / 1.12))
        #expect(SlopeModel.bicycle.factor(slope: 0.3) == 4)
    }

    @Test func wheelchairWorkedValues() {
        #expect(isClose(SlopeModel.wheelchair.factor(slope: 0.06), 2))
        #expect(isClose(SlopeModel.wheelchair.factor(slope: -0.06), 1.5))
    }

    @Test(arguments: SlopeModel.allCases)
    func everyModelIsOneOnTheFlatPositiveAndCapped(model: SlopeModel) {
        #expect(model.factor(slope: 0) == 1)
        #expect(model.factor(slope: .nan) == 1)
        #expect(model.factor(slope: .infinity) == model.factor(slope: SlopeModel.steepest))
        #expect(model.factor(slope: -9) == model.factor(slope: -SlopeModel.steepest))
        var last = 0.0
        for step in 0...400 {
            let uphill = model.factor(slope: Double(step) / 1_000)
            #expect(uphill >= last, "uphill never gets easier")
            last = uphill
            let downhill = model.factor(slope: -Double(step) / 1_000)
            #expect(downhill > 0.5 && downhill <= uphill, "down is never harder than up")
        }
    }
}
