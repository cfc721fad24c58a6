/// How many people come upon each seat of the places that one would choose: p_ij = S_j·c_ij^(−b) / Σ_k S_k·c_ik^(−b),
/// D_j = Σ_i P_i·p_ij, and Σ_j p_ij·D_j/S_j for each origin. Costs below 1 count as 1.
struct HuffLoad: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "huff_load", version: 1, unit: "persons_per_seat", theme: .reach, needs: [.population, .places],
        isDefault: false,
        parameters: [
            IndicatorContext.catchmentFactor, IndicatorParameter(name: "exponent", defaults: [2], range: 0.5...4),
        ],
        references: ["Huff 1963, Land Economics 39(1):81–90"],
        sheet: .huffLoad)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let exponent = context.number("exponent", of: descriptor)
        let others = [exponent / 2, exponent * 1.5]
        let weights = CatchmentWeight.band(
            context.catchment(of: descriptor), { .power(exponent, $0) },
            others: others.map { other in { .power(other, $0) } })
        let exponents = CatchmentWeight.bandFactors.map { _ in exponent } + others
        return context.catchmentResult(
            descriptor, .huffLoad, weights: weights, scale: .ofThoseReaching,
            parameters: exponents.map { [("exponent", plainNumber($0))] })
    }
}
