internal import Town

/// The share of supply that is lost: because nobody lives in the catchment of a place, or on the way to it.
///
/// Both are what is missing in the balances of the family: places without demand give nothing to anybody, and where the
/// distance discounts supply (``ModifiedTwoStepCatchment``), people receive less than there is.
enum LostSupply {
    /// The rows of the whole town: the share of each target's supply.
    ///
    /// - Parameter lost: the lost supply and all that counts, of a solution.
    static func result(
        _ context: IndicatorContext, _ descriptor: IndicatorDescriptor, _ method: CatchmentMethod,
        weights: [CatchmentWeight], lost: (CatchmentTotals) -> (part: Double, whole: Double)
    ) -> IndicatorResult {
        guard let town = context.areas.first(where: { $0.level == .town }) else { return [] }
        let evaluation = CatchmentEvaluation(context: context, descriptor: descriptor, weights: weights)
        let supplies = context.targets.map { TargetSupply($0, context.study.places) }
        var shares: [[Double?]] = supplies.map { _ in weights.map { _ in nil } }
        if let pairs = context.pairs, let people = context.study.population?.counts.first,
            people.contains(where: { $0 > 0 })
        {
            let solutions = FloatingCatchment(
                method: method, weights: weights, demand: people,
                places: CompetingPlaces(supply: supplies.map(\.amounts), placeCount: context.study.places.count)
            ).solve(pairs)
            shares = supplies.indices.map { target in
                weights.indices.map { weight in
                    let (part, whole) = lost(solutions[target * weights.count + weight].totals)
                    return whole > 0 ? min(max(part / whole, 0), 1) : nil
                }
            }
        }
        return IndicatorResult(
            context.targets.indices.map { target in
                let isRecorded = context.targets[target].placeCount > 0
                let value = isRecorded ? shares[target][0] : nil
                let band = evaluation.band(shares[target])
                return town.value(
                    descriptor, category: context.targets[target].id,
                    parameters: evaluation.canonical(0, supplies[target]), value: value,
                    status: value != nil
                        ? .valid : isRecorded && context.study.population != nil ? .notApplicable : .noData,
                    n: Double(context.targets[target].placeCount), band: value == nil ? nil : band,
                    unrecorded: isRecorded ? supplies[target].unrecorded : nil)
            }.inTableOrder())
    }
}

/// The share of supply at places that nobody lives in the catchment of.
struct SupplyWithoutDemand: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "supply_without_demand", version: 1, unit: "share", theme: .reach, needs: [.population, .places],
        isDefault: false, parameters: [IndicatorContext.catchmentFactor],
        references: ["own definition, after Luo & Wang 2003, Environment and Planning B 30(6):865–884"],
        sheet: .supplyWithoutDemand)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        LostSupply.result(
            context, descriptor, .twoStep,
            weights: CatchmentWeight.band(context.catchment(of: descriptor), CatchmentWeight.binary)
        ) { ($0.withoutDemand, $0.supplied + $0.withoutDemand) }
    }
}

/// The share of supply that distance takes away: 1 − Σ P·A / Σ S of the modified two-step catchment.
struct SupplyLostOnTheWay: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "supply_lost_on_the_way", version: 1, unit: "share", theme: .reach, needs: [.population, .places],
        isDefault: false, parameters: [IndicatorContext.catchmentFactor],
        references: ["Delamater 2013, Health & Place 24:30–43"],
        sheet: .supplyLostOnTheWay)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        LostSupply.result(
            context, descriptor, .modified,
            weights: CatchmentWeight.stepsWithBand(context.catchment(of: descriptor))
        ) { ($0.lostOnTheWay, $0.supplied) }
    }
}
