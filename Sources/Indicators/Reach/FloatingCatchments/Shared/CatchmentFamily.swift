internal import Town

/// What the members of the family of floating catchments share.
extension IndicatorContext {
    /// How many times the largest limit of the first measure the catchment is. Pairs are known within twice that limit,
    /// so the widest catchment of the band is, too.
    static let catchmentFactor = IndicatorParameter(name: "catchment_factor", defaults: [1], range: 0.1...1.6)

    /// The catchment of an indicator in the unit of the limits.
    func catchment(of descriptor: IndicatorDescriptor) -> Double {
        catchment * number(IndicatorContext.catchmentFactor.name, of: descriptor)
    }

    /// The values of a member of the family.
    ///
    /// - Parameter weights: the weight that values are of, then those that the band is laid over.
    func catchmentResult(
        _ descriptor: IndicatorDescriptor, _ method: CatchmentMethod, weights: [CatchmentWeight],
        scale: CatchmentEvaluation.Scale = .perHundred, parameters: [[(String, String)]] = []
    ) -> IndicatorResult {
        CatchmentEvaluation(
            context: self, descriptor: descriptor, weights: weights, parameters: parameters, scale: scale
        ).result { pairs, people, places in
            FloatingCatchment(method: method, weights: weights, demand: people, places: places).solve(pairs)
                .map { CatchmentEvaluation.Outcome(access: $0.access, balances: method.balances($0.totals)) }
        }
    }
}
