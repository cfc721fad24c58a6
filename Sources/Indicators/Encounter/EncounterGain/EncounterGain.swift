internal import Town

/// What places add to home: the share of a group h among those whom people may meet at the places in their reach, less its
/// share where they live, x_gh − x_gh^home. Above zero places bring people together with more of h than live next to them.
///
/// Large catchments mix, whoever lives where. Therefore the gain stands beside what chance makes, see ``GainByChance``
/// (`people=exchanged`): a gain within that range is no reliable difference. A possibility, not a counted encounter.
struct EncounterGain: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "encounter_gain", version: 1, unit: "share_difference", theme: .encounter,
        needs: [.population, .groups, .places],
        parameters: [
            IndicatorParameter(name: "draws", defaults: [199], range: 39...9_999),
            IndicatorParameter(name: "seed", defaults: [1], range: 0...1_000_000),
        ],
        references: [
            "Own definition (place exposure less home exposure)",
            "Permutation of whole units: Good 2005, Permutation, Parametric and Bootstrap Tests of Hypotheses",
        ], sheet: .encounterGain)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let others = context.study.groups.indices.dropFirst()
        guard !others.isEmpty else { return [] }
        let questions = context.visitorQuestions
        let study = context.encounterStudy
        let (sums, noise) = (study.sums, study.noise)
        let (byChance, reason, draws) = byChance(context, study)
        return IndicatorResult(
            others.flatMap { other in
                ExposureSums.Home.allCases.flatMap { home -> [IndicatorValue] in
                    let parameters = [
                        ("home", home.rawValue), ("with", context.study.groups[other].id), ("draws", "\(draws)"),
                        ("seed", "\(seed(context))"), ("unit", "origin"),
                    ]
                    return context.encounterValues(
                        descriptor, with: other,
                        parameters: context.visitorParameters(parameters + [("people", "recorded")])
                    ) { area, sum, group in
                        let found = questions.indices.map {
                            sums?.exposure(area: area, question: $0, sum: sum, group: group, other: other)
                        }
                        let gain = found[0]?.gain(home)
                        let chance = byChance?.chance(area: area, sum: sum, group: group, other: other, home: home)
                        let isWithin = gain.flatMap { gain in chance.map { $0.range.contains(gain) } } ?? false
                        return EncounterFigure(
                            value: gain, members: found[0]?.members, band: band(of: gain, found.map { $0?.gain(home) }),
                            bounds: gain.flatMap { gain in
                                noise?.interval(
                                    about: gain, in: -1...1, area: area, sum: sum, group: group, other: other
                                ) { $0.gain(home) }
                            },
                            reason: isWithin ? .noReliableDifference : reason)
                    }
                        + context.encounterValues(
                            descriptor, with: other,
                            parameters: context.visitorParameters(parameters + [("people", "exchanged")])
                        ) { area, sum, group in
                            let found = sums?.exposure(area: area, sum: sum, group: group, other: other)
                            let chance = found.flatMap { _ in
                                byChance?.chance(area: area, sum: sum, group: group, other: other, home: home)
                            }
                            return EncounterFigure(
                                value: chance?.mean, members: found?.members, bounds: chance?.range,
                                reason: found != nil && chance == nil ? reason ?? .smallCounts : nil)
                        }
                }
            })
    }

    private func seed(_ context: IndicatorContext) -> UInt64 {
        UInt64(exactly: context.number("seed", of: descriptor).rounded()) ?? 1
    }

    /// What chance makes, or why it is not known; with the number of draws.
    private func byChance(
        _ context: IndicatorContext, _ study: EncounterStudy
    ) -> (chance: GainByChance?, reason: Reason?, draws: Int) {
        let asked = Int(exactly: context.number("draws", of: descriptor).rounded()) ?? CountDraws.fewest
        guard let sums = study.sums, let population = context.study.population else {
            return (nil, nil, asked)
        }
        let order = sums.people.order(xs: population.xs, ys: population.ys)
        let draws = CountDraws.number(asked, origins: order.count)
        guard order.count >= GainByChance.fewestUnits else { return (nil, .fewUnits, draws) }
        guard let town = study.town else { return (nil, .tooLarge, draws) }
        return (GainByChance(town, sums.people, order: order, draws: draws, seed: seed(context)), nil, draws)
    }
}
