internal import Town

/// Status and dynamics of quarters as German city monitors put them together: z-transform, sums with equal weights, classes
/// by standard deviations; see ``StatusIndex``, ``StatusDynamics``. Refused below 30 quarters, internal, with rank intervals.
struct StatusDynamicsComposite: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "status_dynamics", version: 1, unit: "score", theme: .monitoring, needs: [.population], isDefault: false,
        isInternal: true,
        parameters: [
            IndicatorParameter(name: "draws", defaults: [999], range: 99...99_999),
            IndicatorParameter(name: "fewest_residents", defaults: [300], range: 0...10_000),
            IndicatorParameter(name: "seed", defaults: [1], range: 0...1_000_000_000),
        ],
        references: [
            "Senatsverwaltung für Stadtentwicklung Berlin, Monitoring Soziale Stadtentwicklung, since 2013",
            "Freie und Hansestadt Hamburg, Sozialmonitoring Integrierte Stadtteilentwicklung, since 2010",
            "Rank intervals: own definition",
        ], sheet: .statusDynamics)

    /// What is told of each quarter.
    private enum Figure: String, CaseIterable {
        /// 1 positive, 2 stable, 3 negative.
        case dynamics
        /// The twelve classes of both, 1 … 12.
        case group
        /// The rank of the status sum, 1 for the highest status, with the interval of ranks.
        case rank
        /// 1 high, 2 middle, 3 low, 4 very low.
        case status
        /// The status sum in standard deviations.
        case sum
    }

    func evaluate(_ context: IndicatorContext) -> IndicatorResult { IndicatorResult(values(context)) }

    private func values(_ context: IndicatorContext) -> [IndicatorValue] {
        let composite = Composite(context, descriptor)
        return context.areas.filter { $0.level == .quarter }.enumerated().flatMap { quarter, area in
            Figure.allCases.map { figure in value(of: area, quarter: quarter, figure, composite, context) }
        }
    }

    private func value(
        of area: AnalysisArea, quarter: Int, _ figure: Figure, _ composite: Composite, _ context: IndicatorContext
    ) -> IndicatorValue {
        let people = context.study.population.map { area.residents($0.counts[0]) }
        let years = context.study.statusFigures.map { ";years=\($0.earlierYear)-\($0.year)" } ?? ""
        let parameters =
            context.numbersText(["draws", "fewest_residents"], of: descriptor) + ";figure=\(figure.rawValue);"
            + context.numbersText(["seed"], of: descriptor) + years
        func told(
            _ value: Double?, _ status: Status, _ reason: Reason? = nil, _ interval: ClosedRange<Int>? = nil
        ) -> IndicatorValue {
            var told = area.value(
                descriptor, parameters: parameters, value: value, status: status, n: people, reason: reason)
            told.lower = interval.map { Double($0.lowerBound) }
            told.upper = interval.map { Double($0.upperBound) }
            return told
        }
        guard context.study.population != nil else { return told(nil, .noData) }
        if let reason = composite.refusal { return told(nil, .notApplicable, reason) }
        guard let result = composite.result, let unit = composite.units.firstIndex(of: quarter) else {
            return told(nil, .notApplicable, composite.isSmall[quarter] ? .smallCounts : .noEarlierFigures)
        }
        switch figure {
        case .dynamics: return told(Double(result.dynamics[unit].rawValue), .valid)
        case .group: return told(Double(result.group(of: unit)), .valid)
        case .rank: return told(Double(composite.ranks[unit]), .estimated, nil, composite.rankIntervals[unit])
        case .status: return told(Double(result.status[unit].rawValue), .valid)
        case .sum: return told(result.statusIndex.scores[unit], .valid)
        }
    }

    /// The composite of a town, or why there is none.
    private struct Composite {
        var refusal: Reason?
        var result: StatusDynamics?
        /// For each quarter whether too few people live there to take part.
        var isSmall: [Bool] = []
        /// The quarters that take part.
        var units: [Int] = []
        /// The rank of each of them.
        var ranks: [Int] = []
        /// Between which ranks each of them lies.
        var rankIntervals: [ClosedRange<Int>] = []

        init(_ context: IndicatorContext, _ descriptor: IndicatorDescriptor) {
            guard let figures = context.study.statusFigures, !figures.kinds.isEmpty else {
                refusal = .noEarlierFigures
                return
            }
            let fewest = context.number("fewest_residents", of: descriptor)
            isSmall = figures.residents.map { ($0 ?? 0) <= 0 || ($0 ?? 0) < fewest }
            let units = isSmall.indices.filter { quarter in
                !isSmall[quarter]
                    && figures.kinds.allSatisfy { $0.shares[quarter] != nil && $0.earlierShares[quarter] != nil }
            }
            guard units.count >= StatusDynamics.fewestUnits else {
                refusal = .fewUnits
                return
            }
            let now = figures.kinds.map { kind in units.map { kind.shares[$0] ?? 0 } }
            let before = figures.kinds.map { kind in units.map { kind.earlierShares[$0] ?? 0 } }
            let keys = units.map { permutationKey(context.study.quarters.ids[$0]) }
            // How far a share of so many people varies by chance: p·(1 − p)/P.
            let variances = now.map { column in
                zip(column, units).map { share, quarter in
                    max(0, share * (1 - share)) / (figures.residents[quarter] ?? 1)
                }
            }
            let intervals = RankIntervals.ranks(
                shares: now, variances: variances, keys: keys,
                draws: Int(exactly: context.number("draws", of: descriptor).rounded()) ?? 999,
                seed: UInt64(exactly: context.number("seed", of: descriptor).rounded()) ?? 1)
            guard let result = StatusDynamics(now: now, before: before), let intervals else {
                refusal = .noVariation
                return
            }
            let order = units.indices.sorted {
                (result.statusIndex.sums[$0], keys[$0]) < (result.statusIndex.sums[$1], keys[$1])
            }
            var ranks = [Int](repeating: 0, count: units.count)
            for (rank, unit) in order.enumerated() { ranks[unit] = rank + 1 }
            (self.result, self.units, self.ranks, rankIntervals) = (result, units, ranks, intervals)
        }
    }
}
