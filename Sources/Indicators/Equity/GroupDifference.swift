internal import Town

/// The difference between a group and everybody else in what they have in their catchment, with the interval of
/// ``UnitPermutation``: two indicators that differ only in what is compared.
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

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let groups = context.study.groups.indices.dropFirst()
        guard !groups.isEmpty, let town = context.areas.first(where: { $0.level == .town }) else { return [] }
        guard let access = CatchmentAccess(context), let population = context.study.population,
            let pieces = TownPieces(context, connected: context.reach.first?.connected)
        else { return unknown(context, town) }
        let permutation = UnitPermutation(
            draws: Int(exactly: context.number("draws", of: descriptor)) ?? 0,
            seed: UInt64(exactly: context.number("seed", of: descriptor)) ?? 0)
        // Targets without any place are not compared.
        let targets = context.targets.indices.filter { context.targets[$0].placeCount > 0 }
        let people = pieces.people(0)
        let sides = groups.map { UnitPermutation.Sides(group: pieces.people($0), rest: pieces.rest($0)) }
        let columns = CatchmentAccess.scales.indices.map { scale in
            targets.map { pieces.values(column(access, $0, scale)) }
        }
        var values: [IndicatorValue] = []
        for unit in TownPieces.Unit.allCases {
            let parameters = access.parameters.adding(
                parameters: ["draws": "\(permutation.draws)", "seed": "\(permutation.seed)", "unit": unit.rawValue])
            let found = permutation.differences(
                of: columns[CatchmentAccess.plain], between: sides, people: people, units: pieces.units(unit))
            for target in context.targets.indices {
                for (side, group) in groups.enumerated() {
                    func row(_ value: Double?, _ status: Status, n: Double?, reason: Reason? = nil) -> IndicatorValue {
                        town.value(
                            descriptor, group: context.study.groups[group].id, category: context.targets[target].id,
                            parameters: parameters, value: value, status: status, n: n, reason: reason)
                    }
                    guard let position = targets.firstIndex(of: target) else {
                        values.append(row(nil, .noData, n: nil))
                        continue
                    }
                    let worth = worth(context, town, population, sides[side], group: group)
                    guard worth.value != nil else {
                        values.append(row(nil, worth.status, n: worth.n))
                        continue
                    }
                    guard let difference = found[side][position] else {
                        values.append(row(nil, .cannotTell, n: worth.n, reason: .fewUnits))
                        continue
                    }
                    var value = row(difference.observed, worth.status, n: worth.n)
                    describe(
                        &value, difference, between: sides[side],
                        scales: columns.map { UnitPermutation.difference(of: $0[position], between: sides[side]) })
                    values.append(value)
                }
            }
        }
        return IndicatorResult(
            values, identities: identities(context, access, columns[CatchmentAccess.plain], targets, people, sides))
    }

    /// Adds the interval, what the difference is with other catchments, and whether it is one to rely on.
    private func describe(
        _ value: inout IndicatorValue, _ difference: UnitPermutation.Difference, between sides: UnitPermutation.Sides,
        scales: [Double]
    ) {
        value.lower = max(-most, difference.interval.lowerBound)
        value.upper = min(most, difference.interval.upperBound)
        value.band = scales.reduce(difference.observed...difference.observed) {
            min($0.lowerBound, $1)...max($0.upperBound, $1)
        }
        let fewest = min(sides.group.reduce(0, +), sides.rest.reduce(0, +))
        if !difference.isReliable {
            value.reason = .noReliableDifference
        } else if fewest < EquityIndex.fewestPeople {
            value.reason = .smallCounts
        }
        if value.reason != nil { value.status = .unreliable }
    }

    /// What a difference is worth before it is known: nothing where nobody is on one of the sides.
    private func worth(
        _ context: IndicatorContext, _ town: AnalysisArea, _ population: PopulationTable,
        _ sides: UnitPermutation.Sides, group: Int
    ) -> (value: Double?, status: Status, n: Double) {
        let connected = town.keeping(context.reach.first?.connected)
        let counts = population.counts[group]
        let worth = ReachWorth(town, ConnectedResidents(town, connected, counts), population, group: group) { 0 }
        guard worth.value != nil else { return (nil, worth.status, worth.n) }
        guard sides.rest.contains(where: { $0 > 0 }) else { return (nil, .notApplicable, worth.n) }
        return (0, population.isExact ? worth.status : .estimated, worth.n)
    }

    /// What all residents have together is what the group and the rest have: Σ P·x = Σ P_g·x + Σ P_rest·x.
    private func identities(
        _ context: IndicatorContext, _ access: CatchmentAccess, _ columns: [[Double]], _ targets: [Int],
        _ people: [Double], _ sides: [UnitPermutation.Sides]
    ) -> [Identity] {
        func total(_ people: [Double], _ column: [Double]) -> Double {
            zip(people, column).reduce(0) { $0 + $1.0 * $1.1 }
        }
        return sides.enumerated().flatMap { side, both -> [Identity] in
            // Where noise makes a group larger than all residents of a cell, both sides are more than all.
            let isWhole = people.indices.allSatisfy { both.group[$0] <= people[$0] }
            guard isWhole else { return [] }
            return targets.enumerated().map { position, target in
                Identity(
                    "Σ P·x = Σ P_g·x + Σ P_rest·x", of: descriptor.id,
                    parameters: access.parameters.adding(
                        parameters: [
                            "category": context.targets[target].id,
                            "group": context.study.groups.dropFirst()[side + 1].id,
                        ]),
                    left: total(people, columns[position]),
                    right: total(both.group, columns[position]) + total(both.rest, columns[position]))
            }
        }
    }

    /// The rows where nobody lives.
    private func unknown(_ context: IndicatorContext, _ town: AnalysisArea) -> IndicatorResult {
        IndicatorResult(
            context.targets.flatMap { target in
                context.study.groups.dropFirst().map { group in
                    town.value(
                        descriptor, group: group.id, category: target.id, parameters: ReachTable.unknownParameters,
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
