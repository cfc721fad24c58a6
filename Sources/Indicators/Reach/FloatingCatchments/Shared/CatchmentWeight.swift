internal import Glibc

/// What a place counts for at a cost: 1 next door, 0 outside the catchment. A cost equal to a bound is inside, whether the
/// bound is given once or as a list of steps.
enum CatchmentWeight: Sendable, Hashable {
    /// 1 within the catchment.
    case binary(catchment: Double)
    /// 1, 0.68 and 0.22 in the thirds of the catchment (Luo & Qi 2009: 0–10, 10–20 and 20–30 minutes).
    case steps(catchment: Double)
    /// 1 − c/T.
    case linear(catchment: Double)
    /// The bell (e^(−(c/T)²/2) − e^(−1/2)) / (1 − e^(−1/2)): 1 at no cost, 0 at the border of the catchment.
    case gaussian(catchment: Double)
    /// e^(−rate·c) within the catchment.
    case exponential(rate: Double, catchment: Double)
    /// c^(−exponent) within the catchment, at most 1, so that a place next door does not outweigh everything (Huff).
    case power(exponent: Double, catchment: Double)

    /// The weights of the thirds of a catchment.
    static let stepWeights = (near: 1.0, middle: 0.68, far: 0.22)

    /// The cost up to which places count.
    var catchment: Double {
        switch self {
        case .binary(let catchment), .steps(let catchment), .linear(let catchment), .gaussian(let catchment),
            .exponential(_, let catchment), .power(_, let catchment):
            catchment
        }
    }

    /// The name in parameters.
    var name: String {
        switch self {
        case .binary: "binary"
        case .steps: "steps"
        case .linear: "linear"
        case .gaussian: "gaussian"
        case .exponential: "exponential"
        case .power: "power"
        }
    }

    /// The same decay over another catchment.
    func scaled(_ factor: Double) -> CatchmentWeight {
        switch self {
        case .binary(let catchment): .binary(catchment: catchment * factor)
        case .steps(let catchment): .steps(catchment: catchment * factor)
        case .linear(let catchment): .linear(catchment: catchment * factor)
        case .gaussian(let catchment): .gaussian(catchment: catchment * factor)
        case .exponential(let rate, let catchment):
            // A decay over twice the way falls half as fast.
            .exponential(rate: rate / factor, catchment: catchment * factor)
        case .power(let exponent, let catchment): .power(exponent: exponent, catchment: catchment * factor)
        }
    }

    /// The weight at a cost, 0…1.
    func callAsFunction(_ cost: Double) -> Double {
        switch self {
        case .binary(let catchment): return cost <= catchment ? 1 : 0
        case .steps(let catchment):
            // Written so that the bounds of 30 minutes are 10 and 20 exactly.
            if cost * 3 <= catchment { return CatchmentWeight.stepWeights.near }
            if cost * 3 <= catchment * 2 { return CatchmentWeight.stepWeights.middle }
            return cost <= catchment ? CatchmentWeight.stepWeights.far : 0
        case .linear(let catchment): return cost < catchment ? 1 - cost / catchment : 0
        case .gaussian(let catchment):
            guard cost < catchment else { return 0 }
            let share = cost / catchment
            let edge = exp(-0.5)
            return (exp(-share * share / 2) - edge) / (1 - edge)
        case .exponential(let rate, let catchment): return cost <= catchment ? exp(-rate * cost) : 0
        case .power(let exponent, let catchment):
            return cost <= catchment ? (cost > 1 ? pow(cost, -exponent) : 1) : 0
        }
    }
}
