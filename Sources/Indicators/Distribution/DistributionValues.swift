internal import Town

extension IndicatorContext {
    /// The values of a figure of spatial distribution for the town: by zoning, each group against all others, the three
    /// parts of each.
    ///
    /// - Parameters:
    ///   - towns: the town by every zoning, see ``zonedTowns(_:)``.
    ///   - figure: the figure of a group.
    func distributionValues(
        _ descriptor: IndicatorDescriptor, _ towns: [ZonedTown], figure: (TwoGroupUnits) -> DistributionFigure
    ) -> [IndicatorValue] {
        guard let area = areas.first(where: { $0.level == .town }) else { return [] }
        let groups = study.groups.indices.dropFirst()
        guard let population = study.population, !towns.isEmpty else {
            return zoningIDs(descriptor).flatMap { zoning in
                groups.flatMap { group in
                    DistributionWorth.unknown.values(
                        descriptor, area, group: study.groups[group].id, parameters: ["zoning=\(zoning)"])
                }
            }
        }
        return towns.flatMap { town in
            let deviations = town.deviations { drawn in groups.map { drawn.units(ofGroup: $0).map(figure) } }
            return groups.enumerated().flatMap { index, group in
                DistributionWorth(
                    self, descriptor, area, town, population, groups: [group],
                    figure: { town.units(ofGroup: group).map(figure) }
                )
                .values(
                    descriptor, area, group: study.groups[group].id, parameters: ["zoning=\(town.zoning.id)"],
                    deviations: deviations?[index])
            }
        }
    }

    /// The values of a figure of two groups for the town: by zoning, each group with each other one that the project names
    /// (parameter `with`), in both directions, the three parts of each.
    func pairValues(
        _ descriptor: IndicatorDescriptor, _ towns: [ZonedTown], figure: (GroupPair) -> DistributionFigure
    ) -> [IndicatorValue] {
        guard let area = areas.first(where: { $0.level == .town }) else { return [] }
        let groups = study.groups.indices.dropFirst()
        let pairs = groups.flatMap { group in groups.filter { $0 != group }.map { (group: group, other: $0) } }
        func rows(
            _ worth: DistributionWorth, _ pair: (group: Int, other: Int), zoning: String, _ deviations: [Double]? = nil
        ) -> [IndicatorValue] {
            worth.values(
                descriptor, area, group: study.groups[pair.group].id,
                parameters: ["with=\(study.groups[pair.other].id)", "zoning=\(zoning)"], deviations: deviations)
        }
        guard let population = study.population, !towns.isEmpty else {
            return zoningIDs(descriptor).flatMap { zoning in pairs.flatMap { rows(.unknown, $0, zoning: zoning) } }
        }
        // Over quarters, where counts are as they were given: spread over cells, groups without anybody in common can be
        // more than all residents there.
        let quarters = towns.first { $0.zoning.id == zoningIDs(descriptor).first }
        return towns.flatMap { town in
            let deviations = town.deviations { drawn in
                pairs.map { drawn.pair(of: $0.group, with: $0.other).map(figure) }
            }
            return pairs.enumerated().flatMap { index, pair in
                let worth = DistributionWorth(
                    self, descriptor, area, town, population, groups: [pair.group, pair.other],
                    areOverlapping: quarters?.areOverlapping(pair.group, pair.other) ?? false,
                    figure: { town.pair(of: pair.group, with: pair.other).map(figure) })
                return rows(worth, pair, zoning: town.zoning.id, deviations?[index])
            }
        }
    }

    /// The values of a figure of all groups together, where they are a partition of all residents; else none.
    func partitionValues(
        _ descriptor: IndicatorDescriptor, _ towns: [ZonedTown], figure: (GroupUnits) -> DistributionFigure
    ) -> [IndicatorValue] {
        guard let area = areas.first(where: { $0.level == .town }), let population = study.population else { return [] }
        return towns.filter(\.isPartition).flatMap { town in
            town.allGroups().map { units in
                DistributionWorth(area, town, population, units: units, figure: figure).values(
                    descriptor, area, group: nil,
                    parameters: ["groups=\(study.groups.count - 1)", "zoning=\(town.zoning.id)"],
                    deviations: town.deviations { [$0.allGroups().map(figure)] }?.first)
            } ?? []
        }
    }

    /// What must hold of every group by every zoning.
    func distributionIdentities(
        _ name: String, _ descriptor: IndicatorDescriptor, _ towns: [ZonedTown],
        sides: (TwoGroupUnits) -> (left: Double, right: Double)
    ) -> [Identity] {
        towns.flatMap { town in
            study.groups.indices.dropFirst().compactMap { group in
                town.units(ofGroup: group).map(sides).map { left, right in
                    Identity(
                        name, of: descriptor.id,
                        parameters: "group=\(study.groups[group].id);zoning=\(town.zoning.id)", left: left,
                        right: right)
                }
            }
        }
    }
}

