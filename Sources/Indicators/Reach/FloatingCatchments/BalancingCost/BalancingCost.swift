internal import Parallel
internal import Town
internal import Travel

/// How far one must go until as much is offered as is asked for (balancing cost, Barboza et al. 2021): the least cost c with
///
///     k·Σ_j S_j·1[c_ij ≤ c] ≥ Σ_l P_l·1[c_il ≤ c],   k = Σ P / Σ S
///
/// Supply is scaled to the people of the town, so that the question is whether a share of it is as near as the same share of
/// the people. The median of the residents; the band holds what is so with three and five quarters of the supply.
struct BalancingCost: Indicator {
    let descriptor: IndicatorDescriptor
    private let unit: CostUnit

    /// In minutes along streets.
    static let time = BalancingCost(
        id: "balancing_time", unitName: "min", unit: .seconds, sheet: .balancingTime)
    /// In metres in a straight line.
    static let distance = BalancingCost(
        id: "balancing_distance", unitName: "m", unit: .metres, sheet: .balancingDistance)

    private init(id: String, unitName: String, unit: CostUnit, sheet: MethodSheet) {
        self.unit = unit
        descriptor = IndicatorDescriptor(
            id: id, version: 1, unit: unitName, theme: .reach, needs: [.population, .places], isDefault: false,
            references: ["Barboza et al. 2021, Journal of Transport Geography 90:102924"], sheet: sheet)
    }

    /// Everybody is looked for from everybody: with more origins there is no result, as it would take minutes.
    static let mostOrigins = 50_000
    /// How much of the supply must do: all, three quarters, five quarters.
    private static let factors = CatchmentWeight.bandFactors

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        guard let population = context.study.population, let people = population.counts.first,
            let number = context.requests.firstIndex(where: { $0.measure.unit == unit })
        else { return IndicatorResult(context.unknownReachValues(descriptor)) }
        let supplies = context.targets.map { TargetSupply($0, context.study.places) }
        let costs =
            people.count > BalancingCost.mostOrigins
            ? nil : (try? costs(context, request: number, population, people, supplies)) ?? nil
        let isTooLarge = costs == nil
        func cost(_ factor: Int, _ target: Int, _ origin: Int) -> Double { costs?[factor][target][origin] ?? .infinity }
        let values = context.reachValues(
            descriptor, context.reach[number], parameters: context.reach[number].measureParameters,
            band: { area, target, counts in
                let all = BalancingCost.factors.indices.compactMap { factor in
                    area.median(counts) { cost(factor, target, $0) }
                }
                guard let least = all.min(), let greatest = all.max() else { return nil }
                return least...greatest
            },
            { area, target, counts in area.median(counts) { cost(0, target, $0) } })
        let targets = Dictionary(uniqueKeysWithValues: context.targets.indices.map { (context.targets[$0].id, $0) })
        return IndicatorResult(
            values.map { value in
                var value = value
                if let target = value.category.flatMap({ targets[$0] }), value.status != .noData {
                    value.parameters += ";supply=\(supplies[target].measure.rawValue)"
                    value.unrecorded = supplies[target].unrecorded
                }
                if value.band == nil || value.value == nil { value.band = nil }
                if isTooLarge, value.status == .notReachable { (value.status, value.reason) = (.cannotTell, .tooLarge) }
                return value
            }.inTableOrder())
    }

    // MARK: - Costs

    /// For each factor and target the balancing cost of each origin in the unit of limits; infinite where there is none. Nil
    /// where there are too many pairs.
    private func costs(
        _ context: IndicatorContext, request number: Int, _ population: PopulationTable, _ people: [Double],
        _ supplies: [TargetSupply]
    ) throws(ReachQueryError) -> [[[Double]]]? {
        let request = context.requests[number]
        let plain = request.limits.filter { $0.speed == nil }.map(\.value)
        let farthest = 2 * (plain.last ?? 0)
        let pairs: PlacePairs
        if number == 0, let known = context.pairs {
            // Those of the first measure are there already.
            pairs = known
        } else {
            pairs = try PlacePairs(
                population: population, places: context.study.places, request: request, farthest: farthest)
        }
        let everywhere = people.map { _ in 1.0 }
        let anything = context.study.places.xs.indices.map { place in
            supplies.contains { $0.amounts[place] > 0 } ? 1.0 : 0
        }
        guard let table = SupplyPairs(pairs, people: everywhere, supply: anything, farthest: farthest) else {
            return nil
        }
        // How many people live as near is asked at the places only.
        let distances = people.indices.map { origin in
            table.costs[table.pairs(of: origin)].sorted().reduce(into: [Double]()) { distinct, cost in
                if distinct.last != cost { distinct.append(cost) }
            }
        }
        let around = try PeopleAround(people: people, costs: distances).sums(population, request, farthest: farthest)
        let total = people.reduce(0, +)
        let scales = supplies.map { supply in
            let offered = supply.amounts.reduce(0, +)
            return offered > 0 ? total / offered : 0
        }
        let balances = parallelMap(people.count) { origin in
            let demand = zip(distances[origin], around[origin]).map { Amount(cost: $0, amount: $1) }
            return supplies.indices.map { target in
                let supply = table.pairs(of: origin)
                    .map { Amount(cost: table.costs[$0], amount: supplies[target].amounts[Int(table.places[$0])]) }
                    .filter { $0.amount > 0 }.sorted { $0.cost < $1.cost }
                return BalancingCost.factors.map { factor in
                    BalancingCost.value(supply: supply, scale: factor * scales[target], demand: demand) ?? .infinity
                }
            }
        }
        return BalancingCost.factors.indices.map { factor in
            supplies.indices.map { target in balances.map { $0[target][factor] } }
        }
    }

    /// What lies at a cost from an origin.
    struct Amount: Sendable, Hashable {
        var cost: Double
        var amount: Double
    }

    /// The least cost at which supply in reach, scaled, is at least the demand in reach; nil where none is. A balance of
    /// nothing with nothing is none, so it is at the cost of a place.
    ///
    /// - Parameters:
    ///   - supply: the supply around an origin, ascending by cost.
    ///   - demand: the people around it, ascending by cost, each with the sum up to it.
    static func value(supply: [Amount], scale: Double, demand: [Amount]) -> Double? {
        var (offered, next, asked) = (0.0, 0, 0.0)
        for (index, place) in supply.enumerated() {
            offered += place.amount * scale
            // What is equally far belongs together.
            if index + 1 < supply.count, supply[index + 1].cost == place.cost { continue }
            while next < demand.count, demand[next].cost <= place.cost {
                asked = demand[next].amount
                next += 1
            }
            if offered >= asked * (1 - 1e-9) { return place.cost }
        }
        return nil
    }
}
