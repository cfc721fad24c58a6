/// The share of residents with at least one place within a threshold (inclusive):
/// share_g(T) = Σ w·P_g·1[min c ≤ T] / Σ w·P_g.
struct CoverageShare: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "coverage_share", version: 1, unit: "share", needs: [.population, .places],
        references: ["Cumulative opportunities with one place: Hansen 1959, JAIP 25(2):73–76"])

    func evaluate(_ context: IndicatorContext) -> [IndicatorValue] {
        guard let reach = context.reach else {
            return context.reachValues(descriptor, parameters: ReachTable.unknownParameters) { _, _, _, _ in nil }
        }
        return reach.limits.indices.flatMap { limit in
            context.reachValues(descriptor, parameters: reach.parameters(limit: limit)) { area, target, counts, reach in
                var covered = 0.0
                var all = 0.0
                for (origin, weight) in zip(area.origins, area.weights) {
                    let people = counts[Int(origin)] * weight
                    all += people
                    if reach.count(target: target, limit: limit, origin: Int(origin)) > 0 { covered += people }
                }
                return covered / all
            }
        }
    }
}
