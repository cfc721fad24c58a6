internal import Town

/// What two indicators of single places share: who the expected visitors of each place are, as mixes of groups.
///
/// All of it is internal: who could come to a single house says much about its few neighbours.
struct PlaceMixes: Sendable {
    /// Fewer expected visitors than these are single households, and their mix is chance.
    static let fewestVisitors = 30.0

    private let people: EncounterPeople
    private let visitors: PlaceVisitors
    private let choice: PlaceChoice
    private let population: PopulationTable

    /// Nil without inhabitants.
    init?(_ context: IndicatorContext) {
        guard let pairs = context.pairs, let population = context.study.population else { return nil }
        // Beside the usual ways, with nobody divided among places.
        let undivided = VisitorQuestion(catchment: context.catchment, split: .undivided)
        self.population = population
        people = EncounterPeople(population)
        choice = PlaceChoice(context, context.visitorQuestions + [undivided])
        visitors = PlaceVisitors(context, pairs, people, choice)
    }

    /// The mix of all residents of the town; nil where there are none.
    func mix(ofTown context: IndicatorContext, _ division: EncounterPeople.Division) -> GroupMix? {
        guard let town = context.areas.first(where: { $0.level == .town }) else { return nil }
        return GroupMix(division.numbers { town.residents(people.counts[$0]) })
    }

    /// The values of a figure of mixes for each place that is not sensitive.
    ///
    /// - Parameter figure: the figure; nil where it makes no sense.
    func values(
        _ context: IndicatorContext, _ descriptor: IndicatorDescriptor,
        _ figure: (GroupMix, EncounterPeople.Division) -> Double?
    ) -> [IndicatorValue] {
        let parameters = context.visitorParameters()
        return context.openPlaces.flatMap { place -> [IndicatorValue] in
            guard let kind = choice.sumsOfPlace[place].first else { return [] }
            return people.divisions.map { division in
                let group = division.group.map { context.study.groups[$0].id }
                func mix(_ question: Int) -> GroupMix? {
                    GroupMix(
                        division.numbers { visitors.number(question, sum: kind, group: $0, place: place) })
                }
                let expected = visitors.number(0, sum: kind, group: 0, place: place)
                func refusal(_ status: Status, _ reason: Reason?) -> IndicatorValue {
                    context.value(
                        ofPlace: place, descriptor, group: group, parameters: parameters, value: nil, status: status,
                        n: expected, reason: reason)
                }
                if division.parts.compactMap(\.self).contains(where: context.mixedGroups.contains) {
                    return refusal(.cannotTell, .mixedResolution)
                }
                guard let own = mix(0) else { return refusal(.notApplicable, nil) }
                guard expected >= PlaceMixes.fewestVisitors else { return refusal(.cannotTell, .smallCounts) }
                guard let value = figure(own, division) else { return refusal(.notApplicable, .noVariation) }
                let all = choice.questions.indices.compactMap { mix($0).flatMap { figure($0, division) } }
                return context.value(
                    ofPlace: place, descriptor, group: group, parameters: parameters, value: value,
                    status: population.areCells || !population.isExact ? .estimated : .valid, n: expected,
                    band: min(value, all.min() ?? value)...max(value, all.max() ?? value))
            }
        }
    }
}
