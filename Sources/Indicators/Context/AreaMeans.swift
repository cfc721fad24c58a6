extension AnalysisArea {
    /// The mean of a rating over the residents: Σ w·P·x / Σ w·P; nil where nobody lives.
    func mean(_ counts: [Double], rating: (Int) -> Double) -> Double? {
        var (sum, all) = (0.0, 0.0)
        for (origin, weight) in zip(origins, weights) {
            let people = counts[Int(origin)] * weight
            guard people > 0 else { continue }
            all += people
            sum += people * rating(Int(origin))
        }
        return all > 0 ? sum / all : nil
    }

    /// The rating that half of the residents stay within, infinite ones counted as such; nil where these are more than
    /// half, or where nobody lives.
    func median(_ counts: [Double], rating: (Int) -> Double) -> Double? {
        var ranked: [(rating: Double, people: Double)] = []
        var all = 0.0
        for (origin, weight) in zip(origins, weights) {
            let people = counts[Int(origin)] * weight
            guard people > 0 else { continue }
            all += people
            ranked.append((rating(Int(origin)), people))
        }
        ranked.sort { $0.rating < $1.rating }
        var sum = 0.0
        for entry in ranked where entry.rating.isFinite {
            sum += entry.people
            // As in the median of costs: half is half within rounding.
            if sum >= all / 2 * (1 - 1e-9) { return entry.rating }
        }
        return nil
    }

    /// The mean of a rating over the residents who have one; nil where nobody has.
    func mean(_ counts: [Double], ofKnown rating: (Int) -> Double?) -> Double? {
        var (sum, all) = (0.0, 0.0)
        for (origin, weight) in zip(origins, weights) {
            guard let rating = rating(Int(origin)) else { continue }
            let people = counts[Int(origin)] * weight
            sum += people * rating
            all += people
        }
        return all > 0 ? sum / all : nil
    }
}
