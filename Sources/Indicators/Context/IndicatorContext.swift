internal import Overlay
public import Town
public import Travel

/// What indicators are computed from: the study, its areas with the people in them, and who reaches what.
public struct IndicatorContext: Sendable {
    /// The town.
    public let study: Study
    /// The areas: the town, its quarters, focus areas, other areas.
    public let areas: [AnalysisArea]
    /// What is looked for: all meeting places, all services, then each category.
    public let targets: [ReachTarget]
    /// Who reaches what, by one measure after another; the first is the one that reports tell of. Empty without
    /// inhabitants.
    public let reach: [ReachTable]
    /// Who reaches a stop, along streets rather than in a straight line; nil without inhabitants or stops.
    let stopReach: StopReach?
    /// All pairs of an origin and a place within twice the ``catchment``; nil without inhabitants.
    let pairs: PlacePairs?
    /// The ways of getting about that reach was asked for, the first of which reports tell of.
    public let requests: [ReachRequest]
    /// The limits of the first measure, ascending: minutes on foot, or metres in a straight line.
    public let limits: [Double]
    /// What the project asks of the catalogue.
    public let settings: IndicatorSettings
    /// What reach was asked for in, whether anybody lives here or not.
    let units: Set<CostUnit>
    /// The groups, by their index, that are counted at other origins than all residents are: see ``MixedResolution``.
    let mixedGroups: Set<Int>
    /// With whom people could be: see ``EncounterStudy``.
    let encounter = ComputedOnce<EncounterStudy>()

    /// Puts the areas and targets of a study together and computes reach by each measure.
    ///
    /// - Throws: where the study's coordinates are not finite, which readers rule out.
    public init(
        study: Study, requests: [ReachRequest], settings: IndicatorSettings = IndicatorSettings()
    ) throws(ReachQueryError) {
        self.study = study
        self.settings = settings
        self.requests = requests
        let limits = requests.first?.limits.filter { $0.speed == nil }.map(\.value) ?? []
        self.limits = limits
        let areas = AnalysisArea.all(of: study)
        self.areas = areas
        mixedGroups =
            study.population.flatMap { population in
                areas.first { $0.level == .town }.map { MixedResolution.groups(population, town: $0) }
            } ?? []
        let targets = ReachTarget.all(of: study.places)
        self.targets = targets
        units = Set(requests.map { $0.measure.unit })
        var reach: [ReachTable] = []
        var stopReach: StopReach?
        var pairs: PlacePairs?
        if let population = study.population {
            if let request = requests.first, let farthest = limits.last {
                pairs = try PlacePairs(
                    population: population, places: study.places, request: request, farthest: 2 * farthest,
                    keeping: PlacePairs.bytesOfMany)
            }
            for request in requests {
                reach.append(
                    try ReachTable(population: population, places: study.places, targets: targets, request: request))
            }
            let forStops = requests.filter { $0.stopLimit != nil }
            // The way along streets, where there is one.
            if let stops = study.stops,
                let request = forStops.first(where: { $0.measure.unit == .seconds }) ?? forStops.first
            {
                stopReach = try StopReach(population: population, stops: stops, request: request)
            }
        }
        self.reach = reach
        self.stopReach = stopReach
        self.pairs = pairs
    }

    /// The largest of the ``limits``: how far a place draws people from.
    var catchment: Double { limits.last ?? 0 }

    /// Reach in a straight line within distances in metres, ascending.
    public init(study: Study, measure: some ReachMeasure, limits: [Double]) throws(ReachQueryError) {
        try self.init(study: study, requests: [ReachRequest(straightLine: measure, distances: limits)])
    }
}
