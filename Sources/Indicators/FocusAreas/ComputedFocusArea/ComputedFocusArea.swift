internal import Town

/// Whether a computation points to a quarter as a focus area: 1 yes, 0 no, or the data do not decide; see
/// ``FocusAreaSearch``. Internal until a person confirms the quarter with a reason, as a focus area of the project.
struct ComputedFocusArea: Indicator {
    let descriptor = IndicatorDescriptor(
        id: "computed_focus_area", version: 1, unit: "score", theme: .focusAreas, needs: [.population, .groups],
        isDefault: false, isInternal: true, parameters: FocusAreaSearch.parameters,
        references: [
            "Ord & Getis 1995, Geographical Analysis 27(4):286–306",
            "Standardised shares: Assunção & Reis 1999, Statistics in Medicine 18(16):2147–2162",
            "Many tests beside each other: de Castro & Singer 2006, Geographical Analysis 38(2):180–208",
            "Comparison of zonings, noise and shared accommodation: own definition",
        ], sheet: .computedFocusArea)

    /// What is told of each quarter, in order: the class; the share of draws of the counts in which it stays the same.
    private static let figures = ["class", "kept"]

    func evaluate(_ context: IndicatorContext) -> IndicatorResult { IndicatorResult(values(context)) }

    private func values(_ context: IndicatorContext) -> [IndicatorValue] {
        let search = FocusAreaSearch(context, descriptor)
        let confirmed = context.confirmedQuarters()
        return context.study.groups.indices.dropFirst().flatMap { group in
            let findings = search?.findings(group: group)
            return context.areas.filter { $0.level == .quarter }.enumerated().flatMap { quarter, area in
                let told = search.map { ComputedFocusArea.told(findings?[quarter], $0.leastKept) }
                return ComputedFocusArea.figures.enumerated().map { number, name in
                    let outcome = QuarterFigure(told, number, area, context)
                    var value = area.value(
                        descriptor, group: context.study.groups[group].id,
                        parameters: "draws=\(plainNumber(context.number("draws", of: descriptor)));figure=\(name);"
                            + context.numbersText(
                                ["least_kept", "metres", "permutations", "rate", "seed"], of: descriptor),
                        value: outcome.value, status: outcome.status,
                        n: context.study.population.map { area.residents($0.counts[0]) }, reason: outcome.reason)
                    if value.value == 1, number == 0, confirmed[quarter] { value.isInternal = false }
                    return value
                }
            }
        }
    }

    private static func told(_ finding: ComparedFinding?, _ leastKept: Double) -> QuarterFigure.Told {
        guard let finding else { return .nobody }
        // The class of exact counts is always the same.
        let kept = finding.plain.isFound == nil ? nil : finding.kept ?? 1
        switch finding.finding(leastKept: leastKept) {
        case .found: return .figures([1, kept])
        case .notFound: return .figures([0, kept])
        case .cannotTell(let reason): return .figures([nil, kept], reason)
        }
    }
}

extension IndicatorContext {
    /// For each quarter whether a person confirmed what was computed: at least half of its people live in focus areas of
    /// the project that people who know the place or the council set, with a reason.
    fileprivate func confirmedQuarters() -> [Bool] {
        let quarters = areas.filter { $0.level == .quarter }
        guard let population = study.population, let focus = study.focusAreas else {
            return quarters.map { _ in false }
        }
        var shares = [Double](repeating: 0, count: population.xs.count)
        for (area, ground) in zip(areas.filter { $0.level == .focusArea }, focus.grounds)
        where [.localKnowledge, .councilDecision].contains(ground.basis) && ground.reason?.isEmpty == false {
            for (origin, weight) in area.people { shares[Int(origin)] = max(shares[Int(origin)], weight) }
        }
        return quarters.map { quarter in
            let inside = zip(population.counts[0], shares).map { $0 * $1 }
            let people = quarter.residents(population.counts[0])
            return people > 0 && 2 * quarter.residents(inside) >= people
        }
    }
}
