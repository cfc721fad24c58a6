/// How many people come upon each seat of the places that one would choose: p_ij = S_j·c_ij^(−b) / Σ_k S_k·c_ik^(−b),
/// D_j = Σ_i P_i·p_ij, and Σ_j p_ij·D_j/S_j for each origin. Costs below 1 count as 1.
struct HuffLoad: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "huff_load", version: 1, unit: "persons_per_seat", theme: .reach, needs: [.population, .places],
        isDefault: false, parameters: [
            IndicatorContext.catchmentFactor, IndicatorParameter(name: "exponent", defaults: [2], range: 0.5...4),
        ],
        references: [
            "Huff 1963, Land Economics 39(1):81–90",
        ],
        sheet: .huffLoad)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let catchment = context.catchment(of: descriptor)
        let exponent = context.number("exponent", of: descriptor)
        func weight(_ exponent: Double) -> CatchmentWeight { .power(exponent: exponent, catchment: catchment) }
        return context.catchmentResult(
            descriptor, .huffLoad, weights: weight(exponent).band([weight(exponent / 2), weight(exponent * 1.5)]),
            scale: .ofThoseReaching, parameters: ["exponent": plainNumber(exponent)])
    }
}
