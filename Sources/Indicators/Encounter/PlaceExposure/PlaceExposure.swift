internal import Town

/// The share of a group h among the people whom the members of a group g may meet at the places that they reach,
/// x_gh = Σ_j (N_jg/N_g)·(N_jh/N_j), for all residents and each group, in the town and in each area.
///
/// A possibility, not a counted encounter: nobody observed who goes where. Compare with ``HomeExposure``.
struct PlaceExposure: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "place_exposure", version: 1, unit: "share", theme: .encounter, needs: [.population, .groups, .places],
        references: [
            "Own definition (place exposure), after joint access: Neutens et al. 2008, Computers, Environment and Urban "
                + "Systems 32(5):331–342",
            "Social interaction potential: Farber et al. 2013, Annals of the Association of American Geographers 103",
            "Exposure: Massey & Denton 1988, Social Forces 67(2):281–315",
        ], sheet: .placeExposure)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let others = context.study.groups.indices.dropFirst()
        guard !others.isEmpty else { return [] }
        let questions = context.visitorQuestions
        let study = context.encounterStudy
        let (sums, noise) = (study.sums, study.noise)
        return IndicatorResult(
            others.flatMap { other in
                context.encounterValues(
                    descriptor, with: other,
                    parameters: context.visitorParameters([("with", context.study.groups[other].id)])
                ) { area, sum, group in
                    let found = questions.indices.map {
                        sums?.exposure(area: area, question: $0, sum: sum, group: group, other: other)
                    }
                    return EncounterFigure(
                        value: found[0]?.places, members: found[0]?.members,
                        band: band(of: found[0]?.places, found.map { $0?.places }),
                        bounds: found[0].flatMap { exposure in
                            noise?.interval(
                                about: exposure.places, in: 0...1, area: area, sum: sum, group: group, other: other
                            ) { $0.places }
                        })
                }
            }, identities: sums.map { identities(context, $0) } ?? [])
    }

    /// Σ_h x_gh = 1 over everybody: the part of h from the residents' side, that of all others from the places' side.
    private func identities(_ context: IndicatorContext, _ sums: ExposureSums) -> [Identity] {
        let (choice, visitors) = (sums.choice, sums.visitors)
        let groups = context.study.groups.indices
        return context.sumTargets.enumerated().flatMap { sum, target in
            groups.flatMap { group in
                groups.dropFirst().compactMap { other -> Identity? in
                    guard let own = sums.exposureOfEverybody(sum: sum, group: group, other: other) else { return nil }
                    let rest = PlaceExposure.value(
                        context.openPlaces.filter { choice.sumsOfPlace[$0].contains(sum) }.map { place in
                            let all = visitors.number(0, sum: sum, group: 0, place: place)
                            return (
                                visitors.number(0, sum: sum, group: group, place: place),
                                all - visitors.number(0, sum: sum, group: other, place: place), all
                            )
                        })
                    return Identity(
                        "Σ_h x_gh = 1", of: descriptor.id,
                        parameters: context.visitorParameters([
                            ("category", context.targets[target].id), ("group", context.study.groups[group].id),
                            ("with", context.study.groups[other].id),
                        ]), left: own.places + (rest ?? 0), right: 1)
                }
            }
        }
    }

    /// x_gh = Σ_j (N_jg/N_g)·(N_jh/N_j) from the visitors of places; nil where nobody of g comes.
    static func value(_ places: [(group: Double, other: Double, all: Double)]) -> Double? {
        let members = places.reduce(0) { $0 + $1.group }
        guard members > 0 else { return nil }
        return places.reduce(0) { $1.all > 0 ? $0 + $1.group / members * $1.other / $1.all : $0 }
    }
}
