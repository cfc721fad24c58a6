internal import Town

/// The share of residents with a stop of bus or train in reach: any stop, and one with at least so many departures per
/// hour on a weekday.
///
/// A stop whose departures nobody recorded is not one without departures: it may be enough. So the share of residents
/// who certainly have such a stop is the value and the lower bound, and the upper bound counts the unrecorded stops, too.
/// Where the residents are uncertain, the lower bound is that of the certain share, the upper that of the possible one.
struct StopShare: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "stop_share", version: 1, unit: "share", theme: .reach, needs: [.population, .stops],
        counting: .shareOfResidents, references: ["own definition"],
        sheet: .stopShare)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult { IndicatorResult(values(context)) }

    private func values(_ context: IndicatorContext) -> [IndicatorValue] {
        guard let stops = context.stopReach else {
            return context.areas.flatMap { area in
                context.study.groups.map { group in
                    area.value(
                        descriptor, group: group.id, parameters: ReachTable.unknownParameters, value: nil,
                        status: .noData)
                }
            }
        }
        return values(context, stops, parameters: stops.parameters, certain: 0, possible: 0)
            + StopReach.departures.indices.flatMap { index in
                values(
                    context, stops,
                    parameters: "departures=\(plainNumber(StopReach.departures[index]));" + stops.parameters,
                    certain: 1 + 2 * index, possible: 2 + 2 * index)
            }
    }

    /// The shares for one question: the stops that certainly answer it and those that possibly do.
    private func values(
        _ context: IndicatorContext, _ stops: StopReach, parameters: String, certain: Int, possible: Int
    ) -> [IndicatorValue] {
        context.areas.flatMap { area in
            let connected = area.keeping(stops.connected)
            return context.study.groups.indices.map { group in
                let id = context.study.groups[group].id
                guard let population = context.study.population, certain == 0 || stops.hasDepartures, stops.count > 0
                else { return area.value(descriptor, group: id, parameters: parameters, value: nil, status: .noData) }
                let counts = population.counts[group]
                let residents = ConnectedResidents(area, connected, counts)
                let share = ReachWorth(area, residents, population, group: group) {
                    connected.share(counts) { stops.isInReach(of: $0, kind: certain) }
                }
                let spread = population.uncertain(group: group)
                func interval(kind: Int) -> SpreadInterval? {
                    connected.shareInterval(spread) { stops.isInReach(of: $0, kind: kind) }
                }
                let interval = share.value.flatMap { value in
                    let upper = connected.share(counts) { stops.isInReach(of: $0, kind: possible) }
                    let (certainly, possibly) = (interval(kind: certain), interval(kind: possible))
                    return SpreadInterval(
                        lower: certainly?.lower ?? value, upper: possibly?.upper ?? upper, about: value)
                }
                return area.value(
                    descriptor, group: id, parameters: parameters, value: share.value, status: share.status,
                    interval: interval, n: share.n)
            }
        }
    }
}
