internal import Town
internal import Travel

/// How many residents have less than the town's own minimum standard asks for, and how much less: the measure of Foster,
/// Greer and Thorbecke; see ``Shortfall``.
///
/// The standard is the way that the town allows to the nearest place, in minutes on foot or metres in a straight line; by
/// default the largest limit of the project. A town may also ask for a number of places in the catchment.
struct BelowStandard: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "below_standard", version: 1, unit: "share", theme: .equity, needs: [.population, .places],
        isDefault: false,
        counting: .following("coverage_share"),
        parameters: [
            IndicatorParameter(name: "alpha", defaults: [0, 1, 2], range: 0...10, isList: true),
            // 0: the largest limit of the project.
            IndicatorParameter(name: "standard", defaults: [0], range: 0...100_000),
            // 0: no such standard.
            IndicatorParameter(name: "places", defaults: [0], range: 0...1_000),
        ],
        references: ["Foster, Greer & Thorbecke 1984, Econometrica 52(3):761–766"], sheet: .belowStandard)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        guard let reach = context.reach.first else {
            return IndicatorResult(context.unknownReachValues(descriptor))
        }
        let chosen = context.number("standard", of: descriptor)
        let standard = chosen > 0 ? chosen : context.catchment
        guard standard > 0 else { return IndicatorResult(context.unknownReachValues(descriptor)) }
        // Costs are in thousandths of seconds or metres.
        let divisor = reach.unit == .seconds ? 60_000.0 : 1_000
        let byWay = values(context, reach.measureParameters, ["standard": plainNumber(standard)]) {
            target, origin, scale in
            let cost = reach.nearest(target: target, origin: origin).map { Double($0) / divisor }
            return Shortfall.beyond(standard * CatchmentAccess.scales[scale], of: cost ?? .infinity)
        }
        let identities = identities(context, byWay, standard)
        let places = context.number("places", of: descriptor)
        guard places > 0, let access = CatchmentAccess(context) else {
            return IndicatorResult(byWay, identities: identities)
        }
        let byPlaces = values(context, access.parameters, ["places": plainNumber(places)]) { target, origin, scale in
            Shortfall.below(places, of: access.count(target, origin: origin, scale: scale))
        }
        return IndicatorResult(byWay + byPlaces, identities: identities)
    }

    /// The rows of a standard: for each α, for each area, target and group. The band is that of the standard with a
    /// smaller and a larger way or catchment.
    private func values(
        _ context: IndicatorContext, _ parameters: String, _ more: [String: String],
        shortfall: @escaping (_ target: Int, _ origin: Int, _ scale: Int) -> Double
    ) -> [IndicatorValue] {
        let others = CatchmentAccess.scales.indices.filter { $0 != CatchmentAccess.plain }
        return context.numbers("alpha", of: descriptor).flatMap { alpha in
            context.meanValues(
                descriptor,
                parameters: parameters.adding(parameters: more).adding(parameters: ["alpha": plainNumber(alpha)]),
                most: 1, alternatives: others.count,
                rating: { Shortfall.power(shortfall($0, $1, CatchmentAccess.plain), alpha) },
                alternative: { Shortfall.power(shortfall($1, $2, others[$0]), alpha) })
        }
    }

    /// Whoever is not below the standard has a place within it: counted once by the nearest place, once by all pairs.
    private func identities(
        _ context: IndicatorContext, _ values: [IndicatorValue], _ standard: Double
    ) -> [Identity] {
        guard standard == context.catchment, let access = CatchmentAccess(context),
            let pieces = TownPieces(context, connected: context.reach.first?.connected)
        else { return [] }
        let all = pieces.people(0)
        let total = all.reduce(0, +)
        return context.targets.enumerated().compactMap { target, asked in
            let row = values.first {
                $0.level == .town && $0.category == asked.id && $0.group == context.study.groups.first?.id
                    && $0.parameters.hasPrefix("alpha=0;")
            }
            guard let below = row?.value, total > 0 else { return nil }
            let within = zip(all, pieces.values(access.coverage(target))).reduce(0) { $0 + $1.0 * $1.1 }
            return Identity(
                "P·FGT_0 + Σ P·1[c ≤ z] = P", of: descriptor.id,
                parameters: access.parameters.adding(parameters: ["category": asked.id]),
                left: below * total + within, right: total)
        }
    }
}
