internal import Travel
internal import Town

/// In how many hours of the week a resident can set out and find a place open: of the 168 full hours τ those with a place
/// that is open throughout [τ + c, τ + c + stay], c the way there; averaged over the residents.
///
/// A place that opens on Tuesdays from 15 to 17 counts 2 of 168 hours, not 1 whole place. Where reach is measured in a
/// straight line the way takes no time.
struct ReachableHours: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "reachable_hours", version: 1, unit: "hours", theme: .rooms, needs: [.population, .places],
        parameters: [IndicatorParameter(name: "stay", defaults: [30], range: 0...600)],
        references: [
            "Weber & Kwan 2002, The Professional Geographer 54(2):226–240",
            "Neutens, Delafontaine, Scott & De Maeyer 2011, Computers, Environment and Urban Systems 35(4)",
        ],
        sheet: .reachableHours)

    /// The full hours of a week in which one can set out, 0…167, as bits.
    static func hours(_ opening: WeeklyHours, way: Double, stay: Int) -> HourSet {
        let way = Int(way.rounded(.up))
        var set = HourSet()
        guard !opening.isAlwaysOpen else {
            for hour in 0..<168 { set.insert(hour) }
            return set
        }
        // One arrives at the full hour and the way, in the week or, where last week's opening goes on, in the next.
        for range in opening.ranges {
            var arrival = range.lowerBound + (way % 60 - range.lowerBound % 60 + 60) % 60
            while arrival + stay <= range.upperBound {
                set.insert(((arrival - way) / 60 % 168 + 168) % 168)
                arrival += 60
            }
        }
        return set
    }

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let stay = context.wholeNumber("stay", of: descriptor)
        let hours = PlaceHours(context.study)
        let sums = context.sumsOfPlaces()
        let count = context.sumTargets.count
        let found = hoursReach(context, hours, stay: stay)
        let isRecorded = (0..<count).map { hours?.isAnyRecorded($0, sums) ?? false }
        return IndicatorResult(
            context.residentValues(
                descriptor, parameters: context.catchmentParameters([("stay", "\(stay)")]),
                categories: context.sumTargets.map { context.targets[$0].id },
                hasData: { isRecorded[$0] && found != nil }
            ) { sum, area, counts, uncertain in
                guard let found else { return ResidentFigure() }
                let sure = area.mean(counts) { Double(found[$0][sum].sure) }
                let possible = area.mean(counts) { Double(found[$0][sum].possible) }
                return ResidentFigure(
                    value: sure, bounds: sure.flatMap { least in possible.map { least...max(least, $0) } },
                    interval: uncertain.mean(area.people, most: 168) { Double(found[$0][sum].sure) },
                    unrecorded: area.mean(counts) { found[$0][sum].silent })
            })
    }

    /// For each origin and sum in how many of the 168 hours something is surely and perhaps open, and which share of the
    /// places in reach has no hours on record; nothing where nobody knows any hours, nil without inhabitants.
    func hoursReach(
        _ context: IndicatorContext, _ hours: PlaceHours?, stay: Int
    ) -> [[(sure: Int, possible: Int, silent: Double)]]? {
        let sums = context.sumsOfPlaces()
        let count = context.sumTargets.count
        let isTimed = context.reach.first?.unit == .seconds
        return context.pairs?.map { block in
            block.origins.map { origin -> [(sure: Int, possible: Int, silent: Double)] in
                guard let hours else { return [] }
                var sure = [HourSet](repeating: HourSet(), count: count)
                var possible = sure
                var places = [Int](repeating: 0, count: count)
                var silent = places
                block.forEachPlace(of: origin) { place, cost in
                    guard cost <= context.catchment else { return }
                    let way = isTimed ? cost : 0
                    let own = ReachableHours.hours(hours.sure[place], way: way, stay: stay)
                    let perhaps =
                        hours.possible[place] == hours.sure[place]
                        ? own : ReachableHours.hours(hours.possible[place], way: way, stay: stay)
                    for sum in sums[place] {
                        sure[sum].formUnion(own)
                        possible[sum].formUnion(perhaps)
                        places[sum] += 1
                        if !hours.isRecorded[place] { silent[sum] += 1 }
                    }
                }
                return (0..<count).map {
                    (sure[$0].count, possible[$0].count, places[$0] == 0 ? 0 : Double(silent[$0]) / Double(places[$0]))
                }
            }
        }.flatMap(\.self)
    }
}

/// A set of the 168 hours of a week.
struct HourSet: Sendable {
    private var words: (UInt64, UInt64, UInt64) = (0, 0, 0)

    mutating func insert(_ hour: Int) {
        switch hour >> 6 {
        case 0: words.0 |= 1 << UInt64(hour)
        case 1: words.1 |= 1 << UInt64(hour - 64)
        default: words.2 |= 1 << UInt64(hour - 128)
        }
    }

    mutating func formUnion(_ other: HourSet) {
        words.0 |= other.words.0
        words.1 |= other.words.1
        words.2 |= other.words.2
    }

    var count: Int { words.0.nonzeroBitCount + words.1.nonzeroBitCount + words.2.nonzeroBitCount }
}
