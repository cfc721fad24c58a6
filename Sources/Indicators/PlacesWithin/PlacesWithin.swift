/// How many places a resident has within a threshold (inclusive), on average over the residents of an area:
/// Σ w·P_g·O(T) / Σ w·P_g with O(T) the number of places within T.
struct PlacesWithin: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "places_within", version: 1, unit: "places", needs: [.population, .places],
        references: ["Cumulative opportunities: Hansen 1959, JAIP 25(2):73–76"])

    func evaluate(_ context: IndicatorContext) -> [IndicatorValue] {
        guard let reach = context.reach else {
            return context.reachValues(descriptor, parameters: ReachTable.unknownParameters) { _, _, _, _ in nil }
        }
        return reach.limits.indices.flatMap { limit in
            context.reachValues(descriptor, parameters: reach.parameters(limit: limit)) { area, target, counts, reach in
                var places = 0.0
                var all = 0.0
                for (origin, weight) in zip(area.origins, area.weights) {
                    let people = counts[Int(origin)] * weight
                    all += people
                    places += people * Double(reach.count(target: target, limit: limit, origin: Int(origin)))
                }
                return places / all
            }
        }
    }
}
