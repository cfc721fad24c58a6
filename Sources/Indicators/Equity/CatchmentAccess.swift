internal import Town
internal import Travel

/// What the residents of a town have, as this theme counts it: at each origin the number of places of each target within
/// the catchment, by the first measure, and the same within a smaller and a larger catchment.
struct CatchmentAccess: Sendable {
    /// How large the catchments are in relation to ``IndicatorContext/catchment``: what could as well have been chosen.
    static let scales = [0.75, 1, 1.25]
    /// The index of the catchment itself.
    static let plain = 1

    /// The canonical parameters: `catchment=15;measure=walking`.
    let parameters: String
    private let ratings: OriginRatings
    private let originCount: Int

    /// Counts; nil where nobody lives.
    init?(_ context: IndicatorContext) {
        guard !context.reach.isEmpty, let pairs = context.pairs, let population = context.study.population,
            !context.limits.isEmpty
        else { return nil }
        parameters = context.catchmentParameters()
        originCount = population.xs.count
        let limits = CatchmentAccess.scales.map { $0 * context.catchment }
        ratings = OriginRatings(context, pairs: pairs, count: limits.count) { costs in
            limits.map { limit in Double(costs.count { $0 <= limit }) }
        }
    }

    /// The number of places of a target at an origin.
    func count(_ target: Int, origin: Int, scale: Int = CatchmentAccess.plain) -> Double {
        ratings.rating(scale, target: target, origin: origin)
    }

    /// The number of places of a target at each origin.
    func counts(_ target: Int, scale: Int = CatchmentAccess.plain) -> [Double] {
        (0..<originCount).map { count(target, origin: $0, scale: scale) }
    }

    /// For each origin 1 where a place of a target is within the catchment, and 0 where none is.
    func coverage(_ target: Int, scale: Int = CatchmentAccess.plain) -> [Double] {
        counts(target, scale: scale).map { $0 > 0 ? 1 : 0 }
    }
}

extension String {
    /// Parameters in canonical form with more of them: `catchment=15;epsilon=0.5;measure=walking`.
    func adding(parameters more: [String: String]) -> String {
        let all = split(separator: ";").map(String.init) + more.map { "\($0.key)=\($0.value)" }
        return all.sorted { $0.prefix { $0 != "=" } < $1.prefix { $0 != "=" } }.joined(separator: ";")
    }
}
