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

    /// Everybody is looked for from everybody: with more origins there is no result.
    static let mostOrigins = 10_000
    /// How much of the supply must do: all, three quarters, five quarters.
    private static let factors = CatchmentWeight.bandFactors

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        guard let population = context.study.population, let people = population.counts.first,
            let number = context.requests.firstIndex(where: { $0.measure.unit == unit })
        else { return IndicatorResult(context.unknownReachValues(descriptor)) }
        let supplies = context.targets.map { TargetSupply($0, context.study.places) }
        let isTooLarge = people.count > BalancingCost.mostOrigins
        let costs = isTooLarge ? nil : try? costs(context, request: number, population, people, supplies)
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

    /// For each factor and target the balancing cost of each origin in the unit of limits; infinite where there is none.
    private func costs(
        _ context: IndicatorContext, request number: Int, _ population: PopulationTable, _ people: [Double],
        _ supplies: [TargetSupply]
    ) throws(ReachQueryError) -> [[[Double]]] {
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
        let offered = supplies.map { $0.amounts.reduce(0, +) }
        let total = people.reduce(0, +)
        let around = try PeopleAround(population, people, request: request, farthest: farthest)
        // The places of each origin, which are few beside the people.
        let places = pairs.map { block in
            block.origins.map { origin in
                var places = OriginPairs()
                places.read(origin, of: block)
                return places
            }
        }.flatMap(\.self)
        let parts = around.map { origin, demand in
            supplies.indices.map { target in
                let supply = zip(places[origin].places, places[origin].costs)
                    .map { Amount(cost: $1, amount: supplies[target].amounts[Int($0)]) }
                    .filter { $0.amount > 0 }.sorted { $0.cost < $1.cost }
                return BalancingCost.factors.map { factor in
                    offered[target] > 0
                        ? BalancingCost.value(
                            supply: supply, scale: factor * total / offered[target], demand: demand) ?? .infinity
                        : .infinity
                }
            }
        }
        return BalancingCost.factors.indices.map { factor in
            supplies.indices.map { target in parts.map { $0[target][factor] } }
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

/// The people around each origin.
private struct PeopleAround {
    private let search: any PairSearch
    /// The people of each destination of the search.
    private let people: [Double]
    private let divisor: Double

    init(
        _ population: PopulationTable, _ people: [Double], request: ReachRequest, farthest: Double
    ) throws(ReachQueryError) {
        let inhabited = people.indices.filter { people[$0] > 0 }
        self.people = inhabited.map { people[$0] }
        divisor = request.measure.unit == .seconds ? 60 : 1
        search = request.measure.pairs(
            originXs: population.xs, originYs: population.ys,
            query: try ReachQuery(
                xs: inhabited.map { population.xs[$0] }, ys: inhabited.map { population.ys[$0] },
                categories: inhabited.map { _ in 0 }, categoryCount: 1, limits: []), limit: farthest * divisor)
    }

    /// Calls `body` for each origin with the people around it, ascending by cost, each with the sum up to it.
    func map<Result: Sendable>(_ body: @Sendable (Int, [BalancingCost.Amount]) -> Result) -> [Result] {
        search.map { rows in
            rows.origins.map { origin in
                var around: [BalancingCost.Amount] = []
                rows.forEachPair(of: origin) { destination, cost in
                    around.append(BalancingCost.Amount(cost: cost / divisor, amount: people[destination]))
                }
                around.sort { $0.cost < $1.cost }
                var sum = 0.0
                for index in around.indices {
                    sum += around[index].amount
                    around[index].amount = sum
                }
                return body(origin, around)
            }
        }.flatMap(\.self)
    }
}
