internal import Town

/// The difference between a group and everybody else in what they have in their catchment, with the interval of
/// ``UnitPermutation``: two indicators that differ only in what is compared. Only the sums of places are compared (meeting
/// places, organised, everyday ones, services): among twenty categories chance alone would make one differ.
struct GroupDifference {
    /// How often the values change places.
    static let draws = IndicatorParameter(name: "draws", defaults: [999], range: 199...99_999)
    /// What the draws follow from.
    static let seed = IndicatorParameter(name: "seed", defaults: [1], range: 0...1_000_000)

    let descriptor: IndicatorDescriptor
    /// What a resident of an origin has.
    let column: @Sendable (_ access: CatchmentAccess, _ target: Int, _ scale: Int) -> [Double]
    /// How large a difference can be.
    let most: Double

    /// What is compared: the groups, the targets with places, and what each piece of the town has by each catchment.
    private struct Comparison {
        let town: AnalysisArea
        let population: PopulationTable
        let people: [Double]
        /// The indexes of the groups in the study, and for each who is in it and who is not.
        let groups: Range<Int>
        let sides: [UnitPermutation.Sides]
        /// The indexes of the targets in the context.
        let targets: [Int]
        /// For each scale, for each of the targets.
        let columns: [[[Double]]]
    }

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let groups = context.study.groups.indices.dropFirst()
        guard !groups.isEmpty, let town = context.areas.first(where: { $0.level == .town }) else { return [] }
        guard let access = CatchmentAccess(context), let population = context.study.population,
            let pieces = TownPieces(context, connected: context.reach.first?.connected)
        else { return unknown(context, town) }
        let targets = context.sumTargets.filter { context.targets[$0].placeCount > 0 }
        let comparison = Comparison(
            town: town, population: population, people: pieces.people(0), groups: groups,
            sides: groups.map { UnitPermutation.Sides(group: pieces.people($0), rest: pieces.rest($0)) },
            targets: targets,
            columns: CatchmentAccess.scales.indices.map { scale in
                targets.map { pieces.values(column(access, $0, scale)) }
            })
        let permutation = UnitPermutation(
            draws: Int(exactly: context.number("draws", of: descriptor).rounded()) ?? 0,
            seed: UInt64(exactly: context.number("seed", of: descriptor).rounded()) ?? 0)
        let found = TownPieces.Unit.allCases.map { unit in
            permutation.differences(
                of: comparison.columns[CatchmentAccess.plain], between: comparison.sides, people: comparison.people,
                units: pieces.units(unit))
        }
        let values = zip(TownPieces.Unit.allCases, found).flatMap { unit, own in
            let parameters = access.parameters.adding(
                parameters: ["draws": "\(permutation.draws)", "seed": "\(permutation.seed)", "unit": unit.rawValue])
            return context.sumTargets.flatMap { target in
                comparison.sides.indices.map { side in
                    value(context, comparison, target: target, side: side, parameters) { column in
                        own[side][column].map { ($0, Agreement(found.map { $0[side][column] })) }
                    }
                }
            }
        }
        return IndicatorResult(values, identities: identities(context, access, comparison))
    }

    /// Whether the units that change places agree: only what cells and quarters both show can be relied on.
    private enum Agreement {
        case difference, noDifference
        /// One unit shows a difference, another does not, or is too rare to tell.
        case oneUnitOnly

        /// - Parameter found: what each unit says; nil where it cannot tell.
        init(_ found: [UnitPermutation.Difference?]) {
            let showing = found.count { $0?.isReliable ?? false }
            self = showing == 0 ? .noDifference : showing < found.count ? .oneUnitOnly : .difference
        }

        /// Why the difference is not to be relied on.
        var reason: Reason? {
            switch self {
            case .difference: nil
            case .noDifference: .noReliableDifference
            case .oneUnitOnly: .oneUnitOnly
            }
        }
    }

    /// One row.
    private func value(
        _ context: IndicatorContext, _ comparison: Comparison, target: Int, side: Int, _ parameters: String,
        _ difference: (_ column: Int) -> (UnitPermutation.Difference, Agreement)?
    ) -> IndicatorValue {
        let group = comparison.groups.startIndex + side
        let sides = comparison.sides[side]
        func row(_ value: Double?, _ status: Status, n: Double? = nil, reason: Reason? = nil) -> IndicatorValue {
            comparison.town.value(
                descriptor, group: context.study.groups[group].id, category: context.targets[target].id,
                parameters: parameters, value: value, status: status, n: n, reason: reason)
        }
        // Targets without any place are not compared.
        guard let column = comparison.targets.firstIndex(of: target) else { return row(nil, .noData) }
        let worth = worth(context, comparison, sides, group: group)
        guard worth.hasBoth else { return row(nil, worth.status, n: worth.n) }
        if context.mixedGroups.contains(group) { return row(nil, .cannotTell, n: worth.n, reason: .mixedResolution) }
        guard let (difference, agreement) = difference(column) else {
            return row(nil, .cannotTell, n: worth.n, reason: .fewUnits)
        }
        var value = row(difference.observed, worth.status, n: worth.n)
        describe(
            &value, difference, agreement, between: sides,
            scales: comparison.columns.map { UnitPermutation.difference(of: $0[column], between: sides) })
        return value
    }

    /// Adds the interval, what the difference is with other catchments, and whether it is one to rely on.
    private func describe(
        _ value: inout IndicatorValue, _ difference: UnitPermutation.Difference, _ agreement: Agreement,
        between sides: UnitPermutation.Sides, scales: [Double]
    ) {
        value.lower = max(-most, difference.interval.lowerBound)
        value.upper = min(most, difference.interval.upperBound)
        value.band = scales.reduce(difference.observed...difference.observed) {
            min($0.lowerBound, $1)...max($0.upperBound, $1)
        }
        let fewest = min(sides.group.reduce(0, +), sides.rest.reduce(0, +))
        value.reason = agreement.reason ?? (fewest < EquityIndex.fewestPeople ? .smallCounts : nil)
        if value.reason != nil { value.status = .unreliable }
    }

    /// What a difference is worth before it is known, and whether there is anybody on both sides.
    private func worth(
        _ context: IndicatorContext, _ comparison: Comparison, _ sides: UnitPermutation.Sides, group: Int
    ) -> (hasBoth: Bool, status: Status, n: Double) {
        let (town, population) = (comparison.town, comparison.population)
        let connected = town.keeping(context.reach.first?.connected)
        let counts = population.counts[group]
        let worth = ReachWorth(town, ConnectedResidents(town, connected, counts), population, group: group) { 0 }
        guard worth.value != nil else { return (false, worth.status, worth.n) }
        guard sides.rest.contains(where: { $0 > 0 }) else { return (false, .notApplicable, worth.n) }
        return (true, population.isExact ? worth.status : .estimated, worth.n)
    }

    /// What all residents have together is what the group and the rest have: Σ P·x = Σ P_g·x + Σ P_rest·x.
    private func identities(
        _ context: IndicatorContext, _ access: CatchmentAccess, _ comparison: Comparison
    ) -> [Identity] {
        func total(_ people: [Double], _ column: [Double]) -> Double {
            zip(people, column).reduce(0) { $0 + $1.0 * $1.1 }
        }
        let people = comparison.people
        let columns = comparison.columns[CatchmentAccess.plain]
        return zip(comparison.groups, comparison.sides).flatMap { group, sides -> [Identity] in
            // Where noise makes a group larger than all residents of a cell, both sides are more than all.
            guard people.indices.allSatisfy({ sides.group[$0] <= people[$0] }) else { return [] }
            return zip(comparison.targets, columns).map { target, column in
                Identity(
                    "Σ P·x = Σ P_g·x + Σ P_rest·x", of: descriptor.id,
                    parameters: access.parameters.adding(
                        parameters: [
                            "category": context.targets[target].id, "group": context.study.groups[group].id,
                        ]),
                    left: total(people, column), right: total(sides.group, column) + total(sides.rest, column))
            }
        }
    }

    /// The rows where nobody lives.
    private func unknown(_ context: IndicatorContext, _ town: AnalysisArea) -> IndicatorResult {
        IndicatorResult(
            context.sumTargets.flatMap { target in
                context.study.groups.dropFirst().map { group in
                    town.value(
                        descriptor, group: group.id, category: context.targets[target].id,
                        parameters: ReachTable.unknownParameters,
                        value: nil, status: .noData)
                }
            })
    }
}

extension UnitPermutation {
    /// x̄_g − x̄_rest; 0 where nobody is on one of the sides.
    static func difference(of column: [Double], between sides: Sides) -> Double {
        func mean(_ people: [Double]) -> Double { WeightedValues(column, people: people)?.mean ?? 0 }
        return mean(sides.group) - mean(sides.rest)
    }
}
