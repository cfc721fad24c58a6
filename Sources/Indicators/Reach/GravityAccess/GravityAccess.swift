internal import Town

/// Places in reach, nearer ones counting more: A_i = Σ_j f(c_ij), averaged over the residents, for each form of decay.
///
/// All forms are set so that a place counts half at the same cost, a half of the catchment unless the project says otherwise.
/// The band of each spans all forms, and the same form with a half value of 75 and 125 %.
struct GravityAccess: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "gravity_access", version: 1, unit: "places", theme: .reach, needs: [.population, .places],
        isDefault: false,
        parameters: [IndicatorParameter(name: "half_value", defaults: [0], range: 0...10_000)],
        references: [
            "Hansen 1959, JAIP 25(2):73–76", "Kwan 1998, Geographical Analysis 30(3):191–216",
            "Bauer & Groneberg 2016, PLoS ONE 11(7):e0159148 (logistic)",
            "Luo & Qi 2009, Health & Place 15(4):1100–1107 (steps)",
        ],
        sheet: .gravityAccess)

    /// What other half values are tried, as factors.
    static let factors = [0.75, 1.25]

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        guard let pairs = context.pairs, context.catchment > 0 else {
            return IndicatorResult(context.unknownReachValues(descriptor))
        }
        let chosen = context.number("half_value", of: descriptor)
        let half = chosen > 0 ? min(chosen, context.catchment) : context.catchment / 2
        let forms = Decay.forms(half: half)
        let others = GravityAccess.factors.map { Decay.forms(half: half * $0) }
        let all = forms + others.flatMap(\.self)
        let ratings = OriginRatings(context, pairs: pairs, count: all.count) { costs in
            all.map { decay in costs.reduce(0) { $0 + decay.weight($1) } }
        }
        var values: [IndicatorValue] = []
        for (number, form) in forms.enumerated() {
            // All forms, and this one at other half values.
            let alternatives =
                Array(forms.indices) + GravityAccess.factors.indices.map { forms.count * ($0 + 1) + number }
            values += context.meanValues(
                descriptor,
                parameters: context.canonical(
                    [
                        ("decay", form.name),
                        (
                            "half_value",
                            plainNumber(form.halfValue(farthest: pairs.farthest).map(GravityAccess.rounded) ?? half)
                        ),
                    ], pairs),
                alternatives: alternatives.count,
                rating: { ratings.rating(number, target: $0, origin: $1) },
                alternative: { ratings.rating(alternatives[$0], target: $1, origin: $2) })
        }
        return IndicatorResult(values)
    }

    /// A cost as parameters show it: three decimals.
    private static func rounded(_ cost: Double) -> Double { (cost * 1_000).rounded() / 1_000 }
}
