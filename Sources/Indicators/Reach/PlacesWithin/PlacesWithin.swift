internal import Town

/// How many places a resident has within a threshold (inclusive), on average over the residents of an area who reach
/// the streets: Σ w·P_g·O(T) / Σ w·P_g with O(T) the number of places within T.
struct PlacesWithin: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "places_within", version: 2, unit: "places", theme: .reach, needs: [.population, .places],
        references: ["Cumulative opportunities: Hansen 1959, JAIP 25(2):73–76"],
        sheet: .placesWithin)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult { IndicatorResult(values(context)) }

    private func values(_ context: IndicatorContext) -> [IndicatorValue] {
        guard !context.reach.isEmpty else { return context.unknownReachValues(descriptor) }
        return context.reach.flatMap { reach in
            reach.limits.indices.filter { reach.limits[$0].speed == nil }.flatMap { limit in
                context.reachValues(
                    descriptor, reach, parameters: reach.parameters(limit: limit),
                    interval: { area, target, counts in
                        counts.mean(area.people, most: .infinity) {
                            Double(reach.count(target: target, limit: limit, origin: $0))
                        }
                    },
                    { area, target, counts in
                        var places = 0.0
                        var all = 0.0
                        for (origin, weight) in zip(area.origins, area.weights) {
                            let people = counts[Int(origin)] * weight
                            all += people
                            places += people * Double(reach.count(target: target, limit: limit, origin: Int(origin)))
                        }
                        return places / all
                    })
            }
        }
    }
}
