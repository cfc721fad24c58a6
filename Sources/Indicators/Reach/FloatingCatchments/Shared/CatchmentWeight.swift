internal import Glibc

/// What a place counts for at a cost: a decay inside a catchment, nothing outside. A cost equal to a bound is inside,
/// whether the bound is given once or as a list of steps; a cost of 0 is the door, not a missing way.
struct CatchmentWeight: Sendable, Hashable {
    /// How the weight falls.
    var decay: Decay
    /// The cost up to which places count.
    var catchment: Double

    /// The weight at a cost, 0…1.
    func callAsFunction(_ cost: Double) -> Double { cost <= catchment ? decay.weight(cost) : 0 }

    /// 1 within the catchment.
    static func binary(_ catchment: Double) -> CatchmentWeight {
        CatchmentWeight(decay: .binary(limit: catchment), catchment: catchment)
    }

    /// 1, 0.68 and 0.22 in the thirds of the catchment (Luo & Qi 2009: 0–10, 10–20 and 20–30 minutes).
    static func steps(_ catchment: Double) -> CatchmentWeight {
        CatchmentWeight(
            decay: .stepped(limits: [catchment / 3, catchment * 2 / 3, catchment], weights: [1, 0.68, 0.22]),
            catchment: catchment)
    }

    /// 1 − c/T.
    static func linear(_ catchment: Double) -> CatchmentWeight {
        CatchmentWeight(decay: .linear(limit: catchment), catchment: catchment)
    }

    /// A bell that is 1/2 at half the catchment, as ``linear(_:)`` is.
    static func gaussian(_ catchment: Double) -> CatchmentWeight {
        CatchmentWeight(
            decay: .gaussian(deviation: catchment / 2 / (2 * log(2)).squareRoot()), catchment: catchment)
    }

    /// c^(−exponent) within the catchment, at most 1, so that a place next door does not outweigh everything (Huff).
    static func power(_ exponent: Double, _ catchment: Double) -> CatchmentWeight {
        CatchmentWeight(decay: .inversePower(full: 1, exponent: exponent), catchment: catchment)
    }

    /// e^(−rate·c) within the catchment.
    static func exponential(_ rate: Double, _ catchment: Double) -> CatchmentWeight {
        CatchmentWeight(decay: .exponential(rate: rate), catchment: catchment)
    }

    /// The catchments of the band by that which was chosen, which comes first.
    static let bandFactors = [1, 0.75, 1.25]

    /// A weight over the catchments of the band, then other weights over the chosen one.
    static func band(
        _ catchment: Double, _ weight: (Double) -> CatchmentWeight, others: [(Double) -> CatchmentWeight] = []
    ) -> [CatchmentWeight] {
        bandFactors.map { weight(catchment * $0) } + others.map { $0(catchment) }
    }

    /// The steps of a catchment with everything that could as well have been chosen.
    static func stepsWithBand(_ catchment: Double) -> [CatchmentWeight] {
        band(catchment, steps, others: [linear, gaussian])
    }
}
