internal import Town

/// The share of a group h among the people next to whom the members of a group g live, x_gh = Σ_i (P_ig/P_g)·(P_ih/P_i), i
/// the quarters, or the cells or points that people are counted at; over those of g who have a place in reach, so that it
/// compares with ``PlaceExposure``.
struct HomeExposure: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "home_exposure", version: 1, unit: "share", theme: .encounter, needs: [.population, .groups, .places],
        references: ["Exposure: Massey & Denton 1988, Social Forces 67(2):281–315"], sheet: .homeExposure)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let others = context.study.groups.indices.dropFirst()
        guard !others.isEmpty else { return [] }
        let questions = context.visitorQuestions
        let study = context.encounterStudy
        let (sums, noise) = (study.sums, study.noise)
        return IndicatorResult(
            others.flatMap { other in
                ExposureSums.Home.allCases.flatMap { home in
                    context.encounterValues(
                        descriptor, with: other,
                        parameters: context.catchmentParameters([
                            ("home", home.rawValue), ("with", context.study.groups[other].id),
                        ])
                    ) { area, sum, group in
                        let found = questions.indices.map {
                            sums?.exposure(area: area, question: $0, sum: sum, group: group, other: other)
                        }
                        return EncounterFigure(
                            value: found[0]?.home(home), members: found[0]?.members,
                            band: band(of: found[0]?.home(home), found.map { $0?.home(home) }),
                            bounds: found[0].flatMap { exposure in
                                noise?.interval(
                                    about: exposure.home(home), in: 0...1, area: area, sum: sum, group: group,
                                    other: other
                                ) { $0.home(home) }
                            })
                    }
                }
            })
    }
}
