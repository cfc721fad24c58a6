internal import Town

/// An index of what the residents of the town have, or why there is none.
enum EquityIndex: Sendable {
    /// The index, with a reason to take it with care.
    case value(Double, Reason?)
    /// The index means nothing here.
    case refused(Status, Reason)

    /// The value, where there is one.
    var number: Double? {
        if case .value(let number, _) = self { number } else { nil }
    }

    /// Fewer cells than these say nothing of how evenly things are spread.
    static let fewestUnits = UnitPermutation.fewestUnits
    /// Fewer people than these are single households.
    static let fewestPeople = 30.0

    /// The guards that all indexes of this theme share; nil where the index may be computed.
    ///
    /// - Parameters:
    ///   - columns: what people have; nil where nobody is counted.
    ///   - fewest: the least number of units that the index makes sense with.
    static func refusal(_ columns: WeightedValues?, fewest: Int = fewestUnits) -> EquityIndex? {
        guard let columns, columns.unitCount >= fewest else { return .refused(.cannotTell, .fewUnits) }
        // Where nobody has anything there is nothing to divide: undefined, not 0.
        return columns.mean > 0 ? nil : .refused(.notApplicable, .noVariation)
    }
}

/// The frame that the indexes of this theme share: the town, each target, some groups.
extension IndicatorContext {
    /// The values of an index for the whole town.
    ///
    /// - Parameters:
    ///   - groups: the groups of the study that rows are made for.
    ///   - more: the parameters beside those of the catchment.
    ///   - compute: the index over the pieces, for a group and what each piece has. Called for each catchment; the answers
    ///     for the smaller and the larger one are the band.
    ///   - possible: between what the index lies, whoever lives where.
    ///   - column: what an origin has: the number of places in its catchment, or whether there is one.
    func equityValues(
        _ descriptor: IndicatorDescriptor, groups: Range<Int>, more: [String: String] = [:],
        possible: ClosedRange<Double>,
        column: (_ access: CatchmentAccess, _ target: Int, _ scale: Int) -> [Double] = {
            $0.counts($1, scale: $2)
        },
        _ compute: @Sendable (_ pieces: TownPieces, _ group: Int, _ values: [Double]) -> EquityIndex
    ) -> [IndicatorValue] {
        guard let town = areas.first(where: { $0.level == .town }) else { return [] }
        let access = CatchmentAccess(self)
        let connected = reach.first?.connected
        let pieces = access.flatMap { _ in TownPieces(self, connected: connected) }
        let draws = pieces.flatMap { pieces in study.population.flatMap { EquityDraws(pieces, $0) } }
        let isOpen = study.population?.isOpen ?? false
        let parameters = (access?.parameters ?? ReachTable.unknownParameters).adding(parameters: more)
        return targets.indices.flatMap { target in
            groups.map { group in
                let id = study.groups[group].id
                func value(
                    _ number: Double?, _ status: Status, n: Double? = nil, band: ClosedRange<Double>? = nil,
                    bounds: ClosedRange<Double>? = nil, reason: Reason? = nil
                ) -> IndicatorValue {
                    var value = town.value(
                        descriptor, group: id, category: targets[target].id, parameters: parameters, value: number,
                        status: status, n: n, band: band, reason: reason)
                    (value.lower, value.upper) = (bounds?.lowerBound, bounds?.upperBound)
                    return value
                }
                guard let access, let pieces, let population = study.population, targets[target].placeCount > 0 else {
                    return value(nil, .noData)
                }
                let counts = population.counts[group]
                let has = pieces.values(column(access, target, CatchmentAccess.plain))
                var index: EquityIndex?
                let worth = ReachWorth(
                    town, ConnectedResidents(town, town.keeping(connected), counts), population, group: group
                ) {
                    index = compute(pieces, group, has)
                    return index?.number
                }
                switch index {
                case nil: return value(nil, worth.status, n: worth.n)
                case .refused(let status, let reason): return value(nil, status, n: worth.n, reason: reason)
                case .value(let number, let reason):
                    let others = CatchmentAccess.scales.indices.compactMap { scale in
                        compute(pieces, group, pieces.values(column(access, target, scale))).number
                    }
                    let isSmall = worth.n < EquityIndex.fewestPeople
                    let bounds = draws?.interval(about: number, in: possible) { compute($0, group, has).number }
                    return value(
                        number,
                        isSmall || isOpen ? .unreliable : bounds == nil ? worth.status : .estimated, n: worth.n,
                        band: (others + [number]).reduce(number...number) {
                            min($0.lowerBound, $1)...max($0.upperBound, $1)
                        }, bounds: bounds,
                        reason: isSmall ? .smallCounts : reason)
                }
            }
        }
    }
}
