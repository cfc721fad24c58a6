internal import Features
internal import Hours
internal import Town

/// The share of residents with at least one offer in reach that is surely paid for on a day: today, and on each 1 January
/// of the next years.
///
/// An offer whose end nobody recorded is not taken for permanent: the upper bound counts it, the value does not. What
/// happens once is not counted.
struct FundedAccess: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "funded_access", version: 1, unit: "share", theme: .durability, needs: [.population, .places, .offers],
        counting: .shareOfResidents, parameters: [IndicatorParameter(name: "years", defaults: [3], range: 0...20)],
        references: ["own definition (access by funding horizon)"], sheet: .fundedAccess)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let days = FundedAccess.days(context, years: context.wholeNumber("years", of: descriptor))
        let found = context.offersInReach()
        let horizon = found.map { AccessHorizon($0.offers, $0.inReach) }
        return IndicatorResult(
            days.flatMap { day in
                context.residentValues(
                    descriptor, parameters: context.catchmentParameters([("date", "\(day)")]), hasData: horizon != nil
                ) { area, counts, uncertain in
                    horizon?.share(area, counts, uncertain) { last in last.map { $0 >= day.dayNumber } ?? false }
                        ?? ResidentFigure()
                }
            })
    }

    /// The first day of the period and the 1 January of the years after it; none where the period names no day.
    static func days(_ context: IndicatorContext, years: Int) -> [CalendarDate] {
        guard let start = context.study.periodStart else { return [] }
        return [start]
            + (0..<max(years, 0)).compactMap { CalendarDate(year: start.year + 1 + $0, month: 1, day: 1) }
    }
}
