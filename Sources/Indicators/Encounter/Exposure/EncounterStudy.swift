internal import Town

/// What place exposure, home exposure and the gain rest on, computed once for all three.
struct EncounterStudy: Sendable {
    /// With whom people could be and live; nil without inhabitants or groups.
    let sums: ExposureSums?
    /// The town for draws; nil where there are too many classes of reach.
    let town: ClassedTown?
    /// How far all of it moves with noise; nil where counts are exact.
    let noise: ExposureNoise?

    init(_ context: IndicatorContext) {
        let sums = context.exposureSums(context.visitorQuestions)
        let town = sums.flatMap { sums in
            context.pairs.flatMap { ClassedTown(context, $0, sums.people, sums.choice) }
        }
        noise = sums.flatMap { sums in
            town.flatMap { town in
                context.study.population.flatMap { ExposureNoise($0, sums.people, town) }
            }
        }
        self.sums = sums
        self.town = town
    }
}

extension IndicatorContext {
    /// What indicators of encounter rest on.
    var encounterStudy: EncounterStudy { encounter { EncounterStudy(self) } }
}
