/// What is printed instead of a number of people where counts are rounded or noisy: each count by itself.
struct CountNoise: Sendable {
    private enum Source: Sendable {
        case rounding(BaseRounding)
        case cellKey(CellKey)
    }

    private let source: Source

    /// Sets the noise up; nothing where counts are printed as they are, or where the rules allow no noise.
    init?(_ rules: DisclosureRules) {
        switch rules.method {
        case .suppression: return nil
        case .rounding(let base, let seed):
            guard let rounding = BaseRounding(base: base, method: .unbiased(seed: seed)) else { return nil }
            source = .rounding(rounding)
        case .cellKey(let maximum, let variance, let seed):
            guard let least = Int(exactly: rules.leastNoisyCount),
                let key = CellKey(maximum: maximum, variance: variance, leastResult: least, seed: seed)
            else { return nil }
            source = .cellKey(key)
        }
    }

    /// The number to print. The identity names the cell, but not the year; zero stays zero, and what is no whole number
    /// is one first.
    ///
    /// - Parameter limit: the limit within which people reach something. A count grows with it, and so does what is
    ///   rounded; noise is drawn for each limit anew, since the same noise would leave the differences exact.
    func printed(_ count: Double, identity: [String], limit: String = "") -> Double {
        guard let whole = Int(exactly: count.rounded()) else { return count }
        let name = identity.joined(separator: "\u{1F}")
        return switch source {
        case .rounding(let rounding): Double(rounding.rounded(whole, identity: name))
        case .cellKey(let key): Double(key.published(whole, identity: name + "\u{1F}" + limit))
        }
    }
}
