internal import Travel

/// The distance to the nearest place that half of the residents of an area stay within: the weighted median of
/// min c over the residents. The median, since a few far houses move a mean but not what most people have.
///
/// Only in a straight line; along streets ``NearestTime`` takes its place, so that one id never means two things.
struct NearestDistance: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "nearest_distance", version: 1, unit: "m", theme: .reach, needs: [.population, .places],
        references: ["Dual access with n = 1: Cui & Levinson 2020, Geographical Analysis 52(3):452–474"],
        sheet: .nearestDistance)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult { IndicatorResult(values(context)) }

    private func values(_ context: IndicatorContext) -> [IndicatorValue] {
        if context.reach.isEmpty, context.units.contains(.metres) {
            return context.unknownReachValues(descriptor)
        }
        return context.reach.filter { $0.unit == .metres }.flatMap { reach in
            context.reachValues(descriptor, reach, parameters: reach.measureParameters) { area, target, counts in
                area.medianCost(counts) { reach.nearest(target: target, origin: $0) }.map { Double($0) / 1000 }
            }
        }
    }
}

extension AnalysisArea {
    /// The cost that half of the residents stay within, all of them counted, those without any place in reach as
    /// infinitely far; nil where these are more than half, or where nobody lives.
    func medianCost(_ counts: [Double], cost: (Int) -> Int32?) -> Int32? {
        var pairs: [(cost: Int32, people: Double)] = []
        var all = 0.0
        for (origin, weight) in zip(origins, weights) {
            let people = counts[Int(origin)] * weight
            guard people > 0 else { continue }
            all += people
            if let cost = cost(Int(origin)) { pairs.append((cost, people)) }
        }
        pairs.sort { $0.cost < $1.cost }
        var sum = 0.0
        for pair in pairs {
            sum += pair.people
            // Shares of cells add up to half only within rounding, which must not depend on the order of the rows.
            if sum >= all / 2 * (1 - 1e-9) { return pair.cost }
        }
        return nil
    }
}
