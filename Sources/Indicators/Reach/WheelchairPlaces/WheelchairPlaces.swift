internal import Town

/// The share of residents with at least one place in reach that is recorded as accessible with a wheelchair.
///
/// What is recorded as limited, or not at all, is neither accessible nor closed: the upper bound counts it. The way there is
/// that of the first measure; whether it can be rolled the profile `wheelchair` of `coverage_share` tells.
struct WheelchairPlaces: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "wheelchair_places", version: 1, unit: "share", theme: .reach, needs: [.population, .places],
        isDefault: false, counting: .shareOfResidents,
        references: ["own definition; the states are those of the tag wheelchair of OpenStreetMap"],
        sheet: .wheelchairPlaces)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        guard let pairs = context.pairs else { return IndicatorResult(context.unknownReachValues(descriptor)) }
        let wheelchair = context.study.places.wheelchair
        let sums = context.sumsOfPlaces()
        let count = context.sumTargets.count
        let catchment = context.catchment
        let found = pairs.map { block in
            block.origins.map { origin -> [Found] in
                var found = [Found](repeating: Found(), count: count)
                block.forEachPlace(of: origin) { place, cost in
                    guard cost <= catchment else { return }
                    for sum in sums[place] { found[sum].add(wheelchair[place]) }
                }
                return found
            }
        }.flatMap(\.self)
        return IndicatorResult(
            context.residentValues(
                descriptor, parameters: context.catchmentParameters(),
                categories: context.sumTargets.map { context.targets[$0].id },
                hasData: { sum in
                    sums.indices.contains { sums[$0].contains(sum) && wheelchair[$0] != .unknown }
                }
            ) { sum, area, counts, uncertain in
                let sure = area.mean(counts) { found[$0][sum].sure > 0 ? 1 : 0 }
                let possible = area.mean(counts) { found[$0][sum].mayBe ? 1 : 0 }
                return ResidentFigure(
                    value: sure, bounds: sure.flatMap { least in possible.map { least...max(least, $0) } },
                    interval: area.shareInterval(uncertain) { found[$0][sum].sure > 0 },
                    unrecorded: area.mean(counts) { found[$0][sum].unrecorded })
            })
    }

    /// What an origin has in reach.
    private struct Found: Sendable {
        private(set) var sure = 0
        private var limited = 0
        private var unknown = 0
        private var all = 0

        mutating func add(_ state: PlaceTable.Wheelchair) {
            all += 1
            switch state {
            case .yes: sure += 1
            case .limited: limited += 1
            case .unknown: unknown += 1
            case .no: break
            }
        }

        var mayBe: Bool { sure + limited + unknown > 0 }
        var unrecorded: Double { all == 0 ? 0 : Double(unknown) / Double(all) }
    }
}
