internal import Features
internal import Hours
internal import Town

/// The share of residents who have their last surely paid offer in reach until a day and none on the next: one figure
/// for each day on which the funding of something ends, from the start of the period to the end of the year after next.
///
/// A_i(d) − A_i(d + 1) with A_i(d) = 1 where an offer in reach is surely paid for on day d. Where an offer
/// of unknown end is in reach as well nobody can tell, so the lower bound leaves these residents out.
struct AccessCliff: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "access_cliff", version: 1, unit: "share", theme: .durability, needs: [.population, .places, .offers],
        counting: .shareOfResidents, references: ["own definition (access cliff by funding horizon)"],
        sheet: .accessCliff)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let found = context.offersInReach()
        let horizon = found.map { AccessHorizon($0.offers, $0.inReach) }
        let days = found.map { AccessCliff.ends($0.offers, context) } ?? []
        // Without any end there is one figure: nobody loses anything.
        let asked: [CalendarDate?] = days.isEmpty ? [nil] : days
        return IndicatorResult(
            asked.flatMap { day in
                context.residentValues(
                    descriptor,
                    parameters: context.catchmentParameters([("last_day", day.map { "\($0)" } ?? "none")]),
                    hasData: horizon != nil
                ) { area, counts, uncertain in
                    horizon?.share(area, counts, uncertain) { last in last != nil && last == day?.dayNumber }
                        ?? ResidentFigure()
                }
            })
    }

    /// The days within the horizon on which funding ends, each once.
    private static func ends(_ offers: FundedOffers, _ context: IndicatorContext) -> [CalendarDate] {
        guard let start = context.study.periodStart,
            let last = CalendarDate(year: start.year + 2, month: 12, day: 31)
        else { return [] }
        let days = Set(offers.offers.compactMap(\.lastDay)).filter { (start.dayNumber...last.dayNumber).contains($0) }
        return days.sorted().compactMap(CalendarDate.init(dayNumber:))
    }
}
