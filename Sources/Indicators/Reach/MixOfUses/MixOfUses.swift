#if canImport(Glibc)
    internal import Glibc
#endif
internal import Town

/// How many kinds of places a resident has in reach, as effective numbers: Hill numbers of order 0 (kinds), 1 (e to the
/// Shannon entropy) and 2 (the inverse Simpson index) of the places within the catchment by category, averaged over the
/// residents.
///
/// qD = (Σ_k p_k^q)^(1/(1−q)); order 1 is the limit exp(−Σ p ln p). 0 where nothing is in reach. Always ⁰D ≥ ¹D ≥ ²D.
struct MixOfUses: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "mix_of_uses", version: 1, unit: "kinds", theme: .reach, needs: [.population, .places], isDefault: false,
        references: [
            "Hill 1973, Ecology 54(2):427–432", "Shannon 1948, Bell System Technical Journal 27:379–423",
        ],
        sheet: .mixOfUses)

    /// The Hill number of an order for the numbers of places of each kind; 0 where there are none.
    static func hill(_ counts: [Int], order: Int) -> Double {
        let all = Double(counts.reduce(0, +))
        guard all > 0 else { return 0 }
        let shares = counts.filter { $0 > 0 }.map { Double($0) / all }
        switch order {
        case 0: return Double(shares.count)
        case 1: return exp(-shares.reduce(0) { $0 + $1 * log($1) })
        default: return pow(shares.reduce(0) { $0 + pow($1, Double(order)) }, 1 / (1 - Double(order)))
        }
    }

    /// The orders, and the catchments tried, as factors.
    private static let orders = [0, 1, 2]
    private static let factors = [1, 0.75, 1.25]

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let places = context.study.places
        let catchment = context.catchment
        let ratings = context.pairs?.map { block in
            block.origins.map { origin -> [Double] in
                var counts = MixOfUses.factors.map { _ in [Int](repeating: 0, count: places.categories.count) }
                block.forEachPlace(of: origin) { place, cost in
                    for (number, factor) in MixOfUses.factors.enumerated() where cost <= catchment * factor {
                        counts[number][Int(places.categoryIndexes[place])] += 1
                    }
                }
                return MixOfUses.orders.flatMap { order in counts.map { MixOfUses.hill($0, order: order) } }
            }
        }.flatMap(\.self)
        return IndicatorResult(
            MixOfUses.orders.enumerated().flatMap { index, order in
                context.residentValues(
                    descriptor, parameters: context.catchmentParameters([("order", "\(order)")]),
                    hasData: places.count > 0 && ratings != nil
                ) { area, counts, uncertain in
                    guard let ratings else { return ResidentFigure() }
                    func rating(_ factor: Int, _ origin: Int) -> Double {
                        ratings[origin][index * MixOfUses.factors.count + factor]
                    }
                    let means = MixOfUses.factors.indices.compactMap { factor in
                        area.mean(counts) { rating(factor, $0) }
                    }
                    return ResidentFigure(
                        value: means.first, interval: uncertain.mean(area.people, most: .infinity) { rating(0, $0) },
                        band: means.min().flatMap { least in means.max().map { least...$0 } })
                }
            })
    }
}