/// A figure by one zoning with what it is worth.
private struct DistributionWorth {
    private var figure: DistributionFigure?
    private var status: Status
    private var reason: Reason?
    private var unrecorded: Double?
    private var n: Double?

    /// Where nobody knows who lives where.
    static let unknown = DistributionWorth(status: .noData)

    private init(status: Status) { self.status = status }

    /// A group against all others, or two groups.
    init(
        _ context: IndicatorContext, _ descriptor: IndicatorDescriptor, _ area: AnalysisArea, _ town: ZonedTown,
        _ population: PopulationTable, groups: [Int], areOverlapping: Bool = false,
        figure make: () -> DistributionFigure?
    ) {
        self.init(status: .valid)
        n = area.residents(population.counts[0])
        let leastPeople = context.number(DistributionParameter.leastPeople.name, of: descriptor)
        var doubts: [Reason] = groups.contains(where: context.mixedGroups.contains) ? [.mixedResolution] : []
        for group in groups {
            if town.isMixed(group: group) {
                (status, reason) = (.cannotTell, .mixedResolution)
                return
            }
            let members = area.residents(population.counts[group])
            guard let units = town.units(ofGroup: group) else {
                let isEverybody = n ?? 0 > 0 && members > 0
                let absent = population.uncertain(group: n ?? 0 > 0 ? group : 0)
                status = isEverybody ? .notApplicable : area.withoutResidents(absent)
                reason = isEverybody ? .noVariation : nil
                return
            }
            if let refusal = DistributionGuard.refusal(
                town, units: units.count, members: members, leastPeople: leastPeople)
            {
                (status, reason) = refusal
                return
            }
            let spread = population.uncertain(group: group).sum(area.people)
            let open = min(1, (spread.highest - spread.lowest) / members)
            if open > 0 { unrecorded = max(unrecorded ?? 0, open) }
            if open > DistributionGuard.mostOpen { doubts.append(.muchNotRecorded) }
            if let doubt = DistributionGuard.doubt(
                units: units.count, observed: units.dissimilarity, random: units.randomDissimilarity,
                noise: town.noiseDissimilarity(ofGroup: group))
            {
                doubts.append(doubt)
            }
        }
        if areOverlapping {
            (status, reason) = (.notApplicable, .groupsOverlap)
            return
        }
        guard let figure = make() else {
            (status, reason) = (.notApplicable, .noVariation)
            return
        }
        tell(figure, doubt: doubts.first, town, population)
    }

    /// All groups together.
    init(
        _ area: AnalysisArea, _ town: ZonedTown, _ population: PopulationTable, units: GroupUnits,
        figure make: (GroupUnits) -> DistributionFigure
    ) {
        self.init(status: .valid)
        n = area.residents(population.counts[0])
        if let refusal = DistributionGuard.refusal(
            town, units: units.count, members: .infinity, leastPeople: 0)
        {
            (status, reason) = refusal
            return
        }
        let doubt = DistributionGuard.doubt(
            units: units.count, observed: units.mutualInformation, random: units.randomMutualInformation, noise: 0)
        tell(make(units), doubt: doubt, town, population)
    }

    private mutating func tell(
        _ figure: DistributionFigure, doubt: Reason?, _ town: ZonedTown, _ population: PopulationTable
    ) {
        self.figure = figure
        reason = doubt
        let isEstimated = town.isEstimated || !population.isExact
        status = doubt != nil ? .unreliable : isEstimated ? .estimated : .valid
    }

    /// The rows of the three parts.
    ///
    /// - Parameter deviations: how far noise moves each; nil without noise.
    func values(
        _ descriptor: IndicatorDescriptor, _ area: AnalysisArea, group: String?, parameters: [String],
        deviations: [Double]? = nil
    ) -> [IndicatorValue] {
        DistributionFigure.partNames.enumerated().map { index, part in
            let number = figure?.parts[index].value
            // What chance makes cannot be taken off where nobody has a neighbour.
            var value = area.value(
                descriptor, group: group, parameters: (parameters + ["part=\(part)"]).sorted().joined(separator: ";"),
                value: number, status: figure != nil && number == nil ? .notApplicable : status, n: n,
                unrecorded: unrecorded, reason: reason)
            if let number, let deviation = deviations?[index], deviation > 0 {
                let reach = SpreadInterval.standardDeviations * deviation
                let least = part == "corrected" ? -1.0 : 0
                value.lower = min(number, max(least, number - reach))
                value.upper = max(number, descriptor.unit == "nats" ? number + reach : min(1, number + reach))
            }
            return value
        }
    }
}
