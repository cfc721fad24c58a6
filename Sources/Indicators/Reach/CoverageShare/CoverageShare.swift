internal import Town

/// The share of residents with at least one place within a threshold (inclusive), over the residents who reach the
/// streets: share_g(T) = Σ w·P_g·1[min c ≤ T] / Σ w·P_g. On foot also at the speeds of the band.
struct CoverageShare: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "coverage_share", version: 2, unit: "share", theme: .reach, needs: [.population, .places],
        counting: .shareOfResidents,
        references: ["Cumulative opportunities with one place: Hansen 1959, JAIP 25(2):73–76"],
        sheet: .coverageShare)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult { IndicatorResult(values(context)) }

    private func values(_ context: IndicatorContext) -> [IndicatorValue] {
        guard !context.reach.isEmpty else { return context.unknownReachValues(descriptor) }
        return context.reach.flatMap { reach in
            reach.limits.indices.flatMap { limit in
                context.reachValues(
                    descriptor, reach, parameters: reach.parameters(limit: limit),
                    interval: { area, target, counts in
                        area.shareInterval(counts) { reach.count(target: target, limit: limit, origin: $0) > 0 }
                    },
                    { area, target, counts in
                        area.share(counts) { reach.count(target: target, limit: limit, origin: $0) > 0 }
                    })
            }
        }
    }
}

extension AnalysisArea {
    /// The share of residents whose origin fulfils a condition.
    func share(_ counts: [Double], where isCounted: (Int) -> Bool) -> Double {
        var counted = 0.0
        var all = 0.0
        for (origin, weight) in zip(origins, weights) {
            let people = counts[Int(origin)] * weight
            all += people
            if isCounted(Int(origin)) { counted += people }
        }
        return counted / all
    }

    /// Between what that share lies; nil where it is exact.
    func shareInterval(_ counts: UncertainCounts, where isCounted: (Int) -> Bool) -> SpreadInterval? {
        counts.mean(people, most: 1) { isCounted($0) ? 1 : 0 }
    }
}
