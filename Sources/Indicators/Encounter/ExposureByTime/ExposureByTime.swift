internal import Town

/// Place exposure in a part of the week: as ``PlaceExposure``, over the places that are then open to everybody for an hour
/// without a break.
///
/// What a group has to itself is supply, and protected space; it is no place of encounter and does not count here. Places of
/// which nobody recorded the hours are left out of the value; the other bound counts them.
struct ExposureByTime: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "place_exposure_by_time", version: 1, unit: "share", theme: .encounter,
        needs: [.population, .groups, .places], isDefault: false,
        parameters: [IndicatorParameter(name: "stay", defaults: [60], range: 1...600)],
        references: [
            "Own definition (place exposure); time: Weber & Kwan 2002, The Professional Geographer 54(2):226–240"
        ], sheet: .exposureByTime)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let others = context.study.groups.indices.dropFirst()
        guard !others.isEmpty else { return [] }
        let stay = Int(exactly: context.number("stay", of: descriptor).rounded()) ?? 60
        let hours = PlaceHours(context.study)
        let unrecorded = context.sumTargets.indices.map { unrecordedShare(context, hours, sum: $0) }
        return IndicatorResult(
            OpenAccess.slots.flatMap { slot -> [IndicatorValue] in
                let windows = slot.days.map {
                    $0 * 1_440 + slot.minutes.lowerBound..<$0 * 1_440 + slot.minutes.upperBound
                }
                let questions = VisitorQuestion.alternatives(
                    catchment: context.catchment, isOpen: hours?.sure.map { $0.fits(stay, in: windows) } ?? [])
                let perhaps = VisitorQuestion(
                    catchment: context.catchment, split: .equal,
                    isOpen: hours?.possible.map { $0.fits(stay, in: windows) } ?? [])
                let sums = hours.flatMap { _ in context.exposureSums(questions + [perhaps]) }
                return others.flatMap { other in
                    context.encounterValues(
                        descriptor, with: other,
                        parameters: context.visitorParameters([
                            ("slot", slot.name), ("stay", "\(stay)"), ("with", context.study.groups[other].id),
                        ]), hasData: { unrecorded[$0] < 1 }
                    ) { area, sum, group in
                        func places(_ question: Int) -> Double? {
                            sums?.exposure(area: area, question: question, sum: sum, group: group, other: other)?
                                .places
                        }
                        let own = places(0)
                        return EncounterFigure(
                            value: own,
                            members: sums?.exposure(area: area, sum: sum, group: group, other: other)?.members,
                            band: band(of: own, questions.indices.map(places)),
                            bounds: unrecorded[sum] > 0 ? band(of: own, [places(questions.count)]) : nil,
                            unrecorded: unrecorded[sum])
                    }
                }
            })
    }

    /// The share of the places of a sum whose hours nobody recorded; 1 without places.
    private func unrecordedShare(_ context: IndicatorContext, _ hours: PlaceHours?, sum: Int) -> Double {
        let members = Set(context.targets[context.sumTargets[sum]].categories)
        let places = context.openPlaces.filter { members.contains(context.study.places.categoryIndexes[$0]) }
        guard let hours, !places.isEmpty else { return 1 }
        return Double(places.count { !hours.isRecorded[$0] }) / Double(places.count)
    }
}
