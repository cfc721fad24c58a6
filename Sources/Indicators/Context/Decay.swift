#if canImport(Glibc)
    internal import Glibc
#endif

/// How much a place counts the farther it is: 1 at the door, falling with the cost.
///
/// Every form is set by its half value, the cost at which a place counts half: the number that a planner can judge, and the
/// one that makes forms comparable. The parameter of each form is solved for from it. (Forms: Kwan 1998, Geographical Analysis
/// 30(3):191–216; the same name stands for different parameters in different programs, the half value for one.)
enum Decay: Sendable, Hashable {
    /// Counts fully up to the cost, and not beyond; at the cost itself it counts.
    case binary(limit: Double)
    /// max(0, 1 − c/T).
    case linear(limit: Double)
    /// e^(−βc).
    case exponential(rate: Double)
    /// min(1, (c/c₁)^−β), c₁ the cost up to which it counts fully.
    case inversePower(full: Double, exponent: Double)
    /// e^(−c²/(2σ²)).
    case gaussian(deviation: Double)
    /// Steps: the weight up to each cost, costs ascending; 0 beyond the last.
    case stepped(limits: [Double], weights: [Double])
    /// (1 + e^(−mk)) / (1 + e^((c−m)k)) with k = π/(s√3): m the median, s the deviation of what people accept (Bauer &
    /// Groneberg 2016, PLoS ONE 11(7):e0159148, scaled to 1 at the door). Its half value is not m.
    case logistic(median: Double, deviation: Double)

    /// The weight at a cost of 0 or more, 0…1; 0 where the cost is infinite.
    func weight(_ cost: Double) -> Double {
        guard cost.isFinite else { return 0 }
        switch self {
        case .binary(let limit): return cost <= limit ? 1 : 0
        case .linear(let limit): return max(0, 1 - cost / limit)
        case .exponential(let rate): return exp(-rate * cost)
        case .inversePower(let full, let exponent): return cost <= full ? 1 : pow(cost / full, -exponent)
        case .gaussian(let deviation): return exp(-cost * cost / (2 * deviation * deviation))
        case .stepped(let limits, let weights):
            for (limit, weight) in zip(limits, weights) where cost <= limit { return weight }
            return 0
        case .logistic(let median, let deviation):
            let steepness = Double.pi / (deviation * 3.0.squareRoot())
            return (1 + exp(-median * steepness)) / (1 + exp((cost - median) * steepness))
        }
    }

    /// The least cost at which the weight is half or less, found by halving an interval; nil where it never falls so
    /// far within `farthest`. Exact to 1e-12 of `farthest`.
    func halfValue(farthest: Double) -> Double? {
        guard weight(farthest) <= 0.5 else { return nil }
        var (low, high) = (0.0, farthest)
        for _ in 0..<200 where high - low > farthest * 1e-13 {
            let middle = (low + high) / 2
            if weight(middle) <= 0.5 { high = middle } else { low = middle }
        }
        return high
    }

    /// The name in parameters.
    var name: String {
        switch self {
        case .binary: "binary"
        case .linear: "linear"
        case .exponential: "exponential"
        case .inversePower: "inverse_power"
        case .gaussian: "gaussian"
        case .stepped: "stepped"
        case .logistic: "logistic"
        }
    }

    /// All smooth forms whose weight is half at a cost above 0, the exponential one first.
    ///
    /// The inverse power counts fully up to a quarter of the half value; the logistic has a deviation of a third of its
    /// median; the stepped one has Luo & Qi's weights (1, 0.68, 0.22) and its half value at the end of the second step.
    static func forms(half: Double) -> [Decay] {
        [
            .exponential(rate: log(2) / half),
            .linear(limit: 2 * half),
            .gaussian(deviation: half / (2 * log(2)).squareRoot()),
            .inversePower(full: half / 4, exponent: 0.5),
            .stepped(limits: [half / 2, half, half * 1.5], weights: [1, 0.68, 0.22]),
            logistic(half: half),
        ]
    }

    /// The logistic whose half value is this: all its costs scale with its median, so one solution serves for all.
    private static func logistic(half: Double) -> Decay {
        let unit = Decay.logistic(median: 1, deviation: 1 / 3)
        let halfOfUnit = unit.halfValue(farthest: 10) ?? 1
        return .logistic(median: half / halfOfUnit, deviation: half / halfOfUnit / 3)
    }
}
