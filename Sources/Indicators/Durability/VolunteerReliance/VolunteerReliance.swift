internal import Town

/// The share of the work behind the offers in reach that volunteers do, averaged over the residents with an offer of
/// which it is recorded.
struct VolunteerReliance: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "volunteer_reliance", version: 1, unit: "share", theme: .durability,
        needs: [.population, .places, .offers],
        isDefault: false, references: ["own definition"], sheet: .volunteerReliance)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let found = context.offersInReach()
        let isRecorded = found?.offers.offers.contains { $0.volunteers != nil } ?? false
        return IndicatorResult(
            context.residentValues(
                descriptor, parameters: context.catchmentParameters([]), hasData: isRecorded
            ) { area, counts, _ in
                guard let found else { return ResidentFigure() }
                func known(_ origin: Int) -> [Double] {
                    found.inReach[origin].compactMap { found.offers.offers[$0].volunteers }
                }
                return ResidentFigure(
                    value: area.mean(
                        counts,
                        ofKnown: { origin -> Double? in
                            let shares = known(origin)
                            return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
                        }),
                    unrecorded: area.mean(counts) { origin -> Double in
                        let all = found.inReach[origin].count
                        return all == 0 ? 0 : 1 - Double(known(origin).count) / Double(all)
                    })
            })
    }
}
