internal import Town

/// The places a resident has within a cut-off, averaged over all cut-offs of an interval, so that no single one decides:
/// mean over T ∈ {T₁, …, T₂} of Σ w·P_g·O(T) / Σ w·P_g.
///
/// The interval goes from the smallest to the largest limit of the project in 20 equal steps. The band shows what the
/// ends of the interval alone would say.
struct CutOffInterval: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "cutoff_interval", version: 1, unit: "places", theme: .reach, needs: [.population, .places],
        isDefault: false,
        references: ["Tomasiello, Herszenhut, Oliveira, Braga & Pereira 2023, Applied Geography 157:103007"],
        sheet: .cutOffInterval)

    /// How many steps an interval has.
    static let steps = 20

    /// The mean number of costs within the cut-offs of an interval, and the numbers at its ends.
    static func rate(_ costs: [Double], from first: Double, to last: Double) -> (mean: Double, least: Int, most: Int) {
        let least = costs.count { $0 <= first }
        let most = costs.count { $0 <= last }
        var sum = 0
        for step in 0...steps {
            let limit = first + (last - first) * Double(step) / Double(steps)
            sum += costs.count { $0 <= limit }
        }
        return (Double(sum) / Double(steps + 1), least, most)
    }

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        guard let pairs = context.pairs, let first = context.limits.first, let last = context.limits.last else {
            return IndicatorResult(context.unknownReachValues(descriptor))
        }
        let ratings = OriginRatings(context, pairs: pairs, count: 3) { costs in
            let rated = CutOffInterval.rate(costs, from: first, to: last)
            return [rated.mean, Double(rated.least), Double(rated.most)]
        }
        return IndicatorResult(
            context.meanValues(
                descriptor,
                parameters: context.canonical([("from", plainNumber(first)), ("to", plainNumber(last))], pairs),
                alternatives: 2,
                rating: { ratings.rating(target: $0, origin: $1) },
                alternative: { ratings.rating($0 + 1, target: $1, origin: $2) }))
    }
}
