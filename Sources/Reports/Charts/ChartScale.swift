internal import Glibc

/// How values lie along an axis: from the first of some round numbers to the last.
struct ChartScale: Sendable, Hashable {
    /// The round numbers, ascending, at least two.
    let ticks: [Double]
    /// Where the axis begins and ends, in pixels.
    let pixels: ClosedRange<Double>

    /// What can be told apart from the largest numbers; farther out everything lies on the edge.
    private static let farthest = 1e300

    /// The scale of a share: the same for all charts, so that they can be laid side by side, with the bounds of the maps'
    /// classes.
    static func share(pixels: ClosedRange<Double>) -> ChartScale {
        ChartScale(ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], pixels: pixels)
    }

    private init(ticks: [Double], pixels: ClosedRange<Double>) {
        self.ticks = ticks
        self.pixels = pixels
    }

    /// A scale that holds all finite numbers among these, with steps of 1, 2 or 5 × 10ⁿ.
    ///
    /// - Parameters:
    ///   - values: what is to be shown; without any, the scale goes from 0 to 1.
    ///   - includesZero: whether it begins at nothing, as lengths of bars must.
    ///   - pixels: where it lies.
    ///   - wanted: about how many steps there are to be.
    init(covering values: [Double], includesZero: Bool, pixels: ClosedRange<Double>, wanted: Int = 5) {
        let known = values.filter(\.isFinite).map { min(max($0, -Self.farthest), Self.farthest) }
        var low = known.min() ?? 0
        var high = known.max() ?? 1
        if includesZero { (low, high) = (min(low, 0), max(high, 0)) }
        if low == high {
            // One value alone lies in the middle, or at the end of its bar.
            let room = low == 0 ? 1 : abs(low) * 0.1
            (low, high) = includesZero && low == 0 ? (0, 1) : (low - room, high + room)
        }
        let step = ChartScale.roundStep((high - low) / Double(max(wanted, 1)))
        // What is a round number but for its last digits stays one.
        func whole(_ quotient: Double, _ rule: FloatingPointRoundingRule) -> Double {
            let nearest = quotient.rounded()
            return abs(quotient - nearest) <= 1e-9 * max(1, abs(quotient)) ? nearest : quotient.rounded(rule)
        }
        let first = whole(low / step, .down)
        let last = max(whole(high / step, .up), first + 1)
        self.pixels = pixels
        if let count = Int(exactly: last - first), count <= 4 * max(wanted, 1), first + 1 != first {
            ticks = (0...count).map { (first + Double($0)) * step }
        } else {
            // The values are so near together for their size that no round number lies between them.
            ticks = [low, high]
        }
    }

    /// The smallest of 1, 2, 5 × 10ⁿ that is not smaller.
    static func roundStep(_ least: Double) -> Double {
        guard least > 0, least.isFinite else { return 1 }
        let magnitude = pow(10, log10(least).rounded(.down))
        guard magnitude > 0 else { return least }
        for factor in [1.0, 2, 5] where magnitude * factor >= least * (1 - 1e-12) { return magnitude * factor }
        return magnitude * 10
    }

    /// The first round number.
    var lower: Double { ticks.first ?? 0 }
    /// The last round number.
    var upper: Double { ticks.last ?? 1 }

    /// The pixel of a value; what lies outside the scale, or is no number, lies on its edge.
    func position(_ value: Double) -> Double {
        let share = upper > lower ? (value / 2 - lower / 2) / (upper / 2 - lower / 2) : 0
        let inside = share.isNaN ? 0 : min(max(share, 0), 1)
        return pixels.lowerBound + inside * (pixels.upperBound - pixels.lowerBound)
    }

    /// The decimals that tell two neighbouring round numbers apart, at most 6.
    var decimals: Int {
        guard ticks.count > 1 else { return 0 }
        let step = ticks[1] - ticks[0]
        guard step > 0, step < 1 else { return 0 }
        return min(6, max(0, Int(exactly: (-log10(step) - 1e-9).rounded(.up)) ?? 6))
    }
}
