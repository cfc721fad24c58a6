internal import Town

/// What it costs to have n places to choose from: the cost that half of the residents stay within to the n-th nearest
/// place, c^(n) = min{c : O(c) ≥ n}. Dual access: not how much is in reach, but how far one goes for enough.
///
/// Whoever has fewer than n places within twice the catchment counts as infinitely far. By the first measure: minutes on
/// foot, or metres where there is no network. The band shows what a quarter and three quarters of the residents stay
/// within.
struct NthNearest: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "nth_nearest", version: 1, unit: "cost", theme: .reach, needs: [.population, .places], isDefault: false,
        parameters: [IndicatorParameter(name: "n", defaults: [2, 3], range: 1...100, isList: true)],
        references: ["Dual access: Cui & Levinson 2020, Geographical Analysis 52(3):452–474"], sheet: .nthNearest)

    /// The n-th of ascending costs; infinite where there are fewer.
    static func cost(_ number: Int, of costs: [Double]) -> Double {
        costs.indices.contains(number - 1) ? costs[number - 1] : .infinity
    }

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        guard let pairs = context.pairs, let reach = context.reach.first else {
            return IndicatorResult(context.unknownReachValues(descriptor))
        }
        let numbers = context.numbers("n", of: descriptor).compactMap { Int(exactly: $0.rounded()) }
        let ratings = OriginRatings(context, pairs: pairs, count: numbers.count) { costs in
            numbers.map { NthNearest.cost($0, of: costs) }
        }
        return IndicatorResult(
            numbers.enumerated().flatMap { index, number in
                context.reachValues(
                    descriptor, reach, parameters: context.canonical([("n", "\(number)")], pairs)
                ) { area, target, counts in
                    area.median(counts) { ratings.rating(index, target: target, origin: $0) }
                }
            })
    }
}
