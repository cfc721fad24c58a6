internal import Travel

/// The time to the nearest place that half of the residents of an area stay within, in minutes: the weighted median of
/// min c over the residents who reach the streets. Only along streets; see ``NearestDistance``.
struct NearestTime: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "nearest_time", version: 1, unit: "min", theme: .reach, needs: [.population, .places],
        references: ["Dual access with n = 1: Cui & Levinson 2020, Geographical Analysis 52(3):452–474"],
        sheet: .nearestTime)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult { IndicatorResult(values(context)) }

    private func values(_ context: IndicatorContext) -> [IndicatorValue] {
        if context.reach.isEmpty, context.units.contains(.seconds) {
            return context.unknownReachValues(descriptor)
        }
        return context.reach.filter { $0.unit == .seconds }.flatMap { reach in
            context.reachValues(descriptor, reach, parameters: reach.measureParameters) { area, target, counts in
                area.medianCost(counts) { reach.nearest(target: target, origin: $0) }.map { Double($0) / 60_000 }
            }
        }
    }
}
