internal import Features
internal import Hours
internal import Town

/// How much access the recorded funding holds in a year: the residents with an offer in reach, each counted for the part
/// of the year in which one is surely paid for. APY = Σ_i P_i · Σ_d 1[A_i(d) ≥ 1] / days of the year.
///
/// For the year of the period and the next. In the year of the period days before its start count like its start, since
/// nobody recorded when offers began.
struct AccessPersonYears: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "access_person_years", version: 1, unit: "person_years", theme: .durability,
        needs: [.population, .places, .offers],
        isDefault: false, references: ["own definition (access-person-years)"], sheet: .accessPersonYears)

    /// The share of a year's days with access, until the last day, itself included.
    static func share(ofYear year: Int, until last: Int?) -> Double {
        guard let last, let first = CalendarDate(year: year, month: 1, day: 1)?.dayNumber,
            let end = CalendarDate(year: year, month: 12, day: 31)?.dayNumber, last >= first
        else { return 0 }
        return Double(min(last, end) - first + 1) / Double(end - first + 1)
    }

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let found = context.offersInReach()
        let horizon = found.map { AccessHorizon($0.offers, $0.inReach) }
        let years = context.study.periodStart.map { [$0.year, $0.year + 1] } ?? []
        return IndicatorResult(
            years.flatMap { year in
                context.residentValues(
                    descriptor, parameters: context.catchmentParameters([("year", "\(year)")]), hasData: horizon != nil
                ) { area, counts, _ in
                    guard let horizon else { return ResidentFigure() }
                    let people = area.residents(counts)
                    func sum(_ days: [Int?]) -> Double? {
                        area.mean(counts) { AccessPersonYears.share(ofYear: year, until: days[$0]) }.map { $0 * people }
                    }
                    let sure = sum(horizon.sure)
                    return ResidentFigure(
                        value: sure,
                        bounds: sure.flatMap { least in
                            sum(horizon.possible).map { least...max(least, $0) }
                        },
                        unrecorded: area.mean(counts) { horizon.unrecorded[$0] })
                }
            })
    }
}
