internal import Town

/// What is left if one operator stops: the share of residents all of whose offers in reach are run by the same one.
///
/// For areas the share of residents whose access rests on any single operator; for each operator the share of the town's
/// residents that would have no offer left without it. All of it stays in the town hall: where few carry much, a share says
/// who is meant.
struct OperatorLoss: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "operator_loss", version: 1, unit: "share", theme: .durability, needs: [.population, .places, .offers],
        isInternal: true, counting: .shareOfResidents, references: ["own definition (leave one operator out)"],
        sheet: .operatorLoss)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let found = context.offersInReach()
        let dependence = found.map { OperatorDependence($0.offers, $0.inReach) }
        let parameters = context.catchmentParameters([])
        var values = context.residentValues(descriptor, parameters: parameters, hasData: dependence != nil) {
            area, counts, uncertain in
            guard let dependence else { return ResidentFigure() }
            return ResidentFigure(
                value: area.mean(counts) { dependence.only($0) == nil ? 0 : 1 },
                interval: area.shareInterval(uncertain) { dependence.only($0) != nil },
                unrecorded: area.mean(counts) { dependence.unrecorded($0) })
        }
        guard let dependence, let town = context.areas.first, let population = context.study.population else {
            return IndicatorResult(values)
        }
        let connected = town.keeping(context.reach.first?.connected)
        for (number, name) in dependence.operators.enumerated() {
            for group in context.study.groups.indices {
                let counts = population.counts[group]
                let share = connected.mean(counts) { dependence.only($0) == number ? 1 : 0 }
                values.append(
                    IndicatorValue(
                        level: .operator, areaID: name, areaName: name, group: context.study.groups[group].id,
                        category: nil, indicator: descriptor.id, parameters: parameters,
                        methodVersion: descriptor.version, value: share, unit: descriptor.unit,
                        status: share == nil ? .notApplicable : population.areCells ? .estimated : .valid,
                        n: connected.residents(counts), isInternal: descriptor.isInternal))
            }
        }
        return IndicatorResult(values)
    }
}
