internal import Town

/// The share of residents with at least one place in reach that is open in a part of the week: weekday mornings,
/// afternoons and evenings, Saturday, Sunday.
///
/// A place is open in a part of the week where it is open throughout the stay (an hour by default) on one of its days at least. What is
/// not recorded is neither open nor closed: the upper bound counts it. A slot that belongs to one group is its protected space
/// and takes nothing from anybody.
struct OpenAccess: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "open_access", version: 1, unit: "share", theme: .rooms, needs: [.population, .places],
        counting: .shareOfResidents, parameters: [IndicatorParameter(name: "stay", defaults: [60], range: 1...600)],
        references: ["Weber & Kwan 2002, The Professional Geographer 54(2):226–240"], sheet: .openAccess)

    /// The parts of the week: their names, days from Monday = 0, and minutes after midnight.
    static let slots: [(name: String, days: ClosedRange<Int>, minutes: Range<Int>)] = [
        ("weekday_morning", 0...4, 480..<720), ("weekday_afternoon", 0...4, 720..<1_080),
        ("weekday_evening", 0...4, 1_080..<1_320), ("saturday", 5...5, 480..<1_320), ("sunday", 6...6, 480..<1_320),
    ]

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let stay = context.wholeNumber("stay", of: descriptor)
        let hours = PlaceHours(context.study)
        let sums = context.sumsOfPlaces()
        let count = context.sumTargets.count
        let found = slotReach(context, hours, stay: stay)
        let isRecorded = (0..<count).map { hours?.isAnyRecorded($0, sums) ?? false }
        return IndicatorResult(
            OpenAccess.slots.indices.flatMap { slot in
                context.residentValues(
                    descriptor,
                    parameters: context.catchmentParameters([
                        ("slot", OpenAccess.slots[slot].name), ("stay", "\(stay)"),
                    ]),
                    categories: context.sumTargets.map { context.targets[$0].id },
                    hasData: { isRecorded[$0] && found != nil }
                ) { sum, area, counts, uncertain in
                    guard let found else { return ResidentFigure() }
                    let sure = area.mean(counts) { found[$0].isOpen(slot, sum) ? 1 : 0 }
                    let possible = area.mean(counts) { found[$0].mayBeOpen(slot, sum) ? 1 : 0 }
                    return ResidentFigure(
                        value: sure, bounds: sure.flatMap { least in possible.map { least...max(least, $0) } },
                        interval: area.shareInterval(uncertain) { found[$0].isOpen(slot, sum) },
                        unrecorded: area.mean(counts) { found[$0].unrecorded(sum) })
                }
            })
    }

    /// For each origin, slot and sum whether something is surely or perhaps open; and of each sum the places in reach. Nil
    /// without inhabitants.
    func slotReach(_ context: IndicatorContext, _ hours: PlaceHours?, stay: Int) -> [SlotReach]? {
        let sums = context.sumsOfPlaces()
        let count = context.sumTargets.count
        let windows = OpenAccess.slots.map { slot in
            slot.days.map { $0 * 1_440 + slot.minutes.lowerBound..<$0 * 1_440 + slot.minutes.upperBound }
        }
        let open = hours.map { hours in windows.map { window in hours.sure.map { $0.fits(stay, in: window) } } }
        let perhaps = hours.map { hours in windows.map { window in hours.possible.map { $0.fits(stay, in: window) } } }
        return context.pairs?.map { block in
            block.origins.map { origin -> SlotReach in
                var reach = SlotReach(slots: windows.count, sums: count)
                guard let hours, let open, let perhaps else { return reach }
                block.forEachPlace(of: origin) { place, cost in
                    guard cost <= context.catchment else { return }
                    for sum in sums[place] {
                        reach.count(sum, isRecorded: hours.isRecorded[place])
                        for slot in windows.indices {
                            reach.add(slot, sum, open: open[slot][place], perhaps: perhaps[slot][place])
                        }
                    }
                }
                return reach
            }
        }.flatMap(\.self)
    }

    /// What an origin has in reach in each part of the week.
    struct SlotReach: Sendable {
        private var open: [Bool]
        private var perhaps: [Bool]
        private var places: [Int]
        private var silent: [Int]

        init(slots: Int, sums: Int) {
            open = [Bool](repeating: false, count: slots * sums)
            perhaps = open
            places = [Int](repeating: 0, count: sums)
            silent = places
        }

        mutating func count(_ sum: Int, isRecorded: Bool) {
            places[sum] += 1
            if !isRecorded { silent[sum] += 1 }
        }

        mutating func add(_ slot: Int, _ sum: Int, open isOpen: Bool, perhaps mayBe: Bool) {
            if isOpen { open[slot * places.count + sum] = true }
            if mayBe { perhaps[slot * places.count + sum] = true }
        }

        func isOpen(_ slot: Int, _ sum: Int) -> Bool { open[slot * places.count + sum] }
        func mayBeOpen(_ slot: Int, _ sum: Int) -> Bool { perhaps[slot * places.count + sum] }
        func unrecorded(_ sum: Int) -> Double {
            places[sum] == 0 ? 0 : Double(silent[sum]) / Double(places[sum])
        }
    }
}
