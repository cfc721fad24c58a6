internal import Town

/// How much the offers in reach are in few hands: Σ_k s_k², s_k the share of operator k in the offers in reach, averaged
/// over the residents with an offer whose operator is recorded. 1 means a single operator, 1/n as many offers of each of
/// n.
struct OperatorConcentration: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "operator_concentration", version: 1, unit: "index", theme: .durability,
        needs: [.population, .places, .offers],
        isDefault: false,
        references: ["Herfindahl–Hirschman index; Hirschman 1964, American Economic Review 54(5):761"],
        sheet: .operatorConcentration)

    func evaluate(_ context: IndicatorContext) -> IndicatorResult {
        let found = context.offersInReach()
        let dependence = found.map { OperatorDependence($0.offers, $0.inReach) }
        return IndicatorResult(
            context.residentValues(
                descriptor, parameters: context.catchmentParameters([]), hasData: dependence?.operators.isEmpty == false
            ) { area, counts, _ in
                guard let dependence else { return ResidentFigure() }
                return ResidentFigure(
                    value: area.mean(counts, ofKnown: dependence.concentration),
                    unrecorded: area.mean(counts) { dependence.unrecorded($0) })
            })
    }
}
