internal import Glibc

/// How likely each change of a count is: of all distributions on given changes with mean zero and a given variance the
/// one of the greatest entropy.
///
/// That is J. K. Marley and V. L. Leaver, *A method for confidentialising user-defined tables: statistical properties and
/// a risk-utility analysis*, ISI World Statistics Congress 2011, and S. Giessing and R. Tent, *Concepts for generalising
/// tools implementing the cell key method to the case of continuous variables*, UNECE 2019. Its probabilities are
/// proportional to exp(a·k + b·k²), k being the change; a and b are found by Newton's method on the dual problem.
struct NoiseDistribution: Sendable, Hashable {
    /// The changes, rising.
    let changes: [Int]
    /// The probability of each.
    let probabilities: [Double]

    /// The mean of the squared changes; the mean change is zero.
    var variance: Double { zip(changes, probabilities).reduce(0) { $0 + Double($1.0 * $1.0) * $1.1 } }

    /// The distribution on changes with a variance, or the nearest that there is: where the changes force more, the least;
    /// where the variance would make another change likelier than none, the greatest at which none is the likeliest.
    ///
    /// `changes` are rising and lie on both sides of zero, or contain it.
    init(changes: [Int], variance: Double) {
        guard let above = changes.first(where: { $0 > 0 }), let below = changes.last(where: { $0 < 0 }),
            let least = changes.first, let greatest = changes.last
        else {
            // Nothing on one side: only standing still has the mean zero.
            self.init(changes: changes, probabilities: changes.map { $0 == 0 ? 1 : 0 })
            return
        }
        let mayStay = changes.contains(0)
        let leastVariance = mayStay ? 0 : Double(-below * above)
        let greatestVariance = Double(-least * greatest)
        if variance <= leastVariance || changes.count == 2 {
            let upward = Double(-below) / Double(above - below)
            let isForced = !mayStay || changes.count == 2
            self.init(
                changes: changes,
                probabilities: changes.map { change in
                    guard isForced else { return change == 0 ? 1 : 0 }
                    return change == above ? upward : change == below ? 1 - upward : 0
                })
            return
        }
        // The variance of no distribution reaches the greatest with more than two changes.
        var highest = min(variance, leastVariance + 0.98 * (greatestVariance - leastVariance))
        var best = Self.mostRandom(changes, variance: highest)
        if mayStay && !best.staysMostly {
            var lowest = 0.0
            for _ in 0..<60 {
                let middle = (lowest + highest) / 2
                let candidate = Self.mostRandom(changes, variance: middle)
                if candidate.staysMostly { (lowest, best) = (middle, candidate) } else { highest = middle }
            }
        }
        self = best
    }

    private init(changes: [Int], probabilities: [Double]) {
        self.changes = changes
        self.probabilities = probabilities
    }

    /// Whether no change is at least as likely as each change.
    private var staysMostly: Bool {
        guard let stay = changes.firstIndex(of: 0) else { return false }
        return probabilities.allSatisfy { $0 <= probabilities[stay] * (1 + 1e-12) }
    }

    /// Newton's method on the convex function log Σ exp(a·k + b·(k² − v)), whose gradient is the mean and what the
    /// variance is off; steps are halved until the function falls.
    private static func mostRandom(_ changes: [Int], variance: Double) -> NoiseDistribution {
        let steps = changes.map(Double.init)
        var (a, b) = (0.0, 0.0)
        func logarithm(_ a: Double, _ b: Double) -> (sum: Double, probabilities: [Double]) {
            let exponents = steps.map { a * $0 + b * ($0 * $0 - variance) }
            let greatest = exponents.max() ?? 0
            let weights = exponents.map { exp($0 - greatest) }
            let sum = weights.reduce(0, +)
            return (greatest + log(sum), weights.map { $0 / sum })
        }
        var now = logarithm(a, b)
        for _ in 0..<200 {
            var gradient = (0.0, 0.0)
            var hessian = (0.0, 0.0, 0.0)
            for (step, probability) in zip(steps, now.probabilities) {
                let square = step * step - variance
                gradient.0 += probability * step
                gradient.1 += probability * square
                hessian.0 += probability * step * step
                hessian.1 += probability * step * square
                hessian.2 += probability * square * square
            }
            hessian.0 -= gradient.0 * gradient.0
            hessian.1 -= gradient.0 * gradient.1
            hessian.2 -= gradient.1 * gradient.1
            guard gradient.0.magnitude + gradient.1.magnitude > 1e-13 else { break }
            let determinant = hessian.0 * hessian.2 - hessian.1 * hessian.1
            guard determinant > 0 else { break }
            let direction = (
                (hessian.1 * gradient.1 - hessian.2 * gradient.0) / determinant,
                (hessian.1 * gradient.0 - hessian.0 * gradient.1) / determinant
            )
            var length = 1.0
            var next = logarithm(a + direction.0, b + direction.1)
            while next.sum > now.sum && length > 1e-6 {
                length /= 2
                next = logarithm(a + length * direction.0, b + length * direction.1)
            }
            (a, b, now) = (a + length * direction.0, b + length * direction.1, next)
        }
        return NoiseDistribution(changes: changes, probabilities: now.probabilities)
    }
}
