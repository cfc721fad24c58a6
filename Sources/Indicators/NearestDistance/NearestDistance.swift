/// The distance to the nearest place that half of the residents of an area stay within: the weighted median of
/// min c over the residents. The median, since a few far houses move a mean but not what most people have.
struct NearestDistance: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "nearest_distance", version: 1, unit: "m", needs: [.population, .places],
        references: ["Dual access with n = 1: Cui & Levinson 2020, Geographical Analysis 52(3):452–474"])

    func evaluate(_ context: IndicatorContext) -> [IndicatorValue] {
        let parameters = context.reach?.measureParameters ?? ReachTable.unknownParameters
        return context.reachValues(descriptor, parameters: parameters) { area, target, counts, reach in
            var pairs: [(cost: Int32, people: Double)] = []
            var all = 0.0
            for (origin, weight) in zip(area.origins, area.weights) {
                let people = counts[Int(origin)] * weight
                guard people > 0 else { continue }
                all += people
                if let cost = reach.nearest(target: target, origin: Int(origin)) { pairs.append((cost, people)) }
            }
            pairs.sort { $0.cost < $1.cost }
            var sum = 0.0
            for pair in pairs {
                sum += pair.people
                // Half of all residents, those without any place in reach included: their distance is infinite. Shares of
                // cells add up to half only within rounding, which must not depend on the order of the rows.
                if sum >= all / 2 * (1 - 1e-9) { return Double(pair.cost) / 1000 }
            }
            return nil
        }
    }
}
