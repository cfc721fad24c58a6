internal import Town
internal import Travel

/// What those who live at each origin have of one thing, so that two states of a town can be compared person by person:
/// how many places within a limit, how far the next one is, in how many hours of the week something is open.
///
/// The levels are those that an indicator of the catalogue sums up, so their mean over the residents who reach the streets
/// is its value (but for the way to the nearest place, whose indicator is a median).
public struct OriginLevels: Sendable {
    /// What tells one thing from another, whatever the state of the town.
    public struct Subject: Sendable, Hashable {
        /// The indicator's id.
        public let indicator: String
        /// The parameters in canonical form.
        public let parameters: String
        /// The id of the sum of places or of the category.
        public let category: String
        /// The unit: `share`, `min`, `m`, `places`, `hours`, `offers`.
        public let unit: String
    }

    /// What is looked at.
    public let subject: Subject
    /// What is certain, one level for each origin; infinite where no place can be reached.
    public let sure: [Double]
    /// What is certain or may be, since hours are not recorded; otherwise the same.
    public let possible: [Double]
    /// Whether a lower level is the better one, as of the way to a place.
    public let isBetterBelow: Bool
    /// Differences below this are none to anybody: a minute on foot, 50 m in a straight line; 0 for what is counted.
    public let tolerance: Double

    /// How many offers lie within the limit; an id beside those of the catalogue, since the catalogue counts places.
    public static let offersWithin = "offers_within"

    /// The least difference of ways that counts, in minutes and in metres.
    static let leastWay = (minutes: 1.0, metres: 50.0)

    /// What the residents have of the main things, by the first measure: a place within the middle limit, how many, how far
    /// the nearest is, what is open in the evening and at the weekend, in how many hours, how many offers. Ways at other
    /// speeds and by other means are left out. Empty without inhabitants.
    ///
    /// - Parameter categories: the ids of categories that are looked at beside the sums of places.
    public static func all(_ context: IndicatorContext, categories: Set<String>) -> [OriginLevels] {
        guard let reach = context.reach.first, let population = context.study.population else { return [] }
        let count = population.xs.count
        let plain = reach.limits.indices.filter { reach.limits[$0].speed == nil }
        guard let limit = plain.isEmpty ? nil : plain[plain.count / 2] else { return [] }
        var levels: [OriginLevels] = []
        for target in context.targets.indices {
            let id = context.targets[target].id
            guard ReachTarget.sums.contains(id) || categories.contains(id) else { continue }
            let within = (0..<count).map { Double(reach.count(target: target, limit: limit, origin: $0)) }
            let parameters = reach.parameters(limit: limit)
            levels.append(OriginLevels("coverage_share", parameters, id, "share", within.map { min($0, 1) }))
            levels.append(OriginLevels("places_within", parameters, id, "places", within))
            levels.append(nearest(reach, target: target, id, count))
        }
        levels += hours(context)
        levels += offers(context)
        return levels
    }

    /// The same thing where there is none of it: no place, no way, no hour.
    public var withNothing: OriginLevels {
        OriginLevels(
            subject.indicator, subject.parameters, subject.category, subject.unit,
            sure.map { _ in isBetterBelow ? .infinity : 0 }, isBetterBelow: isBetterBelow, tolerance: tolerance)
    }

    private init(
        _ indicator: String, _ parameters: String, _ category: String, _ unit: String, _ sure: [Double],
        possible: [Double]? = nil, isBetterBelow: Bool = false, tolerance: Double = 0
    ) {
        subject = Subject(indicator: indicator, parameters: parameters, category: category, unit: unit)
        self.sure = sure
        self.possible = possible ?? sure
        self.isBetterBelow = isBetterBelow
        self.tolerance = tolerance
    }

    private static func nearest(_ reach: ReachTable, target: Int, _ id: String, _ count: Int) -> OriginLevels {
        let isTimed = reach.unit == .seconds
        let divisor = isTimed ? 60_000.0 : 1_000
        return OriginLevels(
            isTimed ? "nearest_time" : "nearest_distance", reach.measureParameters, id, isTimed ? "min" : "m",
            (0..<count).map { reach.nearest(target: target, origin: $0).map { Double($0) / divisor } ?? .infinity },
            isBetterBelow: true, tolerance: isTimed ? leastWay.minutes : leastWay.metres)
    }

    /// What is open, where the period names a day by which hours can be read.
    private static func hours(_ context: IndicatorContext) -> [OriginLevels] {
        guard let hours = PlaceHours(context.study) else { return [] }
        let ids = context.sumTargets.map { context.targets[$0].id }
        var levels: [OriginLevels] = []
        let access = OpenAccess()
        let stay = context.wholeNumber("stay", of: access.descriptor)
        if let found = access.slotReach(context, hours, stay: stay) {
            for (slot, part) in OpenAccess.slots.enumerated() {
                let parameters = context.catchmentParameters([("slot", part.name), ("stay", "\(stay)")])
                for sum in ids.indices {
                    levels.append(
                        OriginLevels(
                            access.descriptor.id, parameters, ids[sum], "share",
                            found.map { $0.isOpen(slot, sum) ? 1 : 0 },
                            possible: found.map { $0.mayBeOpen(slot, sum) ? 1 : 0 }))
                }
            }
        }
        let reachable = ReachableHours()
        let least = context.wholeNumber("stay", of: reachable.descriptor)
        if let found = reachable.hoursReach(context, hours, stay: least) {
            let parameters = context.catchmentParameters([("stay", "\(least)")])
            for sum in ids.indices {
                levels.append(
                    OriginLevels(
                        reachable.descriptor.id, parameters, ids[sum], "hours", found.map { Double($0[sum].sure) },
                        possible: found.map { Double($0[sum].possible) }))
            }
        }
        return levels
    }

    /// How many offers take place at places in reach; those that come to people are everywhere and left out.
    private static func offers(_ context: IndicatorContext) -> [OriginLevels] {
        guard let offers = context.study.offers, let pairs = context.pairs else { return [] }
        var offersOfPlace = [[Int32]](repeating: [], count: context.study.places.count)
        for offer in 0..<offers.count {
            for place in offers.places(ofOffer: offer) { offersOfPlace[Int(place)].append(Int32(offer)) }
        }
        let offersAt = offersOfPlace
        let found = pairs.map { block in
            block.origins.map { origin -> Double in
                var inReach: Set<Int32> = []
                block.forEachPlace(of: origin) { place, cost in
                    if cost <= context.catchment { inReach.formUnion(offersAt[place]) }
                }
                return Double(inReach.count)
            }
        }.flatMap(\.self)
        return [OriginLevels(offersWithin, context.catchmentParameters(), "offers", "offers", found)]
    }
}
